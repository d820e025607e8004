import { PrahariError } from './errors.ts'
import { policyFor, reachedBy, rungDueAt, rungTells } from './ladder.ts'
import type { LadderPolicy, SeverityPolicy, Told } from './ladder.ts'
import { isSos } from './verdict.ts'
import type { Severity } from './verdict.ts'

/**
 * The states of an alert:
 * - `raised`: nobody has it; the ladder runs.
 * - `acknowledged`: a person has it; the ladder rests until the acknowledgement lapses.
 * - `responding`, `on-scene`: the holder reported progress; silence after it wakes the ladder again.
 * - `resolved`, `false-alarm`: closed for good; nothing reopens it but a new post, or somebody's correction which says that
 *   what was put down as a false alarm is none (domain/correction.ts).
 */
export const ALERT_STATES = ['raised', 'acknowledged', 'responding', 'on-scene', 'resolved', 'false-alarm'] as const
export type AlertState = (typeof ALERT_STATES)[number]

/** What a person can do to an alert. */
export const PROGRESS_STEPS = ['responding', 'on-scene', 'resolved', 'false-alarm'] as const
export type ProgressStep = (typeof PROGRESS_STEPS)[number]

export interface Holder {
  personId: string
  name: string
  at: number
}

/** One act of a person, remembered by the key the client chose so that a repeat gets the same answer. */
export interface Act {
  key: string
  personId: string
  kind: 'acknowledge' | ProgressStep | 'hand-over' | 'cannot-reach' | 'reassign' | 'escalate-now' | 'call' | 'shelve' | 'unshelve'
  at: number
}

/** Who has the alert offers it to somebody else, and has it until that one acknowledges. */
export interface Offer {
  /** To whom; null: to whoever of the duty post takes it. */
  to: { personId: string; name: string } | null
  /** Person id and name of who offers. */
  from: string
  fromName: string
  at: number
  /** Not to be taken as a hand-over after this: the alert is back on its ladder by then. */
  until: number
}

/** What a supervisor decided: when, and who by id and name. */
interface Decision {
  by: string
  byName: string
  at: number
}

export interface Assignment extends Decision {
  to: { personId: string; name: string }
  until: number
}

export interface Shelf extends Decision {
  until: number
  reason: string
}

export interface Call extends Decision, Told {}

export interface Alert {
  state: AlertState
  severity: Severity
  raisedAt: number
  /** Version of the policy the alert was raised under, and the part of it that applies, frozen. */
  policyVersion: number
  policy: SeverityPolicy
  /** The rung to fire next; 1 right after the raise, which fires rung 0. */
  nextRung: number
  /** What the seconds of the rungs count from: the raise, moved on when a lapsed acknowledgement resumes the ladder. */
  ladderBaseAt: number
  /** When the sweep must act next: fire a rung, or let the acknowledgement lapse. Null when closed. */
  nextDueAt: number | null
  holder: Holder | null
  /** Who acknowledged after the holder, where the policy wants several. Absent in alerts of earlier versions. */
  coHolders?: Holder[]
  /** A hand-over that nobody has taken yet. Absent in alerts of earlier versions. */
  offer?: Offer | null
  /** A supervisor gave it to this person, who has until then to take it; the ladder rests. Absent in alerts of earlier versions. */
  assignment?: Assignment | null
  /** A supervisor put it aside for a while; the ladder rests. Absent in alerts of earlier versions. */
  shelf?: Shelf | null
  /** Duty posts that a supervisor called besides the ladder, the last MAX_CALLS. Absent in alerts of earlier versions. */
  calls?: Call[]
  firstAcknowledgedAt: number | null
  firstProgressAt: number | null
  closedAt: number | null
  /** Why it was a false alarm, or what was done. */
  closingReason: string | null
  /** Who was told, newest last, the last MAX_TOLD. */
  told: (Told & { rung: number; dueAt: number; at: number })[]
  acts: Act[]
}

/** How an event changed an alert, in the words of the history. */
export interface AlertEvent {
  what: string
  facts: Record<string, string | number | boolean | null>
}

export interface Person {
  id: string
  name: string
}

export interface Outcome {
  alert: Alert
  /** Empty when nothing changed (a repeat). */
  events: AlertEvent[]
}

const MAX_TOLD = 40
const MAX_ACTS = 60

export function isOpen(alert: Alert): boolean {
  return alert.closedAt === null
}

/** How many different people have acknowledged, and how many must. */
export function acknowledgements({ holder, coHolders, policy }: Pick<Alert, 'holder' | 'coHolders' | 'policy'>): { have: number; needed: number } {
  return { have: holder ? 1 + (coHolders?.length ?? 0) : 0, needed: policy.acknowledgementsNeeded ?? 1 }
}

/** Whether enough people have it, so that the ladder rests. */
export function isAnswered(alert: Pick<Alert, 'holder' | 'coHolders' | 'policy'>): boolean {
  const { have, needed } = acknowledgements(alert)
  return have >= needed
}

