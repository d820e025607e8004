/** What waits to be taken by one console. */
export interface Waiting {
  packets: number
  bytes: number
}

/** So much may wait for one console before it is cut off and must take a new snapshot. */
export const MOST_WAITING: Waiting = { packets: 400, bytes: 4 * 1024 * 1024 }

/**
 * Whether a console costs the others their memory: too many packets wait for it, or too many bytes of which it took none since
 * the last beat. A snapshot of thousands of alerts is larger than that by itself and takes its time on a thin line: cutting off
 * whoever is reading it would have them begin anew for ever.
 */
export function isSlow(now: Waiting, before: Waiting | undefined): boolean {
  return now.packets > MOST_WAITING.packets || (now.bytes > MOST_WAITING.bytes && before !== undefined && now.bytes >= before.bytes)
}
