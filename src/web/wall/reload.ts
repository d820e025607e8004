/** A critical alert that nobody has and that is younger than this is being read just now. */
const READING_MS = 10_000
/** A page that has just opened does not load again: two versions behind one address must not chase each other. */
const LEAST_AGE_MS = 60_000
const IST_OFFSET_MS = 19_800_000
const DAY_MS = 86_400_000
const NIGHT_FROM_MS = 4 * 3_600_000
const NIGHT_TO_MS = 5 * 3_600_000

export interface PageState {
  /** The server's time, and when this page opened by it. */
  now: number
  openedAt: number
  /** The version that this page came with, and the server's of now. */
  ownVersion: string
  version: string
  /** Open alerts that nobody has: when each was raised. */
  unanswered: readonly { severity: string; raisedAt: number }[]
}

/**
 * Why the page should load anew now, or null: the server has another version, or it is the hour of the nightly reload (04:00
 * to 05:00 in India; a quiet moment of it, and in its last minute any). Never while a critical alert is being read.
 */
export function whyReload({ now, openedAt, ownVersion, version, unanswered }: PageState): 'version' | 'night' | null {
  if (now - openedAt < LEAST_AGE_MS) return null
  if (unanswered.some(({ severity, raisedAt }) => severity === 'critical' && now - raisedAt < READING_MS)) return null
  if (version !== ownVersion) return 'version'
  const midnight = Math.floor((now + IST_OFFSET_MS) / DAY_MS) * DAY_MS - IST_OFFSET_MS
  const ofDay = now - midnight
  if (ofDay < NIGHT_FROM_MS || ofDay >= NIGHT_TO_MS || openedAt >= midnight + NIGHT_FROM_MS) return null
  return unanswered.length === 0 || ofDay >= NIGHT_TO_MS - LEAST_AGE_MS ? 'night' : null
}
