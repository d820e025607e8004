import { escalate, hasIt, isAnswered, isOpen, remember, resume } from './alert.ts'
import type { Alert, Holder, Offer, Outcome, Person } from './alert.ts'
import { PrahariError } from './errors.ts'

/** Longest reason that is kept, UTF-16 units. */
export const MAX_REASON = 500

/**
 * Who has the alert offers it to a person, or back to its duty post. They have it until the other acknowledges. The offer never
 * lengthens what they have left, and cuts it to the time of a fresh acknowledgement: when nobody takes it by then, the alert
 * goes back to its ladder, since somebody wanted to be rid of it and nobody else is there.
 * @throws PrahariError conflict (closed, not theirs), invalid (to oneself, or to who has it).
 */
export function handOver(alert: Alert, person: Person, to: Offer['to'], reason: string | null, key: string, now: number): Outcome {
  if (isRepeat(alert, person, key, 'hand-over')) return { alert, events: [] }
  mustHave(alert, person)
  if (to && hasIt(alert, to.personId)) throw new PrahariError('invalid', `${to.name} has it already`, { field: 'to' })
  const until = Math.min(now + alert.policy.ackExpiresS * 1000, isAnswered(alert) ? (alert.nextDueAt ?? Infinity) : Infinity)
  const offer: Offer = { to, from: person.id, fromName: person.name, at: now, until }
  return {
    alert: { ...alert, offer, nextDueAt: isAnswered(alert) ? until : alert.nextDueAt, acts: remember(alert, { key, personId: person.id, kind: 'hand-over', at: now }) },
    events: [{ what: 'hand-over-offered', facts: { to: to?.personId ?? null, until, reason } }],
  }
}

/**
 * Who has the alert cannot get there: it goes back to its ladder and the next rung fires now. Where others have it too they
 * keep it, and the ladder looks for one more.
 * @param path where the alert is, for whom the rung tells.
 * @throws PrahariError conflict (closed, not theirs), invalid (no reason).
 */
export function cannotReach(alert: Alert, person: Person, reason: string, key: string, path: string, now: number): Outcome {
  if (isRepeat(alert, person, key, 'cannot-reach')) return { alert, events: [] }
  mustHave(alert, person)
  if (!reason.trim()) throw new PrahariError('invalid', 'say why you cannot reach', { field: 'reason' })
  const [holder, ...coHolders] = [alert.holder, ...(alert.coHolders ?? [])].filter((one): one is Holder => one !== null && one.personId !== person.id)
  const back = resume(alert, now)
  const base: Alert = { ...back, ...(holder ? { state: alert.state, holder, coHolders } : {}), acts: remember(alert, { key, personId: person.id, kind: 'cannot-reach', at: now }) }
  const fired = escalate(base, path, now)
  return { alert: fired.alert, events: [{ what: 'cannot-reach', facts: { reason: reason.trim().slice(0, MAX_REASON), rung: alert.nextRung } }, ...fired.events] }
}

/** The offer that can still be taken, or null. */
export function standingOffer(alert: Alert, now: number): Offer | null {
  return isOpen(alert) && alert.offer && now < alert.offer.until ? alert.offer : null
}

function isRepeat(alert: Alert, person: Person, key: string, kind: Alert['acts'][number]['kind']): boolean {
  return alert.acts.some((act) => act.key === key && act.personId === person.id && act.kind === kind)
}

function mustHave(alert: Alert, person: Person): void {
  if (!isOpen(alert)) throw new PrahariError('conflict', `already closed as ${alert.state}`)
  if (!hasIt(alert, person.id)) throw new PrahariError('conflict', alert.holder ? `${alert.holder.name} has it` : 'you do not have it')
}
