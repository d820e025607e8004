import type { Docket } from '../domain/docket.ts'
import type { Key, Store } from './ports.ts'

/** A change may become visible so long after the time it carries. */
const OVERLAP_MS = 5_000
const PAGE = 500
const MOST_KEYS = 1_000_000

/** Follows what happens to dockets from where it was left, across restarts. */
export interface DocketTail {
  /** The next dockets that changed, in no order, each at least once; none when there is nothing new. @throws PrahariError unavailable. */
  next(): Promise<Docket[]>
  /** What `next` gave is dealt with: a restart goes on behind it. @throws PrahariError unavailable. */
  done(): Promise<void>
}

/**
 * A tail with a place of its own in the ledger, by its name. It begins `sinceMs` before the first call ever. What was seen in the
 * overlap is remembered, so that a quiet hour costs one small read of an index; a restart sees what changed since the last news again.
 */
export function tailDockets(store: Pick<Store, 'dockets' | 'checkpoints' | 'now'>, name: string, sinceMs: number): DocketTail {
  const id = `tail:${name}`
  /** Where everything before is dealt with, and how far the keys in hand reach. */
  let until: number | null = null
  let reach = 0
  let window: Key[] = []
  let seen = new Map<string, number>()
  let waiting: Key[] = []
  let inHand: Key[] = []

  return {
    async next() {
      if (waiting.length === 0) {
        const stored = until === null ? await store.checkpoints.get(id) : undefined
        until ??= typeof stored?.facts.until === 'number' ? stored.facts.until : store.now() - sinceMs
        reach = store.now()
        window = await store.dockets.keys({ index: 'byUpdated', range: { gte: until - OVERLAP_MS }, order: 'asc', limit: MOST_KEYS })
        waiting = window.filter((key) => (seen.get(key.id) ?? 0) < key.version)
      }
      inHand = waiting.slice(0, PAGE)
      return inHand.length === 0 ? [] : store.dockets.getMany(inHand.map((key) => key.id))
    },
    async done() {
      waiting = waiting.slice(inHand.length)
      for (const key of inHand) seen.set(key.id, key.version)
      if (waiting.length > 0) return
      seen = new Map(window.map((key) => [key.id, key.version]))
      until = Math.max(until ?? 0, reach)
      if (inHand.length > 0) await store.checkpoints.put({ id, version: until, at: store.now(), facts: { until } })
      inHand = []
    },
  }
}