/** Whether the person has acknowledged it and still has it. */
export function hasIt(alert: Pick<Alert, 'holder' | 'coHolders'>, personId: string): boolean {
  return alert.holder?.personId === personId || (alert.coHolders?.some((one) => one.personId === personId) ?? false)
}

/** Whether the person may take the alert over by acknowledging it. */
export function isOfferedTo(alert: Pick<Alert, 'offer' | 'holder' | 'coHolders'>, personId: string, now: number): boolean {
  const { offer } = alert
  if (!offer || now >= offer.until || hasIt(alert, personId)) return false
  return offer.to === null || offer.to.personId === personId
}

/** A new alert at `path`: rung 0 fires with the raise. Severities that do not ring are an error of the caller. */
export function raise(severity: Severity, policy: LadderPolicy, path: string, now: number): Outcome {
  const frozen = policyFor(policy, severity)
  if (!frozen || !isSos(severity)) throw new PrahariError('invalid', `severity ${severity} raises no alert`, { field: 'severity' })
  const alert: Alert = {
    state: 'raised', severity, raisedAt: now, policyVersion: policy.version, policy: frozen,
    nextRung: 1, ladderBaseAt: now, nextDueAt: rungDueAt(frozen, now, 1),
    holder: null, firstAcknowledgedAt: null, firstProgressAt: null, closedAt: null, closingReason: null,
    told: tell([], frozen, 0, path, now, now), acts: [],
  }
  return { alert, events: [{ what: 'alert-raised', facts: { severity, policyVersion: policy.version } }] }
}

/** Who was told, with those whom this rung reaches. */
export function tell(told: Alert['told'], policy: SeverityPolicy, rung: number, path: string, dueAt: number, at: number): Alert['told'] {
  const reached = reachedBy(rungTells(policy, rung), path).map((one) => ({ ...one, rung, dueAt, at }))
  return [...told, ...reached].slice(-MAX_TOLD)
}

/**
 * A person takes the alert. The first one wins; a repeat by who has it (or of a remembered key) changes nothing; anybody
 * else joins the holder while the policy wants more people, and is told who has it after that; a closed alert is never
 * reopened. The ladder goes on until enough people have it.
 * @throws PrahariError conflict, naming the holder or the end.
 */
export function acknowledge(alert: Alert, person: Person, key: string, now: number): Outcome {
  if (alert.acts.some((act) => act.key === key && act.personId === person.id && act.kind === 'acknowledge')) return { alert, events: [] }
  if (!isOpen(alert)) throw new PrahariError('conflict', `already closed as ${alert.state}`)
  if (hasIt(alert, person.id)) return { alert, events: [] }
  const acts = remember(alert, { key, personId: person.id, kind: 'acknowledge', at: now })
  const me: Holder = { personId: person.id, name: person.name, at: now }
  if (alert.offer && isOfferedTo(alert, person.id, now)) return takeOver({ ...alert, acts }, alert.offer, me)
  if (alert.holder && isAnswered(alert)) throw new PrahariError('conflict', `${alert.holder.name} has it`)
  const taken: Alert = alert.holder
    ? { ...alert, coHolders: [...(alert.coHolders ?? []), me], acts }
    : { ...(isResting(alert) ? resume(alert, now) : alert), state: 'acknowledged', holder: me, firstAcknowledgedAt: alert.firstAcknowledgedAt ?? now, acts }
  const { have, needed } = acknowledgements(taken)
  const expiresS = taken.state === 'acknowledged' ? alert.policy.ackExpiresS : alert.policy.progressExpiresS
  return {
    alert: isAnswered(taken) ? { ...taken, nextDueAt: now + expiresS * 1000 } : taken,
    events: [{ what: 'acknowledged', facts: { afterMs: now - alert.raisedAt, ...(needed > 1 ? { have, needed } : {}) } }],
  }
}

/** The alert with the new holder in the place of who offered it: what they had reported is no promise of the new one. */
function takeOver(alert: Alert, { from }: Offer, me: Holder): Outcome {
  const isHolder = alert.holder?.personId === from
  const taken: Alert = {
    ...alert, offer: null, ...(isHolder ? { holder: me, state: 'acknowledged' as const } : { coHolders: (alert.coHolders ?? []).map((one) => (one.personId === from ? me : one)) }),
  }
  const expiresS = taken.state === 'acknowledged' ? alert.policy.ackExpiresS : alert.policy.progressExpiresS
  return { alert: isAnswered(taken) ? { ...taken, nextDueAt: me.at + expiresS * 1000 } : taken, events: [{ what: 'handed-over', facts: { from, to: me.personId } }] }
}

export function remember(alert: Alert, act: Act): Act[] {
  return [...alert.acts, act].slice(-MAX_ACTS)
}

/**
 * The holder reports progress or closes the alert. Reporting on an alert that nobody has takes it first. `false-alarm`
 * needs a reason. Steps only go forward, except that a holder may say responding again.
 * @throws PrahariError conflict (somebody else has it, closed), invalid (no reason).
 */
