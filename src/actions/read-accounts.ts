import type { Person, Role, Viewer } from '../domain/person.ts'
import type { Session } from './collections.ts'
import type { Store } from './ports.ts'

export interface Account {
  person: Person
  sessions: number
  lastSeenAt: number | null
}

const MOST = 10_000

/** The accounts of the area, without walls, and how many matched. Search looks at id and name. @throws PrahariError unavailable. */
export async function readAccounts(store: Pick<Store, 'people' | 'sessions' | 'now'>, viewer: Viewer, { q, role, limit }: { q?: string | undefined; role?: Role | undefined; limit: number }): Promise<{ accounts: Account[]; matched: number }> {
  const wanted = (q ?? '').trim().toLowerCase()
  const [people, sessions] = await Promise.all([peopleOf(store, viewer), store.sessions.find({ index: 'byExpiry', range: { gt: store.now() }, limit: MOST })])
  const byPerson = Map.groupBy(sessions, ({ personId }) => personId)
  const found = people.filter((one) => (role === undefined || one.role === role) && (wanted === '' || one.id.includes(wanted) || one.name.toLowerCase().includes(wanted)))
    .sort((a, b) => a.scopePath.localeCompare(b.scopePath) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
  return { accounts: found.slice(0, limit).map((person) => ({ person, ...signs(byPerson.get(person.id) ?? []) })), matched: found.length }
}

/** How many accounts that work each node of the area has, by role. @throws PrahariError unavailable. */
export async function countAccounts(store: Pick<Store, 'people'>, viewer: Viewer): Promise<{ path: string; role: Role; count: number }[]> {
  const working = (await peopleOf(store, viewer)).filter(({ isDisabled }) => !isDisabled)
  return [...Map.groupBy(working, ({ scopePath, role }) => `${scopePath} ${role}`).values()].flatMap((some) => (some[0] ? [{ path: some[0].scopePath, role: some[0].role, count: some.length }] : []))
}

async function peopleOf(store: Pick<Store, 'people'>, { scopePath }: Viewer): Promise<Person[]> {
  const people = await store.people.find({ index: 'byScope', range: { gte: scopePath, lt: `${scopePath}\uffff` }, limit: MOST })
  return people.filter(({ role }) => role !== 'wall')
}

function signs(sessions: readonly Session[]): Pick<Account, 'sessions' | 'lastSeenAt'> {
  return { sessions: sessions.length, lastSeenAt: sessions.length === 0 ? null : Math.max(...sessions.map(({ lastSeenAt }) => lastSeenAt)) }
}
