import { PrahariError } from '../domain/errors.ts'
import type { Delivery, DeliveryState } from '../domain/delivery.ts'
import type { Store } from './ports.ts'

const MAX_TRIES = 12

/** Told of each change of state, for counters. */
export type OnDelivery = (delivery: Delivery, from: DeliveryState) => void

/**
 * Takes a delivery one step: decide, replace if nobody was faster, else decide anew on what they wrote. Steps only go
 * forward, so that a decision which lost its ground simply changes nothing.
 * @returns the delivery as it stands after that. @throws PrahariError unavailable.
 */
export async function changeDelivery(store: Pick<Store, 'deliveries' | 'now'>, known: Delivery, decide: (delivery: Delivery, now: number) => Delivery, onDelivery: OnDelivery): Promise<Delivery> {
  let current = known
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const next = decide(current, store.now())
    if (next === current) return current
    if ((await store.deliveries.replace(next, current.version)) === 'replaced') {
      if (next.state !== current.state) onDelivery(next, current.state)
      return next
    }
    current = (await store.deliveries.get(known.id)) ?? current
  }
  throw new PrahariError('unavailable', 'the delivery is changing too fast, try again')
}
