import { deskOf } from '../domain/desk.ts'
import type { Docket } from '../domain/docket.ts'
import type { Store } from './ports.ts'

const MOST = 50
/** Longest chain of mergings that is followed. */
const LONGEST_CHAIN = 8

/** The dockets that were merged into this one and still are: its history names them. @throws PrahariError unavailable. */
export async function findMerged(store: Pick<Store, 'dockets'>, docket: Docket): Promise<Docket[]> {
  const ids = docket.history.flatMap(({ what, facts }) => (what === 'merged-here' && typeof facts.fromId === 'string' ? [facts.fromId] : []))
  const named = [...new Set(ids)].slice(-MOST)
  const found = named.length > 0 ? await store.dockets.getMany(named) : []
  return found.filter((one) => deskOf(one).mergedInto === docket.id).sort((a, b) => a.openedAt - b.openedAt)
}

/** Where what belongs to this docket goes now: the docket into which it was merged in the end, or itself. @throws PrahariError unavailable. */
export async function findSuccessor(store: Pick<Store, 'dockets'>, docket: Docket): Promise<Docket> {
  let current = docket
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const { mergedInto } = deskOf(current)
    const next = mergedInto === null ? undefined : await store.dockets.get(mergedInto)
    if (!next || next.id === docket.id) return current
    current = next
  }
  return current
}
