import { escalate, hasIt, isAnswered, isOpen, remember, resume } from './alert.ts'
import type { Act, Alert, Call, Outcome, Person } from './alert.ts'
import { PrahariError } from './errors.ts'
import type { Told } from './ladder.ts'

/** Longest time on the shelf (a shift), and the shortest that is of use, milliseconds. */
export const MAX_SHELF_MS = 8 * 3_600_000
export const MIN_SHELF_MS = 60_000
/** Longest reason that is kept, UTF-16 units. */
const MAX_REASON = 500
const MAX_CALLS = 10

/** One act of a supervisor: who, by which key (a repeat changes nothing), and when. */
export interface Step {
  person: Person
  key: string
  now: number
}

/**
 * The alert is to be that person's: whoever had it has it no longer, and the ladder rests for the time of a fresh
 * acknowledgement. The person must still acknowledge; when they do not, the ladder goes on where it stood. Anybody else
 * may take it meanwhile: somebody who acts is worth more than the one who was named.
 * @throws PrahariError conflict (closed, that person has it).
 */
export function reassign(alert: Alert, to: { personId: string; name: string }, reason: string | null, { person, key, now }: Step): Outcome {
  if (isRepeat(alert, person, key, 'reassign')) return { alert, events: [] }
  mustBeOpen(alert)
  if (hasIt(alert, to.personId)) throw new PrahariError('conflict', `${to.name} has it already`, { field: 'to' })
  const until = now + alert.policy.ackExpiresS * 1000
  const assignment = { to, by: person.id, byName: person.name, at: now, until }
  return {
    alert: { ...resume(alert, until), assignment, acts: acted(alert, 'reassign', person, key, now) },
    events: [{ what: 'reassigned', facts: { to: to.personId, name: to.name, from: alert.holder?.personId ?? null, until, reason: cut(reason) } }],
  }
}

/**
 * The next rung fires now and the later ones follow in their usual distances; what made the ladder rest ends.
 * @param path where the alert is, for whom the rung tells.
 * @throws PrahariError conflict (closed, or enough people have it: then it is to be reassigned).
 */
export function escalateNow(alert: Alert, path: string, { person, key, now }: Step): Outcome {
  if (isRepeat(alert, person, key, 'escalate-now')) return { alert, events: [] }
  mustBeOpen(alert)
  if (isAnswered(alert) && alert.holder) throw new PrahariError('conflict', `${alert.holder.name} has it: reassign it`)
  const { state, holder, coHolders, offer } = alert
  const due: Alert = { ...resume(alert, now), state, holder, ...(coHolders ? { coHolders } : {}), ...(offer ? { offer } : {}), acts: acted(alert, 'escalate-now', person, key, now) }
  const fired = escalate(due, path, now)
  return { alert: fired.alert, events: [{ what: 'escalated-by-hand', facts: { rung: alert.nextRung, dueAt: alert.nextDueAt } }, ...fired.events] }
}

/** A duty post is told now, besides the ladder, which stays as it is. @throws PrahariError conflict (closed). */
export function callPost(alert: Alert, post: Told, { person, key, now }: Step): Outcome {
  if (isRepeat(alert, person, key, 'call')) return { alert, events: [] }
  mustBeOpen(alert)
  // The time names the call: two in one millisecond are two.
  const at = Math.max(now, (alert.calls?.at(-1)?.at ?? 0) + 1)
  const call: Call = { post: post.post, path: post.path, by: person.id, byName: person.name, at }
  return {
    alert: { ...alert, calls: [...(alert.calls ?? []), call].slice(-MAX_CALLS), acts: acted(alert, 'call', person, key, now) },
    events: [{ what: 'called', facts: { post: post.post, path: post.path } }],
  }
}

/**
 * Puts an alert that nobody has aside until a given time: its ladder rests, and returns by itself with the rung it had.
 * @throws PrahariError conflict (closed, somebody has it), invalid (critical, no reason, a time that is too near or too far).
 */
export function shelve(alert: Alert, until: number, reason: string, { person, key, now }: Step): Outcome {
  if (isRepeat(alert, person, key, 'shelve')) return { alert, events: [] }
  mustBeOpen(alert)
  if (alert.severity === 'critical') throw new PrahariError('invalid', 'a critical alert is never shelved', { field: 'severity' })
  if (alert.holder) throw new PrahariError('conflict', `${alert.holder.name} has it`)
  if (!reason.trim()) throw new PrahariError('invalid', 'say why it is shelved', { field: 'reason' })
  if (until < now + MIN_SHELF_MS || until > now + MAX_SHELF_MS) throw new PrahariError('invalid', 'an alert is shelved for one minute to eight hours', { field: 'until' })
  const shelf = { by: person.id, byName: person.name, at: now, until, reason: cut(reason) ?? '' }
  return {
    alert: { ...resume(alert, until), shelf, acts: acted(alert, 'shelve', person, key, now) },
    events: [{ what: 'shelved', facts: { until, reason: shelf.reason, rung: alert.nextRung } }],
  }
}

/** Takes an alert from the shelf: the rung that was next fires now. @throws PrahariError conflict (closed, not shelved). */
export function unshelve(alert: Alert, path: string, { person, key, now }: Step): Outcome {
  if (isRepeat(alert, person, key, 'unshelve')) return { alert, events: [] }
  mustBeOpen(alert)
  if (!alert.shelf) throw new PrahariError('conflict', 'it is not shelved')
  const fired = escalate({ ...resume(alert, now), acts: acted(alert, 'unshelve', person, key, now) }, path, now)
  return { alert: fired.alert, events: [{ what: 'unshelved', facts: { dueAt: alert.shelf.until } }, ...fired.events] }
}

/** Whether the person has acknowledged by this key before. */
export function hasAcknowledgedBy(alert: Alert, personId: string, key: string): boolean {
  return alert.acts.some((act) => act.key === key && act.personId === personId && act.kind === 'acknowledge')
}

function isRepeat(alert: Alert, person: Person, key: string, kind: Act['kind']): boolean {
  return alert.acts.some((act) => act.key === key && act.personId === person.id && act.kind === kind)
}

function mustBeOpen(alert: Alert): void {
  if (!isOpen(alert)) throw new PrahariError('conflict', `already closed as ${alert.state}`)
}

function acted(alert: Alert, kind: Act['kind'], person: Person, key: string, at: number): Act[] {
  return remember(alert, { key, personId: person.id, kind, at })
}

function cut(reason: string | null): string | null {
  return reason?.trim().slice(0, MAX_REASON) || null
}
