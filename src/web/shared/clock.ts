import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

/** One exchange with the server: when asked and answered on the page's monotonic clock, and the server's time in between. */
export interface ClockSample {
  sentAt: number
  receivedAt: number
  serverNow: number
}

export interface Offset {
  /** Server time minus the page's monotonic clock, milliseconds. */
  offset: number
  /** Round trip of the sample it rests on: the offset is right to half of it. */
  rtt: number
}

/** The offset by the sample with the shortest round trip (Cristian's algorithm), or null without samples. */
export function bestOffset(samples: readonly ClockSample[]): Offset | null {
  let best: Offset | null = null
  for (const { sentAt, receivedAt, serverNow } of samples) {
    const rtt = receivedAt - sentAt
    if (rtt >= 0 && (!best || rtt < best.rtt)) best = { offset: serverNow - (sentAt + rtt / 2), rtt }
  }
  return best
}

export interface Clock {
  /** The server's time now, epoch milliseconds; null until anything was heard from the server. */
  now: ReadonlySignal<number | null>
  /** The page's monotonic time at the last tick. */
  tickedAt: ReadonlySignal<number>
  /** Moves both on; called by a timer. */
  tick(): void
  /** Takes a measurement made of several samples. */
  measure(samples: readonly ClockSample[]): void
  /** A message just came that the server stamped: its time has passed for sure. Answers false when it disagrees with the clock. */
  learn(serverNow: number): boolean
}

/** By how much a stamped message may lag behind the clock before the clock is measured anew, milliseconds. */
const TOLERANCE_MS = 1_000

/**
 * The server's clock as this page knows it. It ticks on the monotonic clock and is set only by what the server says; the
 * browser's own date is never asked, because it may be minutes off.
 */
export function createClock(monotonic: () => number): Clock {
  let offset: number | null = null
  const now = signal<number | null>(null)
  const tickedAt = signal(monotonic())

  const tick = (): void => {
    tickedAt.value = monotonic()
    now.value = offset === null ? null : Math.round(tickedAt.value + offset)
  }
  return {
    now, tickedAt, tick,
    measure(samples) {
      offset = bestOffset(samples)?.offset ?? offset
      tick()
    },
    learn(serverNow) {
      const lag = offset === null ? Number.NEGATIVE_INFINITY : monotonic() + offset - serverNow
      if (lag < 0) {
        offset = serverNow - monotonic()
        tick()
      }
      return Math.abs(lag) <= TOLERANCE_MS
    },
  }
}
