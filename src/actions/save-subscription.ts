import { PrahariError } from '../domain/errors.ts'
import type { Viewer } from '../domain/person.ts'
import type { Subscription } from './collections.ts'
import type { Crypto, Push, Store } from './ports.ts'
import { MAX_DEVICES } from './push-to-devices.ts'

export interface NewSubscription {
  endpoint: string
  keys: { p256dh: string; auth: string }
  device: string
}

const MAX_ROWS = 100

/**
 * Keeps a browser's subscription for the viewer. One that another account left on this browser changes hands; beyond
 * MAX_DEVICES the one that was silent longest goes. @throws PrahariError invalid: endpoint or keys.
 */
export async function saveSubscription(deps: { store: Pick<Store, 'subscriptions' | 'now'>; push: Pick<Push, 'check'>; crypto: Pick<Crypto, 'sha256'> }, viewer: Viewer, input: NewSubscription): Promise<Subscription> {
  if (viewer.role === 'wall') throw new PrahariError('forbidden', 'a wall takes no push')
  await deps.push.check(input.endpoint)
  const { store } = deps
  const now = store.now()
  const id = deps.crypto.sha256(input.endpoint)
  const known = await store.subscriptions.get(id)
  const isSame = known?.personId === viewer.personId
  const saved: Subscription = {
    id, version: (known?.version ?? 0) + 1, personId: viewer.personId, endpoint: input.endpoint, keys: input.keys, device: input.device,
    createdAt: isSame ? known.createdAt : now, usedAt: now, lastSuccessAt: isSame ? known.lastSuccessAt : null, failuresInRow: 0, lastError: null,
  }
  await store.subscriptions.put(saved)
  const mine = await store.subscriptions.find({ index: 'byPerson', equals: { personId: viewer.personId }, limit: MAX_ROWS })
  const surplus = mine.filter((one) => one.id !== id).sort((a, b) => b.usedAt - a.usedAt).slice(MAX_DEVICES - 1)
  await store.subscriptions.remove(surplus.map((one) => one.id))
  return saved
}
