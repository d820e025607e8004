import { deskOf } from './desk.ts'
import type { Desk } from './desk.ts'
import type { HistoryEntry } from './history.ts'
import type { Author } from './post.ts'

/**
 * The number and its code stand in our public answer: whoever reads it may open a docket again at /track. What that can do
 * at most: bring a closed docket back to a desk, unproven and marked so, so often and no oftener. It rings nowhere. A post of
 * the complainant on X is proof of who says it, and is bound by none of this.
 */
export const CODE_LIMITS = {
  /** After its closing, milliseconds. */
  withinMs: 30 * 86_400_000,
  /** Between two reopenings by code. */
  apartMs: 86_400_000,
  /** Reopenings by code of one docket. */
  most: 3,
} as const

const REOPENINGS: ReadonlySet<string> = new Set(['docket-reopened', 'appealed'])

function byCode(history: readonly HistoryEntry[]): HistoryEntry[] {
  return history.filter(({ who, what }) => who === 'citizen' && REOPENINGS.has(what))
}

/** From when on whoever holds the code may open it again, epoch milliseconds (in the past: now); null where they may not at all. */
export function reopenFrom(docket: { history: readonly HistoryEntry[]; desk?: Desk }, closedAt: number | null, now: number): number | null {
  const before = byCode(docket.history)
  if (closedAt === null || now - closedAt >= CODE_LIMITS.withinMs || deskOf(docket).mergedInto !== null || before.length >= CODE_LIMITS.most) return null
  const from = Math.max(closedAt, (before.at(-1)?.at ?? -Infinity) + CODE_LIMITS.apartMs)
  return from < closedAt + CODE_LIMITS.withinMs ? from : null
}

/** The reopening that holds, where nobody but a holder of the code asked for it; null once an officer or the complainant's own post stands behind it. */
export function openedByCode(docket: { status: string; history: readonly HistoryEntry[]; thread: readonly { author: Pick<Author, 'id'>; joinedAt?: number }[]; post: { author: { id: string } } }): { at: number; reason: string } | null {
  if (docket.status === 'closed') return null
  const last = docket.history.findLast(({ what }) => REOPENINGS.has(what) || what === 'closed' || what === 'merged')
  if (last?.who !== 'citizen' || !REOPENINGS.has(last.what)) return null
  if (docket.thread.some(({ author, joinedAt }) => author.id === docket.post.author.id && (joinedAt ?? 0) > last.at)) return null
  return { at: last.at, reason: typeof last.facts.reason === 'string' ? last.facts.reason : '' }
}
