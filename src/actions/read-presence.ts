import type { Store } from './ports.ts'

/** A web process that was silent for longer shows nothing any more, milliseconds. */
const PRESENCE_LIMIT_MS = 6_000
const MAX_PROCESSES = 200

/** Who has a console open somewhere, as the web processes last said. */
export async function readPresence(store: Pick<Store, 'presence' | 'now'>): Promise<ReadonlySet<string>> {
  const rows = await store.presence.find({ index: 'byTime', range: { gte: store.now() - PRESENCE_LIMIT_MS }, order: 'desc', limit: MAX_PROCESSES })
  return new Set(rows.flatMap((row) => row.personIds))
}
