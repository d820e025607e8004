/** A post as the fit sees it: the features it has, by bucket or (placed) by row, with their values. */
export interface Example {
  cells: Uint32Array
  values: Float32Array
  /** How much it counts. */
  weight: number
  /** How much it counts besides, for each head by itself; 1 for all where it is not said. */
  worths?: Float32Array
}

export interface FitOptions {
  epochs: number
  /** Step of AdaGrad. */
  rate: number
  /** Strength of L2, per step. */
  decay: number
  /** Share of the features of a post that is hidden at each step. */
  hidden: number
  /** After so many epochs only the weights that `keep` leaves are learnt on, so that they take over what the dropped ones said. */
  thin?: { after: number; keep: (fitted: Fitted) => Float32Array }
  random: () => number
}

/** Weights of several heads: head h of row r at r * heads + h. */
export interface Fitted {
  heads: number
  bias: Float64Array
  weights: Float32Array
}

/**
 * Logistic regression by AdaGrad (Duchi, Hazan, Singer 2011): each head by itself (`independent`), or all together as a
 * softmax (`softmax`). The share `hidden` of the features of a post is hidden at each step (dropout: Srivastava et al. 2014), so that no
 * word is relied upon alone. `targets[i]` holds the wanted answer of each head, 0 or 1, NaN where it is not known.
 */
export function fit(examples: readonly Example[], targets: readonly Float32Array[], rows: number, kind: 'independent' | 'softmax', options: FitOptions): Fitted {
  const heads = targets[0]?.length ?? 0
  const fitted: Fitted = { heads, bias: new Float64Array(heads), weights: new Float32Array(rows * heads) }
  const squares = new Float32Array(rows * heads).fill(1e-4)
  const biasSquares = new Float64Array(heads).fill(1e-4)
  const order = examples.map((_, at) => at)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, options.random)
    for (const at of order) {
      const example = examples[at]
      const target = targets[at]
      if (example && target) step(fitted, squares, biasSquares, someOf(example, options), target, kind, options)
    }
    if (epoch + 1 === options.thin?.after) {
      fitted.weights.set(options.thin.keep(fitted))
      // A step is divided by this: what was dropped takes none any more.
      fitted.weights.forEach((weight, cell) => { if (weight === 0) squares[cell] = Infinity })
    }
  }
  return fitted
}

/** The features that are not hidden, the louder for those that are. */
function someOf(example: Example, { hidden, random }: FitOptions): Example {
  const { cells, values } = example
  const kept = new Uint32Array(cells.length)
  const loud = new Float32Array(cells.length)
  let count = 0
  for (let i = 0; i < cells.length; i++) {
    if (random() < hidden) continue
    kept[count] = cells[i] ?? 0
    loud[count++] = (values[i] ?? 0) / (1 - hidden)
  }
  return { ...example, cells: kept.subarray(0, count), values: loud.subarray(0, count) }
}

/** What a head got this nearly right teaches it nothing more: most steps of most heads are saved. */
const SLIGHT = 2e-3

function step(fitted: Fitted, squares: Float32Array, biasSquares: Float64Array, example: Example, target: Float32Array, kind: 'independent' | 'softmax', { rate, decay }: FitOptions): void {
  const { heads, weights, bias } = fitted
  const { cells, values, weight, worths } = example
  const answers = kind === 'softmax' ? softmax(odds(fitted, example)) : odds(fitted, example).map(sigmoid)
  const slopes: number[] = []
  const active: number[] = []
  for (let head = 0; head < heads; head++) {
    const worth = weight * (worths?.[head] ?? 1)
    const slope = ((answers[head] ?? 0) - (target[head] ?? NaN)) * worth
    if (Number.isNaN(slope) || Math.abs(slope) < SLIGHT * worth) continue
    biasSquares[head] = (biasSquares[head] ?? 0) + slope * slope
    bias[head] = (bias[head] ?? 0) - rate * slope / Math.sqrt(biasSquares[head] ?? 1)
    slopes.push(slope)
    active.push(head)
  }
  for (let i = 0; i < cells.length; i++) {
    const from = (cells[i] ?? 0) * heads
    const value = values[i] ?? 0
    for (let nth = 0; nth < active.length; nth++) {
      const cell = from + (active[nth] ?? 0)
      const gradient = (slopes[nth] ?? 0) * value + decay * (weights[cell] ?? 0)
      const square = (squares[cell] ?? 0) + gradient * gradient
      squares[cell] = square
      weights[cell] = (weights[cell] ?? 0) - rate * gradient / Math.sqrt(square)
    }
  }
}

/** The log-odds of each head. */
export function odds({ heads, weights, bias }: Fitted, { cells, values }: Example): number[] {
  const sums = Array.from(bias)
  for (let i = 0; i < cells.length; i++) {
    const from = (cells[i] ?? 0) * heads
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
