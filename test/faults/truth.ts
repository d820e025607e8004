import type { Store } from '../../src/actions/ports.ts'
import { viewId } from '../../src/contract/alert-view.ts'
import type { Rendition } from '../../src/contract/alert-view.ts'
import { digestOf } from '../../src/contract/digest.ts'
import type { Digest } from '../../src/contract/digest.ts'
import { findNode } from '../../src/domain/jurisdiction.ts'

/** The digest that a console of this scope should hold now, from the ledger itself. */
export async function truth(store: Store, scopeId: string, rendition: Rendition): Promise<Digest> {
  const scopePath = findNode(scopeId)?.path ?? '/'
  const open = await store.dockets.find({ index: 'byAlert', equals: { alertOpen: 1 }, range: { gte: scopePath, lt: `${scopePath}\uffff` }, limit: 10_000 })
  return digestOf(open.map((docket) => ({ id: viewId(docket, rendition), version: docket.version })))
}
