import { isBeside, RECEIPT_LIMIT_MS } from './delivery.ts'
import type { Delivery } from './delivery.ts'

/** How far one rung got, counted in persons: each stands at the furthest that any of their channels reached. */
export interface RungReach {
  rung: number
  told: number
  /** Handed over, no proof of arrival yet. */
  sent: number
  onDevice: number
  seen: number
  acknowledged: number
  /** No channel got through. */
  failed: number
  held: number
  /** No longer wanted before it arrived. */
  expired: number
}

type Standing = Exclude<keyof RungReach, 'rung' | 'told'>

/**
 * Whether nobody told at one firing of a rung was reached: each person's ways have all failed, or nothing proved to have
 * arrived within RECEIPT_LIMIT_MS. False while somebody's way is still open, or put off by the throttle.
 * @param rows every delivery of that firing.
 */
export function isNobodyReached(rows: readonly Delivery[], now: number): boolean {
  return byPerson(rows).every((mine) => {
    if (mine.some((row) => row.onDeviceAt !== null || row.state === 'held' || row.state === 'acknowledged' || row.state === 'expired')) return false
    const isExhausted = mine.every((row) => row.state === 'failed') && mine.some((row) => row.thenBy.length === 0)
    return isExhausted || mine.some((row) => row.queuedAt + RECEIPT_LIMIT_MS <= now)
  })
}

/** One line per rung, the last firing of each; without what was ordered besides the ladder. */
export function reachByRung(rows: readonly Delivery[]): RungReach[] {
  const rings = Map.groupBy(rows.filter((row) => !isBeside(row)), (row) => row.ring)
  const newest = new Map<number, Delivery[]>()
  for (const ring of rings.values()) {
    const [first] = ring
    const known = newest.get(first?.rung ?? -1)?.[0]
    if (first && (!known || known.docketVersion <= first.docketVersion)) newest.set(first.rung, ring)
  }
  return [...newest].sort(([a], [b]) => a - b).map(([rung, ring]) => reachOf(rung, ring))
}

function reachOf(rung: number, ring: readonly Delivery[]): RungReach {
  const reach: RungReach = { rung, told: 0, sent: 0, onDevice: 0, seen: 0, acknowledged: 0, failed: 0, held: 0, expired: 0 }
  for (const mine of byPerson(ring)) {
    reach.told++
    const standing = standingOf(mine)
    if (standing) reach[standing]++
  }
  return reach
}

/** Null while the first channel is still to be tried. */
function standingOf(mine: readonly Delivery[]): Standing | null {
  const has = (test: (row: Delivery) => boolean): boolean => mine.some(test)
  if (has((row) => row.acknowledgedAt !== null)) return 'acknowledged'
  if (has((row) => row.seenAt !== null)) return 'seen'
  if (has((row) => row.onDeviceAt !== null)) return 'onDevice'
  if (has((row) => row.state === 'held')) return 'held'
  if (has((row) => row.state === 'sent')) return 'sent'
  if (has((row) => row.state === 'expired')) return 'expired'
  return mine.every((row) => row.state === 'failed') ? 'failed' : null
}

function byPerson(rows: readonly Delivery[]): Delivery[][] {
  return [...Map.groupBy(rows, (row) => row.personId).values()]
}
