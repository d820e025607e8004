import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Opinion, Reading, Word } from '../reading.ts'
import { gatherFindings, IDEA_HASHES, keyOf, LOUDNESS, MOST_WORDS, pairHash, wordFeatures } from './features.ts'
import type { WordFeatures } from './features.ts'
import { bucketOf } from './hash.ts'
import { URGENCY_HEADS } from './heads.ts'
import { unpackTable } from './packed.ts'
import WEIGHTS from './weights.json' with { type: 'json' }

const { buckets: MANY, heads: { length: HEADS } } = WEIGHTS
/** Heads whose sums stay in the processor's registers while the rows of a post are gone through. */
const AT_ONCE = 4
/** Places in a row: one for each head, those of urgency before those of the categories, so that one pass over a post serves all; then noughts. */
const ROW = Math.ceil(HEADS / AT_ONCE) * AT_ONCE
/** Of each bucket the number of its row, 0 where nothing was learnt: the row of noughts. */
const ROW_OF = new Uint16Array(MANY)
/** One bit for each bucket in which something was learnt: nine of ten have nothing, and this table lies nearer to the processor. */
const IS_LEARNT = new Uint32Array(MANY / 32)
const TABLE = learntRows()
/** The row of each idea, by its id. */
const IDEAS = Uint16Array.from(IDEA_HASHES, learntOf)
const BIAS = Float64Array.from(WEIGHTS.bias)
const SCALE = Float64Array.from(WEIGHTS.scale)
const SOS = URGENCY_HEADS.indexOf('sos')

/**
 * What each word gives to the heads, remembered since most words of a post are words of other posts; all is forgotten when
 * it is full, so that hostile text cannot make it grow. `spelling.slot` names the row, counting on over what was forgotten.
 */
const MEMORY = 40_000
const SLOTS = new Map<string, number>()
const ROWS = new Int16Array(MEMORY * ROW)
/** What one weight of the table is in them: fine enough for the shares of letters, and no word comes near the end of 16 bits. */
const FINE = 64
const MOST = 0x7fff
let forgotten = 0
/** Which judgement met the word last, by row: a word that is said again and again counts once. */
const MET = new Float64Array(MEMORY)
/** The hash of each word, for the pairs it makes with others. */
const HASHES = new Uint32Array(MEMORY)
let judgement = 0

/** Arrays for all judgements, see signals/words.ts. */
const odds = new Float64Array(ROW)
const sums = new Float64Array(ROW)
const categories = odds.subarray(URGENCY_HEADS.length, HEADS)
/** The numbers of the rows of what is learnt about the pairs in the post, and about what the rules found; the latter grows with the lexicon's largest post. */
const pairs = new Int32Array(MOST_WORDS)
let facts = new Int32Array(256)
const findings: number[] = []
/** The words that speak, by their rows and their positions in the post. */
const rows = new Int32Array(MOST_WORDS)
const positions = new Int32Array(MOST_WORDS)

/** What the learnt model makes of a post that the rules have read. */
export function opine(reading: Reading): Opinion {
  const { words } = reading
  if (SLOTS.size + Math.min(words.length, MOST_WORDS) > MEMORY) forget()
  judgement++
  let many = 0
  let paired = 0
  let before = -1
  for (let at = 0; at < words.length && at < MOST_WORDS; at++) {
    const word = words[at]
    if (!word) break
    const slot = slotOf(word)
    if (slot < 0) continue
    const row = slot - forgotten
    const pair = before < 0 ? 0 : learntOf(pairHash(HASHES[before] ?? 0, HASHES[row] ?? 0))
    // Each pair counts once, as each word.
    if (pair !== 0 && !isAmong(pairs, paired, pair)) pairs[paired++] = pair
    before = row
    if (MET[row] === judgement) continue
    MET[row] = judgement
    rows[many] = row
    positions[many++] = at
  }
  findings.length = 0
  gatherFindings(reading, findings)
  weigh(many, paired, reading.said)
  const [critical = 0, sos = 0, actionable = 0] = odds
  return { critical, sos, actionable, categories, many, rows, positions }
}

/** Among at most MOST_WORDS, of which most posts have a dozen: nearer at hand than a mark in a table of all rows. */
function isAmong(list: Int32Array, many: number, wanted: number): boolean {
  for (let nth = 0; nth < many; nth++) if (list[nth] === wanted) return true
  return false
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
  ROWS.set(rowOf(features).map((sum) => Math.max(-MOST, Math.min(MOST, Math.round(sum * FINE)))), (slot - forgotten) * ROW)
  return slot
}

/** The row of one word: itself and its letter groups, each by 1/√(their number), and its concept. */
function rowOf({ self, letters, concept }: WordFeatures): Float64Array {
  const row = new Float64Array(ROW)
  addLearnt(row, Int32Array.from(letters, learntOf), letters.length, LOUDNESS.letters / LOUDNESS.words)
  addLearnt(row, Int32Array.of(learntOf(self)), 1, 1)
  for (let head = 0; head < ROW; head++) row[head] = (row[head] ?? 0) / Math.sqrt(letters.length + 1)
  if (concept !== null) addLearnt(row, Int32Array.of(learntOf(concept)), 1, LOUDNESS.concepts / LOUDNESS.words)
  return row
}

