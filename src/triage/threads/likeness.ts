import type { Imprint } from './imprint.ts'

/** From this share of shingles in common on, two texts are the same one, retyped or pasted. */
const SAME = 0.6
/** So much of the shorter one within the longer is a pasted text with words of one's own around it. */
const WITHIN = 0.8
/** Words from which a text is its own: shorter ones are the same by chance unless they share a fact. */
const TELLING = 14
/** Below this a text says nothing that another could repeat. */
const LEAST = 6

/** Shingles in common: of both together (Jaccard), and of the smaller one. */
export function likeness(a: Imprint, b: Imprint): { shared: number; within: number } {
  const [small, large] = a.shingles.size <= b.shingles.size ? [a.shingles, b.shingles] : [b.shingles, a.shingles]
  let common = 0
  for (const shingle of small) if (large.has(shingle)) common++
  const union = small.size + large.size - common
  return { shared: union === 0 ? 0 : common / union, within: small.size === 0 ? 0 : common / small.size }
}

/** Whether two texts are the same, but for spelling, tags and a few words. */
export function isSameText(a: Imprint, b: Imprint): boolean {
  if (Math.min(a.size, b.size) < LEAST) return false
  const { shared, within } = likeness(a, b)
  return shared >= SAME || (within >= WITHIN && Math.min(a.size, b.size) >= TELLING)
}

/** Whether two texts are the same appeal: long enough, or with a fact in common, that the likeness is no chance. */
export function isSameAppeal(a: Imprint, b: Imprint): boolean {
  return isSameText(a, b) && (Math.min(a.size, b.size) >= TELLING || sharesFact(a, b))
}

/**
 * Whether the copy only repeats the original: the same text with something left out or something put beside it, and no
 * other number, place or kin. A word in the place of another may be another victim or another street, and is no copy.
 * Short texts must share a fact ("my phone was stolen" is two phones). Rather a second docket than none.
 */
export function isMereCopy(copy: Imprint, original: Imprint): boolean {
  if (!isSameAppeal(copy, original) || tellsOther(copy, original)) return false
  return !(lacks(copy.words, original.words) && lacks(original.words, copy.words))
}

/** Whether the text names a number, a place or kin that the other one does not. */
export function tellsOther(text: Imprint, other: Imprint): boolean {
  return lacks(text.numbers, other.numbers) || lacks(text.places, other.places) || lacks(text.kin, other.kin)
}

function lacks(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const one of some) if (!others.has(one)) return true
  return false
}

function sharesFact(a: Imprint, b: Imprint): boolean {
  return overlaps(a.places, b.places) || overlaps(a.names, b.names) || [...a.numbers].some((number) => number.length > 2 && b.numbers.has(number))
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true
  return false
}
