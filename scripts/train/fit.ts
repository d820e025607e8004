import type { HeadWeights } from '../../src/triage/model/model.ts'

/** A post as the fit sees it: hashes of its features with their values, and what it should answer. */
export interface Example {
  hashes: Uint32Array
  values: Float32Array
  /** How much it counts. */
  weight: number
}

export interface FitOptions {
  bits: number
  epochs: number
  /** Step of AdaGrad. */
  rate: number
  /** Strength of L2, per step. */
  decay: number
  random: () => number
}

/** Float weights of several heads: head h of bucket b at b * heads + h. */
export interface Fitted {
  bits: number
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
  const size = 1 << options.bits
  const fitted: Fitted = { bits: options.bits, heads, bias: new Float64Array(heads), weights: new Float32Array(size * heads) }
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

function step(fitted: Fitted, squares: Float32Array, biasSquares: Float64Array, example: Example, target: Float32Array, kind: 'independent' | 'softmax', { rate, decay }: FitOptions): void {
  const { heads, weights, bias, bits } = fitted
  const mask = (1 << bits) - 1
  const answers = kind === 'softmax' ? softmax(odds(fitted, example)) : odds(fitted, example).map(sigmoid)
  for (let head = 0; head < heads; head++) {
    const wanted = target[head] ?? NaN
    if (Number.isNaN(wanted)) continue
    const slope = ((answers[head] ?? 0) - wanted) * example.weight
    if (Math.abs(slope) < 1e-4) continue
    biasSquares[head] = (biasSquares[head] ?? 0) + slope * slope
    bias[head] = (bias[head] ?? 0) - rate * slope / Math.sqrt(biasSquares[head] ?? 1)
    for (let i = 0; i < example.hashes.length; i++) {
      const cell = ((example.hashes[i] ?? 0) & mask) * heads + head
      const weight = weights[cell] ?? 0
      const gradient = slope * (example.values[i] ?? 0) + decay * weight
      squares[cell] = (squares[cell] ?? 0) + gradient * gradient
      weights[cell] = weight - rate * gradient / Math.sqrt(squares[cell] ?? 1)
    }
  }
}

/** The log-odds of each head. */
export function odds({ heads, weights, bias, bits }: Fitted, { hashes, values }: Example): number[] {
  const mask = (1 << bits) - 1
  const sums = Array.from(bias)
  for (let i = 0; i < hashes.length; i++) {
    const from = ((hashes[i] ?? 0) & mask) * heads
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

/** Rounds to int8, each head by its own scale, so that its largest weight is 127. */
export function quantise({ heads, weights, bias, bits }: Fitted, names: readonly string[]): HeadWeights {
  const most = new Float64Array(heads)
  weights.forEach((weight, at) => { most[at % heads] = Math.max(most[at % heads] ?? 0, Math.abs(weight)) })
  const scale = Array.from(most, (one) => (one === 0 ? 1 : one / 127))
  const bytes = Int8Array.from(weights, (weight, at) => Math.round(weight / (scale[at % heads] ?? 1)))
  return { bits, heads: names, bias: Array.from(bias, rounded), scale: scale.map(rounded), base64: Buffer.from(bytes.buffer).toString('base64') }
}

const rounded = (value: number): number => Number(value.toPrecision(6))
