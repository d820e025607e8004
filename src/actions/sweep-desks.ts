import { sweepDesk } from '../domain/desk-timers.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import type { ActDeps } from './change-alert.ts'
import type { Done } from './ports.ts'

const BATCH = 200

export interface DeskSwept extends Done {
  /** How often each timer fired: `returned`, `lapsed`, `moved-up`, `silence`. */
  fired: Record<DeskFired, number>
  /** Changes that somebody else made first: left alone. */
  lost: number
}

export const DESK_FIRED = ['returned', 'lapsed', 'moved-up', 'silence'] as const
export type DeskFired = (typeof DESK_FIRED)[number]

/**
 * Does what is due at the desks by the store's clock. Any number of processes may run it: the guarded replace lets one of them
 * win, so each timer fires once, and never after somebody acted.
 */
export async function sweepDesks(deps: ActDeps & { policy: LadderPolicy }): Promise<DeskSwept> {
  const total: DeskSwept = { did: 'swept', because: 'desk timers by the store\'s clock', fired: { returned: 0, lapsed: 0, 'moved-up': 0, silence: 0 }, lost: 0 }
  const context = { policy: deps.policy, now: deps.store.now(), sha256: deps.crypto.sha256 }
  for (;;) {
    const due = await deps.store.dockets.find({ index: 'byDeskDue', range: { lte: context.now }, order: 'asc', limit: BATCH })
    const changes = due.map((docket) => ({ docket, next: sweepDesk(docket, context) })).filter(({ docket, next }) => next !== docket)
    if (changes.length === 0) return total
    const outcomes = await deps.store.dockets.replaceMany(changes.map(({ docket, next }) => ({ document: next, expectedVersion: docket.version })))
    const written = changes.filter((_, index) => outcomes[index] === 'replaced')
    deps.announcer.announce(written.map(({ next }) => next))
    for (const { docket, next } of written) {
      for (const { what } of next.history.slice(docket.history.length)) for (const one of DESK_FIRED) if (one === what) total.fired[one]++
    }
    total.lost += changes.length - written.length
    if (due.length < BATCH || written.length === 0) return total
  }
}
