/** Most that a public post may weigh. */
export const MAX_WEIGHT = 280
/** Most characters of a direct message. */
export const MAX_MESSAGE = 10_000

/**
 * Length as X counts it: twitter-text, configuration v3 (github.com/twitter/twitter-text, config/v3.json): scale 100, the
 * ranges below weigh 100 and everything else 200, an emoji sequence counts as one sign of 200, a link as 23, after NFC.
 * Devanagari (U+0900 to U+097F) and all Indic blocks lie in the first range.
 */
const LIGHT: readonly (readonly [from: number, to: number])[] = [[0, 4351], [8192, 8205], [8208, 8223], [8242, 8247]]
const LINK_WEIGHT = 23

/** Names without a scheme that X takes for links too. Longer than X's list would be safe, shorter would not. */
const TOP_LEVEL = 'com|org|net|edu|gov|mil|int|info|biz|name|pro|mobi|app|dev|xyz|online|site|live|news|shop|store|blog|cloud|link|club|top|in|io|co|me|ly|gl|be|to|tv|ai|cc|us|uk|eu|de|fr|ru|cn|jp|ca|au|np|pk|bd|lk|ae|sa'
const LINK = new RegExp(`(?:https?://[^\\s]{1,2000})|(?<![\\p{L}\\p{N}@#$_./-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,5}(?:${TOP_LEVEL})(?![\\p{L}\\p{N}_@.-]*[\\p{L}\\p{N}_@])(?:[/?#][^\\s]{0,2000})?`, 'giu')
const TRAILING = /[.,;:!?)\]}'"।]+$/u
const EMOJI = /\p{RGI_Emoji}/gv

export interface Span {
  start: number
  end: number
}

/** Where the links of a text are, UTF-16 code units, end excluded. */
export function linksIn(text: string): Span[] {
  return [...text.matchAll(LINK)].map((match) => {
    const link = match[0].slice(0, 2_000)
    return { start: match.index, end: match.index + link.replace(TRAILING, '').length }
  })
}

/** The weighted length of a text. Linear. */
export function weightedLength(text: string): number {
  const normal = text.normalize('NFC')
  let weight = 0
  let from = 0
  for (const { start, end } of linksIn(normal)) {
    weight += weightOf(normal.slice(from, start)) + LINK_WEIGHT
    from = end
  }
  return weight + weightOf(normal.slice(from))
}

function weightOf(text: string): number {
  let weight = 0
  const plain = text.replace(EMOJI, () => {
    weight += 2
    return ''
  })
  for (const sign of plain) {
    const point = sign.codePointAt(0) ?? 0
    weight += LIGHT.some(([first, last]) => point >= first && point <= last) ? 1 : 2
  }
  return weight
}
