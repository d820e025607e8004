import type { DeliverySummary } from '../../contract/delivering.ts'

/** What became of telling people, by alert id. */
export type Summaries = ReadonlyMap<string, DeliverySummary>

/** Those heard of longest ago are forgotten beyond so many. */
const MAX_KEPT = 3_000

/** The summaries with the news; of each alert the newest `at` wins, in whatever order they come. */
export function withNews(known: Summaries, news: readonly DeliverySummary[]): Summaries {
  const next = new Map(known)
  for (const one of news) {
    if ((next.get(one.alertId)?.at ?? 0) > one.at) continue
    next.delete(one.alertId)
    next.set(one.alertId, one)
  }
  for (const id of next.keys()) {
    if (next.size <= MAX_KEPT) break
    next.delete(id)
  }
  return next
}
