import { PrahariError } from '../domain/errors.ts'
import { maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { Room, Wall } from '../domain/wall.ts'
import { disablePerson } from './disable-person.ts'
import { evolveRow } from './evolve-row.ts'
import { issueSignInLink } from './issue-sign-in-link.ts'
import type { Crypto, Done, Store } from './ports.ts'
import { WALL_LINK_HOURS } from './register-wall.ts'

export interface ChangeWallDeps {
  store: Pick<Store, 'walls' | 'people' | 'signInLinks' | 'sessions' | 'now'>
  crypto: Crypto
}

const MAX_SESSIONS = 100

/** Writes down where a wall hangs. @throws PrahariError not-found, unavailable. */
export async function changeWall({ store }: ChangeWallDeps, by: Viewer | null, id: string, room: Room): Promise<Wall> {
  return replaced(store, by, id, (wall) => ({ ...wall, room }))
}

/** A fresh one-time link: whoever opens it takes the wall's place. @throws PrahariError not-found. */
export async function linkForWall(deps: ChangeWallDeps, by: Viewer | null, id: string): Promise<string> {
  const wall = kept(await deps.store.walls.get(id), by)
  return issueSignInLink(deps, wall.id, WALL_LINK_HOURS)
}

/** Shuts a wall: its session ends at the next beat, its links no longer work, and nobody misses it. @throws PrahariError not-found, unavailable. */
export async function revokeWall(deps: ChangeWallDeps, by: Viewer | null, id: string): Promise<Done> {
  const { store } = deps
  await replaced(store, by, id, (wall) => ({ ...wall, revokedAt: store.now(), blind: null }))
  const sessions = await store.sessions.find({ index: 'byPerson', equals: { personId: id }, limit: MAX_SESSIONS })
  await store.sessions.remove(sessions.map((session) => session.id))
  await disablePerson(store, id)
  return { did: 'revoked', because: 'asked by a person' }
}

async function replaced(store: Pick<Store, 'walls'>, by: Viewer | null, id: string, change: (wall: Wall) => Wall): Promise<Wall> {
  const { row } = await evolveRow(store.walls, id, 'the wall', (known?: Wall) => {
    const wall = kept(known, by)
    return { ...change(wall), version: wall.version + 1 }
  })
  return row
}

/** A wall of the caller's area that was not revoked. */
function kept(wall: Wall | undefined, by: Viewer | null): Wall {
  if (!wall || wall.revokedAt !== null || (by && !maySee(by, wall.path))) throw new PrahariError('not-found', 'no such wall in your area', { field: 'id' })
  return wall
}
