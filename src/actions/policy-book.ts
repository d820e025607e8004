import type { LadderPolicy } from '../domain/ladder.ts'
import { withHandles } from '../triage/handle-changes.ts'
import type { TriagePolicy } from '../triage/policy.ts'
import type { Store } from './ports.ts'
import { newestPolicy } from './read-policy.ts'
import { takePlaces } from './take-places.ts'

/**
 * The policies in force in one process. `ladder` and `triage` are the same two objects for the life of the process, so that
 * whoever was given one at the start goes by the newest: a refresh replaces their parts, never a part's inside, and what an
 * alert froze stays as it was.
 */
export interface PolicyBook {
  readonly ladder: LadderPolicy
  readonly triage: TriagePolicy
  /** Takes what an administrator set since, the tree of the state with it. @throws PrahariError unavailable; what was known stays. */
  refresh(): Promise<void>
}

/** A book that knows what comes with Prahari and its configuration, until it is refreshed. */
export function policyBook(store: Pick<Store, 'policies'>, base: { ladder: LadderPolicy; triage: TriagePolicy }): PolicyBook {
  const ladder = { ...base.ladder }
  const triage = { ...base.triage }
  const seen = { ladder: 0, handles: 0 }
  return {
    ladder, triage,
    async refresh() {
      const [rungs, handles] = await Promise.all([newestPolicy(store, 'ladder'), newestPolicy(store, 'handles'), takePlaces(store)])
      if (rungs?.ladder && rungs.seq > seen.ladder) {
        seen.ladder = rungs.seq
        Object.assign(ladder, rungs.ladder)
      }
      if (handles?.handles && handles.seq > seen.handles) {
        seen.handles = handles.seq
        Object.assign(triage, withHandles(base.triage, handles.handles))
      }
    },
  }
}
