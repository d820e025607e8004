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
 * - `resolved`, `false-alarm`: closed for good; nothing reopens it but a new post.
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
  kind: 'acknowledge' | ProgressStep
  at: number
}

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
  firstAcknowledgedAt: number | null
  firstProgressAt: number | null
  closedAt: number | null
  /** Why it was a false alarm. */
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

function tell(told: Alert['told'], policy: SeverityPolicy, rung: number, path: string, dueAt: number, at: number): Alert['told'] {
  const reached = reachedBy(rungTells(policy, rung), path).map((one) => ({ ...one, rung, dueAt, at }))
  return [...told, ...reached].slice(-MAX_TOLD)
}

/**
 * A person takes the alert. The first one wins; a repeat by the holder (or of a remembered key) changes nothing; anybody
 * else is told who has it; a closed alert is never reopened.
 * @throws PrahariError conflict, naming the holder or the end.
 */
export function acknowledge(alert: Alert, person: Person, key: string, now: number): Outcome {
  if (alert.acts.some((act) => act.key === key && act.personId === person.id && act.kind === 'acknowledge')) return { alert, events: [] }
  if (!isOpen(alert)) throw new PrahariError('conflict', `already closed as ${alert.state}`)
  if (alert.holder?.personId === person.id) return { alert, events: [] }
  if (alert.holder) throw new PrahariError('conflict', `${alert.holder.name} has it`)
  return {
    alert: {
      ...alert,
      state: 'acknowledged',
      holder: { personId: person.id, name: person.name, at: now },
      firstAcknowledgedAt: alert.firstAcknowledgedAt ?? now,
      nextDueAt: now + alert.policy.ackExpiresS * 1000,
      acts: remember(alert, { key, personId: person.id, kind: 'acknowledge', at: now }),
    },
    events: [{ what: 'acknowledged', facts: { afterMs: now - alert.raisedAt } }],
  }
}

function remember(alert: Alert, act: Act): Act[] {
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
  if (alert.holder && alert.holder.personId !== person.id) throw new PrahariError('conflict', `${alert.holder.name} has it`)
  if (step === 'false-alarm' && !reason?.trim()) throw new PrahariError('invalid', 'say why it is a false alarm', { field: 'reason' })
  const taken = alert.holder ? { alert, events: [] } : acknowledge(alert, person, key, now)
  const isClosing = step === 'resolved' || step === 'false-alarm'
  return {
    alert: {
      ...taken.alert,
      state: step,
      firstProgressAt: taken.alert.firstProgressAt ?? now,
      nextDueAt: isClosing ? null : now + alert.policy.progressExpiresS * 1000,
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
  if (isOpen(current) && current.holder && current.nextDueAt !== null && current.nextDueAt <= now) {
    events.push({ what: 'acknowledgement-lapsed', facts: { holder: current.holder.personId, dueAt: current.nextDueAt } })
    current = resume(current, current.nextDueAt)
  }
  while (isOpen(current) && !current.holder && current.nextDueAt !== null && current.nextDueAt <= now) {
    const { nextRung: rung, nextDueAt: dueAt } = current
    events.push({ what: 'escalated', facts: { rung, dueAt, lateMs: now - dueAt } })
    current = { ...current, ...nextAfter(current, rung, now), told: tell(current.told, current.policy, rung, path, dueAt, now) }
  }
  return { alert: current, events }
}

/** The alert without its holder, the next rung due at `at` and the later ones in their usual distance behind it. */
function resume(alert: Alert, at: number): Alert {
  return { ...alert, state: 'raised', holder: null, nextDueAt: at, ladderBaseAt: at - rungDueAt(alert.policy, 0, alert.nextRung) }
}

function nextAfter(alert: Alert, fired: number, now: number): { nextRung: number; nextDueAt: number } {
  let next = fired + 1
  const isRepeat = (rung: number): boolean => rung >= alert.policy.rungs.length
  const dueAt = (rung: number): number => rungDueAt(alert.policy, alert.ladderBaseAt, rung)
  if (isRepeat(next) && dueAt(next) <= now) {
    next += Math.floor((now - dueAt(next)) / (alert.policy.repeatEveryS * 1000)) + 1
  }
  return { nextRung: next, nextDueAt: dueAt(next) }
}
