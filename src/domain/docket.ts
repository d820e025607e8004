import type { Alert, AlertEvent } from './alert.ts'
import { isOpen } from './alert.ts'
import type { Origin } from './brief.ts'
import type { Correction } from './correction.ts'
import { deskOf } from './desk.ts'
import type { Desk } from './desk.ts'
import { unopenedSince } from './desk-alarm.ts'
import { deskTimer } from './desk-clock.ts'
import type { DeskTimes } from './desk-clock.ts'
import type { DocketStatus } from './docket-status.ts'
import { append } from './history.ts'
import type { HistoryEntry, Sha256 } from './history.ts'
import type { IncidentShare } from './incident.ts'
import type { Post } from './post.ts'
import type { Spread } from './spread.ts'
import type { FollowUpKind, Severity, Verdict } from './verdict.ts'

export { DOCKET_STATUSES } from './docket-status.ts'
export type { DocketStatus } from './docket-status.ts'

/** A post that came after the one that opened the docket. What was read of it is absent where an earlier version joined it. */
export interface ThreadPost extends Post {
  /** Null for an edit of what was there. */
  followUp?: FollowUpKind | null
  /** Why it was read so, short English phrases. */
  because?: string[]
  /** As judged by itself. */
  severity?: Severity
  joinedAt?: number
  /** The docket that it got of its own when somebody split it off. */
  splitTo?: string
}

/**
 * One complaint with everything that must change together: its posts, owner, alert, clocks and history live in one
 * document, replaced only by whoever holds its current version.
 */
export interface Docket {
  /** `case-<post id>`: the natural key that makes a second docket for one case impossible. */
  id: string
  version: number
  /** `UPP-20261123-000042`, what people say to each other. */
  number: string
  status: DocketStatus
  /** Jurisdiction path of the owner. */
  path: string
  /** The post that opened it, and what came after it (edits, further posts), oldest first, the last MAX_THREAD. */
  post: Post
  thread: ThreadPost[]
  /** What holds: the machine's verdict under the corrections. */
  verdict: Verdict
  /** What the machine said, once a person has said otherwise. */
  machine?: Verdict
  /** What persons said of the verdict, oldest first, the last MAX_CORRECTIONS. */
  corrections?: Correction[]
  /** When the newest correction was made, for the index. */
  correctedAt?: number
  alert: Alert | null
  /** When the citizen posted, when we received it, when the docket was opened: the two honest clocks start here. */
  postedAt: number
  receivedAt: number
  openedAt: number
  updatedAt: number
  history: HistoryEntry[]
  /** 1 while the alert is open: what the walls ask for. Derived from the alert, kept for the index. */
  alertOpen: 0 | 1
  /** The alert's nextDueAt, kept for the sweep's index. */
  nextDueAt: number | null
  /** Who wrote the opening post, and its conversation: further posts are found by them. Null where X did not say. */
  authorId?: string | null
  conversationId?: string | null
  /** District, spot and family (domain/matter.ts), for finding other reports of the same event. */
  matter?: string | null
  /** The further post whose verdict holds; the opening post where absent. */
  leadPostId?: string
  spread?: Spread
  /** The incident to which it belongs, and what was last told of it. */
  incidentId?: string
  incident?: IncidentShare
  /** Incidents whose crowd has raised it. */
  raisedFor?: string[]
  /** How many remarks and photos were added. */
  notes?: number
  /** When the alert last changed: what the deliveries must follow, found by this index. */
  alertAt?: number
  /** What the desk does with it (domain/desk.ts). */
  desk?: Desk
  /** When the desk's next timer is due, for the index. */
  deskDueAt?: number | null
  /** The desk times that an administrator set; the defaults where absent (timedBy in domain/desk-clock.ts). */
  deskTimes?: DeskTimes
  /** Since when it has waited for somebody of its desk to open it, for the index (domain/desk-alarm.ts). */
  unopenedSince?: number | null
  /** How it came, where not from X. */
  origin?: Origin
}

export const MAX_THREAD = 50

export function docketIdFor(caseId: string): string {
  return `case-${caseId}`
}

/** `UPP-20261123-000042`: the day in Indian time (UTC+5:30, no summer time) and the number within it. */
export function docketNumber(day: string, sequence: number): string {
  return `UPP-${day}-${String(sequence).padStart(6, '0')}`
}

const IST_OFFSET_MS = 19_800_000
const DAY_MS = 86_400_000

/** The day in India at `now`, as `20261123`. Proleptic Gregorian arithmetic (Howard Hinnant, "civil from days"). */
export function indianDay(now: number): string {
  const days = Math.floor((now + IST_OFFSET_MS) / DAY_MS) + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
}

