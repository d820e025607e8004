import { PrahariError } from '../domain/errors.ts'
import { maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { Room, Wall } from '../domain/wall.ts'
import { disablePerson } from './disable-person.ts'
import { issueSignInLink } from './issue-sign-in-link.ts'
import type { Crypto, Done, Store } from './ports.ts'
import { WALL_LINK_HOURS } from './register-wall.ts'

export interface ChangeWallDeps {
  store: Pick<Store, 'walls' | 'people' | 'signInLinks' | 'sessions' | 'now'>
  crypto: Crypto
}

const MAX_TRIES = 8
const MAX_SESSIONS = 100

/** Writes down where a wall hangs. @throws PrahariError not-found, unavailable. */
export async function changeWall({ store }: ChangeWallDeps, by: Viewer | null, id: string, room: Room): Promise<Wall> {
  return replaced(store, by, id, (wall) => ({ ...wall, room }))
}

/** A fresh one-time link: whoever opens it takes the wall's place. @throws PrahariError not-found. */
export async function linkForWall(deps: ChangeWallDeps, by: Viewer | null, id: string): Promise<string> {
  const wall = await kept(deps.store, by, id)
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
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const wall = await kept(store, by, id)
    const next = { ...change(wall), version: wall.version + 1 }
    if ((await store.walls.replace(next, wall.version)) === 'replaced') return next
  }
  throw new PrahariError('unavailable', 'the wall is changing too fast, try again')
}

/** A wall of the caller's area that was not revoked. */
async function kept(store: Pick<Store, 'walls'>, by: Viewer | null, id: string): Promise<Wall> {
  const wall = await store.walls.get(id)
  if (!wall || wall.revokedAt !== null || (by && !maySee(by, wall.path))) throw new PrahariError('not-found', 'no such wall in your area', { field: 'id' })
  return wall
}
