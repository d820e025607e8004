import type { Opinion, Reading, WordPart } from '../reading.ts'
import { gatherFeatures, LOUDNESS, wordFeatures } from './features.ts'
import WEIGHTS from './weights.json' with { type: 'json' }

/** What the urgency heads answer: is it critical, is it SoS, must the police act at all. */
export const URGENCY_HEADS = ['critical', 'sos', 'actionable'] as const

/** The weights of several heads over hashed features: head `h` of bucket `b` at `b * heads + h`, int8, times `scale[h]`. */
export interface HeadWeights {
  bits: number
  heads: readonly string[]
  bias: readonly number[]
  scale: readonly number[]
  base64: string
}

export interface Weights {
  /** What they were fitted to: counts and a digest of the texts (docs/model-card.md). */
  fittedTo: string
  urgency: HeadWeights
  category: HeadWeights
}

/**
 * One set of heads. Sums run over typed arrays of as many places as there are heads, made once: they live outside the heap,
 * and making four a post costs more than the rest of the model.
 */
class Heads {
  private readonly count: number
  private readonly odds: Float64Array
  private readonly sum: Float64Array
  private readonly weights: Int8Array
  private readonly mask: number
  private readonly source: HeadWeights

  constructor(source: HeadWeights) {
    this.source = source
    this.count = source.heads.length
    this.odds = new Float64Array(this.count)
    this.sum = new Float64Array(this.count)
    this.mask = (1 << source.bits) - 1
    const binary = atob(source.base64)
    this.weights = Int8Array.from({ length: binary.length }, (_, at) => binary.charCodeAt(at))
  }

  /** The log-odds of each head, from the parts of the words and the facts; they hold until the next post is judged. */
  judge(parts: readonly WordPart[], of: keyof WordPart, facts: readonly number[]): Float64Array {
    const odds = this.odds.fill(0)
    const sum = this.sum.fill(0)
    for (const { [of]: part } of parts) for (let head = 0; head < odds.length; head++) odds[head] = (odds[head] ?? 0) + (part[head] ?? 0)
    for (const hash of facts) this.add(sum, hash)
    const byWords = LOUDNESS.words / Math.sqrt(parts.length || 1)
    const byFacts = LOUDNESS.facts / Math.sqrt(facts.length || 1)
    const { bias, scale } = this.source
    for (let head = 0; head < odds.length; head++) odds[head] = (bias[head] ?? 0) + (scale[head] ?? 0) * (byWords * (odds[head] ?? 0) + byFacts * (sum[head] ?? 0))
    return odds
  }

  /** The part of one word: itself and its letter groups, each by 1/√(their number). */
  part([self = 0, ...letters]: readonly number[]): Float64Array {
    const part = new Float64Array(this.count)
    for (const hash of letters) this.add(part, hash)
    for (let head = 0; head < part.length; head++) part[head] = ((part[head] ?? 0) * LOUDNESS.letters) / LOUDNESS.words
    this.add(part, self)
    for (let head = 0; head < part.length; head++) part[head] = (part[head] ?? 0) / Math.sqrt(letters.length + 1)
    return part
  }

  private add(sum: Float64Array, hash: number): void {
    const { weights } = this
    const from = (hash & this.mask) * sum.length
    for (let head = 0; head < sum.length; head++) sum[head] = (sum[head] ?? 0) + (weights[from + head] ?? 0)
  }
}

const URGENCY = new Heads(WEIGHTS.urgency)
const CATEGORY = new Heads(WEIGHTS.category)
const SOS = URGENCY_HEADS.indexOf('sos')

/** What each word gives to the heads, remembered since most words of a post are words of other posts; emptied when full, so that hostile text cannot make it grow. */
const PARTS = new Map<string, WordPart>()
const MEMORY = 30_000

function partOf(key: string): WordPart {
  const known = PARTS.get(key)
  if (known) return known
  const features = wordFeatures(key)
  const part = { urgency: URGENCY.part(features), category: CATEGORY.part(features) }
  if (PARTS.size >= MEMORY) PARTS.clear()
  PARTS.set(key, part)
  return part
}

/** What the learnt model makes of a post that the rules have read. */
export function opine(reading: Reading): Opinion {
  const { keys, positions, facts } = gatherFeatures(reading)
  const parts = keys.map(partOf)
  const [critical = 0, sos = 0, actionable = 0] = URGENCY.judge(parts, 'urgency', facts)
  return { critical, sos, actionable, parts, positions, facts }
}

/** The words that spoke most for (`sign` 1) or against (-1) SoS, the loudest first, by their positions in the post, with their share; at most `most`. */
export function speakers({ parts, positions }: Opinion, sign: number, most: number): { at: number; share: number }[] {
  const loudest: { at: number; share: number }[] = []
  parts.forEach(({ urgency }, nth) => {
    const share = sign * (urgency[SOS] ?? 0)
    if (share <= 0 || (loudest.length === most && share <= (loudest[most - 1]?.share ?? 0))) return
    if (loudest.length === most) loudest.pop()
    const rank = loudest.findIndex((other) => other.share < share)
    loudest.splice(rank < 0 ? loudest.length : rank, 0, { at: positions[nth] ?? 0, share })
  })
  return loudest
}

/** Log-odds (up to a constant) of each category, in the order of CATEGORIES; they hold until the next post is judged. */
export function opineCategory({ parts, facts }: Opinion): Float64Array {
  return CATEGORY.judge(parts, 'category', facts)
}
