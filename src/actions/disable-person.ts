import { PrahariError } from '../domain/errors.ts'
import type { Done, Store } from './ports.ts'

const MAX_TRIES = 5

/** Shuts an account: every session of it ends at its next request or event, and its links no longer work. @throws not-found, unavailable. */
export async function disablePerson(store: Pick<Store, 'people'>, personId: string): Promise<Done> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const person = await store.people.get(personId)
    if (!person) throw new PrahariError('not-found', `no person ${personId}`, { field: 'id' })
    if (person.isDisabled) return { did: 'nothing', because: 'the account was disabled before' }
    const outcome = await store.people.replace({ ...person, version: person.version + 1, isDisabled: true }, person.version)
    if (outcome === 'replaced') return { did: 'disabled', because: 'asked by an operator' }
  }
  throw new PrahariError('unavailable', 'the account is changing too fast, try again')
}
