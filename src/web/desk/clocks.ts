import type { DocketView } from '../../contract/desk.ts'

/** One clock of a docket as it is drawn. Times are epoch milliseconds. */
export interface ClockLine {
  name: 'acknowledged' | 'progress' | 'replied' | 'closed'
  /** When it happened; null while it runs. */
  at: number | null
  by: number
  /** in-time and late are done; running and overdue are not. */
  state: 'in-time' | 'late' | 'running' | 'overdue'
  /** From the citizen's post, and from our receipt: until it happened, or until now. Never negative. */
  sincePostMs: number
  sinceReceiptMs: number
}

/** The four clocks of a docket, on both counts. @param now the server's time. */
export function clockLines({ clocks }: Pick<DocketView, 'clocks'>, now: number): ClockLine[] {
  const line = (name: ClockLine['name'], at: number | null, by: number): ClockLine => {
    const until = at ?? now
    const state = at === null ? (now > by ? 'overdue' : 'running') : at > by ? 'late' : 'in-time'
    return { name, at, by, state, sincePostMs: Math.max(0, until - clocks.postedAt), sinceReceiptMs: Math.max(0, until - clocks.receivedAt) }
  }
  return [
    line('acknowledged', clocks.acknowledgedAt, clocks.acknowledgeBy), line('progress', clocks.progressAt, clocks.progressBy),
    line('replied', clocks.repliedAt, clocks.replyBy), line('closed', clocks.closedAt, clocks.closeBy),
  ]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A span as a person would say it, in the two largest units: `2 d 4 h`, `3 h 12 min`, `4 min`, `12 s`. */
export function span(ms: number, units: { d: string; h: string; min: string; s: string }): string {
  const of = (whole: number, unit: string): string => `${whole} ${unit}`
  if (ms >= DAY) return [of(Math.floor(ms / DAY), units.d), ...(ms % DAY >= HOUR ? [of(Math.floor((ms % DAY) / HOUR), units.h)] : [])].join(' ')
  if (ms >= HOUR) return [of(Math.floor(ms / HOUR), units.h), ...(ms % HOUR >= MINUTE ? [of(Math.floor((ms % HOUR) / MINUTE), units.min)] : [])].join(' ')
  if (ms >= MINUTE) return of(Math.floor(ms / MINUTE), units.min)
  return of(Math.max(0, Math.floor(ms / 1000)), units.s)
}
