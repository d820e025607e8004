import type { Handles } from './policy.ts'

/** What a handle is, against what comes with Prahari: one of our own accounts, that of a district, or neither. */
export interface HandleChange {
  /** Lower case, without @. */
  handle: string
  isOwn: boolean
  districtId: string | null
}

/** The accounts that a policy knows, with the changes of an administrator; of two changes of one handle the later counts. */
export function withHandles(policy: Handles, changes: readonly HandleChange[]): Handles {
  const own = new Set(policy.ownHandles)
  // A Map in between, so that a handle called like a member of Object is a name as any other.
  const districts = new Map(Object.entries(policy.districtHandles))
  for (const { handle, isOwn, districtId } of changes) {
    own.delete(handle)
    districts.delete(handle)
    if (isOwn) own.add(handle)
    else if (districtId !== null) districts.set(handle, districtId)
  }
  return { ownHandles: [...own], districtHandles: Object.fromEntries(districts) }
}
