import type { LearntTable } from '../../src/triage/model/packed.ts'
import type { Example, Fitted } from './fit.ts'

/** The buckets about which something can be learnt: a row of weights for each. */
export interface Rows {
  buckets: readonly number[]
  /** Row of each bucket, from 1; 0 for those without. */
  rowOf: Uint32Array
  /** How many posts have a feature of the row, and the value it has there. */
  posts: Float64Array
  values: Float32Array
}

/** Buckets that at least `least` posts have; posts that count little for the fit count little here. */
export function rowsOf(examples: readonly Example[], size: number, least: number): Rows {
  const posts = new Float64Array(size)
  const values = new Float32Array(size)
  for (const { cells, values: own, weight } of examples) {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? 0
      posts[cell] = (posts[cell] ?? 0) + Math.min(1, weight)
      values[cell] = own[i] ?? 0
    }
  }
  const buckets = Array.from(posts.keys()).filter((bucket) => (posts[bucket] ?? 0) >= least)
  const rowOf = new Uint32Array(size)
  buckets.forEach((bucket, row) => { rowOf[bucket] = row + 1 })
  return { buckets, rowOf, posts: Float64Array.from(buckets, (bucket) => posts[bucket] ?? 0), values: Float32Array.from(buckets, (bucket) => values[bucket] ?? 0) }
}

/** The example with rows for buckets; features without a row are gone. */
export function placed<Kind extends Example>(example: Kind, { rowOf }: Pick<Rows, 'rowOf'>): Kind {
  const kept = [...example.cells.keys()].filter((i) => (rowOf[example.cells[i] ?? 0] ?? 0) > 0)
  return { ...example, cells: Uint32Array.from(kept, (i) => (rowOf[example.cells[i] ?? 0] ?? 0) - 1), values: Float32Array.from(kept, (i) => example.values[i] ?? 0) }
}

/** The levels in units on which a weight can stand, strongest first: each is six tenths of the one before. */
export const LEVELS = [127, 76, 46, 27, 16, 10] as const

/** Weights of all heads as the weights file has them: most of them nought, the others whole levels of the unit of their head. */
export interface Table extends Fitted {
  /** The unit of each head. */
  scale: readonly number[]
}

/** How many weights of each kind may differ from nought, so that the file stays small. */
export interface Kept {
  urgency: number
  category: number
  /** How much a weight of each urgency head matters beside those of the others; 1 for all where it is not said. */
  emphasis?: readonly number[]
}

/** Puts the heads of both kinds side by side, drops what matters least and rounds what stays. The categories have been thinned on their way: centred, so that what is nought is what says nothing. */
export function tableOf(urgency: Fitted, category: Fitted, rows: Rows, most: Kept): Table {
  const ours = levelled(kept(urgency, rows, most.urgency, most.emphasis))
  const theirs = levelled(kept(category, rows, most.category))
  const heads = urgency.heads + category.heads
  const weights = new Float32Array(rows.buckets.length * heads)
  for (let row = 0; row < rows.buckets.length; row++) {
    weights.set(ours.weights.subarray(row * urgency.heads, (row + 1) * urgency.heads), row * heads)
    weights.set(theirs.weights.subarray(row * category.heads, (row + 1) * category.heads), row * heads + urgency.heads)
  }
  const scale = Array.from({ length: heads }, (_, head) => (head < urgency.heads ? ours.unit : theirs.unit))
  return { heads, bias: Float64Array.from([...urgency.bias, ...category.bias]), weights, scale }
}

/** What all heads of a softmax have in common says nothing: without it more weights are nought. */
function centred({ heads, bias, weights }: Fitted): Fitted {
  const own = Float32Array.from(weights)
  for (let from = 0; from < own.length; from += heads) {
    const row = own.subarray(from, from + heads)
    const middle = Float32Array.from(row).sort()[heads >> 1] ?? 0
    for (let head = 0; head < heads; head++) row[head] = (row[head] ?? 0) - middle
  }
  return { heads, bias, weights: own }
}

/** Weights beyond this share of them are cut to it, so that a few do not make the steps of all others coarse. */
const CUT = 0.9995

/** Of a softmax the weights that the table will keep, the others nought: to thin a fit on its way. */
export function thinned(category: Fitted, rows: Rows, most: number): Float32Array {
  return kept(centred(category), rows, most)
}

/** The weights that matter to most posts, the others nought. */
function kept({ heads, weights }: Fitted, { posts, values }: Rows, most: number, emphasis: readonly number[] = []): Float32Array {
  const worth = Float32Array.from(weights, (weight, at) => {
    const row = Math.floor(at / heads)
    return (emphasis[at % heads] ?? 1) * Math.abs(weight) * (values[row] ?? 0) * Math.sqrt(posts[row] ?? 0)
  })
  const least = Math.max(Number.MIN_VALUE, Float32Array.from(worth).sort()[Math.max(0, worth.length - most)] ?? Infinity)
  return Float32Array.from(weights, (weight, at) => ((worth[at] ?? 0) >= least ? weight : 0))
}

/** Each weight that is kept as the nearest level; the strongest level is about the largest of them. */
function levelled(weights: Float32Array): { weights: Float32Array; unit: number } {
  const sizes = weights.filter((weight) => weight !== 0).map(Math.abs).sort()
  const unit = rounded((sizes[Math.floor(sizes.length * CUT)] ?? LEVELS[0]) / LEVELS[0])
  return { weights: weights.map((weight) => (weight === 0 ? 0 : Math.sign(weight) * unit * nearestLevel(Math.abs(weight) / unit))), unit }
}

/** The table as the file has it: rows without a weight are left out. */
export function learnt({ heads, weights, scale }: Table, { buckets }: Rows): LearntTable {
  const used = buckets.map((_, row) => row).filter((row) => weights.subarray(row * heads, (row + 1) * heads).some((weight) => weight !== 0))
  const kept = new Int8Array(used.length * heads)
  used.forEach((row, at) => {
    for (let head = 0; head < heads; head++) kept[at * heads + head] = Math.round((weights[row * heads + head] ?? 0) / (scale[head] ?? 1))
  })
  return { buckets: used.map((row) => buckets[row] ?? 0), weights: kept }
}

/** The level nearest to a positive weight, both in units, by its logarithm. */
export function nearestLevel(weight: number): number {
  const steps = Math.round(Math.log(weight / LEVELS[0]) / Math.log(LEVELS[1] / LEVELS[0]))
  return LEVELS[Math.max(0, Math.min(LEVELS.length - 1, steps))] ?? 0
}

export const rounded = (value: number): number => Number(value.toPrecision(6))
