import { withAlert } from '../domain/docket.ts'
import { pullForward } from '../domain/pull-forward.ts'
import type { Firing } from '../domain/pull-forward.ts'
import type { Announcer, Crypto, Done, Store } from './ports.ts'

const MAX_TRIES = 12

/**
 * Nobody was reached at a firing: fires the next rung now, by a guarded replace, and writes the finding into the history.
 * Done once however often it is called; nothing when somebody has the alert or the ladder has moved on.
 * @param told how many persons there were to reach. @param because for the history, where it is known. @throws PrahariError unavailable.
 */
export async function pullLadder(
  deps: { store: Pick<Store, 'dockets' | 'now'>; announcer: Announcer; crypto: Pick<Crypto, 'sha256'> }, docketId: string, firing: Firing, told: number, because?: string,
): Promise<Done> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const docket = await deps.store.dockets.get(docketId)
    if (!docket?.alert) return { did: 'nothing', because: 'there is no alert' }
    if (docket.history.some((entry) => entry.what === 'rung-unreachable' && entry.facts.rung === firing.rung && entry.facts.firedAt === firing.at)) {
      return { did: 'nothing', because: 'this was found before' }
    }
    const now = deps.store.now()
    const { alert, events } = pullForward(docket.alert, firing, told, docket.path, now, because)
    if (events.length === 0) return { did: 'nothing', because: 'the ladder moved on or rests' }
    const next = withAlert(docket, alert, events, { who: 'system', now, sha256: deps.crypto.sha256 })
    if ((await deps.store.dockets.replace(next, docket.version)) === 'conflict') continue
    deps.announcer.announce([next])
    return { did: events.length > 1 ? 'pulled' : 'noted', because: `nobody was reachable at rung ${firing.rung}` }
  }
  return { did: 'nothing', because: 'the alert is changing too fast; the rung comes at its time' }
}
