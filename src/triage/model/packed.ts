import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** What was learnt: the buckets with a row, in rising order, and of each row the weight of every head in units, as int8. */
export interface LearntTable {
  buckets: readonly number[]
  weights: Int8Array
}

/** The model numbers the rows in 16 bits, from 1. */
const MOST_ROWS = 2 ** 16 - 1

/**
 * The table as a file: a bit for each of `size` buckets (a multiple of eight) that says whether it has a row, then the rows.
 * Most weights are nought and the others stand on few levels, so that Brotli leaves a fifth of it.
 * @throws where there are more rows than the model can number.
 */
export function packTable({ buckets, weights }: LearntTable, size: number): Buffer {
  if (buckets.length > MOST_ROWS) throw new Error(`${buckets.length} rows are learnt, the model can number ${MOST_ROWS}: keep fewer weights or raise the posts that a feature must have`)
  const bytes = Buffer.alloc(size / 8 + weights.length)
  for (const bucket of buckets) bytes[bucket >> 3] = (bytes[bucket >> 3] ?? 0) | (1 << (bucket & 7))
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), size / 8)
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
}

/** Reads what `packTable` wrote. @throws where the file is none or does not hold a whole number of rows of `heads` weights. */
export function unpackTable(file: Uint8Array, size: number, heads: number): LearntTable {
  const bytes = brotliDecompressSync(file)
  const buckets: number[] = []
  for (let bucket = 0; bucket < size; bucket++) if ((((bytes[bucket >> 3] ?? 0) >> (bucket & 7)) & 1) === 1) buckets.push(bucket)
  const weights = new Int8Array(bytes.subarray(size / 8))
  if (weights.length !== buckets.length * heads) throw new Error(`the learnt weights are damaged: ${weights.length} weights for ${buckets.length} rows of ${heads}`)
  return { buckets, weights }
}
