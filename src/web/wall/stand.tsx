import type { AlertView } from '../../contract/alert-view.ts'
import { isGivenBack } from '../shared/words.ts'

/** How an alert stands, as a wall tells it apart by shape, word and colour (ISA-18.2: unacknowledged, acknowledged, closed, returned). */
export type Stand = 'unanswered' | 'held' | 'returned' | 'shelved' | 'closed'

export function standOf(alert: Pick<AlertView, 'isOpen' | 'holder' | 'state' | 'firstAcknowledgedAt'> & Partial<Pick<AlertView, 'shelf'>>): Stand {
  if (!alert.isOpen) return 'closed'
  if (alert.holder) return 'held'
  if (alert.shelf) return 'shelved'
  return isGivenBack(alert) ? 'returned' : 'unanswered'
}

const SIGNS: Record<Exclude<Stand, 'unanswered'>, string> = {
  held: 'M4 12.5 9.5 18 20 6.5',
  returned: 'M9 4 4 9l5 5M4.5 9H14a5.5 5.5 0 0 1 0 11h-4',
  shelved: 'M8 5v14M16 5v14',
  closed: 'M4 4h16v16H4zM4 20 20 4',
}

/** A tick, an arrow back, two bars, a struck box; nobody having it needs none, since there the severity calls. */
export function StandSign({ stand }: { stand: Stand }) {
  return stand === 'unanswered' ? null : <svg class="stand-sign" viewBox="0 0 24 24" aria-hidden="true"><path d={SIGNS[stand]} /></svg>
}
