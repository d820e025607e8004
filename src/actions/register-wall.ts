import { PrahariError } from '../domain/errors.ts'
import { findNodeInForce } from '../domain/jurisdiction.ts'
import { maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { newWall } from '../domain/wall.ts'
import type { Room, Wall } from '../domain/wall.ts'
import { addPerson } from './add-person.ts'
import { issueSignInLink } from './issue-sign-in-link.ts'
import type { Crypto, Store } from './ports.ts'

export interface RegisterDeps {
  store: Pick<Store, 'walls' | 'people' | 'signInLinks' | 'now'>
  crypto: Crypto
}

/** How long a link waits for the browser that hangs on the wall. */
export const WALL_LINK_HOURS = 24

/**
 * Registers a wall and makes the one-time link that binds a browser to it. @param by null: the operator of the machine.
 * @returns the link's token, which is stored nowhere. @throws PrahariError invalid, forbidden, unavailable.
 */
export async function registerWall(deps: RegisterDeps, by: Viewer | null, input: { id?: string | undefined; name: string; nodeId: string; room: Room }): Promise<{ wall: Wall; token: string }> {
  const { store, crypto } = deps
  const node = findNodeInForce(input.nodeId)
  if (!node) throw new PrahariError('invalid', `no jurisdiction node ${input.nodeId}`, { field: 'nodeId' })
  if (by && !maySee(by, node.path)) throw new PrahariError('forbidden', 'this node is outside your area', { field: 'nodeId' })
  const id = input.id ?? `wall-${crypto.sha256(crypto.newToken()).slice(0, 10)}`
  if (await store.people.get(id)) throw new PrahariError('conflict', `there is an account ${id} already`, { field: 'id' })
  const person = await addPerson(store, { id, name: input.name, role: 'wall', scopeId: node.id })
  const wall = newWall({ id, name: person.name, path: person.scopePath }, input.room, by?.personId ?? null, store.now())
  await store.walls.insertMany([wall])
  return { wall, token: await issueSignInLink(deps, id, WALL_LINK_HOURS) }
}
