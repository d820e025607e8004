import { isOpen } from './alert.ts'
import type { Alert } from './alert.ts'
import { deskOf } from './desk.ts'
import type { Desk } from './desk.ts'
import type { DocketStatus } from './docket-status.ts'
import { isDrill } from './drill.ts'
import { pathsDownTo } from './jurisdiction.ts'
import { DEFAULT_DESK } from './ladder.ts'
import type { DeskPolicy, LadderPolicy } from './ladder.ts'
import type { Author, Post } from './post.ts'

/** The times by which a docket's own timers run; the rest of DeskPolicy counts at the moment of an act. */
export type DeskTimes = Pick<DeskPolicy, 'untouchedS' | 'silenceS'>

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
  deskTimes?: DeskTimes
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
  const untouchedMs = (docket.deskTimes ?? DEFAULT_DESK).untouchedS * 1_000
  if (desk.owner) {
    const since = Math.max(desk.owner.at, desk.touchedAt ?? 0, endedAt)
    return docket.status === 'in-process' ? { what: 'lapse', at: since + untouchedMs } : null
  }
  const asked = desk.upPath ?? docket.path
  if (parentPath(asked) === null) return null
  const levels = depthOf(docket.path) - depthOf(asked)
  return { what: 'move-up', at: Math.max(docket.openedAt, desk.touchedAt ?? 0, endedAt) + untouchedMs * (Math.max(0, levels) + 1) }
}

/**
 * Silence after an SoS: the complainant was asked in public and has not written since, or nobody has acknowledged their cry at
 * all; after `silenceS` the docket is raised one step, once. Silence closes nothing.
 */
function silenceTimer(docket: Timed): DeskTimer | null {
  const desk = deskOf(docket)
  const { alert } = docket
  if (!alert || !isOpen(alert) || alert.state === 'on-scene' || typeof desk.silenceRaisedAt === 'number') return null
  const wroteAt = Math.max(alert.raisedAt, ...docket.thread.map(({ author, joinedAt }) => (author.id === docket.post.author.id ? (joinedAt ?? 0) : 0)))
  const asked = desk.askedAt ?? null
  const silenceMs = (docket.deskTimes ?? DEFAULT_DESK).silenceS * 1_000
  if (asked !== null && asked >= wroteAt) return { what: 'silence', at: asked + silenceMs }
  return alert.firstAcknowledgedAt === null ? { what: 'silence', at: wroteAt + silenceMs } : null
}

/** The node above; null at the state and outside the tree. */
export function parentPath(path: string): string | null {
  return pathsDownTo(path).at(-2) ?? null
}

function depthOf(path: string): number {
  return pathsDownTo(path).length
}

/** What a docket keeps of the policy in force, so that its timers run by it; nothing where it goes by the defaults already. */
export function timedBy(docket: { deskTimes?: DeskTimes }, { desk = DEFAULT_DESK }: Pick<LadderPolicy, 'desk'>): { deskTimes?: DeskTimes } {
  const { untouchedS, silenceS } = desk
  const known = docket.deskTimes ?? DEFAULT_DESK
  return known.untouchedS === untouchedS && known.silenceS === silenceS ? {} : { deskTimes: { untouchedS, silenceS } }
}
