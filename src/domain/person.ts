import { CHANNELS } from './delivery.ts'
import type { Channel } from './delivery.ts'
import { isWithin, STATE_PATH } from './area.ts'

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
  /** Ways to reach this person, in their own order; the usual order where they never chose. */
  channels?: Channel[]
  /** For the e-mail channel, and for the gateway of SMS and voice (E.164). */
  email?: string
  phone?: string
}

/** The person's channels in order. Who never chose gets every way that exists here; a chosen way that does not exist stays, and fails saying so. */
export function channelsOf(person: Pick<Person, 'channels'>, exists: (channel: Channel) => boolean): Channel[] {
  return person.channels ?? CHANNELS.filter(exists)
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

/** Whether the role may read posts that did not ring and say what they are. */
export function mayReview(role: Role): boolean {
  return role === 'desk' || role === 'supervisor' || role === 'admin'
}

/** Whether the role may try out a change of the triage policy on stored posts. */
export function mayReplay(role: Role): boolean {
  return role === 'supervisor' || role === 'admin'
}

/** Whether the role may write duty rosters and give leave, in its area. */
export function mayRoster(role: Role): boolean {
  return role === 'supervisor' || role === 'admin'
}

/** Whether the role may register walls, give them a new link and shut them, in its area. */
export function mayKeepWalls(role: Role): boolean {
  return role === 'supervisor' || role === 'admin'
}

/** Whether the role may step in: reassign, escalate, call, shelve, acknowledge in bulk. */
export function maySupervise(role: Role): boolean {
  return role === 'supervisor' || role === 'admin'
}

/** Whether the role may read reports of its area. */
export function mayReport(role: Role): boolean {
  return role === 'desk' || mayInspect(role)
}

/** Whether the role may keep accounts of its area and, with the whole state as its area, policies, handles and templates. */
export function mayAdminister(role: Role): boolean {
  return role === 'admin'
}

/** Whether the role may read the audit trail, with the whole state as its area. */
export function mayAudit(role: Role): boolean {
  return role === 'admin' || role === 'auditor'
}

/** Whether the area is the whole state. */
export function isStateWide({ scopePath }: Pick<Viewer, 'scopePath'>): boolean {
  return scopePath === STATE_PATH
}

/** Whether the viewer may see what belongs to `path`. */
export function maySee(viewer: Viewer, path: string): boolean {
  return isWithin(viewer.scopePath, path)
}
