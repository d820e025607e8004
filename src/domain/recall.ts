/** What is known of one stratum of the posts that did not ring. */
export interface StratumReading {
  /** Posts in the stratum. */
  posts: number
  /** Of them drawn at random and read. */
  read: number
  /** Of those read, cries for help that did not ring. */
  missed: number
}

export interface RecallInput {
  /** Posts that rang and were cries for help: all that rang, less the false alarms. */
  rang: number
  strata: readonly StratumReading[]
}

/** An estimate with the bounds of its 95 % interval. */
export interface Estimate {
  value: number
  low: number
  high: number
}

export interface RecallEstimate {
  /** Cries that did not ring, in all posts of the strata. */
  missed: Estimate
  /** Share of the cries that rang; null where no cry is known at all, or a stratum was not read. */
  recall: Estimate | null
  /** Strata of which nothing was read: nothing can be said then. */
  unread: number
}

/** The 97.5 % point of the standard normal distribution. */
const Z = 1.959964

/**
 * Recall on live posts from a stratified random sample of those that did not ring.
 *
 * Missed cries: the stratified estimator T = Σ N·x/n (Cochran, *Sampling Techniques*, 3rd ed. 1977, ch. 5). Its interval
 * joins the Wilson intervals [l, u] of the strata's shares p by their distances from p: T − √Σ N²(p−l)² and T + √Σ N²(u−p)²
 * (Zou & Donner, *Statistics in Medicine* 27, 2008, 1693–1702; Wilson, *JASA* 22, 1927, 209–212), which stays honest where
 * a stratum shows no miss at all. n counts as n(N−1)/(N−n), because the posts of a day are finite: what was read whole is
 * known exactly. Both bounds are kept within what was seen: never fewer than the misses found, never more than the unread
 * could hold. Recall is rang / (rang + missed), with the bounds of the missed; what rang is taken as counted.
 */
export function estimateRecall({ rang, strata }: RecallInput): RecallEstimate {
  const used = strata.filter(({ posts }) => posts > 0)
  const shares = used.map((stratum) => ({ stratum, share: wilson(stratum) }))
  const sum = (of: (one: (typeof shares)[number]) => number): number => shares.reduce((total, one) => total + of(one), 0)
  const value = sum(({ stratum, share }) => stratum.posts * share.value)
  const below = Math.sqrt(sum(({ stratum, share }) => (stratum.posts * (share.value - share.low)) ** 2))
  const above = Math.sqrt(sum(({ stratum, share }) => (stratum.posts * (share.high - share.value)) ** 2))
  const found = sum(({ stratum }) => stratum.missed)
  const possible = sum(({ stratum }) => stratum.posts - stratum.read + stratum.missed)
  const missed = { value, low: Math.max(found, value - below), high: Math.max(value, Math.min(possible, value + above)) }
  const unread = used.filter(({ read }) => read === 0).length
  const share = (lost: number): number => rang / (rang + lost)
  if (unread > 0 || rang + value === 0) return { missed, unread, recall: null }
  return { missed, unread, recall: { value: share(value), low: share(missed.high), high: rang + missed.low > 0 ? share(missed.low) : 1 } }
}

/** The share of misses in a stratum with its Wilson interval; of an unread stratum nothing is known but 0 to 1. */
function wilson({ posts, read, missed }: StratumReading): Estimate {
  if (read === 0) return { value: 0, low: 0, high: 1 }
  const value = missed / read
  if (read >= posts) return { value, low: value, high: value }
  const n = (read * (posts - 1)) / (posts - read)
  const centre = (value + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n)
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((value * (1 - value)) / n + (Z * Z) / (4 * n * n))
  return { value, low: Math.max(0, Math.min(value, centre - half)), high: Math.min(1, Math.max(value, centre + half)) }
}
