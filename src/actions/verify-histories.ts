import { anchorDiscrepancies, auditDiscrepancies, discrepanciesOf } from '../domain/proof.ts'
import type { Discrepancy } from '../domain/proof.ts'
import type { AuditEntry } from './collections.ts'
import type { Crypto, Key, Store } from './ports.ts'

export interface VerifyDeps {
  store: Pick<Store, 'dockets' | 'audit' | 'anchors'>
  crypto: Pick<Crypto, 'sha256'>
}

export interface Verified {
  dockets: number
  entries: number
  audit: number
  anchors: number
  /** Hash of the last entry of the audit trail: compare it with what another machine wrote down. Null for an empty one. */
  head: string | null
  discrepancies: Discrepancy[]
}

const PAGE = 500
const MOST_KEYS = 1_000_000
/** A store that is damaged all over is told by its first findings. */
const MOST_FINDINGS = 1_000

/** Reads everything and names each place where a history, the audit trail or an anchor is not as it was written. @throws PrahariError unavailable. */
export async function verifyHistories({ store, crypto: { sha256 } }: VerifyDeps): Promise<Verified> {
  const trail = await pages<AuditEntry>(await store.audit.keys({ index: 'bySeq', order: 'asc', limit: MOST_KEYS }), (ids) => store.audit.getMany(ids))
  trail.sort((a, b) => a.seq - b.seq)
  const found: Verified = { dockets: 0, entries: 0, audit: trail.length, anchors: 0, head: trail.at(-1)?.hash ?? null, discrepancies: auditDiscrepancies(trail, sha256) }
  const add = (some: readonly Discrepancy[]): void => { found.discrepancies.push(...some.slice(0, MOST_FINDINGS - found.discrepancies.length)) }

  for (const keys of slices(await store.dockets.keys({ index: 'byOpened', order: 'asc', limit: MOST_KEYS }))) {
    for (const docket of await store.dockets.getMany(keys.map(({ id }) => id))) {
      found.dockets++
      found.entries += docket.history.length
      add(discrepanciesOf(docket, sha256))
    }
  }
  const recorded = new Map(trail.flatMap(({ what, object, facts }) => (what === 'anchored' ? [[object.slice('anchor:'.length), String(facts.sha256)] as const] : [])))
  for (const keys of slices(await store.anchors.keys({ index: 'byTime', order: 'asc', limit: MOST_KEYS }), 10)) {
    for (const anchor of await store.anchors.getMany(keys.map(({ id }) => id))) {
      found.anchors++
      const dockets = await pages(anchor.heads.map(([id]) => ({ id, version: 0 })), (ids) => store.dockets.getMany(ids))
      const byId = new Map(dockets.map((docket) => [docket.id, docket]))
      add(anchorDiscrepancies(anchor, recorded.get(anchor.id), (id) => byId.get(id), sha256))
      recorded.delete(anchor.id)
    }
  }
  add([...recorded.keys()].map((id) => ({ where: `anchor ${id}`, seq: null, because: 'the audit trail recorded it and it is gone' })))
  return found
}

function slices(keys: readonly Key[], size = PAGE): Key[][] {
  return Array.from({ length: Math.ceil(keys.length / size) }, (_, at) => keys.slice(at * size, (at + 1) * size))
}

async function pages<Row>(keys: readonly Key[], read: (ids: string[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (const some of slices(keys)) rows.push(...(await read(some.map(({ id }) => id))))
  return rows
}
