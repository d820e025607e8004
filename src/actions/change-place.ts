import { PrahariError } from '../domain/errors.ts'
import { findNode, treeInForce } from '../domain/jurisdiction.ts'
import type { JurisdictionNode } from '../domain/jurisdiction.ts'
import { nodeChange } from '../domain/node-changes.ts'
import type { NodeChange, NodeWish } from '../domain/node-changes.ts'
import type { Viewer } from '../domain/person.ts'
import { typedNames } from '../domain/station-names.ts'
import { forWholeState, setPolicy } from './change-policy.ts'
import type { PolicyDeps } from './change-policy.ts'
import type { Done, Store } from './ports.ts'
import { takePlaces } from './take-places.ts'

export interface PlaceDeps extends PolicyDeps {
  store: PolicyDeps['store'] & Pick<Store, 'people'>
}

export interface PlaceChanged extends Done {
  seq: number
  node: JurisdictionNode
}

/** Most accounts of a station that are counted. */
const MOST_ACCOUNTS = 500

/**
 * Adds, renames or retires a police station, or brings one back; other nodes are only renamed. In force at once in this process
 * and within ten seconds in every other. A station whose people still have their area there is not retired; what lies there stays
 * there, under the eyes of its district. @throws PrahariError forbidden, invalid, conflict, unavailable.
 */
export async function changePlace(deps: PlaceDeps, viewer: Viewer, { wish, expectedSeq, reason }: { wish: NodeWish; expectedSeq: number; reason: string }): Promise<PlaceChanged> {
  forWholeState(viewer)
  const seq = await takePlaces(deps.store)
  const lost = new PrahariError('conflict', 'somebody changed the places meanwhile', { field: 'expectedSeq' })
  if (seq !== expectedSeq) throw lost
  const before = wish.did === 'added' ? undefined : findNode(wish.id)
  if (wish.did === 'renamed' && before && isSame(before, wish)) return { did: 'nothing', because: 'it is so already', seq, node: before }
  const change = nodeChange(treeInForce().nodes, wish)
  if (change.did === 'retired' && before) await mustBeLeft(deps.store, before)
  await setPolicy(deps, viewer, { kind: 'places', seq: seq + 1, reason, ladder: null, handles: null, place: change }, { object: `place:${change.id}`, what: `place-${change.did}`, facts: factsOf(change, before, reason) }, lost)
  await takePlaces(deps.store)
  const node = findNode(change.id)
  if (!node) throw new PrahariError('unavailable', 'the change is written and not yet read, look again')
  return { did: change.did, because: reason, seq: seq + 1, node }
}

function isSame(node: JurisdictionNode, { name, nameHi }: { name: string; nameHi: string }): boolean {
  const typed = typedNames(node)
  return typed.name === name && typed.nameHi === nameHi
}

/** @throws PrahariError conflict: somebody would have an area that is no more. */
async function mustBeLeft(store: Pick<Store, 'people'>, { path }: JurisdictionNode): Promise<void> {
  const people = await store.people.find({ index: 'byScope', equals: { scopePath: path }, limit: MOST_ACCOUNTS })
  const left = people.filter(({ isDisabled }) => !isDisabled).length
  if (left > 0) throw new PrahariError('conflict', `people still have their area there (${left}): give them another one first`, { field: 'body.id' })
}

function factsOf(change: NodeChange, before: JurisdictionNode | undefined, reason: string): Record<string, string | null> {
  const was = before && typedNames(before)
  if (change.did === 'renamed') {
    return {
      ...(was?.name === change.name ? {} : { nameWas: was?.name ?? null, nameIs: change.name }),
      ...(was?.nameHi === change.nameHi ? {} : { nameHiWas: was?.nameHi ?? null, nameHiIs: change.nameHi }), reason,
    }
  }
  const { name, nameHi } = change.did === 'added' ? change : { name: was?.name ?? null, nameHi: was?.nameHi ?? null }
  return { name, nameHi, ...(change.did === 'added' ? { under: change.parentId } : {}), reason }
}