/**
 * The colour of a docket beside its alert. Who has the alert is on it, and so is whoever has it at a desk. An alert that ended
 * does not close the docket: what was done is still to be written down with its proof. Only a drill ends with its alert.
 */
function statusFor(docket: Docket, alert: Alert, desk: Desk): DocketStatus {
  const isOver = docket.status === 'closed' || docket.status === 'reopened'
  if (!isOpen(alert)) return docket.post.source === 'drill' ? 'closed' : docket.status === 'closed' ? 'closed' : 'in-process'
  if (alert.holder || (desk.owner && !isOver)) return 'in-process'
  return isOver ? 'reopened' : 'open'
}

/**
 * The desk beside a changed alert: whoever has the alert is the visible owner, unless somebody at a desk has the docket; who
 * became the owner so is it no longer once they gave the alert back. Taking the alert accepts what was forwarded.
 */
function deskBeside(docket: Docket, alert: Alert): Desk {
  const desk = deskOf(docket)
  const before = docket.alert?.holder
  const cameByAlert = desk.owner !== null && before?.personId === desk.owner.personId && before.at === desk.owner.at
  const isTaken = alert.holder !== null && isOpen(alert)
  const owner = desk.owner === null || cameByAlert ? (isOpen(alert) ? alert.holder : (alert.holder ?? desk.owner)) : desk.owner
  if (docket.post.source === 'drill' || (owner === desk.owner && !(isTaken && desk.forwarding))) return desk
  return { ...desk, owner, forwarding: isTaken ? null : desk.forwarding }
}

/** The post that the verdict was made of. */
export function leadPost(docket: Docket): Post {
  return docket.thread.find(({ id }) => id === docket.leadPostId) ?? docket.post
}

/** How urgent the docket is: by its alert, where it has one. */
export function severityOf({ alert, verdict }: Docket): Severity {
  return alert?.severity ?? verdict.severity
}

/** Whether the post is in the docket already: in its thread, or counted in its spread. */
export function holdsPost(docket: Docket, postId: string): boolean {
  return docket.post.id === postId || docket.thread.some(({ id }) => id === postId) || (docket.spread?.recentPosts.includes(postId) ?? false)
}

/** The thread with one more post: the last MAX_THREAD, and always the one whose verdict holds. */
export function withThreadPost(docket: Docket, post: ThreadPost, leadPostId: string | undefined): ThreadPost[] {
  const all = [...docket.thread, post]
  const kept = all.slice(-MAX_THREAD)
  const lead = all.find(({ id }) => id === leadPostId)
  return !lead || kept.includes(lead) ? kept : [lead, ...kept.slice(1)]
}

/** The next version of the docket with a changed alert and the events that changed it in its history. */
export function withAlert(docket: Docket, alert: Alert, events: AlertEvent[], by: { who: string; now: number; sha256: Sha256 }): Docket {
  const desk = deskBeside(docket, alert)
  const isReopened = docket.status === 'closed' && isOpen(alert)
  const changes = { ...(desk === deskOf(docket) && !isReopened ? {} : { desk: isReopened ? reopenedDesk(desk) : desk }), status: statusFor(docket, alert, desk) }
  return evolve(docket, { ...changes, ...alertFields(alert, by.now) }, events, by)
}

/** A changed alert with what is kept of it for the indexes. */
export function alertFields(alert: Alert, now: number): Pick<Docket, 'alert' | 'alertOpen' | 'nextDueAt' | 'alertAt'> {
  return { alert, alertOpen: isOpen(alert) ? 1 : 0, nextDueAt: alert.nextDueAt, alertAt: now }
}

/** The desk of a docket that is wanted again: nobody's closing holds any more. */
export function reopenedDesk(desk: Desk): Desk {
  return { ...desk, owner: null, closing: null, clocks: { ...desk.clocks, closedAt: null }, reopened: desk.reopened + 1, mergedInto: null, claim: null, upPath: null, openedAt: null }
}

/** The next version of the docket with some fields changed, each event appended to its history. */
export function evolve(docket: Docket, changes: Partial<Docket>, events: AlertEvent[], by: { who: string; now: number; sha256: Sha256 }): Docket {
  const version = docket.version + 1
  const history = events.reduce(
    (sofar, event) => append(sofar, { at: by.now, who: by.who, what: event.what, facts: event.facts, madeVersion: version }, by.sha256),
    docket.history,
  )
  const next = { ...docket, ...changes, version, updatedAt: by.now, history }
  return { ...next, deskDueAt: deskTimer(next)?.at ?? null, unopenedSince: unopenedSince(next) }
}
