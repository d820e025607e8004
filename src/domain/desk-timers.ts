import { isOpen } from './alert.ts'
import type { AlertEvent } from './alert.ts'
import { deskOf, statusAfter } from './desk.ts'
import type { Desk } from './desk.ts'
import { deskTimer, parentPath, timedBy } from './desk-clock.ts'
import type { DeskTimer } from './desk-clock.ts'
import { alertFields, evolve, severityOf, withAlert } from './docket.ts'
import type { Docket } from './docket.ts'
import type { ThreadContext } from './follow-up.ts'
import { pathInForce } from './jurisdiction.ts'
import { relocate } from './regrade.ts'
import { oneStepUp } from './verdict.ts'
import { worsen } from './worsen.ts'

/** Timers of one docket that are made up for in one go, where nobody swept for days. */
const MOST_AT_ONCE = 12

/**
 * Everything that is due at the desk by `now`, one after the other: what nobody accepted comes back, what its owner left alone
 * goes to the queue, what nobody took goes up a level, and a complainant who fell silent in an SoS makes it graver, once.
 * The same object where nothing is due and the desk times are those in force.
 */
export function sweepDesk(docket: Docket, context: ThreadContext): Docket {
  let current = retimed(docket, context)
  for (let step = 0; step < MOST_AT_ONCE; step++) {
    const timer = deskTimer(current)
    if (!timer || timer.at > context.now) break
    const next = fire(current, timer, context)
    if (next === current) break
    // All of it is one change: one version, whose history has every step.
    current = { ...next, version: docket.version + 1 }
  }
  return current
}

/** The docket by the desk times in force; the same object where it goes by them already. Its history has no line of it: nothing happened to it. */
export function retimed(docket: Docket, { policy, now }: Pick<ThreadContext, 'policy' | 'now'>): Docket {
  const times = timedBy(docket, policy)
  if (!times.deskTimes) return docket
  const next = { ...docket, ...times, version: docket.version + 1, updatedAt: now }
  return { ...next, deskDueAt: deskTimer(next)?.at ?? null }
}

function fire(docket: Docket, { what, at }: DeskTimer, context: ThreadContext): Docket {
  if (what === 'silence') return silence(docket, at, context)
  if (what === 'return') return comeBack(docket, at, context)
  const status = statusAfter(docket.status, what)
  if (!status) return docket
  const desk = deskOf(docket)
  const toPath = what === 'move-up' ? parentPath(desk.upPath ?? docket.path) : null
  if (what === 'move-up' && toPath === null) return docket
  const changed: Desk = what === 'lapse' ? { ...desk, owner: null, touchedAt: at } : { ...desk, movedUp: desk.movedUp + 1, upPath: toPath }
  const event: AlertEvent = what === 'lapse' ? { what: 'lapsed', facts: { owner: desk.owner?.personId ?? null, dueAt: at } } : { what: 'moved-up', facts: { to: toPath, dueAt: at } }
  return evolve(docket, { desk: changed, status }, [event], by(context))
}

/** Not accepted in time: back to who sent it, as the node that was asked last, and marked. An open alert comes back with it. */
function comeBack(docket: Docket, at: number, context: ThreadContext): Docket {
  const desk = deskOf(docket)
  const status = statusAfter(docket.status, 'return')
  if (!desk.forwarding || !status) return docket
  const { toPath } = desk.forwarding
  const path = pathInForce(desk.forwarding.fromPath)
  const moved = docket.alert && isOpen(docket.alert) ? relocate(docket.alert, path, false, context.now) : null
  return evolve(docket, {
    path, status, desk: { ...desk, forwarding: null, owner: null, claim: null, movedUp: desk.movedUp + 1, upPath: path, touchedAt: at, openedAt: null }, ...(moved ? alertFields(moved.alert, context.now) : {}),
  }, [{ what: 'returned', facts: { from: toPath, to: path, dueAt: at } }, ...(moved?.events ?? [])], by(context))
}

function silence(docket: Docket, at: number, context: ThreadContext): Docket {
  const { policy, now } = context
  const desk = deskOf(docket)
  const outcome = worsen(docket.alert, oneStepUp(severityOf(docket)), { policy, path: docket.path, now })
  const marked = { ...docket, desk: { ...desk, silenceRaisedAt: now } }
  const event: AlertEvent = { what: 'silence', facts: { askedAt: desk.askedAt ?? null, dueAt: at } }
  return outcome ? withAlert(marked, outcome.alert, [event, ...outcome.events], by(context)) : evolve(marked, {}, [event], by(context))
}

function by({ now, sha256 }: ThreadContext) {
  return { who: 'system', now, sha256 }
}
