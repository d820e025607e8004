import { PrahariError } from '../domain/errors.ts'
import type { SavedView } from './collections.ts'
import type { Crypto, Store } from './ports.ts'

type ViewStore = Pick<Store, 'views' | 'now'>

/** Most views of one person. */
const MOST = 50

/** Saves a view of the queue under a name; the same name again replaces it. @throws PrahariError invalid (too many), unavailable. */
export async function keepView({ store, crypto }: { store: ViewStore; crypto: Pick<Crypto, 'sha256'> }, personId: string, { name, query }: { name: string; query: string }): Promise<SavedView> {
  const id = `${personId}.${crypto.sha256(name).slice(0, 24)}`
  const mine = await readViews(store, personId)
  const known = mine.find((one) => one.id === id)
  if (!known && mine.length >= MOST) throw new PrahariError('invalid', `${MOST} views at most: remove one first`, { field: 'name' })
  const view: SavedView = { id, version: (known?.version ?? 0) + 1, personId, name, query, at: known?.at ?? store.now() }
  await store.views.put(view)
  return view
}

/** The views of a person, oldest first. @throws PrahariError unavailable. */
export async function readViews(store: ViewStore, personId: string): Promise<SavedView[]> {
  return store.views.find({ index: 'byPerson', equals: { personId }, limit: MOST + 1 })
}

/** Removes an own view; nobody else's. @throws PrahariError not-found, unavailable. */
export async function removeView(store: ViewStore, personId: string, id: string): Promise<void> {
  const view = await store.views.get(id)
  if (view?.personId !== personId) throw new PrahariError('not-found', 'no such view of yours', { field: 'id' })
  await store.views.remove([id])
}
