import { isAnswered, isOpen, noRest, raise, resume, tell } from './alert.ts'
import type { Alert, AlertEvent, Outcome } from './alert.ts'
import { policyFor, rungDueAt } from './ladder.ts'
import type { LadderPolicy } from './ladder.ts'
import { isSos, severityRank } from './verdict.ts'
import type { Severity } from './verdict.ts'

export interface WorsenContext {
  /** The policy in force. */
  policy: LadderPolicy
  /** Where the docket is, for whom the rungs tell. */
  path: string
  now: number
}

/** An alert that rang less than this ago does not ring again for news that leave its severity as it is. */
const QUIET_MS = 60_000

/**
 * News made a docket graver (the citizen says that it got worse or that nobody came; a crowd reports it).
 *
 * - No alert yet, and the severity is SoS: one is raised. A closed alert is raised anew; its acts stay known.
 * - Graver than the alert was: it goes on under the policy of the new severity. Where nobody has it the ladder begins again at
 *   rung 0; whoever has it keeps it, but for no longer than the new policy lets them, and is told.
 * - As grave as before: where nobody has it the next rung fires now, at most once a minute; the holder is told, and must report
 *   progress within the time of a fresh acknowledgement.
 */
export function worsen(alert: Alert | null, severity: Severity, context: WorsenContext): Outcome | null {
  if (!alert) return isSos(severity) ? raise(severity, context.policy, context.path, context.now) : null
  if (!isOpen(alert)) return isSos(severity) ? reopen(alert, severity, context) : null
  return severityRank(severity) < severityRank(alert.severity) ? graver(alert, severity, context) : again(alert, context.now)
}

/** Raised anew after its end: with a new ladder and no holder, its earlier tellings and acts on record. */
function reopen(alert: Alert, severity: Severity, { policy, path, now }: WorsenContext): Outcome {
  const { alert: fresh, events } = raise(severity, policy, path, now)
  const reopened: AlertEvent = { what: 'reopened', facts: { closedAs: alert.state, closedAt: alert.closedAt } }
  return { alert: { ...fresh, acts: alert.acts, told: [...alert.told, ...fresh.told] }, events: [reopened, ...events] }
}

function graver(alert: Alert, severity: Severity, { policy, path, now }: WorsenContext): Outcome {
  const frozen = policyFor(policy, severity)
  if (!frozen) return { alert, events: [] }
  const events: AlertEvent[] = [{ what: 'severity-raised', facts: { from: alert.severity, to: severity, policyVersion: policy.version } }]
  const changed: Alert = { ...alert, ...noRest(alert), severity, policy: frozen, policyVersion: policy.version }
  if (isAnswered(changed)) return { alert: hurried(changed, now), events: [...events, holderTold(changed)] }
  const told = tell(alert.told, frozen, 0, path, now, now)
  return {
    alert: { ...changed, nextRung: 1, ladderBaseAt: now, nextDueAt: rungDueAt(frozen, now, 1), told },
    events: [...events, { what: 'rang-again', facts: { rung: 0 } }],
  }
}

function again(alert: Alert, now: number): Outcome {
  if (isAnswered(alert)) return { alert: hurried(alert, now), events: [holderTold(alert)] }
  const rangAt = Math.max(alert.raisedAt, ...alert.told.map((one) => one.at))
  const isDueLater = alert.nextDueAt !== null && alert.nextDueAt > now
  // What lies on a shelf rings in any case: whoever put it there did not know this.
  if ((now - rangAt < QUIET_MS && !alert.shelf) || !isDueLater) return { alert, events: [] }
  const { state, holder, coHolders } = alert
  return { alert: { ...resume(alert, now), state, holder, ...(coHolders ? { coHolders } : {}) }, events: [{ what: 'rung-brought-forward', facts: { rung: alert.nextRung } }] }
}

/** The holder has as long as after a fresh acknowledgement, never longer than they had. */
function hurried(alert: Alert, now: number): Alert {
  return { ...alert, nextDueAt: Math.min(alert.nextDueAt ?? Infinity, now + alert.policy.ackExpiresS * 1000) }
}

function holderTold(alert: Alert): AlertEvent {
  return { what: 'holder-told', facts: { holder: alert.holder?.personId ?? null } }
}
