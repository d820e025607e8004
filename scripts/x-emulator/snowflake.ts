/** X's epoch: the milliseconds that a snowflake counts from. */
const EPOCH_MS = 1_288_834_974_657n
const SEQUENCE_BITS = 22n
const MAX_SEQUENCE = 2 ** 22

/** The smallest id that a post made at `at` (epoch milliseconds) can have, plus `sequence` (below 2^22). */
export function snowflakeAt(at: number, sequence = 0): string {
  const ms = BigInt(Math.floor(at)) - EPOCH_MS
  return (((ms < 0n ? 0n : ms) << SEQUENCE_BITS) + BigInt(sequence)).toString()
}

/** When a snowflake was made, epoch milliseconds. */
export function timeOf(id: string): number {
  return Number((BigInt(id) >> SEQUENCE_BITS) + EPOCH_MS)
}

/** Numeric order of decimal ids without leaving strings. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

/** Hands out ids that grow within a millisecond, as the real service does. */
export class IdMint {
  #sequence = 0

  /** A fresh id for a thing made at `at` (epoch milliseconds). The sequence runs on, so that a clock set back repeats no id. */
  next(at: number): string {
    this.#sequence = (this.#sequence + 1) % MAX_SEQUENCE
    return snowflakeAt(at, this.#sequence)
  }
}
