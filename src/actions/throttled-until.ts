import type { Delivery } from '../domain/delivery.ts'
import type { Store } from './ports.ts'

export const THROTTLE_WINDOW_MS = 300_000

/**
 * Until when the person is spared this message, or null. Critical alerts and open consoles are never throttled.
 * @param limit messages of this channel to this person in five minutes.
 */
export async function throttledUntil(store: Pick<Store, 'deliveries' | 'now'>, delivery: Delivery, limit: number): Promise<number | null> {
  if (delivery.lane === 'critical' || delivery.channel === 'console') return null
  const { personId, channel } = delivery
  const recent = await store.deliveries.find({ index: 'byPerson', equals: { personId, channel }, range: { gt: store.now() - THROTTLE_WINDOW_MS }, order: 'desc', limit })
  const oldest = recent.at(-1)?.sentAt
  return recent.length >= limit && typeof oldest === 'number' ? oldest + THROTTLE_WINDOW_MS : null
}
