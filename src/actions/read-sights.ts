import type { WallSight } from '../domain/blind-walls.ts'
import type { Store } from './ports.ts'

/** As for people (read-presence.ts): what a web process said longer ago holds no more. */
const PRESENCE_LIMIT_MS = 6_000
/** How long it is remembered how a wall was seen last. */
const MEMORY_MS = 60_000
const MAX_PROCESSES = 200

/** What the web processes know of the pages of walls; of a process that fell silent: that its walls are connected no more. */
export async function readSights(store: Pick<Store, 'presence' | 'now'>): Promise<WallSight[]> {
  const now = store.now()
  const rows = await store.presence.find({ index: 'byTime', range: { gte: now - MEMORY_MS }, order: 'desc', limit: MAX_PROCESSES })
  return rows.flatMap(({ at, walls = [] }) => walls.map((sight) => (at >= now - PRESENCE_LIMIT_MS ? sight : { ...sight, isConnected: false })))
}
