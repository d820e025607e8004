import type { Channel } from '../domain/delivery.ts'
import { channelsOf } from '../domain/person.ts'
import type { Person } from '../domain/person.ts'
import type { Store } from './ports.ts'
import { readPresence } from './read-presence.ts'

export interface ReachDeps {
  store: Pick<Store, 'subscriptions' | 'presence' | 'now'>
  /** Which channels this installation has. */
  exists: (channel: Channel) => boolean
}

/** A device that failed so often in a row is no way to anybody. */
const MAX_FAILURES = 5
const PAGE = 5_000

/** By which of their channels each person can be reached now, in their order. @throws PrahariError unavailable. */
export async function findReachable({ store, exists }: ReachDeps, people: readonly Person[]): Promise<Map<string, Channel[]>> {
  const [present, withDevice] = await Promise.all([readPresence(store), peopleWithDevice(store, people.map(({ id }) => id))])
  const works: Record<Channel, (person: Person) => boolean> = {
    console: ({ id }) => present.has(id),
    push: ({ id }) => withDevice.has(id),
    webhook: ({ phone }) => exists('webhook') && phone !== undefined,
    email: ({ email }) => exists('email') && email !== undefined,
  }
  return new Map(people.map((person) => [person.id, channelsOf(person, exists).filter((channel) => works[channel](person))]))
}

/** Page by page through the index over these ids: one read where there are few. */
async function peopleWithDevice(store: Pick<Store, 'subscriptions'>, ids: readonly string[]): Promise<Set<string>> {
  const wanted = new Set(ids)
  const found = new Set<string>()
  const sorted = [...wanted].sort()
  const last = sorted.at(-1)
  let from: { gte: string } | { gt: string } = { gte: sorted[0] ?? '' }
  while (last !== undefined) {
    const rows = await store.subscriptions.find({ index: 'byPerson', range: { ...from, lte: last }, order: 'asc', limit: PAGE })
    for (const { personId, failuresInRow } of rows) if (failuresInRow < MAX_FAILURES && wanted.has(personId)) found.add(personId)
    const end = rows.at(-1)?.personId
    if (rows.length < PAGE || end === undefined) break
    from = { gt: end }
  }
  return found
}
