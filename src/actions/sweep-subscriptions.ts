import type { Done, Store } from './ports.ts'

const DAY_MS = 86_400_000
/** A device that took nothing for so long is no way to reach anybody. */
const UNUSED_MS = 60 * DAY_MS
/** One that failed so often in a row, and took nothing for a day. */
const FAILURES = 20
const BATCH = 1_000

/** Removes devices that are stale, so that nobody counts on them. @returns how many. */
export async function sweepSubscriptions(store: Pick<Store, 'subscriptions' | 'now'>): Promise<Done & { removed: number }> {
  const now = store.now()
  const idle = await store.subscriptions.find({ index: 'byUse', range: { lt: now - DAY_MS }, order: 'asc', limit: BATCH })
  const stale = idle.filter((one) => one.usedAt < now - UNUSED_MS || one.failuresInRow >= FAILURES)
  await store.subscriptions.remove(stale.map((one) => one.id))
  return { did: 'swept', because: 'devices unused for 60 days or failing', removed: stale.length }
}
