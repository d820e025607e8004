import { indianDay } from './docket.ts'
import type { ReplyKind } from './reply.ts'
import { linksIn } from './weighted-length.ts'

/** What X charges, in US cents, and what may be spent in a month. */
export interface ReplyPrices {
  replyCents: number
  /** A post with a link costs so many times as much. */
  linkFactor: number
  messageCents: number
  limitCents: number
}

/** What one answer costs, in US cents. */
export function replyCost(text: string, kind: ReplyKind, prices: ReplyPrices): number {
  if (kind === 'dm') return prices.messageCents
  return linksIn(text).length > 0 ? prices.replyCents * prices.linkFactor : prices.replyCents
}

/** The month in India to which an expense belongs, `2026-11`. */
export function budgetMonth(now: number): string {
  const day = indianDay(now)
  return `${day.slice(0, 4)}-${day.slice(4, 6)}`
}

/** When that month began, epoch milliseconds: midnight in India (UTC+5:30). */
export function monthStart(month: string): number {
  return Date.parse(`${month}-01T00:00:00+05:30`)
}
