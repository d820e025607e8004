import { isWithin, STATE_PATH } from './area.ts'
import type { BriefFacts, FollowerClass, Origin } from './brief.ts'
import { indianDay } from './docket.ts'
import type { DocketStatus } from './docket.ts'
import { DEFAULT_SLAS } from './sla.ts'
import type { Slas, SlaStep } from './sla.ts'
import { isActionable } from './verdict.ts'
import type { Category, Language, Severity } from './verdict.ts'

/** What a docket can be besides its fields. late-…: not in time by the policy, counted from our receipt. */
export const DOCKET_MARKS = ['sos', 'unread', 'overdue', 'moved-up', 'reopened', 'forwarded', 'sent-on', 'second-officer', 'closed-today', 'flagged', 'unacknowledged', 'unreplied', 'protected', 'actionable', 'late-acknowledged', 'late-progress', 'late-replied', 'late-closed'] as const
export type DocketMark = (typeof DOCKET_MARKS)[number]

/** What a list of dockets is filtered by; everything given must hold. Times are epoch milliseconds. */
export interface DocketFilter {
  status?: readonly DocketStatus[] | undefined
  severity?: readonly Severity[] | undefined
  category?: readonly Category[] | undefined
  lang?: readonly Language[] | undefined
  origin?: readonly Origin[] | undefined
  /** Person id, `me` or `nobody`. */
  owner?: string | undefined
  /** Received from (included) until (excluded). */
  from?: number | undefined
  to?: number | undefined
  /** Hour of the day of receipt in India, 0 to 23. */
  hour?: number | undefined
  is?: readonly DocketMark[] | undefined
  flag?: string | undefined
  followers?: FollowerClass | undefined
}

const IST_OFFSET_MS = 19_800_000
const HOUR_MS = 3_600_000

/** The hour of the day in India (UTC+5:30, no summer time), 0 to 23. */
export function indianHour(time: number): number {
  return Math.floor((time + IST_OFFSET_MS) / HOUR_MS) % 24
}

/** When each step was first done; null where it was not. */
export function stepAt(facts: BriefFacts, step: SlaStep): number | null {
  return step === 'acknowledge' ? facts.acknowledgedAt : step === 'progress' ? facts.progressAt : step === 'reply' ? facts.repliedAt : facts.closedAt
}

/** Whether a step was done too late, or is not done and its time is over. @param since receivedAt or postedAt. */
export function isLate(facts: BriefFacts, step: SlaStep, since: number, now: number, slas: Slas = DEFAULT_SLAS): boolean {
  return (stepAt(facts, step) ?? now) > since + slas[facts.severity][step]
}

/** @param slas the windows in force. */
export function hasMark(facts: BriefFacts, mark: DocketMark, now: number, slas: Slas = DEFAULT_SLAS): boolean {
  return MARKS[mark](facts, now, slas)
}

const MARKS: Record<DocketMark, (facts: BriefFacts, now: number, slas: Slas) => boolean> = {
  sos: ({ isSos }) => isSos,
  unread: ({ unreadSince }) => unreadSince !== null,
  overdue: isOverdue,
  'moved-up': ({ movedUp }) => movedUp > 0,
  reopened: ({ reopened }) => reopened > 0,
  forwarded: ({ isForwarded }) => isForwarded,
  'sent-on': ({ sentFrom }) => sentFrom !== null,
  'second-officer': ({ awaitsSecond }) => awaitsSecond,
  'closed-today': ({ closedAt }, now) => closedAt !== null && indianDay(closedAt) === indianDay(now),
  flagged: ({ flags }) => flags.length > 0,
  unacknowledged: ({ acknowledgedAt }) => acknowledgedAt === null,
  unreplied: ({ repliedAt }) => repliedAt === null,
  protected: ({ isProtected }) => isProtected,
  actionable: ({ severity }) => isActionable(severity),
  'late-acknowledged': (facts, now, slas) => isLate(facts, 'acknowledge', facts.receivedAt, now, slas),
  'late-progress': (facts, now, slas) => isLate(facts, 'progress', facts.receivedAt, now, slas),
  'late-replied': (facts, now, slas) => isLate(facts, 'reply', facts.receivedAt, now, slas),
  'late-closed': (facts, now, slas) => isLate(facts, 'close', facts.receivedAt, now, slas),
}

/** Not closed, and something that should have been done by now is not: taken, worked on, or closed. */
function isOverdue(facts: BriefFacts, now: number, slas: Slas): boolean {
  if (facts.status === 'closed') return false
  const sla = slas[facts.severity]
  const age = now - facts.receivedAt
  return age > sla.close || (facts.acknowledgedAt === null && age > sla.acknowledge) || (facts.progressAt === null && age > sla.progress)
}

/** The filter as one test of a docket's facts. @param me whoever asks. @param now epoch milliseconds. @param slas the windows in force. @param scopePath for whom `forwarded` is to us and `sent-on` by us. */
export function docketFilter(filter: DocketFilter, me: string, now: number, slas: Slas = DEFAULT_SLAS, scopePath = STATE_PATH): (facts: BriefFacts) => boolean {
  const { from, to, hour, followers, flag } = filter
  const owner = filter.owner === 'me' ? me : filter.owner === 'nobody' ? null : filter.owner
  const tests: ((facts: BriefFacts) => boolean)[] = []
  for (const field of ['status', 'severity', 'category', 'lang', 'origin'] as const) {
    const wanted: readonly string[] | undefined = filter[field]
    if (wanted) tests.push((facts) => wanted.includes(facts[field]))
  }
  if (filter.owner !== undefined) tests.push(({ ownerId }) => ownerId === owner)
  if (from !== undefined) tests.push(({ receivedAt }) => receivedAt >= from)
  if (to !== undefined) tests.push(({ receivedAt }) => receivedAt < to)
  if (hour !== undefined) tests.push(({ receivedAt }) => indianHour(receivedAt) === hour)
  if (followers !== undefined) tests.push((facts) => facts.followers === followers)
  if (flag !== undefined) tests.push(({ flags }) => flags.includes(flag))
  if (filter.is?.includes('forwarded')) tests.push(({ path }) => isWithin(scopePath, path))
  if (filter.is?.includes('sent-on')) tests.push(({ sentFrom }) => sentFrom !== null && isWithin(scopePath, sentFrom))
  for (const mark of filter.is ?? []) tests.push((facts) => MARKS[mark](facts, now, slas))
  return (facts) => tests.every((test) => test(facts))
}
