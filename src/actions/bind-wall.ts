import type { Person } from '../domain/person.ts'
import { DEFAULT_ROOM, newWall } from '../domain/wall.ts'
import type { Wall } from '../domain/wall.ts'
import { PrahariError } from '../domain/errors.ts'
import type { Store } from './ports.ts'

const MAX_TRIES = 8
const MAX_SESSIONS = 100

/**
 * A browser takes a wall's place: from now on the wall is missed when it does not see, and the browser that was bound
 * before is signed out, since one wall is one device. An account from before walls were registered is registered by this.
 * @throws PrahariError forbidden when the wall was revoked, unavailable.
 */
export async function bindWall(store: Pick<Store, 'walls' | 'sessions' | 'now'>, person: Person): Promise<Wall> {
  const old = await store.sessions.find({ index: 'byPerson', equals: { personId: person.id }, limit: MAX_SESSIONS })
  await store.sessions.remove(old.map(({ id }) => id))
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const known = await store.walls.get(person.id)
    if (known && known.revokedAt !== null) throw new PrahariError('forbidden', 'this wall was revoked: register it anew')
    const now = store.now()
    const wall: Wall = { ...(known ?? newWall({ id: person.id, name: person.name, path: person.scopePath }, DEFAULT_ROOM, null, now)), boundAt: now, version: (known?.version ?? 0) + 1 }
    const [outcome] = known ? [await store.walls.replace(wall, known.version)] : await store.walls.insertMany([wall])
    if (outcome === 'replaced' || outcome === 'inserted') return wall
  }
  throw new PrahariError('unavailable', 'the wall is changing too fast, try again')
}
