import type { Person } from '../domain/person.ts'
import { DEFAULT_ROOM, newWall } from '../domain/wall.ts'
import type { Wall } from '../domain/wall.ts'
import { PrahariError } from '../domain/errors.ts'
import { evolveRow } from './evolve-row.ts'
import type { Store } from './ports.ts'

const MAX_SESSIONS = 100

/**
 * A browser takes a wall's place: from now on the wall is missed when it does not see, and the browser that was bound
 * before is signed out, since one wall is one device. An account from before walls were registered is registered by this.
 * @throws PrahariError forbidden when the wall was revoked, unavailable.
 */
export async function bindWall(store: Pick<Store, 'walls' | 'sessions' | 'now'>, person: Person): Promise<Wall> {
  const old = await store.sessions.find({ index: 'byPerson', equals: { personId: person.id }, limit: MAX_SESSIONS })
  await store.sessions.remove(old.map(({ id }) => id))
  const { row } = await evolveRow(store.walls, person.id, 'the wall', (known?: Wall): Wall => {
    if (known && known.revokedAt !== null) throw new PrahariError('forbidden', 'this wall was revoked: register it anew')
    const now = store.now()
    return { ...(known ?? newWall({ id: person.id, name: person.name, path: person.scopePath }, DEFAULT_ROOM, null, now)), boundAt: now, version: (known?.version ?? 0) + 1 }
  })
  return row
}
