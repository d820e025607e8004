import { changeWall, linkForWall, revokeWall } from '../../actions/change-wall.ts'
import type { Crypto, Store } from '../../actions/ports.ts'
import { readWall } from '../../actions/read-wall.ts'
import { readWalls } from '../../actions/read-walls.ts'
import { registerWall } from '../../actions/register-wall.ts'
import type { Handlers } from './handlers.ts'
import type { SessionCookie } from './session-cookie.ts'

export interface WallHttpDeps {
  store: Store
  crypto: Crypto
  cookie: SessionCookie
}

type Names = 'walls' | 'ownWall' | 'registerWall' | 'changeWall' | 'linkWall' | 'revokeWall'

/** In the fragment, which no server and no proxy ever sees. */
const linkOf = (token: string): string => `/sign-in#${token}`

/** Which walls see; registering one, binding a browser to it, shutting it. */
export function wallHandlers(deps: WallHttpDeps): Pick<Handlers, Names> {
  return {
    walls: (_, viewer) => readWalls(deps.store, viewer.scopePath),
    async ownWall({ request, response }, viewer) {
      const token = deps.cookie.read(request.headers.cookie) ?? ''
      const { wall, maxAgeMs } = await readWall(deps, viewer, token)
      if (maxAgeMs !== null) response.setHeader('Set-Cookie', deps.cookie.set(token, maxAgeMs))
      return wall
    },
    async registerWall({ body: { name, nodeId, ...room } }, viewer) {
      const { wall, token } = await registerWall(deps, viewer, { name, nodeId, room })
      return { id: wall.id, link: linkOf(token) }
    },
    async changeWall({ params, body }, viewer) {
      const { id, name, room } = await changeWall(deps, viewer, params.id, body)
      return { id, name, ...room }
    },
    linkWall: async ({ params }, viewer) => ({ id: params.id, link: linkOf(await linkForWall(deps, viewer, params.id)) }),
    revokeWall: async ({ params }, viewer) => ({ did: (await revokeWall(deps, viewer, params.id)).did }),
  }
}
