import { DEFAULT_ROOM } from '../domain/wall.ts'
import type { Room } from '../domain/wall.ts'
import type { Viewer } from '../domain/person.ts'
import type { Crypto, Store } from './ports.ts'
import { WALL_HOURS } from './sign-in.ts'

const HOUR_MS = 3_600_000

export interface ReadWallDeps {
  store: Pick<Store, 'walls' | 'sessions' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
}

/**
 * What a wall knows of itself, for its own page, which asks at each start. A wall that hangs is never signed out by the
 * calendar: in the second half of its session the session begins anew, with the same token.
 * @returns how long the cookie may live from now on; null: as it was. @throws PrahariError unavailable.
 */
export async function readWall({ store, crypto }: ReadWallDeps, viewer: Viewer, token: string): Promise<{ wall: { id: string; name: string } & Room; maxAgeMs: number | null }> {
  const [wall, session] = await Promise.all([store.walls.get(viewer.personId), store.sessions.get(crypto.sha256(token))])
  const lifeMs = WALL_HOURS * HOUR_MS
  const isOld = viewer.role === 'wall' && session !== undefined && session.expiresAt - store.now() < lifeMs / 2
  if (isOld) await store.sessions.replace({ ...session, version: session.version + 1, expiresAt: store.now() + lifeMs, lastSeenAt: store.now() }, session.version)
  return { wall: { id: viewer.personId, name: viewer.name, ...(wall?.room ?? DEFAULT_ROOM) }, maxAgeMs: isOld ? lifeMs : null }
}
