import { backOff, claim, hold, isUnsent, markFailed, markSent, receive, retryLater } from '../domain/delivery.ts'
import type { Channel, Delivery } from '../domain/delivery.ts'
import type { Docket } from '../domain/docket.ts'
import type { Person } from '../domain/person.ts'
import { changeDelivery } from './change-delivery.ts'
import { goOn } from './go-on.ts'
import type { GoOnDeps } from './go-on.ts'
import type { Done, HandOver, Store } from './ports.ts'
import { settleDelivery, whyUnwanted } from './settle-deliveries.ts'
import { throttledUntil } from './throttled-until.ts'

/** Longer than any hand-over takes, shorter than the lateness that a killed process may cost. */
export const CLAIM_MS = 6_000

/** Hands one delivery over by its channel; resolves whatever happens, within CLAIM_MS. */
export type HandOverBy = (delivery: Delivery, docket: Docket, person: Person) => Promise<HandOver>

export interface SendDeps extends GoOnDeps {
  store: Pick<Store, 'dockets' | 'deliveries' | 'people' | 'now'>
  /** Unique to this process. */
  claimant: string
  by: Record<Channel, HandOverBy>
  /** Messages of one channel to one person in five minutes, critical alerts apart. */
  throttle: number
}

export interface Sent extends Done {
  /** A next channel that waits to be sent. */
  next: Delivery | null
}

/**
 * Does what is due for one delivery: claims it, looks at the alert again, hands it over, writes down what became of it
 * and, where it did not get through, goes another way. Any number of processes may run it; a row that a killed one had
 * claimed is due again when the claim ends.
 * @throws PrahariError unavailable; the row stays due.
 */
export async function sendDelivery(deps: SendDeps, due: Delivery): Promise<Sent> {
  const now = deps.store.now()
  if (!isUnsent(due) || (due.retryAt !== null && due.retryAt > now)) return settleOrGoOn(deps, due)
  const claimed = claim(due, deps.claimant, now + CLAIM_MS, now)
  if ((await deps.store.deliveries.replace(claimed, due.version)) === 'conflict') return { did: 'nothing', because: 'another process has it', next: null }

  const [docket, person] = await Promise.all([deps.store.dockets.get(due.docketId), deps.store.people.get(due.personId)])
  if (!docket || whyUnwanted(claimed, docket) !== null) return settled(await settleDelivery(deps, claimed, docket))
  const until = await throttledUntil(deps.store, claimed, deps.throttle)
  if (until !== null) {
    const held = await changeDelivery(deps.store, claimed, (one, at) => hold(one, until, `more than ${deps.throttle} messages in five minutes`, at), deps.onDelivery)
    return { did: held.state, because: held.reason, next: null }
  }
  const result: HandOver = person && !person.isDisabled ? await deps.by[due.channel](claimed, docket, person) : { did: 'failed', because: 'the account is disabled' }
  const after = await changeDelivery(deps.store, claimed, (one, at) => applied(one, result, at), deps.onDelivery)
  return after.dueAt !== null && after.dueAt <= deps.store.now() && after.onDeviceAt === null ? settleOrGoOn(deps, after) : { did: after.state, because: after.reason, next: null }
}

/** The delivery after its channel answered: sent, tried again later, or failed. */
export function applied(delivery: Delivery, result: HandOver, now: number): Delivery {
  if (result.did === 'taken') {
    const sent = markSent(delivery, result.because, now)
    return result.proof ? receive(sent, result.proof, now) : sent
  }
  const waitMs = result.did === 'retry' ? backOff(delivery.channel, delivery.attempts, result.afterMs ?? null) : null
  return waitMs === null ? markFailed(delivery, result.because, now) : retryLater(delivery, now + waitMs, result.because, now)
}

/** The receipt did not come, or the hand-over failed: another way, unless the alert is answered by now. */
async function settleOrGoOn(deps: SendDeps, row: Delivery): Promise<Sent> {
  const docket = await deps.store.dockets.get(row.docketId)
  if (whyUnwanted(row, docket) !== null) return settled(await settleDelivery(deps, row, docket))
  const { row: after, next } = await goOn(deps, row)
  return { did: 'went-on', because: after.reason, next }
}

function settled(row: Delivery): Sent {
  return { did: row.state, because: row.reason, next: null }
}
