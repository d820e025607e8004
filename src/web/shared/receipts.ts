import type { AlertView } from '../../contract/alert-view.ts'

export type Painted = Pick<AlertView, 'id' | 'version' | 'rung'> & Partial<Pick<AlertView, 'assignment' | 'calls'>>

/** What this page tells the server about what it showed. */
export interface Receipts {
  /** These alerts are on the screen: said once of each, and again when its rung has risen or a supervisor gave it to somebody or called somebody; never while the page is hidden. */
  shown(alerts: readonly Painted[]): void
  /** A person opened or touched this one. */
  seen(alert: Painted): void
  /** The connection is new: what was said on the old one may have been lost. */
  forget(): void
}

export function createReceipts(send: (receipt: { alertId: string; version: number; what: 'shown' | 'seen' }) => void, isVisible: () => boolean): Receipts {
  const said = new Map<string, { rung: number; orderedAt: number }>()
  const say = ({ id, version, rung, assignment, calls }: Painted, what: 'shown' | 'seen'): void => {
    const key = `${what} ${id}`
    const before = said.get(key)
    const orderedAt = Math.max(assignment?.at ?? 0, calls?.at(-1)?.at ?? 0)
    if (before && before.rung >= rung && before.orderedAt >= orderedAt) return
    said.set(key, { rung, orderedAt })
    send({ alertId: id, version, what })
  }
  return {
    shown(alerts) { if (isVisible()) for (const alert of alerts) say(alert, 'shown') },
    seen(alert) { if (isVisible()) say(alert, 'seen') },
    forget: () => said.clear(),
  }
}
