import { isWithin } from './jurisdiction.ts'

export const ROLES = ['wall', 'officer', 'desk', 'supervisor', 'admin', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** One account. It sees its scope and what lies under it, nothing else. */
export interface Person {
  id: string
  version: number
  name: string
  role: Role
  /** Jurisdiction path of its scope. */
  scopePath: string
  isDisabled: boolean
  createdAt: number
}

/** Who is asking, as every read and every act is checked. */
export interface Viewer {
  personId: string
  name: string
  role: Role
  scopePath: string
}

/** Whether the role may acknowledge alerts and report progress. Walls and auditors only look. */
export function mayAct(role: Role): boolean {
  return role === 'officer' || role === 'desk' || role === 'supervisor' || role === 'admin'
}

/** Whether the role may see how the engine runs: failed jobs, quarantined posts. */
export function mayInspect(role: Role): boolean {
  return role === 'supervisor' || role === 'admin' || role === 'auditor'
}

/** Whether the viewer may see what belongs to `path`. */
export function maySee(viewer: Viewer, path: string): boolean {
  return isWithin(viewer.scopePath, path)
}
