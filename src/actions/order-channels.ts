import type { Channel } from '../domain/delivery.ts'
import { PrahariError } from '../domain/errors.ts'
import type { Person } from '../domain/person.ts'
import { evolveRow } from './evolve-row.ts'
import type { Store } from './ports.ts'

/** By which ways a person is told, in order, and where; what is not given stays. @throws PrahariError invalid, not-found, unavailable. */
export async function orderChannels(store: Pick<Store, 'people'>, personId: string, input: { channels?: Channel[] | undefined; email?: string | undefined; phone?: string | undefined }): Promise<Person> {
  const { channels, email, phone } = input
  if (channels && (channels.length === 0 || new Set(channels).size !== channels.length)) throw new PrahariError('invalid', 'name each way once, and at least one', { field: 'channels' })
  const { row } = await evolveRow(store.people, personId, 'the account', (person?: Person): Person => {
    if (!person) throw new PrahariError('not-found', `no person ${personId}`, { field: 'id' })
    return { ...person, version: person.version + 1, ...(channels ? { channels } : {}), ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) }
  })
  return row
}
