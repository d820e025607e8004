import { putTreeInForce, treeInForce } from '../domain/jurisdiction.ts'
import { withNodeChanges } from '../domain/node-changes.ts'
import type { Store } from './ports.ts'

const BATCH = 500

/**
 * Brings what administrators changed of the tree into this process: its stations, names and what is retired. Each change is a row
 * of its own, so only the new ones are read. @returns the number of the last change. @throws PrahariError unavailable; the tree that was known stays.
 */
export async function takePlaces(store: Pick<Store, 'policies'>): Promise<number> {
  for (;;) {
    const from = treeInForce().seq
    const rows = await store.policies.find({ index: 'byKind', equals: { kind: 'places' }, range: { gt: from }, order: 'asc', limit: BATCH })
    // Another reading may have come first: its changes are not taken twice.
    const { seq, nodes } = treeInForce()
    const fresh = rows.filter((row) => row.seq > seq)
    const last = fresh.at(-1)
    if (last) putTreeInForce({ seq: last.seq, nodes: withNodeChanges(nodes, fresh.flatMap(({ place }) => place ?? [])) })
    if (rows.length < BATCH) return treeInForce().seq
  }
}
