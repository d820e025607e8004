/** X's ids are 64 bits: milliseconds since this epoch in the upper 42, then machine and sequence. */
const EPOCH_MS = 1_288_834_974_657n
const SHIFT = 22n

/** The smallest id that a post of that moment can have: a cursor for a time, made without asking X. */
export function idAt(ms: number): string {
  const since = BigInt(Math.floor(ms)) - EPOCH_MS
  return (since > 0n ? since << SHIFT : 0n).toString()
}

/** Epoch milliseconds at which an id was given out. */
export function timeOf(id: string): number {
  return Number((BigInt(id) >> SHIFT) + EPOCH_MS)
}

/** The later of two ids, compared as numbers: they are longer than a double is exact. */
export function laterId(one: string, other: string): string {
  if (one.length !== other.length) return one.length > other.length ? one : other
  return one > other ? one : other
}
