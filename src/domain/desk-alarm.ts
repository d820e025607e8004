import { isOpen } from './alert.ts'
import type { Alert } from './alert.ts'
import { deskOf } from './desk.ts'
import type { Desk } from './desk.ts'
import type { DocketStatus } from './docket-status.ts'
import { isDrill } from './drill.ts'
import { GAMING_FLAGS } from './gaming.ts'
import type { GamingFlag } from './gaming.ts'
import type { HistoryEntry } from './history.ts'
import type { Post } from './post.ts'
import type { Sla, Slas } from './sla.ts'
import type { Severity } from './verdict.ts'

/** What a supervisor is alarmed of besides alerts: what looks like gaming, of a person; and a desk that nobody opens, of a node. */
export const DESK_ALARM_KINDS = [...GAMING_FLAGS, 'unopened-desk'] as const
export type DeskAlarmKind = (typeof DESK_ALARM_KINDS)[number]

/** Milliseconds. */
export const DESK_ALARM_TIMES = {
  /** A flag that is found later than this is history, and no alarm. */
  tooOld: 86_400_000,
  /** A desk that was looked into and that still nobody opened comes back after this. */
  comesBack: 1_800_000,
  /** While it goes on, the next level is told again so often, each time one further up. */
  toldAgain: 3_600_000,
} as const

/** A docket that is a reason of an alarm. Key: by what the same finding is known again. */
export interface AlarmReason {
  key: string
  docketId: string
  number: string
  at: number
}

/** One alarm for each kind and subject; it comes and goes. Times are epoch milliseconds. */
export interface DeskAlarm {
  /** `<kind>.<person or node id>` */
  id: string
  version: number
  kind: DeskAlarmKind
  /** Person id, or node id of an unopened desk. */
  subject: string
  name: string
  /** In whose area it rings: the area of the person, or the desk. */
  path: string
  /** 1 while somebody has to look, for the index. */
  open: 0 | 1
  /** When it began, this time, and the newest reason. */
  since: number
  lastAt: number
  /** Reasons since it began: closings or answers; dockets that wait now. */
  times: number
  /** The newest reasons, newest last. */
  reasons: AlarmReason[]
  lookedInto: { personId: string; name: string; at: number; reason: string } | null
  /** How often somebody was told of it, and when last. */
  told: number
  toldAt: number | null
}

const MOST_REASONS = 100

export function deskAlarmId(kind: DeskAlarmKind, subject: string): string {
  return `${kind}.${subject}`
}

/** One flag in a docket's history: who did what, when. */
export interface Sighting extends AlarmReason {
  kind: GamingFlag
  personId: string
}

/** The flags of a docket's history since a time, each under a key of its own. */
export function sightingsOf({ id, number, history }: { id: string; number: string; history: readonly HistoryEntry[] }, since: number): Sighting[] {
  return history.flatMap(({ what, who, at, seq, facts }) => {
    const kind = GAMING_FLAGS.find((flag) => flag === facts.flag)
    return what === 'flagged' && kind && at >= since && who !== 'system' ? [{ kind, personId: who, key: `${id}.${seq}`, docketId: id, number, at }] : []
  })
}

/** Whom an alarm is of, as it is shown. */
export type Subject = Pick<DeskAlarm, 'subject' | 'name' | 'path'>

/**
 * The alarm after one more sighting; the same object where it knew that one. What was looked into rings again by what was
 * done after the look, and by nothing before it.
 */
