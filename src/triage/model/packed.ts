import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** What was learnt: the buckets with a row, in rising order, and of each row the weight of every head in units, as int8. */
export interface LearntTable {
  buckets: readonly number[]
  weights: Int8Array
}

/** The model numbers the rows in 16 bits, from 1. */
const MOST_ROWS = 2 ** 16 - 1

/**
 * The table as a file: a bit for each of `size` buckets (a multiple of eight) that says whether it has a row; a bit for each
 * weight of a row that says whether it is more than nought, the first eight of all rows before the next eight; then these weights.
 * What is alike lies together, so that Brotli leaves little more than chance would have.
 * @throws where there are more rows than the model can number.
 */
export function packTable({ buckets, weights }: LearntTable, size: number): Buffer {
  const rows = buckets.length
  if (rows > MOST_ROWS) throw new Error(`${rows} rows are learnt, the model can number ${MOST_ROWS}: keep fewer weights or raise the posts that a feature must have`)
  const heads = rows === 0 ? 0 : weights.length / rows
  const bits = Buffer.alloc(size / 8 + rows * Math.ceil(heads / 8))
  for (const bucket of buckets) setBit(bits, bucket)
  weights.forEach((weight, at) => { if (weight !== 0) setBit(bits, size + bitOf(Math.floor(at / heads), at % heads, rows)) })
  const told = weights.filter((weight) => weight !== 0)
  const bytes = Buffer.concat([bits, new Uint8Array(told.buffer, told.byteOffset, told.length)])
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
}

/** Reads what `packTable` wrote. @throws where the file is none, or is not one of rows of `heads` weights. */
export function unpackTable(file: Uint8Array, size: number, heads: number): LearntTable {
  const bytes = brotliDecompressSync(file)
  const buckets: number[] = []
  for (let bucket = 0; bucket < size; bucket++) if (hasBit(bytes, bucket)) buckets.push(bucket)
  const rows = buckets.length
  const weights = new Int8Array(rows * heads)
  let from = size / 8 + rows * Math.ceil(heads / 8)
  for (let row = 0; row < rows; row++) {
    for (let head = 0; head < heads; head++) if (hasBit(bytes, size + bitOf(row, head, rows))) weights[row * heads + head] = bytes[from++] ?? 0
  }
  if (from !== bytes.length) throw new Error(`the learnt weights are damaged: ${bytes.length} bytes where ${rows} rows of ${heads} weights have ${from}`)
  return { buckets, weights }
}

/** Which bit tells of a weight. */
function bitOf(row: number, head: number, rows: number): number {
  return ((head >> 3) * rows + row) * 8 + (head & 7)
}

function setBit(bytes: Uint8Array, bit: number): void {
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7))
}

function hasBit(bytes: Uint8Array, bit: number): boolean {
  return (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1
}
