import { holdsPost } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { withEcho, withFollowUp } from '../domain/follow-up.ts'
import type { ThreadContext } from '../domain/follow-up.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import { readFollowUp } from '../triage/threads/read-follow-up.ts'
import { evolveRow } from './evolve-row.ts'
import { findSuccessor } from './find-merged.ts'
import type { Arrival } from './find-relations.ts'
import type { Announcer, Crypto, Store } from './ports.ts'

export interface JoinDeps {
  store: Pick<Store, 'dockets' | 'now'>
  announcer: Announcer
  crypto: Pick<Crypto, 'sha256'>
  policy: LadderPolicy
}

/**
 * Takes a further post into a docket: as an edit, as a follow-up, or as one more of those that repeat it. Read, decide,
 * replace if nobody was faster; a post that is in it already only has the docket announced again. A mere repetition is
 * told to nobody: the consoles learn the count when they next compare themselves with the ledger, two seconds at most.
 * @returns whether an alert rang that had not.
 * @throws PrahariError unavailable.
 */
export async function joinDocket(deps: JoinDeps, found: Docket, arrival: Arrival, how: 'edit' | 'further' | 'echo'): Promise<boolean> {
  // What was merged goes on where it was merged into.
  const known = how === 'echo' || holdsPost(found, arrival.postId) ? found : await findSuccessor(deps.store, found)
  const { before, row: docket } = await evolveRow(deps.store.dockets, known.id, 'the docket', (one?: Docket) => {
    if (!one) throw new PrahariError('unavailable', 'the docket has gone, try again')
    return holdsPost(one, arrival.postId) ? one : joined(one, arrival, how, { policy: deps.policy, now: deps.store.now(), sha256: deps.crypto.sha256 })
  }, known)
  if (docket === before ? docket.alertOpen : docket.alert && how !== 'echo') deps.announcer.announce([docket])
  return docket.alertOpen === 1 && before?.alertOpen === 0
}

function joined(docket: Docket, { post, verdict, imprint }: Arrival, how: 'edit' | 'further' | 'echo', context: ThreadContext): Docket {
  if (how === 'echo') return withEcho(docket, post, context)
  const followUp = how === 'edit' ? { kind: null, because: [] } : readFollowUp(docket, verdict, imprint)
  return withFollowUp(docket, post, verdict, followUp, context)
}
