import type { Viewer } from '../domain/person.ts'
import type { Done, Store } from './ports.ts'

/** The viewer's own device takes no push any more; another's is left alone, and not told of. */
export async function removeSubscription(store: Pick<Store, 'subscriptions'>, viewer: Viewer, id: string): Promise<Done> {
  const known = await store.subscriptions.get(id)
  if (known?.personId !== viewer.personId) return { did: 'nothing', because: 'no such device of yours' }
  await store.subscriptions.remove([id])
  return { did: 'removed', because: 'asked by its owner' }
}
