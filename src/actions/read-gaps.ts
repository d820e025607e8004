import type { StreamGap } from '../domain/stream.ts'
import type { Store } from './ports.ts'

const MAX_GAPS = 5_000

/** Stretches in which the stream did not see between two times, by their beginning. @throws PrahariError unavailable. */
export async function readGaps(store: Pick<Store, 'gaps'>, from: number, to: number): Promise<StreamGap[]> {
  const gaps = await store.gaps.find({ index: 'byStart', range: { lt: to }, order: 'desc', limit: MAX_GAPS })
  return gaps.filter(({ endedAt }) => endedAt === null || endedAt > from).reverse()
}

/** Gaps that overlap count once. @param gaps by their beginning. */
export function blindMs(gaps: readonly StreamGap[], from: number, to: number): number {
  let sum = 0
  let seenTo = from
  for (const { startedAt, endedAt } of gaps) {
    const end = Math.min(to, endedAt ?? to)
    sum += Math.max(0, end - Math.max(seenTo, startedAt))
    seenTo = Math.max(seenTo, end)
  }
  return Math.round(sum)
}
