import { isAnswered, isOpen, nextAfter, noCoHolders, noOffer, noRest, tell } from './alert.ts'
import type { Alert, AlertEvent, Outcome } from './alert.ts'
import { PrahariError } from './errors.ts'
import { policyFor, rungDueAt } from './ladder.ts'
import type { LadderPolicy } from './ladder.ts'
import { isSos } from './verdict.ts'
import type { Severity } from './verdict.ts'

/**
 * The alert under the policy of another severity, from now on: each rung that this policy would have fired by now and that
 * was not fired yet fires at once, in order. A holder keeps the alert, but for no longer than the new policy lets them.
 * @param path where the alert is, for whom the rungs tell.
 */
export function regrade(alert: Alert, severity: Severity, policy: LadderPolicy, path: string, now: number): Outcome {
  const frozen = policyFor(policy, severity)
  if (!frozen || !isSos(severity)) throw new PrahariError('invalid', `severity ${severity} has no ladder`, { field: 'severity' })
  if (alert.severity === severity) return { alert, events: [] }
  const events: AlertEvent[] = [{ what: 'alert-regraded', facts: { from: alert.severity, to: severity, policyVersion: policy.version } }]
  // Nothing critical lies on a shelf.
  const changed: Alert = { ...alert, ...noRest(alert), severity, policy: frozen, policyVersion: policy.version }
  if (!isOpen(changed)) return { alert: changed, events }
  if (isAnswered(changed)) {
    const expiresS = changed.state === 'acknowledged' ? frozen.ackExpiresS : frozen.progressExpiresS
    return { alert: { ...changed, nextDueAt: Math.min(changed.nextDueAt ?? Infinity, now + expiresS * 1000) }, events }
  }
  // Rungs of the new policy were due for nobody before now: they are not late.
  let current: Alert = { ...changed, nextDueAt: Math.max(now, rungDueAt(frozen, changed.ladderBaseAt, changed.nextRung)) }
  while (current.nextDueAt === now) {
    const rung = current.nextRung
    events.push({ what: 'escalated', facts: { rung, dueAt: now, lateMs: 0 } })
    current = { ...current, ...nextAfter(current, rung, now), told: tell(current.told, frozen, rung, path, now, now) }
    current.nextDueAt = Math.max(now, current.nextDueAt ?? now)
  }
  return { alert: current, events }
}

/**
 * The alert at another node: its ladder begins anew there, so that the posts of the new node are told at once. When the
 * citizen began to wait (`raisedAt`) stays as it is. A holder whose area has the new node keeps the alert; any other
 * gives it back, since nobody can act on what they no longer see.
 * @param holderStays whether the holder's area has the new node.
 */
export function relocate(alert: Alert, path: string, holderStays: boolean, now: number): Outcome {
  if (!isOpen(alert)) return { alert, events: [] }
  const told = tell(alert.told, alert.policy, 0, path, now, now)
  const ladder = { nextRung: 1, ladderBaseAt: now, told, ...noOffer(alert), ...noRest(alert) }
  const holder = alert.holder && holderStays ? alert.holder : null
  const events: AlertEvent[] = [{ what: 'alert-moved', facts: { to: path, gaveBack: holder ? null : (alert.holder?.personId ?? null) } }]
  if (holder && isAnswered(alert)) return { alert: { ...alert, ...ladder }, events }
  if (holder) return { alert: { ...alert, ...ladder, nextDueAt: rungDueAt(alert.policy, now, 1) }, events }
  return { alert: { ...alert, ...ladder, ...noCoHolders(alert), state: 'raised', holder: null, nextDueAt: rungDueAt(alert.policy, now, 1) }, events }
}
