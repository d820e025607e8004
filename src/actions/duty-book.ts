import type { Viewer } from '../domain/person.ts'
import { ownDuty } from '../domain/own-duty.ts'
import type { OwnDuty } from '../domain/own-duty.ts'
import { hasPattern, namedIn } from '../domain/roster.ts'
import type { Leave, Roster } from '../domain/roster.ts'
import type { Collection, Store } from './ports.ts'

/** What one web process knows of rosters and leaves, to say of everybody at once whether they are on duty. */
export interface DutyBook {
  /** Reads what changed. @throws PrahariError unavailable; what was known stays. */
  refresh(): Promise<void>
  of(viewer: Viewer): OwnDuty
  /** Grows with each change of a roster or a leave. */
  readonly edition: number
}

const MAX_KEYS = 100_000
const CHUNK = 500

/** An empty book: until it is refreshed everybody is on duty. */
export function dutyBook(store: Pick<Store, 'rosters' | 'leaves' | 'now'>): DutyBook {
  const rosters = new Map<string, Roster>()
  const leaves = new Map<string, Leave>()
  let byPerson = new Map<string, Roster[]>()
  let byPath = new Map<string, Roster[]>()
  let edition = 0
  return {
    get edition() { return edition },
    async refresh() {
      const changes = await Promise.all([follow(store.rosters, rosters), follow(store.leaves, leaves)])
      if (!changes.some(Boolean)) return
      const standing = [...rosters.values()].filter(hasPattern)
      byPerson = new Map()
      for (const roster of standing) for (const id of namedIn(roster)) byPerson.set(id, [...(byPerson.get(id) ?? []), roster])
      byPath = Map.groupBy(standing, ({ path }) => path)
      edition++
    },
    of: (viewer) => ownDuty(viewer, [...new Set([...(byPerson.get(viewer.personId) ?? []), ...(byPath.get(viewer.scopePath) ?? [])])], leaves.get(viewer.personId), store.now()),
  }
}

/** Brings the copy up to the collection; whether anything was news. */
async function follow<Row extends { id: string; version: number }>(collection: Collection<Row, 'byPath'>, known: Map<string, Row>): Promise<boolean> {
  const keys = await collection.keys({ index: 'byPath', limit: MAX_KEYS })
  const news = keys.filter(({ id, version }) => known.get(id)?.version !== version).map(({ id }) => id)
  const stored = new Set(keys.map(({ id }) => id))
  const gone = [...known.keys()].filter((id) => !stored.has(id))
  for (let from = 0; from < news.length; from += CHUNK) for (const row of await collection.getMany(news.slice(from, from + CHUNK))) known.set(row.id, row)
  for (const id of gone) known.delete(id)
  return news.length + gone.length > 0
}
