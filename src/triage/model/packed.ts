/**
 * Weights as text that fits into the repository: few features matter to few heads, so that most weights are nought and only
 * the others are written. A letter says how many noughts come before a weight, and which of twelve levels the weight has.
 */
export interface PackedWeights {
  /** Into how many buckets features are hashed; few of them are used. */
  buckets: number
  heads: readonly string[]
  bias: readonly number[]
  /** Of each head, the weight of one unit. */
  scale: readonly number[]
  /** How far each used bucket lies from the one before. */
  gaps: string
  /** The weights of the used buckets, one bucket after the other, head by head. */
  digits: string
}

/** The levels in units, strongest first: each is six tenths of the one before. */
export const LEVELS = [127, 76, 46, 27, 16, 10] as const
/** The letters of printable ASCII that JSON writes as they are. */
const LETTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((letter) => letter !== '"' && letter !== '\\').join('')
const SIGNED = 2 * LEVELS.length
/** So many noughts and no more can stand before a weight in one letter. */
const MOST_RUN = 6
/** Letters beyond those of weights stand for noughts alone: 7, 14, 28, … */
const SKIP_FROM = (MOST_RUN + 1) * SIGNED
const SKIPS = Array.from({ length: LETTERS.length - SKIP_FROM }, (_, at) => (MOST_RUN + 1) * 2 ** at)
/** The gap that says: further, by so much, and no bucket yet. */
const FAR = LETTERS.length - 1

const VALUE_OF = new Int8Array(128)
for (let at = 0; at < LETTERS.length; at++) VALUE_OF[LETTERS.charCodeAt(at)] = at

/** Used buckets in rising order. */
export function unpackBuckets(gaps: string): number[] {
  const buckets: number[] = []
  let bucket = -1
  for (let at = 0; at < gaps.length; at++) {
    const gap = VALUE_OF[gaps.charCodeAt(at)] ?? 0
    bucket += gap === FAR ? FAR : gap + 1
    if (gap !== FAR) buckets.push(bucket)
  }
  return buckets
}

export function packBuckets(buckets: readonly number[]): string {
  let gaps = ''
  let last = -1
  for (const bucket of buckets) {
    let gap = bucket - last
    for (; gap > FAR; gap -= FAR) gaps += LETTERS[FAR] ?? ''
    gaps += LETTERS[gap - 1] ?? ''
    last = bucket
  }
  return gaps
}

/** The weights in units, `size` of them. */
export function unpackWeights(digits: string, size: number): Int8Array {
  const weights = new Int8Array(size)
  let to = 0
  for (let at = 0; at < digits.length; at++) {
    const value = VALUE_OF[digits.charCodeAt(at)] ?? 0
    if (value >= SKIP_FROM) { to += SKIPS[value - SKIP_FROM] ?? 0; continue }
    to += Math.floor(value / SIGNED)
    const level = value % SIGNED
    weights[to++] = (level < LEVELS.length ? 1 : -1) * (LEVELS[level % LEVELS.length] ?? 0)
  }
  return weights
}

/** Writes weights given in units, each as the nearest level by its logarithm; noughts stay nought. */
export function packWeights(weights: Float32Array): string {
  const digits: string[] = []
  let run = 0
  for (const weight of weights) {
    if (weight === 0) { run++; continue }
    for (let skip = SKIPS.length - 1; run > MOST_RUN;) {
      const length = SKIPS[skip] ?? 1
      if (length > run) { skip--; continue }
      digits.push(LETTERS[SKIP_FROM + skip] ?? '')
      run -= length
    }
    digits.push(LETTERS[run * SIGNED + (weight < 0 ? LEVELS.length : 0) + levelOf(Math.abs(weight))] ?? '')
    run = 0
  }
  return digits.join('')
}

/** The level nearest to a positive weight, both in units, by its logarithm. */
export function nearestLevel(weight: number): number {
  return LEVELS[levelOf(weight)] ?? 0
}

function levelOf(weight: number): number {
  const steps = Math.round(Math.log(weight / LEVELS[0]) / Math.log(LEVELS[1] / LEVELS[0]))
  return Math.max(0, Math.min(LEVELS.length - 1, steps))
}
