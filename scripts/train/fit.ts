import { DIGITS, MOST_DIGIT } from '../../src/triage/model/digits.ts'
import type { HeadWeights } from '../../src/triage/model/digits.ts'
import { bucketOf } from '../../src/triage/model/hash.ts'

/** A post as the fit sees it: hashes of its features with their values. */
export interface Example {
  hashes: Uint32Array
  values: Float32Array
  /** How much it counts. */
  weight: number
}

export interface FitOptions {
  buckets: number
  epochs: number
  /** Step of AdaGrad. */
  rate: number
  /** Strength of L2, per step. */
  decay: number
  random: () => number
}

/** Float weights of several heads: head h of bucket b at b * heads + h. */
export interface Fitted {
  buckets: number
  heads: number
  bias: Float64Array
  weights: Float32Array
}

/**
 * Logistic regression over hashed features by AdaGrad (Duchi, Hazan, Singer 2011): each head by itself (`independent`), or
 * all together as a softmax (`softmax`). `targets[i]` holds the wanted answer of each head, 0 or 1, NaN where it is not known.
 */
export function fit(examples: readonly Example[], targets: readonly Float32Array[], kind: 'independent' | 'softmax', options: FitOptions): Fitted {
  const heads = targets[0]?.length ?? 0
  const size = options.buckets
  const fitted: Fitted = { buckets: size, heads, bias: new Float64Array(heads), weights: new Float32Array(size * heads) }
  const squares = new Float32Array(size * heads).fill(1e-4)
  const biasSquares = new Float64Array(heads).fill(1e-4)
  const order = examples.map((_, at) => at)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, options.random)
    for (const at of order) {
      const example = examples[at]
      const target = targets[at]
      if (example && target) step(fitted, squares, biasSquares, example, target, kind, options)
    }
  }
  return fitted
}

/** What a head got this nearly right teaches it nothing more: most steps of most heads are saved. */
const SLIGHT = 2e-3

function step(fitted: Fitted, squares: Float32Array, biasSquares: Float64Array, example: Example, target: Float32Array, kind: 'independent' | 'softmax', { rate, decay }: FitOptions): void {
  const { heads, weights, bias, buckets } = fitted
  const cells = Array.from(example.hashes, (hash) => bucketOf(hash, buckets) * heads)
  const answers = kind === 'softmax' ? softmax(odds(fitted, example)) : odds(fitted, example).map(sigmoid)
  for (let head = 0; head < heads; head++) {
    const wanted = target[head] ?? NaN
    if (Number.isNaN(wanted)) continue
    const slope = ((answers[head] ?? 0) - wanted) * example.weight
    if (Math.abs(slope) < SLIGHT * example.weight) continue
    biasSquares[head] = (biasSquares[head] ?? 0) + slope * slope
    bias[head] = (bias[head] ?? 0) - rate * slope / Math.sqrt(biasSquares[head] ?? 1)
    for (let i = 0; i < example.hashes.length; i++) {
      const cell = (cells[i] ?? 0) + head
      const weight = weights[cell] ?? 0
      const gradient = slope * (example.values[i] ?? 0) + decay * weight
      squares[cell] = (squares[cell] ?? 0) + gradient * gradient
      weights[cell] = weight - rate * gradient / Math.sqrt(squares[cell] ?? 1)
    }
  }
}

/** The log-odds of each head. */
export function odds({ heads, weights, bias, buckets }: Fitted, { hashes, values }: Example): number[] {
  const sums = Array.from(bias)
  for (let i = 0; i < hashes.length; i++) {
    const from = bucketOf(hashes[i] ?? 0, buckets) * heads
    const value = values[i] ?? 0
    for (let head = 0; head < heads; head++) sums[head] = (sums[head] ?? 0) + value * (weights[from + head] ?? 0)
  }
  return sums
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

function softmax(xs: readonly number[]): number[] {
  const most = Math.max(...xs)
  const powers = xs.map((x) => Math.exp(x - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/** Fisher–Yates. */
function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = kept
  }
}

/** Rounds to 63 steps, each head by its own scale, so that its largest weight is the highest digit. */
export function quantise({ heads, weights, bias, buckets }: Fitted, names: readonly string[]): HeadWeights {
  const most = new Float64Array(heads)
  weights.forEach((weight, at) => { most[at % heads] = Math.max(most[at % heads] ?? 0, Math.abs(weight)) })
  const scale = Array.from(most, (one) => (one === 0 ? 1 : one / MOST_DIGIT))
  const digits = Array.from(weights, (weight, at) => DIGITS[Math.round(weight / (scale[at % heads] ?? 1)) + MOST_DIGIT] ?? '')
  return { buckets, heads: names, bias: Array.from(bias, rounded), scale: scale.map(rounded), digits: digits.join('') }
}

const rounded = (value: number): number => Number(value.toPrecision(6))
