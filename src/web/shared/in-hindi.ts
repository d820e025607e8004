import { patternsHi, phrasesHi } from './texts/phrases.ts'

/** Longer texts are no phrases of ours. */
const LONGEST = 700
const BETWEEN = '; '

/**
 * A short English phrase of the server in Hindi; null where none is known. A compound ("…; …") is translated part by part,
 * and what is not known of it stays as it is.
 */
export function inHindi(text: string): string | null {
  if (text.length > LONGEST) return null
  const fixed = Object.hasOwn(phrasesHi, text) ? phrasesHi[text] : undefined
  return fixed ?? byPattern(text) ?? byParts(text)
}

function byPattern(text: string): string | null {
  for (const [pattern, say] of patternsHi) {
    const found = pattern.exec(text)
    if (found) return say(...found.slice(1).map((part: string | undefined) => (part === undefined ? '' : inHindi(part) ?? part)))
  }
  return null
}

function byParts(text: string): string | null {
  const parts = text.split(BETWEEN)
  if (parts.length < 2) return null
  const said = parts.map((part) => inHindi(part))
  return said.every((one) => one === null) ? null : parts.map((part, at) => said[at] ?? part).join(BETWEEN)
}
