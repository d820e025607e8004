import { escalate, isAnswered, isOpen, isResting, resume } from './alert.ts'
import type { Alert, Outcome } from './alert.ts'
import { rungDueAt } from './ladder.ts'

/** One firing of a rung, as the alert's `told` has it. */
export interface Firing {
  rung: number
  at: number
}

/** Every firing that the alert remembers, oldest first; of the repeats of the last rung only the newest. */
export function firingsOf(alert: Alert): Firing[] {
  const firings = [...new Map(alert.told.map(({ rung, at }) => [`${rung}-${at}`, { rung, at }])).values()]
  const newest = firings.at(-1)
  return firings.filter((firing) => firing.rung < alert.policy.rungs.length || firing === newest)
}

/**
 * Nobody was reached at a rung: the next one, if it tells others, fires now and the later ones follow in their usual
 * distances. Nothing changes when the ladder has moved on, somebody has the alert, or it was pulled forward before. At
 * the top of the ladder only the finding is written down; repeats come at their time.
 * @param told how many persons the rung had.
 */
export function pullForward(alert: Alert, firing: Firing, told: number, path: string, now: number, because?: string): Outcome {
  if (isOpen(alert) && isResting(alert)) return wake(alert, firing, told, path, now)
  const last = alert.told.at(-1)
  // Missed repeats of the top rung are passed over, so the next one may be further than one away.
  const isCurrent = last?.rung === firing.rung && last.at === firing.at && alert.nextRung > firing.rung
  const isRepeat = firing.rung >= alert.policy.rungs.length
  if (!isOpen(alert) || isAnswered(alert) || !isCurrent || isRepeat) return { alert, events: [] }
  const goesOn = alert.nextRung < alert.policy.rungs.length
  const unreached = { what: 'rung-unreachable', facts: { rung: firing.rung, firedAt: firing.at, told, wentOn: goesOn, ...(because === undefined ? {} : { because }) } }
  if (!goesOn) return { alert, events: [unreached] }
  const base = { ...alert, nextDueAt: now, ladderBaseAt: now - rungDueAt(alert.policy, 0, alert.nextRung) }
  const fired = escalate(base, path, now)
  return { alert: fired.alert, events: [unreached, ...fired.events] }
}

/** A ladder that rests wakes for one thing: the person to whom a supervisor gave the alert cannot be reached. */
function wake(alert: Alert, { rung, at }: Firing, told: number, path: string, now: number): Outcome {
  if (alert.assignment?.at !== at) return { alert, events: [] }
  const fired = escalate(resume(alert, now), path, now)
  return { alert: fired.alert, events: [{ what: 'rung-unreachable', facts: { rung, firedAt: at, told, wentOn: true, because: 'the person it was given to' } }, ...fired.events] }
}
