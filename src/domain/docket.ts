import type { Alert, AlertEvent } from './alert.ts'
import { isOpen } from './alert.ts'
import { append } from './history.ts'
import type { HistoryEntry, Sha256 } from './history.ts'
import type { Post } from './post.ts'
import type { Verdict } from './verdict.ts'

/** open (red): nobody acted; in-process (amber): somebody has it; closed (green). */
export type DocketStatus = 'open' | 'in-process' | 'closed'

/**
 * One complaint with everything that must change together: its posts, owner, alert, clocks and history live in one
 * document, replaced only by whoever holds its current version.
 */
export interface Docket {
  /** `case-<post id>`: the natural key that makes a second docket for one case impossible. */
  id: string
  version: number
  /** `UPP-20261123-000042`, what people say to each other. */
  number: string
  status: DocketStatus
  /** Jurisdiction path of the owner. */
  path: string
  /** The post that opened it, and what came after it (edits, further posts), oldest first, the last MAX_THREAD. */
  post: Post
  thread: Post[]
  verdict: Verdict
  alert: Alert | null
  /** When the citizen posted, when we received it, when the docket was opened: the two honest clocks start here. */
  postedAt: number
  receivedAt: number
  openedAt: number
  updatedAt: number
  history: HistoryEntry[]
  /** 1 while the alert is open: what the walls ask for. Derived from the alert, kept for the index. */
  alertOpen: 0 | 1
  /** The alert's nextDueAt, kept for the sweep's index. */
  nextDueAt: number | null
}

export const MAX_THREAD = 50

export function docketIdFor(caseId: string): string {
  return `case-${caseId}`
}

/** `UPP-20261123-000042`: the day in Indian time (UTC+5:30, no summer time) and the number within it. */
export function docketNumber(day: string, sequence: number): string {
  return `UPP-${day}-${String(sequence).padStart(6, '0')}`
}

const IST_OFFSET_MS = 19_800_000
const DAY_MS = 86_400_000

/** The day in India at `now`, as `20261123`. Proleptic Gregorian arithmetic (Howard Hinnant, "civil from days"). */
export function indianDay(now: number): string {
  const days = Math.floor((now + IST_OFFSET_MS) / DAY_MS) + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
}

function statusFor(current: DocketStatus, alert: Alert | null): DocketStatus {
  if (!alert) return current
  if (!isOpen(alert)) return 'closed'
  return alert.holder ? 'in-process' : 'open'
}

/** The next version of the docket with a changed alert and the events that changed it in its history. */
export function withAlert(docket: Docket, alert: Alert, events: AlertEvent[], by: { who: string; now: number; sha256: Sha256 }): Docket {
  return evolve(docket, { alert, status: statusFor(docket.status, alert), alertOpen: isOpen(alert) ? 1 : 0, nextDueAt: alert.nextDueAt }, events, by)
}

/** The next version of the docket with some fields changed, each event appended to its history. */
export function evolve(docket: Docket, changes: Partial<Docket>, events: AlertEvent[], by: { who: string; now: number; sha256: Sha256 }): Docket {
  const history = events.reduce(
    (sofar, event) => append(sofar, { at: by.now, who: by.who, what: event.what, facts: event.facts }, by.sha256),
    docket.history,
  )
  return { ...docket, ...changes, version: docket.version + 1, updatedAt: by.now, history }
}
