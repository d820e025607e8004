import { STALE_AFTER_MS } from '../../contract/timing.ts'
import type { ServerEvent } from '../../contract/sockets.ts'
import type { Overdue } from '../../domain/audit.ts'

export type Heartbeat = ServerEvent<'heartbeat'>

/**
 * Whether the board can be believed:
 * - `connecting`: the page has just opened and heard nothing yet.
 * - `live`: connected, and the last heartbeat is young.
 * - `reconnecting`: the connection is gone but what is shown is still young.
 * - `stale`: nothing heard for ten seconds. `since` is the server time of the last sign, null when there never was one.
 */
export type Freshness =
  | { kind: 'connecting' | 'live' | 'reconnecting'; ageS: number }
  | { kind: 'stale'; ageS: number; since: number | null }

export interface Signs {
  /** The page's monotonic time, now and at its opening. */
  monotonicNow: number
  openedAt: number
  /** The server's time now as far as known. */
  serverNow: number | null
  /** The last heartbeat: when it came (monotonic) and its stamp (server time). */
  heartbeat: { arrivedAt: number; serverNow: number } | null
  isConnected: boolean
}

/** Judges freshness from clocks alone: no event of the socket is needed for a board to turn stale. */
export function judgeFreshness(signs: Signs): Freshness {
  const { heartbeat, serverNow, monotonicNow } = signs
  if (!heartbeat) {
    const waitedMs = monotonicNow - signs.openedAt
    const ageS = Math.floor(waitedMs / 1000)
    return waitedMs >= STALE_AFTER_MS ? { kind: 'stale', ageS, since: null } : { kind: 'connecting', ageS }
  }
  // A heartbeat that was held up on its way is as old as its stamp says, whenever it came.
  const sinceArrival = monotonicNow - heartbeat.arrivedAt
  const sinceStamp = serverNow === null ? 0 : serverNow - heartbeat.serverNow
  const ageMs = Math.max(0, sinceArrival, sinceStamp)
  const ageS = Math.floor(ageMs / 1000)
  if (ageMs >= STALE_AFTER_MS) return { kind: 'stale', ageS, since: heartbeat.serverNow }
  return { kind: signs.isConnected ? 'live' : 'reconnecting', ageS }
}

/** What the server says does not work, worst first. `since` where it is known; `count` of what nobody did in time. */
export type Trouble =
  | { kind: 'store' | 'engine' | 'audit' | 'queue' | 'stream'; since: number | null; because: string }
  | { kind: keyof Overdue; count: number }

/** The troubles that a heartbeat reports. */
export function troublesOf({ engine, stream, audit }: Pick<Heartbeat, 'engine' | 'stream' | 'audit'>): Trouble[] {
  const troubles: Trouble[] = []
  if (!engine.isStoreUp) troubles.push({ kind: 'store', since: null, because: engine.because })
  if (!engine.isSweeping) troubles.push({ kind: 'engine', since: engine.lastSweepAt, because: engine.because })
  if (audit.isOn) troubles.push(...OVERDUE.filter((kind) => audit[kind] > 0).map((kind): Trouble => ({ kind, count: audit[kind] })))
  // Without the store nobody knows of an audit: one trouble says it.
  else if (engine.isStoreUp) troubles.push({ kind: 'audit', since: audit.at, because: audit.because })
  if (!engine.isQueueUp) troubles.push({ kind: 'queue', since: null, because: engine.because })
  if (!stream.isSeeing) troubles.push({ kind: 'stream', since: stream.blindSince, because: stream.because })
  return troubles
}

const OVERDUE: readonly (keyof Overdue)[] = ['alerts', 'posts', 'deliveries']
