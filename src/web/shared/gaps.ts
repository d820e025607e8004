import type { RouteAnswer } from '../../contract/http.ts'

export type Gap = RouteAnswer<'gaps'>['gaps'][number]

/** A stretch of an hour-long strip, as shares of its length from the left. */
export interface Stretch {
  id: string
  from: number
  to: number
  isOpen: boolean
}

/** The gaps that touch the last `lengthMs` before `now`, as stretches between 0 and 1. */
export function stretches(gaps: readonly Gap[], now: number, lengthMs: number): Stretch[] {
  const start = now - lengthMs
  return gaps.flatMap(({ id, startedAt, endedAt }) => {
    const from = Math.max(0, (startedAt - start) / lengthMs)
    const to = Math.min(1, ((endedAt ?? now) - start) / lengthMs)
    return to > 0 && from < 1 && to >= from ? [{ id, from, to, isOpen: endedAt === null }] : []
  })
}

/** Milliseconds of the last `lengthMs` that lie in a gap. Gaps that overlap count once. */
export function blindMs(gaps: readonly Gap[], now: number, lengthMs: number): number {
  const sorted = stretches(gaps, now, lengthMs).sort((a, b) => a.from - b.from)
  let sum = 0
  let seenTo = 0
  for (const { from, to } of sorted) {
    sum += Math.max(0, to - Math.max(from, seenTo))
    seenTo = Math.max(seenTo, to)
  }
  return Math.round(sum * lengthMs)
}
