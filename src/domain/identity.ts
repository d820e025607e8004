import { hasIt, isOpen } from './alert.ts'
import type { Docket } from './docket.ts'
import { mayAct } from './person.ts'
import type { Viewer } from './person.ts'

/** How long what somebody unmasked is shown to them, milliseconds. */
const UNMASKED_MS = 60_000

/** Whether this person unmasked the docket less than a minute ago, as its own history says. */
export function isUnmaskedFor({ history }: Pick<Docket, 'history'>, personId: string, now: number): boolean {
  return history.some(({ what, who, at }) => what === 'unmasked' && who === personId && at > now - UNMASKED_MS)
}

/** Whether what leads to a protected person is shown to the viewer of an alert: to who has it, and who unmasked it; true where nobody is protected. */
export function mayReadIdentity({ verdict, alert, history }: Pick<Docket, 'verdict' | 'alert' | 'history'>, viewer: Viewer, now: number): boolean {
  if (!verdict.isProtected) return true
  return mayAct(viewer.role) && ((alert !== null && isOpen(alert) && hasIt(alert, viewer.personId)) || isUnmaskedFor({ history }, viewer.personId, now))
}
