import { isOpen, progress } from './alert.ts'
import type { Alert, AlertEvent, Person } from './alert.ts'
import { corrected, factsOf, isRepeat, MAX_CORRECTIONS, recordOf } from './correction.ts'
import type { Correction, CorrectionWish } from './correction.ts'
import { deskOf } from './desk.ts'
import { timedBy } from './desk-clock.ts'
import { evolve, withAlert } from './docket.ts'
import type { Docket } from './docket.ts'
import { PrahariError } from './errors.ts'
import type { Sha256 } from './history.ts'
import { isWithin } from './area.ts'
import { pathForPlace } from './jurisdiction.ts'
import type { LadderPolicy } from './ladder.ts'
import { regrade, relocate } from './regrade.ts'
import { isActionable, isSos } from './verdict.ts'
import type { Verdict } from './verdict.ts'
import { worsen } from './worsen.ts'

export interface CorrectingContext {
  person: Person
  /** The policy in force: a raised or regraded alert follows it. */
  policy: LadderPolicy
  /** The area of whoever holds the alert; null where nobody does or the account is gone. */
  holderScopePath: string | null
  now: number
  sha256: Sha256
}

/**
 * The docket after a person's correction, or null when the same act was done before.
 *
 * - Raised to SoS: an alert is raised at once. So it is where the alert was closed as a false alarm; one that was resolved
 *   was dealt with, and stays closed.
 * - From one SoS severity to the other: the alert goes on under that policy.
 * - Lowered below SoS while the alert is open: refused, unless the same act closes it as a false alarm with a reason; and as
 *   with every closing, not while somebody else has it.
 * - Another place: the docket moves there, and the ladder begins anew at the new node.
 * @throws PrahariError invalid, conflict.
 */
export function correctDocket(docket: Docket, wish: CorrectionWish, context: CorrectingContext): { docket: Docket; correction: Correction } | null {
  const corrections = docket.corrections ?? []
  if (isRepeat(corrections, context.person.id, wish.key)) return null
  const verdict = corrected(docket.verdict, wish)
  const correction = recordOf(docket.verdict, verdict, wish, context.person, context.now)
  const path = wish.place === undefined ? docket.path : pathForPlace(verdict.place)
  const { alert, events } = alertAfter(docket, verdict, path, wish, context)
  const { was, is } = correction
  const isNews = path !== docket.path || events.length > 0 || was.severity !== is.severity || was.category !== is.category || was.districtId !== is.districtId || was.stationId !== is.stationId
  if (!isNews) throw new PrahariError('invalid', 'the verdict says so already', { field: correction.about[0] ?? 'severity' })

  const changes: Partial<Docket> = {
    ...timedBy(docket, context.policy), verdict, path, machine: docket.machine ?? docket.verdict, corrections: [...corrections, correction].slice(-MAX_CORRECTIONS), correctedAt: context.now,
  }
  if (path !== docket.path && docket.desk) changes.desk = { ...docket.desk, forwarding: null, offer: null, upPath: null }
  const by = { who: context.person.id, now: context.now, sha256: context.sha256 }
  const entries = [{ what: 'corrected', facts: factsOf(correction) }, ...events]
  if (!alert || events.length === 0) return { docket: evolve(docket, changes, entries, by), correction }
  const next = withAlert({ ...docket, ...changes }, alert, entries, by)
  return { docket: isOpen(alert) || docket.alertOpen === 0 ? next : afterFalseAlarm({ ...next, version: docket.version }, docket, context), correction }
}

/**
 * An alert that was put down as a false alarm by a lower severity: still a complaint that somebody must act on, or closed,
 * where nothing is to be done, with the reason as its proof.
 */
function afterFalseAlarm(next: Docket, { status }: Docket, { person, now, sha256 }: CorrectingContext): Docket {
  const desk = deskOf(next)
  const by = { who: person.id, now, sha256 }
  if (isActionable(next.verdict.severity)) return evolve(next, { status: status === 'reopened' ? 'reopened' : 'open', desk: { ...desk, owner: null } }, [], by)
  const closing = { personId: person.id, name: person.name, at: now, action: 'false-alarm' as const, reference: null, summary: next.alert?.closingReason ?? '' }
  return evolve(next, { status: 'closed', desk: { ...desk, closing, clocks: { ...desk.clocks, closedAt: now }, forwarding: null, offer: null, claim: null } }, [{ what: 'closed', facts: { action: closing.action, reference: null, summary: closing.summary } }], by)
}

function alertAfter(docket: Docket, verdict: Verdict, path: string, wish: CorrectionWish, context: CorrectingContext): { alert: Alert | null; events: AlertEvent[] } {
  const { person, policy, holderScopePath, now } = context
  const { alert } = docket
  const isLowered = wish.severity !== undefined && !isSos(verdict.severity)
  if (wish.closeAs && !isLowered) throw new PrahariError('invalid', 'only a severity below SoS closes the alert as a false alarm', { field: 'closeAs' })
  if (!alert || !isOpen(alert)) {
    const rings = wish.severity !== undefined && isSos(verdict.severity) && (!alert || alert.state === 'false-alarm')
    return (rings ? worsen(alert, verdict.severity, { policy, path, now }) : null) ?? { alert, events: [] }
  }
  if (isLowered) {
    if (!wish.closeAs) throw new PrahariError('invalid', 'below SoS the alert would close: say that it is a false alarm, and why', { field: 'closeAs' })
    return progress(alert, person, 'false-alarm', wish.closeAs.reason, wish.key, now)
  }
  const moved = path === docket.path ? { alert, events: [] } : relocate(alert, path, holderScopePath !== null && isWithin(holderScopePath, path), now)
  if (wish.severity === undefined) return moved
  const regraded = regrade(moved.alert, verdict.severity, policy, path, now)
  return { alert: regraded.alert, events: [...moved.events, ...regraded.events] }
}
