import { orderChannels } from '../../src/actions/order-channels.ts'
import { nodeCrypto } from '../../src/app.ts'
import type { PushService } from '../outside/push-service.ts'
import type { Site } from './site.ts'

/** A device of this name, by which alone the person is told. */
export async function givePhone({ store }: Site, service: PushService, personId: string, device: string): Promise<void> {
  await orderChannels(store, personId, { channels: ['push'] })
  const { endpoint, keys } = service.device(device).subscription
  const now = store.now()
  await store.subscriptions.insertMany([{ id: nodeCrypto.sha256(endpoint), version: 1, personId, endpoint, keys, device, createdAt: now, usedAt: now, lastSuccessAt: null, failuresInRow: 0, lastError: null }])
}
