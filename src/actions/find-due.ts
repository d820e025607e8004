import type { Channel, Delivery } from '../domain/delivery.ts'
import type { Store } from './ports.ts'

/** The deliveries of one channel on which somebody must act now, critical alerts first. @throws PrahariError unavailable. */
export async function findDue(store: Pick<Store, 'deliveries' | 'now'>, channel: Channel, limit: number): Promise<Delivery[]> {
  const due: Delivery[] = []
  for (const lane of ['critical', 'high'] as const) {
    if (due.length < limit) due.push(...await store.deliveries.find({ index: 'byDue', equals: { channel, lane }, range: { lte: store.now() }, order: 'asc', limit: limit - due.length }))
  }
  return due
}
