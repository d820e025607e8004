import type { Delivery, DeliveryState } from '../domain/delivery.ts'
import { evolveRow } from './evolve-row.ts'
import type { Store } from './ports.ts'

/** Told of each change of state, for counters. */
export type OnDelivery = (delivery: Delivery, from: DeliveryState) => void

/**
 * Takes a delivery one step: decide, replace if nobody was faster, else decide anew on what they wrote. Steps only go
 * forward, so that a decision which lost its ground simply changes nothing.
 * @returns the delivery as it stands after that. @throws PrahariError unavailable.
 */
export async function changeDelivery(store: Pick<Store, 'deliveries' | 'now'>, known: Delivery, decide: (delivery: Delivery, now: number) => Delivery, onDelivery: OnDelivery): Promise<Delivery> {
  const { before, row } = await evolveRow(store.deliveries, known.id, 'the delivery', (current?: Delivery) => current && decide(current, store.now()), known)
  if (row && before && row.state !== before.state) onDelivery(row, before.state)
  return row ?? known
}
