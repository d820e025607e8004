import { findNodeInForce } from '../domain/jurisdiction.ts'
import { PrahariError } from '../domain/errors.ts'
import { ROLES } from '../domain/person.ts'
import type { Person, Role } from '../domain/person.ts'
import type { Store } from './ports.ts'

export interface NewPerson {
  id: string
  name: string
  role: Role
  scopeId: string
}

/** Creates an account scoped to one node; an id that exists is left as it is and returned. @throws invalid. */
export async function addPerson(store: Pick<Store, 'people' | 'now'>, input: NewPerson): Promise<Person> {
  const person = newPerson(input, store.now())
  const [outcome] = await store.people.insertMany([person])
  return outcome === 'inserted' ? person : ((await store.people.get(input.id)) ?? person)
}

/** The account that the input describes, not stored yet. @throws PrahariError invalid. */
export function newPerson(input: NewPerson, now: number): Person {
  const node = findNodeInForce(input.scopeId)
  if (!node) throw new PrahariError('invalid', `no jurisdiction node ${input.scopeId}`, { field: 'scopeId' })
  if (!ROLES.includes(input.role)) throw new PrahariError('invalid', `no role ${input.role}`, { field: 'role' })
  if (!/^[a-z0-9][a-z0-9._-]{1,59}$/.test(input.id)) throw new PrahariError('invalid', 'an id is 2 to 60 of a-z, 0-9, dot, dash, underscore', { field: 'id' })
  return { id: input.id, version: 1, name: input.name.trim().slice(0, 80), role: input.role, scopePath: node.path, isDisabled: false, createdAt: now }
}
