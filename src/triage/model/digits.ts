/** One letter for each weight from -31 to 31: a weights file of text holds a third more of them than it would as bytes in base64. */
export const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_'
export const MOST_DIGIT = 31

/** The weights of several heads over hashed features: head `h` of bucket `b` is the letter at `b * heads + h`, times `scale[h]`. */
export interface HeadWeights {
  buckets: number
  heads: readonly string[]
  bias: readonly number[]
  scale: readonly number[]
  digits: string
}

/** The weights as small whole numbers, before their scale. */
export function readDigits(digits: string): Int8Array {
  const valueOf = new Int8Array(128)
  for (let value = -MOST_DIGIT; value <= MOST_DIGIT; value++) valueOf[DIGITS.charCodeAt(value + MOST_DIGIT)] = value
  const weights = new Int8Array(digits.length)
  for (let at = 0; at < digits.length; at++) weights[at] = valueOf[digits.charCodeAt(at)] ?? 0
  return weights
}
