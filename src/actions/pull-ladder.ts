import { withAlert } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { pullForward } from '../domain/pull-forward.ts'
import type { Firing } from '../domain/pull-forward.ts'
import { evolveRow } from './evolve-row.ts'
import type { Announcer, Crypto, Done, Store } from './ports.ts'

/**
 * Nobody was reached at a firing: fires the next rung now, by a guarded replace, and writes the finding into the history.
 * Done once however often it is called; nothing when somebody has the alert or the ladder has moved on.
 * @param told how many persons there were to reach. @param because for the history, where it is known. @throws PrahariError unavailable.
 */
export async function pullLadder(
  deps: { store: Pick<Store, 'dockets' | 'now'>; announcer: Announcer; crypto: Pick<Crypto, 'sha256'> }, docketId: string, firing: Firing, told: number, because?: string,
): Promise<Done> {
  let done: Done = { did: 'nothing', because: 'there is no alert' }
  const { before, row: docket } = await evolveRow(deps.store.dockets, docketId, 'the alert', (known?: Docket) => {
    if (!known?.alert) return known
    done = { did: 'nothing', because: 'this was found before' }
    if (known.history.some((entry) => entry.what === 'rung-unreachable' && entry.facts.rung === firing.rung && entry.facts.firedAt === firing.at)) return known
    const now = deps.store.now()
    const { alert, events } = pullForward(known.alert, firing, told, known.path, now, because)
    done = { did: 'nothing', because: 'the ladder moved on or rests' }
    if (events.length === 0) return known
    done = { did: events.length > 1 ? 'pulled' : 'noted', because: `nobody was reachable at rung ${firing.rung}` }
    return withAlert(known, alert, events, { who: 'system', now, sha256: deps.crypto.sha256 })
  })
  if (docket && docket !== before) deps.announcer.announce([docket])
  return done
}
