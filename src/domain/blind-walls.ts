import { isTellingDue } from './condition.ts'
import type { Blindness, BlindReason, Wall, WallGap } from './wall.ts'

/** What the server knows of one open page of a wall. Times are the store's. */
export interface WallSight {
  wallId: string
  connectedAt: number
  /** False once the connection has ended; the rest is then what was known last. */
  isConnected: boolean
  /** The page says that it can be seen, and since when that holds or not. */
  isVisible: boolean
  visibilityAt: number
  /** The last time the page proved that it paints; null before the first. */
  paintedAt: number | null
  /** Whether the browser keeps the screen awake. */
  isAwake: boolean
}

/** A firing of an SoS that the wall has to show, and when it confirmed that it did; null: never. */
export interface Owed {
  firedAt: number
  confirmedAt: number | null
}

/** Milliseconds. Told within 15 s of the moment that a wall stops seeing: `tellMs`, a look each second, and the delivery. */
export interface WallLimits {
  /** A page that proved no painting for so long is frozen; it does so every 2 s. */
  silentMs: number
  /** So long a wall may take to confirm an SoS. */
  confirmMs: number
  /** So long a wall must be blind before somebody is told: a page that loads anew is no reason. */
  tellMs: number
  /** While it stays blind, it is told again so often. */
  againMs: number
}
export const WALL_LIMITS: WallLimits = { silentMs: 7_000, confirmMs: 10_000, tellMs: 9_000, againMs: 600_000 }

export type Judgement = { isSeeing: true } | { isSeeing: false; why: BlindReason; since: number }

/**
 * Whether a wall sees: connected, visible, painting, and every SoS confirmed in time. A confirmation counts when it is not
 * older than the firing: the rung that rose must have been painted too.
 * @param sights its open pages, and those that ended a while ago.
 */
export function judgeWall(sights: readonly WallSight[], owed: readonly Owed[], now: number, limits: WallLimits): Judgement {
  const sight = bestOf(sights)
  if (!sight) return { isSeeing: false, why: 'not-connected', since: now }
  const provedAt = Math.max(sight.connectedAt, sight.paintedAt ?? 0)
  if (!sight.isConnected) return { isSeeing: false, why: sight.isAwake ? 'not-connected' : 'asleep', since: provedAt }
  if (!sight.isVisible) return { isSeeing: false, why: 'hidden', since: sight.visibilityAt }
  const couldPaintAt = Math.max(provedAt, sight.visibilityAt)
  if (now - couldPaintAt > limits.silentMs) return { isSeeing: false, why: sight.isAwake ? 'silent' : 'asleep', since: couldPaintAt }
  const from = Math.max(sight.connectedAt, sight.visibilityAt)
  const missing = owed.filter(({ firedAt, confirmedAt }) => (confirmedAt === null || confirmedAt < firedAt) && now - Math.max(firedAt, from) > limits.confirmMs)
  if (missing.length === 0) return { isSeeing: true }
  return { isSeeing: false, why: 'unconfirmed', since: Math.max(from, Math.min(...missing.map(({ firedAt }) => firedAt))) }
}

/** The page by which the wall sees, if any: connected before visible before the newest proof. */
function bestOf(sights: readonly WallSight[]): WallSight | undefined {
  const rank = (one: WallSight): number[] => [Number(one.isConnected), Number(one.isVisible), one.paintedAt ?? 0, one.connectedAt]
  return sights.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    return right.map((value, index) => value - (left[index] ?? 0)).find((difference) => difference !== 0) ?? 0
  })[0]
}

/** What follows from a judgement: the wall's blindness from now on, the stretch that ended, and whether somebody is to be told now. */
export interface Step {
  blind: Blindness | null
  ended: Omit<WallGap, 'version'> | null
  /** How often it had been told before; null: nobody is told. */
  tell: number | null
}

export function nextStep(wall: Pick<Wall, 'id' | 'name' | 'path' | 'blind'>, judgement: Judgement, now: number, limits: WallLimits): Step {
  const { blind } = wall
  if (judgement.isSeeing) {
    if (!blind) return { blind: null, ended: null, tell: null }
    const { since, why, told } = blind
    return { blind: null, ended: { id: `${wall.id}.${since.toString(36)}`, wallId: wall.id, name: wall.name, path: wall.path, since, why, told, endedAt: Math.max(since, now) }, tell: null }
  }
  // Written down first, told at the next look: what tells of a blindness must find it in the store.
  if (!blind) return { blind: { since: Math.min(judgement.since, now), why: judgement.why, told: 0, toldAt: null }, ended: null, tell: null }
  const is: Blindness = blind.why === judgement.why ? blind : { ...blind, why: judgement.why }
  return isTellingDue(is, now, limits) ? { blind: { ...is, told: is.told + 1, toldAt: now }, ended: null, tell: is.told } : { blind: is, ended: null, tell: null }
}

/** Milliseconds of `from`–`to` that lie in the stretches; those that overlap count once. */
export function blindWithin(gaps: readonly { since: number; endedAt: number | null }[], from: number, to: number): number {
  let sum = 0
  let seenTo = from
  for (const { since, endedAt } of gaps.toSorted((a, b) => a.since - b.since)) {
    const end = Math.min(to, endedAt ?? to)
    sum += Math.max(0, end - Math.max(seenTo, since))
    seenTo = Math.max(seenTo, end)
  }
  return sum
}
