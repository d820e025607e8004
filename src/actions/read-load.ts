import type { LoadView } from '../contract/load.ts'
import { isWithin } from '../domain/area.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import { loadOf, WINDOW_MS } from '../domain/load.ts'
import type { Store } from './ports.ts'

export type LoadStore = Pick<Store, 'deliveries' | 'dockets' | 'people' | 'now'>

const WINDOWS = 6
/** The newest of the hour: beyond them every position is in flood anyhow. */
const MAX_ROWS = 20_000
/** The table of who was told is kept so long: many supervisors look at it. */
const KEEP_MS = 10_000
const MAX_OPENED = 20_000
const MAX_POSITIONS = 200
const CHUNK = 500

type Told = Map<string, Map<string, number>>
/** The last table read, and when. */
export interface LoadMemory {
  last: { at: number; told: Promise<Told> } | null
}
/** An alert may be raised on a docket that was opened before the hour: those have changed since. */
const ALERT_INDEXES = ['byAlertChange', 'byOpened'] as const

/**
 * The alarm load of an area, in the last hour: of each person who was told of something (an alert counts once, however
 * often and by however many ways they were told), and of the area itself. @param memory of this process. @throws PrahariError unavailable.
 */
export async function readLoad(store: LoadStore, scopePath: string, memory: LoadMemory = { last: null }): Promise<LoadView> {
  const now = store.now()
  const from = now - WINDOWS * WINDOW_MS
  const [told, raised] = await Promise.all([toldLately(store, memory, from), raisedSince(store, scopePath, from)])
  const people = await inChunks([...told.keys()], (ids) => store.people.getMany(ids))
  const positions = people.filter((person) => isWithin(scopePath, person.scopePath)).map(({ id: personId, name, role, scopePath: path }) => {
    const { name: scopeName, nameHi: scopeNameHi } = nodeAt(path)
    return { personId, name, role, scopeName, scopeNameHi, ...loadOf([...(told.get(personId)?.values() ?? [])], now, WINDOWS) }
  })
  positions.sort((a, b) => b.now - a.now || b.average - a.average || (a.personId < b.personId ? -1 : 1))
  return { serverNow: now, area: loadOf(raised, now, WINDOWS), positions: positions.slice(0, MAX_POSITIONS) }
}

function toldLately(store: LoadStore, memory: LoadMemory, from: number): Promise<Told> {
  const now = store.now()
  if (memory.last && now - memory.last.at < KEEP_MS) return memory.last.told
  const told = firstTold(store, from)
  memory.last = { at: now, told }
  told.catch(() => { memory.last = null })
  return told
}

/** When each person was first told of each alert, of those told of since `from`. */
async function firstTold(store: Pick<Store, 'deliveries'>, from: number): Promise<Told> {
  const keys = await store.deliveries.keys({ index: 'byChange', range: { gte: from }, order: 'desc', limit: MAX_ROWS })
  const rows = await inChunks(keys.map(({ id }) => id), (ids) => store.deliveries.getMany(ids))
  const told: Told = new Map()
  for (const { personId, docketId, sentAt } of rows) {
    if (sentAt === null || sentAt < from) continue
    const mine = told.get(personId) ?? new Map<string, number>()
    mine.set(docketId, Math.min(sentAt, mine.get(docketId) ?? Infinity))
    told.set(personId, mine)
  }
  return told
}

async function raisedSince(store: Pick<Store, 'dockets'>, scopePath: string, from: number): Promise<number[]> {
  const keys = await Promise.all(ALERT_INDEXES.map((index) => store.dockets.keys({ index, range: { gte: from }, order: 'asc', limit: MAX_OPENED })))
  const dockets = await inChunks([...new Set(keys.flat().map(({ id }) => id))], (ids) => store.dockets.getMany(ids))
  return dockets.flatMap(({ path, alert }) => (alert && alert.raisedAt >= from && isWithin(scopePath, path) ? [alert.raisedAt] : []))
}

async function inChunks<Found>(ids: readonly string[], read: (ids: string[]) => Promise<Found[]>): Promise<Found[]> {
  const found: Found[] = []
  for (let at = 0; at < ids.length; at += CHUNK) found.push(...await read(ids.slice(at, at + CHUNK)))
  return found
}
