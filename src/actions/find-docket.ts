import type { Docket } from '../domain/docket.ts'
import type { Store } from './ports.ts'

const NUMBER = /^[A-Z]{2,5}-\d{8}-\d{6,}$/

/** A docket by its id, or by its number: what a push, a mail and a masked wall call it. */
export async function findDocket(store: Pick<Store, 'dockets'>, idOrNumber: string): Promise<Docket | undefined> {
  if (!NUMBER.test(idOrNumber)) return store.dockets.get(idOrNumber)
  const [found] = await store.dockets.find({ index: 'byNumber', equals: { number: idOrNumber }, limit: 1 })
  return found
}
