import { holdsPost } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { withEcho, withFollowUp } from '../domain/follow-up.ts'
import type { ThreadContext } from '../domain/follow-up.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import { readFollowUp } from '../triage/threads/read-follow-up.ts'
import { findSuccessor } from './find-merged.ts'
import type { Arrival } from './find-relations.ts'
import type { Announcer, Crypto, Store } from './ports.ts'

export interface JoinDeps {
  store: Pick<Store, 'dockets' | 'now'>
  announcer: Announcer
  crypto: Pick<Crypto, 'sha256'>
  policy: LadderPolicy
}

const MAX_TRIES = 25

/**
 * Takes a further post into a docket: as an edit, as a follow-up, or as one more of those that repeat it. Read, decide,
 * replace if nobody was faster; a post that is in it already only has the docket announced again. A mere repetition is
 * told to nobody: the consoles learn the count when they next compare themselves with the ledger, two seconds at most.
 * @returns whether an alert rang that had not.
 * @throws PrahariError unavailable.
 */
export async function joinDocket(deps: JoinDeps, found: Docket, arrival: Arrival, how: 'edit' | 'further' | 'echo'): Promise<boolean> {
  // What was merged goes on where it was merged into.
  let docket: Docket | undefined = how === 'echo' || holdsPost(found, arrival.postId) ? found : await findSuccessor(deps.store, found)
  const { id } = docket
  for (let attempt = 0; attempt < MAX_TRIES && docket; attempt++) {
    if (holdsPost(docket, arrival.postId)) {
      if (docket.alertOpen) deps.announcer.announce([docket])
      return false
    }
    const next = joined(docket, arrival, how, { policy: deps.policy, now: deps.store.now(), sha256: deps.crypto.sha256 })
    if ((await deps.store.dockets.replace(next, docket.version)) === 'replaced') {
      if (next.alert && how !== 'echo') deps.announcer.announce([next])
      return next.alertOpen === 1 && docket.alertOpen === 0
    }
    docket = await deps.store.dockets.get(id)
  }
  throw new PrahariError('unavailable', 'the docket is changing too fast, try again')
}

function joined(docket: Docket, { post, verdict, imprint }: Arrival, how: 'edit' | 'further' | 'echo', context: ThreadContext): Docket {
  if (how === 'echo') return withEcho(docket, post, context)
  const followUp = how === 'edit' ? { kind: null, because: [] } : readFollowUp(docket, verdict, imprint)
  return withFollowUp(docket, post, verdict, followUp, context)
}
