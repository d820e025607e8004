import type { Opinion, Reading } from '../reading.ts'
import { readDigits } from './digits.ts'
import type { HeadWeights } from './digits.ts'
import { gatherFacts, keyOf, LOUDNESS, MOST_WORDS, wordFeatures } from './features.ts'
import { bucketOf } from './hash.ts'
import WEIGHTS from './weights.json' with { type: 'json' }

/** What the urgency heads answer: is it critical, is it SoS, must the police act at all. */
export const URGENCY_HEADS = ['critical', 'sos', 'actionable'] as const

export interface Weights {
  /** What they were fitted to: counts and a digest of the texts (docs/model-card.md). */
  fittedTo: string
  urgency: HeadWeights
  category: HeadWeights
}

/** The weights of some heads, unpacked, and where their sums begin in a row of all heads. */
class Heads {
  readonly count: number
  readonly from: number
  private readonly weights: Int8Array
  private readonly buckets: number

  constructor({ heads, buckets, digits }: HeadWeights, from: number) {
    this.count = heads.length
    this.from = from
    this.buckets = buckets
    this.weights = readDigits(digits)
  }

  /** Adds the weights of a feature to a row of sums. */
  add(sums: Float64Array, hash: number): void {
    const { weights, count, from } = this
    let at = bucketOf(hash, this.buckets) * count
    for (let head = from; head < from + count; head++) sums[head] = (sums[head] ?? 0) + (weights[at++] ?? 0)
  }
}

const URGENCY = new Heads(WEIGHTS.urgency, 0)
const CATEGORY = new Heads(WEIGHTS.category, URGENCY.count)
/** Places in a row: one for each head of both kinds, so that one pass over a post serves all. */
const ROW = URGENCY.count + CATEGORY.count
const BIAS = Float64Array.from([...WEIGHTS.urgency.bias, ...WEIGHTS.category.bias])
const SCALE = Float64Array.from([...WEIGHTS.urgency.scale, ...WEIGHTS.category.scale])
const SOS = URGENCY_HEADS.indexOf('sos')

/**
 * What each word gives to the heads, remembered since most words of a post are words of other posts; all is forgotten when
 * it is full, so that hostile text cannot make it grow. `spelling.slot` names the row, counting on over what was forgotten.
 */
const MEMORY = 20_000
const SLOTS = new Map<string, number>()
const ROWS = new Float32Array(MEMORY * ROW)
let forgotten = 0
/** Which judgement met the word last, by row: a word that is said again and again counts once. */
const MET = new Float64Array(MEMORY)
let judgement = 0

/** Arrays for all judgements, see signals/words.ts. */
const odds = new Float64Array(ROW)
const sums = new Float64Array(ROW)
const categories = odds.subarray(CATEGORY.from)
const facts: number[] = []

/** What the learnt model makes of a post that the rules have read. */
export function opine(reading: Reading): Opinion {
  const { words } = reading
  if (SLOTS.size + Math.min(words.length, MOST_WORDS) > MEMORY) forget()
  const slots: number[] = []
  const positions: number[] = []
  judgement++
  for (let at = 0; at < words.length && at < MOST_WORDS; at++) {
    const word = words[at]
    if (!word) break
    const { spelling, token } = word
    if (spelling.slot < forgotten) {
      const key = keyOf(word)
      if (key === '') continue
      // Handles and links share one spelling, and an emoji may too: only what is spelt keeps its slot.
      const slot = slotOf(key)
      if (token.kind !== 'word' && token.kind !== 'number') { meet(slot, at, slots, positions); continue }
      spelling.slot = slot
    }
    meet(spelling.slot, at, slots, positions)
  }
  facts.length = 0
  gatherFacts(reading, facts)
  weigh(slots)
  const [critical = 0, sos = 0, actionable = 0] = odds
  return { critical, sos, actionable, categories, slots, positions }
}

function meet(slot: number, at: number, slots: number[], positions: number[]): void {
  const row = slot - forgotten
  if (MET[row] === judgement) return
  MET[row] = judgement
  slots.push(slot)
  positions.push(at)
}

function forget(): void {
  forgotten += MEMORY
  SLOTS.clear()
}

function slotOf(key: string): number {
  const known = SLOTS.get(key)
  if (known !== undefined) return known
  const slot = forgotten + SLOTS.size
  SLOTS.set(key, slot)
  ROWS.set(rowOf(wordFeatures(key)), (slot - forgotten) * ROW)
  return slot
}

/** The row of one word: itself and its letter groups, each by 1/√(their number). */
function rowOf([self = 0, ...letters]: readonly number[]): Float64Array {
  const row = new Float64Array(ROW)
  for (const hash of letters) addBoth(row, hash)
  for (let head = 0; head < ROW; head++) row[head] = ((row[head] ?? 0) * LOUDNESS.letters) / LOUDNESS.words
  addBoth(row, self)
  for (let head = 0; head < ROW; head++) row[head] = (row[head] ?? 0) / Math.sqrt(letters.length + 1)
  return row
}

function addBoth(row: Float64Array, hash: number): void {
  URGENCY.add(row, hash)
  CATEGORY.add(row, hash)
}

/** The log-odds of all heads, from the rows of the words and the facts. */
function weigh(slots: readonly number[]): void {
  odds.fill(0)
  sums.fill(0)
  for (let nth = 0; nth < slots.length; nth++) {
    const from = ((slots[nth] ?? 0) - forgotten) * ROW
    for (let head = 0; head < ROW; head++) odds[head] = (odds[head] ?? 0) + (ROWS[from + head] ?? 0)
  }
  for (let nth = 0; nth < facts.length; nth++) addBoth(sums, facts[nth] ?? 0)
  const byWords = LOUDNESS.words / Math.sqrt(slots.length || 1)
  const byFacts = LOUDNESS.facts / Math.sqrt(facts.length || 1)
  for (let head = 0; head < ROW; head++) odds[head] = (BIAS[head] ?? 0) + (SCALE[head] ?? 0) * (byWords * (odds[head] ?? 0) + byFacts * (sums[head] ?? 0))
}

/** The words that spoke most for (`sign` 1) or against (-1) SoS, the loudest first, by their positions in the post, with their share; at most `most`. */
export function speakers({ slots, positions }: Opinion, sign: number, most: number): { at: number; share: number }[] {
  const loudest: { at: number; share: number }[] = []
  for (let nth = 0; nth < slots.length; nth++) {
    const share = sign * (ROWS[((slots[nth] ?? 0) - forgotten) * ROW + SOS] ?? 0)
    if (share <= 0 || (loudest.length === most && share <= (loudest[most - 1]?.share ?? 0))) continue
    if (loudest.length === most) loudest.pop()
    const rank = loudest.findIndex((other) => other.share < share)
    loudest.splice(rank < 0 ? loudest.length : rank, 0, { at: positions[nth] ?? 0, share })
  }
  return loudest
}
