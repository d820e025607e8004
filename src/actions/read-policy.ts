import { DEFAULT_LADDER_POLICY } from '../domain/ladder.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import type { PolicyRow } from './collections.ts'
import type { Store } from './ports.ts'

/** The ladder in force, and who set it; `row` is undefined while nobody has changed the one that comes with Prahari. @throws PrahariError unavailable. */
export async function readPolicy(store: Pick<Store, 'policies'>): Promise<{ ladder: LadderPolicy; row: PolicyRow | undefined }> {
  const row = await newestPolicy(store, 'ladder')
  return { ladder: row?.ladder ?? DEFAULT_LADDER_POLICY, row }
}

/** The newest stored version of a kind. */
export async function newestPolicy(store: Pick<Store, 'policies'>, kind: PolicyRow['kind']): Promise<PolicyRow | undefined> {
  const [row] = await store.policies.find({ index: 'byKind', equals: { kind }, order: 'desc', limit: 1 })
  return row
}

/** Every stored version of a kind, newest first. */
export async function policyVersions(store: Pick<Store, 'policies'>, kind: PolicyRow['kind'], limit: number): Promise<PolicyRow[]> {
  return store.policies.find({ index: 'byKind', equals: { kind }, order: 'desc', limit })
}
