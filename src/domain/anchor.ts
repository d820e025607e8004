import type { Docket } from './docket.ts'
import type { Sha256 } from './history.ts'

/**
 * What the histories of dockets ended with at a time. A hash chain shows a change in its middle but not that its end was cut off
 * or a whole docket removed: the anchors do, and each is itself an entry of the audit trail, whose head leaves this machine.
 */
export interface Anchor {
  /** `anchor-<at>-<part>`. */
  id: string
  version: number
  at: number
  heads: AnchoredHead[]
  /** SHA-256 of the heads as `headsText` writes them. */
  sha256: string
}

/** Docket id, sequence number of the last entry and its hash. */
export type AnchoredHead = [docketId: string, seq: number, hash: string]

const MOST_HEADS = 2_000

/** The anchors of dockets that changed, in parts of 2,000. Dockets without a history have nothing to anchor. */
export function anchorsOf(dockets: readonly Pick<Docket, 'id' | 'history'>[], at: number, sha256: Sha256): Anchor[] {
  const heads = dockets.flatMap(({ id, history }): AnchoredHead[] => {
    const last = history.at(-1)
    return last ? [[id, last.seq, last.hash]] : []
  })
  const parts = Array.from({ length: Math.ceil(heads.length / MOST_HEADS) }, (_, part) => heads.slice(part * MOST_HEADS, (part + 1) * MOST_HEADS))
  return parts.map((some, part) => ({ id: `anchor-${at}-${part}`, version: 1, at, heads: some, sha256: sha256(headsText(some)) }))
}

export function headsText(heads: readonly AnchoredHead[]): string {
  return JSON.stringify(heads)
}