export function afterSighting(alarm: DeskAlarm | undefined, { kind, personId: _, ...reason }: Sighting, of: Subject): DeskAlarm {
  const blank: DeskAlarm = { ...of, id: deskAlarmId(kind, of.subject), version: 0, kind, open: 0, since: reason.at, lastAt: 0, times: 0, reasons: [], lookedInto: null, told: 0, toldAt: null }
  const before = alarm ?? blank
  const oldest = before.reasons.length >= MOST_REASONS ? (before.reasons[0]?.at ?? 0) : 0
  if (before.reasons.some(({ key }) => key === reason.key) || reason.at < oldest) return before
  const reasons = [...before.reasons, reason].sort((a, b) => a.at - b.at).slice(-MOST_REASONS)
  const next = { ...before, ...of, version: before.version + 1, reasons, lastAt: Math.max(before.lastAt, reason.at) }
  if (before.lookedInto && reason.at <= before.lookedInto.at) return next
  return before.open === 1 ? { ...next, times: before.times + 1 } : { ...next, open: 1, since: reason.at, times: 1, told: 0, toldAt: null }
}

/** What is looked at of a docket. */
export interface Openable {
  status: DocketStatus
  openedAt: number
  post: Pick<Post, 'source'>
  alert: Alert | null
  desk?: Desk
}

/** Since when a docket has waited for somebody of its desk to open it; null where nobody has to: it is closed, somebody has it or opened it, or its alert rings. */
export function unopenedSince(docket: Openable): number | null {
  const { owner, openedAt, touchedAt, unreadSince } = deskOf(docket)
  const { alert } = docket
  if (docket.status === 'closed' || owner !== null || typeof openedAt === 'number' || isDrill(docket.post) || (alert !== null && isOpen(alert))) return null
  return Math.max(docket.openedAt, touchedAt ?? 0, unreadSince ?? 0, alert?.closedAt ?? 0)
}

/** How long a docket may lie unopened: the policy's time for taking it, and not less than for one that does not ring (the ladder minds what rings). */
export function openWithin(severity: Severity, slas: Slas): Sla['acknowledge'] {
  return Math.max(slas[severity].acknowledge, slas.normal.acknowledge)
}

/** The alarm of a desk by what lies there unopened for too long (none: it ends by itself); the same object where nothing changes, null where there is none. */
export function afterDeskLook(alarm: DeskAlarm | undefined, waiting: readonly AlarmReason[], of: Subject, now: number): DeskAlarm | null {
  if (waiting.length === 0) {
    if (!alarm || (alarm.open === 0 && alarm.lookedInto === null)) return alarm ?? null
    return { ...alarm, version: alarm.version + 1, open: 0, lookedInto: null, told: 0, toldAt: null }
  }
  const oldest = Math.min(...waiting.map(({ at }) => at))
  const reasons = waiting.toSorted((a, b) => a.at - b.at).slice(-MOST_REASONS)
  const found = { times: waiting.length, reasons, lastAt: Math.max(...waiting.map(({ at }) => at)), ...of }
  const kind = 'unopened-desk'
  if (!alarm) return { ...found, id: deskAlarmId(kind, of.subject), version: 1, kind, open: 1, since: oldest, lookedInto: null, told: 0, toldAt: null }
  if (alarm.open === 0) {
    const isBack = alarm.lookedInto === null || now - alarm.lookedInto.at >= DESK_ALARM_TIMES.comesBack
    return isBack ? { ...alarm, ...found, version: alarm.version + 1, open: 1, since: alarm.lookedInto ? now : oldest, told: 0, toldAt: null } : alarm
  }
  return alarm.times === waiting.length && alarm.lastAt === found.lastAt ? alarm : { ...alarm, ...found, version: alarm.version + 1 }
}

/** Whether somebody is to be told of it now. */
export function isTellDue({ kind, open, toldAt }: DeskAlarm, now: number): boolean {
  return kind === 'unopened-desk' && open === 1 && (toldAt === null || now - toldAt >= DESK_ALARM_TIMES.toldAgain)
}

/** Somebody looked into it: quiet until it goes on. */
export function lookInto(alarm: DeskAlarm, by: { personId: string; name: string }, reason: string, now: number): DeskAlarm {
  return { ...alarm, version: alarm.version + 1, open: 0, lookedInto: { personId: by.personId, name: by.name, at: now, reason } }
}
