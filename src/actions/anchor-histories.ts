import { anchorsOf } from '../domain/anchor.ts'
import { appendAudit } from './append-audit.ts'
import type { Crypto, Done, Store } from './ports.ts'
import type { DocketTail } from './tail-dockets.ts'

export interface AnchorDeps {
  store: Pick<Store, 'anchors' | 'audit' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
}

export interface Anchored extends Done {
  heads: number
  /** Hash of the audit trail's end afterwards: what is to be written down on another machine. Null when nothing was anchored. */
  head: string | null
}

/** Writes down what the histories of the dockets that changed end with, and that in the audit trail. Safe to run twice. @throws PrahariError unavailable. */
export async function anchorHistories(deps: AnchorDeps, tail: DocketTail): Promise<Anchored> {
  const total: Anchored = { did: 'nothing', because: 'no docket changed', heads: 0, head: null }
  for (let dockets = await tail.next(); dockets.length > 0; dockets = await tail.next()) {
    const anchors = anchorsOf(dockets, deps.store.now(), deps.crypto.sha256)
    await deps.store.anchors.insertMany(anchors)
    for (const { id, heads, sha256 } of anchors) {
      const { hash } = await appendAudit(deps, { who: 'system', what: 'anchored', object: `anchor:${id}`, facts: { heads: heads.length, sha256 } })
      Object.assign(total, { did: 'anchored', because: 'histories changed', heads: total.heads + heads.length, head: hash })
    }
    await tail.done()
  }
  return total
}
