import type { Channel } from './delivery.ts'
import { PrahariError } from './errors.ts'
import { isStateWide, maySee } from './person.ts'
import type { Person, Role, Viewer } from './person.ts'

/** What an administrator changes of an account; what is not given stays, null takes a contact away. */
export interface AccountChange {
  name?: string | undefined
  role?: Role | undefined
  scopePath?: string | undefined
  channels?: Channel[] | undefined
  email?: string | null | undefined
  phone?: string | null | undefined
  isDisabled?: boolean | undefined
}

type Facts = Record<string, string | number | boolean | null>

/** The account with the change in it, in its next version. */
export function withChange(person: Person, change: AccountChange): Person {
  const { email, phone, ...rest } = person
  const contact = <Name extends 'email' | 'phone'>(name: Name, before: string | undefined): Partial<Record<Name, string>> => {
    const after = change[name] === undefined ? before : change[name]
    return typeof after === 'string' ? { [name]: after } as Partial<Record<Name, string>> : {}
  }
  return {
    ...rest, version: person.version + 1, name: change.name ?? person.name, role: change.role ?? person.role, scopePath: change.scopePath ?? person.scopePath,
    isDisabled: change.isDisabled ?? person.isDisabled, ...(change.channels ? { channels: change.channels } : {}), ...contact('email', email), ...contact('phone', phone),
  }
}

/** What the audit trail says of a change: before and after, of a contact only that it changed. Empty where nothing did. */
export function changeFacts(before: Person, after: Person): Facts {
  const facts: Facts = {}
  const tell = (name: string, was: string | boolean, is: string | boolean): void => {
    if (was === is) return
    facts[`${name}Was`] = was
    facts[`${name}Is`] = is
  }
  tell('role', before.role, after.role)
  tell('scope', before.scopePath, after.scopePath)
  tell('disabled', before.isDisabled, after.isDisabled)
  tell('channels', (before.channels ?? []).join(' '), (after.channels ?? []).join(' '))
  if (before.name !== after.name) facts.name = 'changed'
  for (const contact of ['email', 'phone'] as const) {
    if (before[contact] !== after[contact]) facts[contact] = after[contact] === undefined ? 'removed' : before[contact] === undefined ? 'set' : 'changed'
  }
  return facts
}

/** Whether it can keep policies and every other account: the state must not lose its last one. */
export function isStateAdmin(person: Pick<Person, 'role' | 'scopePath' | 'isDisabled'>): boolean {
  return person.role === 'admin' && isStateWide(person) && !person.isDisabled
}

/**
 * Whether the administrator may do this to the account: never to the own one, never outside the own area, nor into more than it.
 * Walls are kept where walls are. @param after the account as it would be; null for what leaves it as it is (links, sessions).
 * @throws PrahariError forbidden, not-found, invalid.
 */
export function checkAccount(viewer: Viewer, person: Person | undefined, after: Pick<Person, 'role' | 'scopePath'> | null): asserts person is Person {
  // What is outside the area is as if it were not there.
  if (!person || !maySee(viewer, person.scopePath)) throw new PrahariError('not-found', 'no such account in your area', { field: 'id' })
  if (person.id === viewer.personId) throw new PrahariError('forbidden', 'nobody changes their own account: another administrator does', { field: 'id' })
  if (person.role === 'wall') throw new PrahariError('invalid', 'a wall is kept in the list of walls', { field: 'id' })
  if (after) checkPlace(viewer, after)
}

/** Whether the administrator may give somebody this role and area. @throws PrahariError invalid, forbidden. */
export function checkPlace(viewer: Viewer, { role, scopePath }: Pick<Person, 'role' | 'scopePath'>): void {
  if (role === 'wall') throw new PrahariError('invalid', 'a wall is registered in the list of walls', { field: 'role' })
  if (!maySee(viewer, scopePath)) throw new PrahariError('forbidden', 'nobody is given more than your own area', { field: 'scopeId' })
}
