import { isOpen } from './alert.ts'
import { BRIEF_REVISION } from './brief.ts'
import type { Brief } from './brief.ts'
import { deskOf } from './desk.ts'
import { leadPost, severityOf } from './docket.ts'
import type { Docket } from './docket.ts'
import { isDrill } from './drill.ts'
import type { HistoryEntry } from './history.ts'
import { seenFrom } from './seen-from.ts'

const EXCERPT = 200

/**
 * The brief of a docket; null for a drill, which no list and no report has.
 * @param terms what search looks in (triage/search/docket-terms.ts). @param writtenAt epoch milliseconds of the store's clock.
 */
export function newBrief(docket: Docket, terms: string, writtenAt: number): Brief | null {
  if (isDrill(docket.post)) return null
  const { alert, verdict, post, thread } = docket
  const { clocks, closing, ...desk } = deskOf(docket)
  const { sentFrom, offeredTo } = seenFrom(docket)
  const isAlertOpen = alert !== null && isOpen(alert)
  const owner = desk.owner ?? (isAlertOpen ? alert.holder : null)
  const firstEnd = earliest(closing?.at, clocks.closedAt, alert?.closedAt)
  const progressAt = earliest(alert?.firstProgressAt, clocks.progressAt, firstEnd)
  return {
    id: docket.id, version: docket.version, number: docket.number, path: docket.path, status: docket.status, severity: severityOf(docket), category: verdict.category, lang: verdict.language,
    origin: docket.origin ?? 'x', isProtected: verdict.isProtected, isSos: alert !== null, isAlertOpen,
    postedAt: docket.postedAt, receivedAt: docket.receivedAt, openedAt: docket.openedAt, updatedAt: docket.updatedAt,
    // Who closes it, or goes there, has also taken it: nobody needs to press two buttons for the clock.
    acknowledgedAt: earliest(alert?.firstAcknowledgedAt, clocks.acceptedAt, progressAt), progressAt, repliedAt: clocks.repliedAt,
    closedAt: docket.status === 'closed' ? (closing?.at ?? alert?.closedAt ?? clocks.closedAt ?? docket.updatedAt) : null,
    reopened: desk.reopened, movedUp: desk.movedUp, ownerId: owner?.personId ?? null, ownerName: owner?.name ?? null,
    dueAt: earliest(docket.nextDueAt, docket.deskDueAt), unreadSince: desk.unreadSince, isForwarded: desk.forwarding !== null, sentFrom, acceptBy: desk.forwarding?.dueAt ?? null, offeredTo, awaitsSecond: awaitsSecond(docket.history),
    lastPostAt: Math.max(post.createdAt, ...thread.map(({ createdAt }) => createdAt)), posts: 1 + thread.length,
    closing: docket.status === 'closed' ? (closing?.action ?? null) : null, flags: desk.flags, followers: post.author.followers,
    handle: verdict.isProtected ? '' : post.author.handle, excerpt: verdict.isProtected ? '' : beginning(leadPost(docket).text), writtenAt, revision: BRIEF_REVISION, terms,
  }
}

/** Whether an answer was written that a second officer must agree to, and nothing became of it yet. */
function awaitsSecond(history: readonly HistoryEntry[]): boolean {
  const waiting = new Set<unknown>()
  for (const { what, facts } of history) {
    if (what === 'reply-drafted' && facts.waits === 1) waiting.add(facts.reply)
    else if (what.startsWith('reply-')) waiting.delete(facts.reply)
  }
  return waiting.size > 0
}

function earliest(...times: (number | null | undefined)[]): number | null {
  const known = times.filter((time) => time !== null && time !== undefined)
  return known.length > 0 ? Math.min(...known) : null
}

/** The first units of a text, no sign cut in two. */
function beginning(text: string): string {
  const last = text.charCodeAt(EXCERPT - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? EXCERPT - 1 : EXCERPT)
}
