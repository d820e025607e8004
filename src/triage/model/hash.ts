/** FNV-1a of a text, 32 bits (Fowler, Noll, Vo). `seed` keeps kinds of features apart. */
export function hashText(text: string, seed: number, from = 0, to = text.length): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** The bucket of a hash among so many, a power of two: its high bits. */
export function bucketOf(hash: number, buckets: number): number {
  return hash >>> (Math.clz32(buckets) + 1)
}

/** The hash of two hashes in this order. */
export function hashPair(first: number, second: number): number {
  return mix(Math.imul(first, 0x9e3779b1) ^ second)
}

/** The finaliser of MurmurHash3 (Appleby), so that the high bits, which choose the bucket, depend on all of them. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