/** The table with its rows filled up to ROW places, and a first one of noughts. */
function learntRows(): Int8Array {
  // Part of the code as weights.json is, but not text: read once, when the code is loaded.
  const { buckets, weights } = unpackTable(readFileSync(join(import.meta.dirname, 'weights.br')), MANY, HEADS)
  const table = new Int8Array((buckets.length + 1) * ROW)
  buckets.forEach((bucket, at) => {
    ROW_OF[bucket] = at + 1
    IS_LEARNT[bucket >>> 5] = (IS_LEARNT[bucket >>> 5] ?? 0) | (1 << (bucket & 31))
    table.set(weights.subarray(at * HEADS, (at + 1) * HEADS), (at + 1) * ROW)
  })
  return table
}

function learntOf(hash: number): number {
  const bucket = bucketOf(hash, MANY)
  return (((IS_LEARNT[bucket >>> 5] ?? 0) >>> (bucket & 31)) & 1) === 0 ? 0 : (ROW_OF[bucket] ?? 0)
}

/** Adds a share of what was learnt of features, by the numbers of their rows. Whole numbers are summed, which is quicker. */
function addLearnt(sums: Float64Array, learnt: Int32Array, many: number, share: number): void {
  for (let head = 0; head < ROW; head += AT_ONCE) {
    let first = 0
    let second = 0
    let third = 0
    let fourth = 0
    for (let nth = 0; nth < many; nth++) {
      const at = (learnt[nth] ?? 0) * ROW + head
      first = (first + (TABLE[at] ?? 0)) | 0
      second = (second + (TABLE[at + 1] ?? 0)) | 0
      third = (third + (TABLE[at + 2] ?? 0)) | 0
      fourth = (fourth + (TABLE[at + 3] ?? 0)) | 0
    }
    sums[head] = (sums[head] ?? 0) + share * first
    sums[head + 1] = (sums[head + 1] ?? 0) + share * second
    sums[head + 2] = (sums[head + 2] ?? 0) + share * third
    sums[head + 3] = (sums[head + 3] ?? 0) + share * fourth
  }
}

/** The same for the words that speak: a loop of its own, since one over two kinds of tables would ask at each weight which it is. */
function addWords(sums: Float64Array, many: number): void {
  for (let head = 0; head < ROW; head += AT_ONCE) {
    let first = 0
    let second = 0
    let third = 0
    let fourth = 0
    for (let nth = 0; nth < many; nth++) {
      const at = (rows[nth] ?? 0) * ROW + head
      first = (first + (ROWS[at] ?? 0)) | 0
      second = (second + (ROWS[at + 1] ?? 0)) | 0
      third = (third + (ROWS[at + 2] ?? 0)) | 0
      fourth = (fourth + (ROWS[at + 3] ?? 0)) | 0
    }
    sums[head] = first / FINE
    sums[head + 1] = second / FINE
    sums[head + 2] = third / FINE
    sums[head + 3] = fourth / FINE
  }
}

/** The log-odds of all heads, from the rows of the words with their pairs, of the ideas, and the other facts. */
function weigh(many: number, paired: number, said: readonly number[]): void {
  addWords(odds, many)
  addLearnt(odds, pairs, paired, LOUDNESS.pairs / LOUDNESS.words)
  const found = findings.length + said.length
  if (found > facts.length) facts = new Int32Array(found)
  for (let nth = 0; nth < said.length; nth++) facts[nth] = IDEAS[said[nth] ?? 0] ?? 0
  for (let nth = 0; nth < findings.length; nth++) facts[said.length + nth] = learntOf(findings[nth] ?? 0)
  sums.fill(0)
  addLearnt(sums, facts, found, 1)
  const byWords = LOUDNESS.words / Math.sqrt(many || 1)
  const byFacts = LOUDNESS.facts / Math.sqrt(found || 1)
  for (let head = 0; head < HEADS; head++) odds[head] = (BIAS[head] ?? 0) + (SCALE[head] ?? 0) * (byWords * (odds[head] ?? 0) + byFacts * (sums[head] ?? 0))
}

/** The words that spoke most for (`sign` 1) or against (-1) SoS, the loudest first, by their positions in the post, with their share; at most `most`. */
export function speakers({ many, rows, positions }: Opinion, sign: number, most: number): { at: number; share: number }[] {
  const loudest: { at: number; share: number }[] = []
  for (let nth = 0; nth < many; nth++) {
    const share = sign * (ROWS[(rows[nth] ?? 0) * ROW + SOS] ?? 0)
    if (share <= 0 || (loudest.length === most && share <= (loudest[most - 1]?.share ?? 0))) continue
    if (loudest.length === most) loudest.pop()
    const rank = loudest.findIndex((other) => other.share < share)
    loudest.splice(rank < 0 ? loudest.length : rank, 0, { at: positions[nth] ?? 0, share })
  }
  return loudest
}
