import type { AlertEvent } from './alert.ts'
import type { Desk } from './desk.ts'
import { PrahariError } from './errors.ts'
import { nodeAt } from './jurisdiction.ts'
import type { Viewer } from './person.ts'

/** Marking a complainant as a rumour-monger (Supreme Court of India, 30 April 2021: no clamp-down on those who ask for help). */
export type RumourAct = { act: 'proposeRumour' | 'confirmRumour' | 'refuseRumour'; reason: string }

/** What somebody does about the mark. It changes no status: marked or not, the complaint is acted on. @throws PrahariError conflict, forbidden. */
export function actOnRumour(desk: Desk, { act, reason }: RumourAct, viewer: Viewer, now: number): { desk: Desk; events: AlertEvent[] } {
  const { rumour } = desk
  const me = { personId: viewer.personId, name: viewer.name, at: now }
  if (act === 'proposeRumour') {
    if (rumour) throw new PrahariError('conflict', `${rumour.proposed.name} has proposed it already`)
    return { desk: { ...desk, rumour: { proposed: me, reason, confirmed: null } }, events: [{ what: 'rumour-proposed', facts: { reason } }] }
  }
  if (!rumour) throw new PrahariError('conflict', 'nobody has proposed it')
  const isOwn = rumour.proposed.personId === viewer.personId
  if (act === 'refuseRumour' && isOwn && !rumour.confirmed) return { desk: { ...desk, rumour: null }, events: [{ what: 'rumour-withdrawn', facts: { reason } }] }
  if (isOwn) throw new PrahariError('forbidden', 'a second officer decides it, not who proposed it')
  if (!isSenior(viewer)) throw new PrahariError('forbidden', 'an officer of district rank or above decides it')
  if (act === 'refuseRumour') return { desk: { ...desk, rumour: null }, events: [{ what: 'rumour-refused', facts: { reason, proposedBy: rumour.proposed.personId } }] }
  if (rumour.confirmed) throw new PrahariError('conflict', `${rumour.confirmed.name} has confirmed it already`)
  return { desk: { ...desk, rumour: { ...rumour, confirmed: me } }, events: [{ what: 'rumour-confirmed', facts: { reason, proposedBy: rumour.proposed.personId } }] }
}

/** An officer of district rank or above: answers for a district or more, and is no desk operator. */
export function isSenior({ role, scopePath }: Viewer): boolean {
  return (role === 'officer' || role === 'supervisor' || role === 'admin') && nodeAt(scopePath).kind !== 'station'
}
