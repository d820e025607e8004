import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Opinion, Reading, Word } from '../reading.ts'
import { gatherFindings, IDEA_HASHES, keyOf, LOUDNESS, MOST_WORDS, pairHash, wordFeatures } from './features.ts'
import type { WordFeatures } from './features.ts'
import { bucketOf } from './hash.ts'
import { URGENCY_HEADS } from './heads.ts'
import { unpackTable } from './packed.ts'
import WEIGHTS from './weights.json' with { type: 'json' }

/** Places in a row: one for each head, those of urgency before those of the categories, so that one pass over a post serves all. */
const ROW = WEIGHTS.heads.length
const { buckets: MANY } = WEIGHTS
/** Part of the code as weights.json is, but not text: read once, when the code is loaded. */
const { buckets: BUCKETS, weights: TABLE } = unpackTable(readFileSync(join(import.meta.dirname, 'weights.br')), MANY, ROW)
/** Of each bucket the number of its row, from 1; 0 where nothing was learnt. */
const ROW_OF = new Uint16Array(MANY)
BUCKETS.forEach((bucket, at) => { ROW_OF[bucket] = at + 1 })
/** The weights of each idea as a row, by its id. */
const IDEAS = Int8Array.from(IDEA_HASHES.flatMap((hash) => [...rowOfFact(hash)]))
const BIAS = Float64Array.from(WEIGHTS.bias)
const SCALE = Float64Array.from(WEIGHTS.scale)
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
/** The hash of each word, for the pairs it makes with others. */
const HASHES = new Uint32Array(MEMORY)
/** Which judgement met the pair last, by the row of its weights. */
const PAIR_MET = new Float64Array(BUCKETS.length + 1)
let judgement = 0

/** Arrays for all judgements, see signals/words.ts. */
const odds = new Float64Array(ROW)
const sums = new Float64Array(ROW)
const categories = odds.subarray(URGENCY_HEADS.length)
/** Of the pairs in the post, those about which something was learnt, by the number of their row. */
const pairs: number[] = []
const facts: number[] = []

/** What the learnt model makes of a post that the rules have read. */
export function opine(reading: Reading): Opinion {
  const { words } = reading
  if (SLOTS.size + Math.min(words.length, MOST_WORDS) > MEMORY) forget()
  const slots: number[] = []
  const positions: number[] = []
  judgement++
  pairs.length = 0
  let before = -1
  for (let at = 0; at < words.length && at < MOST_WORDS; at++) {
    const word = words[at]
    if (!word) break
    const slot = slotOf(word)
    if (slot < 0) continue
    const row = slot - forgotten
    if (before >= 0) meetPair(before, row)
    before = row
    if (MET[row] === judgement) continue
    MET[row] = judgement
    slots.push(slot)
    positions.push(at)
  }
  facts.length = 0
  gatherFindings(reading, facts)
  weigh(slots, reading.said)
  const [critical = 0, sos = 0, actionable = 0] = odds
  return { critical, sos, actionable, categories, slots, positions }
}

/** Each pair counts once, as each word. */
function meetPair(before: number, row: number): void {
  const learnt = ROW_OF[bucketOf(pairHash(HASHES[before] ?? 0, HASHES[row] ?? 0), MANY)] ?? 0
  if (learnt === 0 || PAIR_MET[learnt] === judgement) return
  PAIR_MET[learnt] = judgement
  pairs.push(learnt)
}

function forget(): void {
  forgotten += MEMORY
  SLOTS.clear()
}

/** Where the word is remembered; -1 for what is not learnt. */
function slotOf(word: Word): number {
  const { spelling, token } = word
  if (spelling.slot >= forgotten) return spelling.slot
  const key = keyOf(word)
  if (key === '') return -1
  const slot = SLOTS.get(key) ?? remember(key)
  // Handles and links share one spelling, and an emoji may too: only what is spelt keeps its slot.
  if (token.kind === 'word' || token.kind === 'number') spelling.slot = slot
  return slot
}

function remember(key: string): number {
  const slot = forgotten + SLOTS.size
  SLOTS.set(key, slot)
  const features = wordFeatures(key)
  HASHES[slot - forgotten] = features.self
  ROWS.set(rowOf(features), (slot - forgotten) * ROW)
  return slot
}

/** The row of one word: itself and its letter groups, each by 1/√(their number), and its concept. */
function rowOf({ self, letters, concept }: WordFeatures): Float64Array {
  const row = new Float64Array(ROW)
  for (const hash of letters) addRow(row, hash)
  for (let head = 0; head < ROW; head++) row[head] = ((row[head] ?? 0) * LOUDNESS.letters) / LOUDNESS.words
  addRow(row, self)
  for (let head = 0; head < ROW; head++) row[head] = (row[head] ?? 0) / Math.sqrt(letters.length + 1)
  if (concept !== null) addLearnt(row, ROW_OF[bucketOf(concept, MANY)] ?? 0, LOUDNESS.concepts / LOUDNESS.words)
  return row
}

function rowOfFact(hash: number): Float64Array {
  const row = new Float64Array(ROW)
  addRow(row, hash)
  return row
}

function addRow(sums: Float64Array, hash: number): void {
  const learnt = ROW_OF[bucketOf(hash, MANY)] ?? 0
  if (learnt === 0) return
  const from = (learnt - 1) * ROW
  for (let head = 0; head < ROW; head++) sums[head] = (sums[head] ?? 0) + (TABLE[from + head] ?? 0)
}

/** Adds what was learnt of a feature, by the number of its row. */
function addLearnt(sums: Float64Array, learnt: number, share: number): void {
  if (learnt === 0) return
  const from = (learnt - 1) * ROW
  for (let head = 0; head < ROW; head++) sums[head] = (sums[head] ?? 0) + share * (TABLE[from + head] ?? 0)
}

/** The log-odds of all heads, from the rows of the words with their pairs, of the ideas, and the other facts. */
function weigh(slots: readonly number[], said: readonly number[]): void {
  odds.fill(0)
  sums.fill(0)
  for (let nth = 0; nth < slots.length; nth++) {
    const from = ((slots[nth] ?? 0) - forgotten) * ROW
    for (let head = 0; head < ROW; head++) odds[head] = (odds[head] ?? 0) + (ROWS[from + head] ?? 0)
  }
  for (let nth = 0; nth < pairs.length; nth++) addLearnt(odds, pairs[nth] ?? 0, LOUDNESS.pairs / LOUDNESS.words)
  for (let nth = 0; nth < said.length; nth++) {
    const from = (said[nth] ?? 0) * ROW
    for (let head = 0; head < ROW; head++) sums[head] = (sums[head] ?? 0) + (IDEAS[from + head] ?? 0)
  }
  for (let nth = 0; nth < facts.length; nth++) addRow(sums, facts[nth] ?? 0)
  const byWords = LOUDNESS.words / Math.sqrt(slots.length || 1)
  const byFacts = LOUDNESS.facts / Math.sqrt(said.length + facts.length || 1)
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
