/**
 * A stretch of time in which the stream could not see. `reported` ends it for the record; `filled` says that recovery by
 * search read every page; `unrecoverable` that it never will.
 */
export interface StreamGap {
  id: string
  version: number
  state: 'open' | 'filling' | 'filled' | 'unrecoverable'
  startedAt: number
  endedAt: number | null
  /** What cut it: `closed-by-x`, `silence`, `http-503`, `listener-started`, … */
  reason: string
  /** Posts that recovery brought which the stream had not. */
  recovered: number
  filledAt: number | null
  /** Where recovery stands, per rule tag: the search to resume. A null token asks for its first page. */
  checkpoints: Record<string, { sinceId: string; nextToken: string | null; done: boolean }>
  /** What recovery cannot bring back, in words ("retweets are not in search"). */
  note: string | null
}

/** How a running part proves that it progresses: written every few seconds, read by health checks and heartbeats. */
export interface Pulse {
  /** `<role>:<host>:<pid>`. */
  id: string
  version: number
  role: string
  at: number
  /** What it last achieved, in numbers: `lastSweepAt`, `lastByteAt`, `lastPostAt`, `isConnected`, … */
  facts: Record<string, number | string | boolean | null>
}

/** What every screen shows of the stream: whether it is believed to see, and since when. */
export interface StreamState {
  isSeeing: boolean
  lastByteAt: number | null
  lastPostAt: number | null
  /** Start of the gap that is open now. */
  blindSince: number | null
  because: string
}

/** A pulse older than this is no sign of life, milliseconds. */
export const PULSE_STALE_MS = 10_000
