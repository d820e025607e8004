import { isOpen } from './alert.ts'
import type { Alert } from './alert.ts'
import { deskOf } from './desk.ts'
import type { Desk } from './desk.ts'
import type { DocketStatus } from './docket-status.ts'
import { isDrill } from './drill.ts'
import { pathsDownTo } from './jurisdiction.ts'
import type { Author, Post } from './post.ts'

/** The times of a desk, milliseconds. */
export const DESK_TIMES = {
  /** An owner who does nothing for so long loses the docket to the queue; there it goes a level up each time as long again (product paper: 4 h). */
  untouched: 4 * 3_600_000,
  /** A complainant of an open SoS who was asked, or whom nobody answered, and who says nothing for so long. */
  silence: 10 * 60_000,
  /** How long somebody who writes in a docket keeps the others out. */
  claim: 120_000,
  /** The latest time until which a forwarding may wait to be accepted. */
  longestForwarding: 30 * 86_400_000,
} as const

export interface DeskTimer {
  what: 'return' | 'lapse' | 'move-up' | 'silence'
  at: number
}

/** What the timers look at of a docket. */
export interface Timed {
  status: DocketStatus
  path: string
  openedAt: number
  post: Pick<Post, 'author' | 'source'>
  thread: readonly { author: Author; joinedAt?: number }[]
  alert: Alert | null
  desk?: Desk
}

/** What happens next to a docket by itself at the desk, and when; null where nothing does. While its alert is open the ladder minds it. */
export function deskTimer(docket: Timed): DeskTimer | null {
  const desk = deskOf(docket)
  const { alert } = docket
  if (docket.status === 'closed' || isDrill(docket.post)) return null
  const timers = [silenceTimer(docket)]
  if (desk.forwarding) timers.push({ what: 'return', at: desk.forwarding.dueAt })
  else if (!alert || !isOpen(alert)) timers.push(restTimer(docket))
  return timers.reduce((first, one) => (one && (!first || one.at < first.at) ? one : first), null)
}

/** When the owner, or the queue, has left it alone for too long. */
function restTimer(docket: Timed): DeskTimer | null {
  const desk = deskOf(docket)
  const endedAt = docket.alert?.closedAt ?? 0
  if (desk.owner) {
    const since = Math.max(desk.owner.at, desk.touchedAt ?? 0, endedAt)
    return docket.status === 'in-process' ? { what: 'lapse', at: since + DESK_TIMES.untouched } : null
  }
  const asked = desk.upPath ?? docket.path
  if (parentPath(asked) === null) return null
  const levels = depthOf(docket.path) - depthOf(asked)
  return { what: 'move-up', at: Math.max(docket.openedAt, desk.touchedAt ?? 0, endedAt) + DESK_TIMES.untouched * (Math.max(0, levels) + 1) }
}

/**
 * Silence after an SoS: the complainant was asked in public and has not written since, or nobody has acknowledged their cry at
 * all; after ten minutes the docket is raised one step, once. Silence closes nothing.
 */
function silenceTimer(docket: Timed): DeskTimer | null {
  const desk = deskOf(docket)
  const { alert } = docket
  if (!alert || !isOpen(alert) || alert.state === 'on-scene' || typeof desk.silenceRaisedAt === 'number') return null
  const wroteAt = Math.max(alert.raisedAt, ...docket.thread.map(({ author, joinedAt }) => (author.id === docket.post.author.id ? (joinedAt ?? 0) : 0)))
  const asked = desk.askedAt ?? null
  if (asked !== null && asked >= wroteAt) return { what: 'silence', at: asked + DESK_TIMES.silence }
  return alert.firstAcknowledgedAt === null ? { what: 'silence', at: wroteAt + DESK_TIMES.silence } : null
}

/** The node above; null at the state and outside the tree. */
export function parentPath(path: string): string | null {
  return pathsDownTo(path).at(-2) ?? null
}

function depthOf(path: string): number {
  return pathsDownTo(path).length
}