export function progress(alert: Alert, person: Person, step: ProgressStep, reason: string | null, key: string, now: number): Outcome {
  if (alert.acts.some((act) => act.key === key && act.personId === person.id && act.kind === step)) return { alert, events: [] }
  if (!isOpen(alert)) throw new PrahariError('conflict', `already closed as ${alert.state}`)
  if (alert.holder && !hasIt(alert, person.id)) throw new PrahariError('conflict', `${alert.holder.name} has it`)
  if (step === 'false-alarm' && !reason?.trim()) throw new PrahariError('invalid', 'say why it is a false alarm', { field: 'reason' })
  const taken = alert.holder ? { alert, events: [] } : acknowledge(alert, person, key, now)
  const isClosing = step === 'resolved' || step === 'false-alarm'
  return {
    alert: {
      ...taken.alert,
      // Who reports progress is on it after all.
      ...(isClosing || alert.offer?.from === person.id ? noOffer(alert) : {}),
      state: step,
      firstProgressAt: taken.alert.firstProgressAt ?? now,
      // While more people must acknowledge, the ladder goes on whatever those who have it report.
      nextDueAt: isClosing ? null : isAnswered(taken.alert) ? now + alert.policy.progressExpiresS * 1000 : taken.alert.nextDueAt,
      closedAt: isClosing ? now : null,
      closingReason: isClosing ? reason : null,
      acts: remember(taken.alert, { key, personId: person.id, kind: step, at: now }),
    },
    events: [...taken.events, { what: step, facts: { afterMs: now - alert.raisedAt, reason } }],
  }
}

/**
 * Everything that is due by `now`: a lapsed acknowledgement gives the alert back, then each overdue rung fires once, in
 * order. Repeats of the last rung that were missed while nobody swept are told once, not once each.
 */
export function escalate(alert: Alert, path: string, now: number): Outcome {
  const events: AlertEvent[] = []
  let current = alert
  if (isOpen(current) && isResting(current) && current.nextDueAt !== null && current.nextDueAt <= now) {
    events.push(current.shelf ? { what: 'unshelved', facts: { dueAt: current.nextDueAt } } : { what: 'assignment-lapsed', facts: { to: current.assignment?.to.personId ?? null, dueAt: current.nextDueAt } })
    current = resume(current, current.nextDueAt)
  }
  if (isOpen(current) && current.holder && isAnswered(current) && current.nextDueAt !== null && current.nextDueAt <= now) {
    events.push({ what: 'acknowledgement-lapsed', facts: { holder: current.holder.personId, dueAt: current.nextDueAt } })
    current = resume(current, current.nextDueAt)
  }
  while (isOpen(current) && !isAnswered(current) && current.nextDueAt !== null && current.nextDueAt <= now) {
    const { nextRung: rung, nextDueAt: dueAt } = current
    events.push({ what: 'escalated', facts: { rung, dueAt, lateMs: now - dueAt } })
    current = { ...current, ...nextAfter(current, rung, now), told: tell(current.told, current.policy, rung, path, dueAt, now) }
  }
  return { alert: current, events }
}

/** The alert without its holder, the next rung due at `at` and the later ones in their usual distance behind it. */
export function resume(alert: Alert, at: number): Alert {
  return { ...alert, state: 'raised', holder: null, ...noCoHolders(alert), ...noOffer(alert), ...noRest(alert), nextDueAt: at, ladderBaseAt: at - rungDueAt(alert.policy, 0, alert.nextRung) }
}

export function noCoHolders({ coHolders }: Alert): { coHolders?: Holder[] } {
  return coHolders ? { coHolders: [] } : {}
}

/** Whether a supervisor made the ladder rest, though nobody has the alert. */
export function isResting({ assignment, shelf }: Pick<Alert, 'assignment' | 'shelf'>): boolean {
  return Boolean(assignment) || Boolean(shelf)
}

/** What ends an assignment and a shelf, where there is one. */
export function noRest({ assignment, shelf }: Alert): { assignment?: null; shelf?: null } {
  return { ...(assignment ? { assignment: null } : {}), ...(shelf ? { shelf: null } : {}) }
}

export function noOffer({ offer }: Alert): { offer?: null } {
  return offer ? { offer: null } : {}
}

export function nextAfter(alert: Alert, fired: number, now: number): { nextRung: number; nextDueAt: number } {
  let next = fired + 1
  const isRepeat = (rung: number): boolean => rung >= alert.policy.rungs.length
  const dueAt = (rung: number): number => rungDueAt(alert.policy, alert.ladderBaseAt, rung)
  if (isRepeat(next) && dueAt(next) <= now) {
    next += Math.floor((now - dueAt(next)) / (alert.policy.repeatEveryS * 1000)) + 1
  }
  return { nextRung: next, nextDueAt: dueAt(next) }
}
