/** The value below which `share` (0 to 1) of the samples lie (nearest rank); NaN without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}

/** How samples of a time spread, milliseconds. */
export interface Spread {
  count: number
  p50: number
  p99: number
  max: number
}

export function spread(samples: readonly number[]): Spread {
  return { count: samples.length, p50: percentile(samples, 0.5), p99: percentile(samples, 0.99), max: percentile(samples, 1) }
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5)
}

/** The wall clock with fractions, epoch milliseconds: for times between processes of one machine. */
export function wallClock(): number {
  return performance.timeOrigin + performance.now()
}
