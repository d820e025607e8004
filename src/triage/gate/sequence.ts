import { keyOf } from '../lexicon/compile.ts'
import type { Word } from '../reading.ts'

/** Words one after the other, each any of a set of keys; between two of them others may stand. */
export type Sequence = readonly ReadonlySet<string>[]

/** Keys of words in either script, so that a sloppy spelling and the other script are found as well. */
export function keysOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter(Boolean).map((word) => keyOf(word, word.charCodeAt(0) >= 0x900)))
}

/**
 * Sequences as lines: `police|team on way` are three places, of which the first has two words; `{name}` is a group.
 */
export function sequencesOf(lines: string, groups: Readonly<Record<string, string>>): Sequence[] {
  return lines.split(/[;\n]/u).map((line) => line.trim()).filter(Boolean).map((line) => line.split(/\s+/u).map((place) =>
    new Set(place.split('|').flatMap((one) => (one.startsWith('{') ? [...keysOf(groups[one.slice(1, -1)] ?? '')] : [...keysOf(one)])))))
}

/** The first place where the sequence stands, with at most `gap` other words between two of its own; null where it does not. */
export function findSequence(words: readonly Word[], sequence: Sequence, gap: number, from = 0): { first: number; last: number } | null {
  const [head, ...rest] = sequence
  for (let first = from; first < words.length; first++) {
    if (!head?.has(words[first]?.spelling.key ?? '')) continue
    let last = first
    const isWhole = rest.every((place) => {
      const end = Math.min(words.length - 1, last + 1 + gap)
      for (let at = last + 1; at <= end; at++) {
        if (!place.has(words[at]?.spelling.key ?? '')) continue
        last = at
        return true
      }
      return false
    })
    if (isWhole) return { first, last }
  }
  return null
}
