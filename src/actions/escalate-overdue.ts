import { escalate } from '../domain/alert.ts'
import { withAlert } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import type { ActDeps } from './change-alert.ts'
import type { Done } from './ports.ts'

const BATCH = 500

export interface Escalated extends Done {
  /** Rungs fired and acknowledgements lapsed in this sweep. */
  rungs: number
  lapsed: number
  /** Changes that somebody else made first (an acknowledgement): left alone. */
  lost: number
  /** Milliseconds after the deadline, one per rung fired. */
  lateMs: number[]
}

/**
 * Fires every rung that is due by the store's clock and gives back every lapsed acknowledgement. Any number of processes
 * may run it: the guarded replace lets one of them win, so each rung fires once, and never after an acknowledgement.
 */
export async function escalateOverdue(deps: ActDeps): Promise<Escalated> {
  const total: Escalated = { did: 'swept', because: 'deadlines by the store\'s clock', rungs: 0, lapsed: 0, lost: 0, lateMs: [] }
  for (;;) {
    const now = deps.store.now()
    const due = await deps.store.dockets.find({ index: 'byDue', range: { lte: now }, order: 'asc', limit: BATCH })
    const changes = due.map((docket) => ({ docket, ...moved(deps, docket, now) })).filter((one) => one.next !== null)
    if (changes.length === 0) return total
    const outcomes = await deps.store.dockets.replaceMany(changes.map(({ docket, next }) => ({ document: next ?? docket, expectedVersion: docket.version })))
    const written = changes.filter((_, index) => outcomes[index] === 'replaced')
    deps.announcer.announce(written.flatMap(({ next }) => (next ? [next] : [])))
    for (const { events } of written) count(total, events)
    total.lost += changes.length - written.length
    if (due.length < BATCH) return total
  }
}

function moved(deps: ActDeps, docket: Docket, now: number): { next: Docket | null; events: ReturnType<typeof escalate>['events'] } {
  if (!docket.alert) return { next: null, events: [] }
  const { alert, events } = escalate(docket.alert, docket.path, now)
  return { next: events.length > 0 ? withAlert(docket, alert, events, { who: 'system', now, sha256: deps.crypto.sha256 }) : null, events }
}

function count(total: Escalated, events: ReturnType<typeof escalate>['events']): void {
  for (const { what, facts } of events) {
    if (what === 'acknowledgement-lapsed') total.lapsed++
    else if (what === 'escalated') {
      total.rungs++
      total.lateMs.push(Number(facts.lateMs))
    }
  }
}
