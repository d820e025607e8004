/** Buckets of each doubling: a time is known to one part in 64 of itself, and to the second below 64 s. */
const SUB = 32
/** Up to 2^31 seconds. */
const BUCKETS = SUB * 28
const BITS = 10
/** So many values are kept as they are: most stations have no more, and a table for each would be megabytes of nothing. */
const FEW = 1_024

/** The bucket of a time in milliseconds (below zero, where clocks differ, counts as none): exact below 64 s, then 32 to each doubling. */
export function bucketOf(ms: number): number {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 2 * SUB) return seconds
  const shift = Math.min(26, 26 - Math.clz32(seconds))
  return Math.min(BUCKETS - 1, shift * SUB + (seconds >>> shift))
}

/** The middle of a bucket, seconds. */
function middleOf(bucket: number): number {
  if (bucket < 2 * SUB) return bucket
  const shift = Math.floor(bucket / SUB) - 1
  return (bucket - shift * SUB + 0.5) * 2 ** shift
}

/**
 * Times of several kinds (at most eight) counted so that the percentiles of any number of them are known to 1.6 % in the room
 * of a few kilobytes, and that two counts add up to the count of both: the percentiles of a zone are made of those of its
 * stations. Few values are a list, many a table.
 */
export class Histograms {
  readonly #kinds: number
  #list = new Uint16Array(16)
  #length = 0
  #table: Uint32Array | null = null

  constructor(kinds: number) {
    this.#kinds = kinds
  }

  /** @param bucket of bucketOf. */
  add(kind: number, bucket: number): void {
    if (this.#table) {
      const at = kind * BUCKETS + bucket
      this.#table[at] = (this.#table[at] ?? 0) + 1
      return
    }
    if (this.#length === this.#list.length && !this.#widen()) this.add(kind, bucket)
    else this.#list[this.#length++] = (kind << BITS) | bucket
  }

  addAll(other: Histograms): void {
    for (let i = 0; i < other.#length; i++) {
      const value = other.#list[i] ?? 0
      this.add(value >>> BITS, value & ((1 << BITS) - 1))
    }
    const theirs = other.#table
    if (!theirs) return
    if (!this.#table) this.#tabulate()
    const table = this.#table ?? theirs
    for (let at = 0; at < theirs.length; at++) table[at] = (table[at] ?? 0) + (theirs[at] ?? 0)
  }

  /** The time that this share (0 to 1) of a kind does not exceed, nearest rank, in seconds; null where there is none. */
  percentile(kind: number, share: number): number | null {
    const counts = this.#countsOf(kind)
    const count = counts.reduce((sum, one) => sum + one, 0)
    let left = Math.max(1, Math.ceil(share * count))
    for (let bucket = 0; bucket < counts.length; bucket++) {
      left -= counts[bucket] ?? 0
      if (left <= 0) return Math.round(middleOf(bucket))
    }
    return null
  }

  /** How many of a kind there are. */
  count(kind: number): number {
    return this.#countsOf(kind).reduce((sum, one) => sum + one, 0)
  }

  #countsOf(kind: number): Uint32Array {
    if (this.#table) return this.#table.subarray(kind * BUCKETS, (kind + 1) * BUCKETS)
    const counts = new Uint32Array(BUCKETS)
    for (let i = 0; i < this.#length; i++) {
      const value = this.#list[i] ?? 0
      if (value >>> BITS === kind) counts[value & ((1 << BITS) - 1)] = (counts[value & ((1 << BITS) - 1)] ?? 0) + 1
    }
    return counts
  }

  /** Makes room in the list; false where it has become a table. */
  #widen(): boolean {
    if (this.#list.length >= FEW) {
      this.#tabulate()
      return false
    }
    const wide = new Uint16Array(this.#list.length * 2)
    wide.set(this.#list)
    this.#list = wide
    return true
  }

  #tabulate(): void {
    this.#table = new Uint32Array(this.#kinds * BUCKETS)
    const length = this.#length
    this.#length = 0
    for (let i = 0; i < length; i++) {
      const value = this.#list[i] ?? 0
      this.add(value >>> BITS, value & ((1 << BITS) - 1))
    }
    this.#list = new Uint16Array(0)
  }
}
