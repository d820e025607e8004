import { PrahariError } from '../domain/errors.ts'
import { findNode } from '../domain/jurisdiction.ts'
import type { Viewer } from '../domain/person.ts'
import { withHandles } from '../triage/handle-changes.ts'
import type { HandleChange } from '../triage/handle-changes.ts'
import type { Handles } from '../triage/policy.ts'
import { forWholeState, setPolicy } from './change-policy.ts'
import type { PolicyDeps } from './change-policy.ts'
import type { Done, Store } from './ports.ts'
import { newestPolicy } from './read-policy.ts'

/** What a handle is to be. `default`: as it comes with Prahari and its configuration. */
export type HandleMeaning = { is: 'own' | 'nobody' | 'default' } | { is: 'district'; districtId: string }

/** Most handles that differ from what comes with Prahari. */
const MOST = 1_000

/**
 * Says what an account on X is to us: one of ours, a district's, or nobody's. Every process takes it within seconds.
 * @param base what comes with Prahari and the configuration. @throws PrahariError forbidden, invalid, conflict, unavailable.
 */
export async function changeHandle(deps: PolicyDeps, viewer: Viewer, base: Handles, input: { handle: string; meaning: HandleMeaning; expectedSeq: number; reason: string }): Promise<Done & { seq: number }> {
  forWholeState(viewer)
  const { handle, meaning, expectedSeq, reason } = input
  const { seq, changes } = await readHandleChanges(deps.store)
  const lost = new PrahariError('conflict', 'somebody changed the handles meanwhile', { field: 'expectedSeq' })
  if (seq !== expectedSeq) throw lost
  if (meaning.is === 'district' && findNode(meaning.districtId)?.kind !== 'district') throw new PrahariError('invalid', `no district ${meaning.districtId}`, { field: 'body.districtId' })
  const others = changes.filter((one) => one.handle !== handle)
  const next = meaning.is === 'default' ? others : [...others, { handle, isOwn: meaning.is === 'own', districtId: meaning.is === 'district' ? meaning.districtId : null }]
  if (next.length > MOST) throw new PrahariError('invalid', `${MOST} handles at most differ from the list that comes with Prahari`, { field: 'body.handle' })
  const [was, is] = [withHandles(base, changes), withHandles(base, next)]
  if (is.ownHandles.length === 0) throw new PrahariError('invalid', 'one account at least is our own', { field: 'body.handle' })
  const facts = { handle, meaningWas: meaningOf(was, handle), meaningIs: meaningOf(is, handle), reason }
  if (facts.meaningWas === facts.meaningIs && changes.length === next.length) return { did: 'nothing', because: 'it is so already', seq }
  await setPolicy(deps, viewer, { kind: 'handles', seq: seq + 1, reason, ladder: null, handles: next }, { object: `handle:${handle}`, what: 'handle-changed', facts }, lost)
  return { did: 'changed', because: reason, seq: seq + 1 }
}

/** `own`, a district id, or `nobody`. */
export function meaningOf({ ownHandles, districtHandles }: Handles, handle: string): string {
  if (ownHandles.includes(handle)) return 'own'
  return Object.hasOwn(districtHandles, handle) ? (districtHandles[handle] ?? 'nobody') : 'nobody'
}

/** The changes of an administrator, and their number. @throws PrahariError unavailable. */
export async function readHandleChanges(store: Pick<Store, 'policies'>): Promise<{ seq: number; changes: HandleChange[] }> {
  const row = await newestPolicy(store, 'handles')
  return { seq: row?.seq ?? 0, changes: row?.handles ?? [] }
}
