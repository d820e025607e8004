import type { AlertView } from '../../contract/alert-view.ts'
import { digestOf } from '../../contract/digest.ts'
import type { Digest } from '../../contract/digest.ts'
import { byUrgency } from '../../contract/urgency.ts'

/** What a console holds: a copy of the server's open alerts that ends equal to it whatever the network did to the messages. */
export interface Board {
  /** Open alerts by id, each with the server time of the message that brought it. */
  open: ReadonlyMap<string, Heard>
  /** The last alerts seen closing, oldest first: where they went, and a bar against late messages that would reopen them. */
  closed: ReadonlyMap<string, AlertView>
  /** Open alerts of the scope that the last snapshot had no room for. */
  overflow: number
  /** Whether a snapshot ever came: before it, an empty board means nothing. */
  isFilled: boolean
}

export interface Heard {
  alert: AlertView
  heardAt: number
}

export type BoardMessage =
  | { kind: 'snapshot'; serverNow: number; alerts: readonly AlertView[]; overflow: number }
  | { kind: 'upsert'; serverNow: number; alerts: readonly AlertView[] }
  /** An alert left the area by this page's own act; a heartbeat tells the other pages. */
  | { kind: 'gone'; id: string }

const MAX_CLOSED = 200

export const EMPTY_BOARD: Board = { open: new Map(), closed: new Map(), overflow: 0, isFilled: false }

/** The board after a message. Pure; messages may come twice, late or in any order. */
export function receive(board: Board, message: BoardMessage): Board {
  const open = new Map(board.open)
  const closed = new Map(board.closed)
  if (message.kind === 'gone') {
    open.delete(message.id)
    return { ...board, open }
  }
  for (const alert of message.alerts) keepNewest(open, closed, alert, message.serverNow)
  if (message.kind === 'upsert') return { ...board, open, closed: lastOf(closed) }
  dropUnlisted(open, message)
  return { open, closed: lastOf(closed), overflow: message.overflow, isFilled: true }
}

function keepNewest(open: Map<string, Heard>, closed: Map<string, AlertView>, alert: AlertView, heardAt: number): void {
  const held = open.get(alert.id)
  const heldVersion = Math.max(held?.alert.version ?? 0, closed.get(alert.id)?.version ?? 0)
  if (alert.version < heldVersion) return
  if (alert.version === heldVersion) {
    if (held) open.set(alert.id, { alert: held.alert, heardAt: Math.max(held.heardAt, heardAt) })
    return
  }
  open.delete(alert.id)
  closed.delete(alert.id)
  if (alert.isOpen) open.set(alert.id, { alert, heardAt })
  else closed.set(alert.id, alert)
}

/** An alert that a snapshot does not list is gone, unless it was heard of after the snapshot was taken. */
function dropUnlisted(open: Map<string, Heard>, snapshot: { serverNow: number; alerts: readonly AlertView[] }): void {
  const listed = new Set(snapshot.alerts.map((alert) => alert.id))
  for (const [id, held] of open) {
    if (!listed.has(id) && held.heardAt <= snapshot.serverNow) open.delete(id)
  }
}

function lastOf(closed: Map<string, AlertView>): Map<string, AlertView> {
  for (const id of closed.keys()) {
    if (closed.size <= MAX_CLOSED) break
    closed.delete(id)
  }
  return closed
}

/** The digest to compare with the heartbeat's. */
export function digestOfBoard(board: Board): Digest {
  return digestOf([...board.open.values()].map(({ alert }) => alert))
}

/** Open alerts, most urgent first. */
export function alertsOf(board: Board): AlertView[] {
  return [...board.open.values()].map(({ alert }) => alert).sort(byUrgency)
}

/** Alerts that closed while this page watched, newest first. */
export function closedOf(board: Board): AlertView[] {
  return [...board.closed.values()].sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))
}
