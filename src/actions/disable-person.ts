import { PrahariError } from '../domain/errors.ts'
import type { Person } from '../domain/person.ts'
import { evolveRow } from './evolve-row.ts'
import type { Done, Store } from './ports.ts'

/** Shuts an account: every session of it ends at its next request or event, and its links no longer work. @throws not-found, unavailable. */
export async function disablePerson(store: Pick<Store, 'people'>, personId: string): Promise<Done> {
  const { before, row } = await evolveRow(store.people, personId, 'the account', (person?: Person): Person => {
    if (!person) throw new PrahariError('not-found', `no person ${personId}`, { field: 'id' })
    return person.isDisabled ? person : { ...person, version: person.version + 1, isDisabled: true }
  })
  return row === before ? { did: 'nothing', because: 'the account was disabled before' } : { did: 'disabled', because: 'asked by an operator' }
}
