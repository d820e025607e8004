import { VOCABULARY } from '../lexicon/lexicon.ts'
import type { Element } from '../lexicon/patterns.ts'
import type { Reading, Word } from '../reading.ts'

/** The ids of ideas by their names, separated by blanks: for the rules that look around a cue or through the post. */
export function ideas(names: string): readonly number[] {
  return names.split(' ').map((name) => VOCABULARY.idOf(name))
}

/** Whether the post has any of these ideas at all. */
export function has({ ideas: counts }: Reading, wanted: readonly number[]): boolean {
  for (let i = 0; i < wanted.length; i++) if (counts[wanted[i] ?? 0] !== 0) return true
  return false
}

/** How often the post has these ideas. */
export function times({ ideas: counts }: Reading, wanted: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < wanted.length; i++) sum += counts[wanted[i] ?? 0] ?? 0
  return sum
}

/** The first word within [from, to] of this sentence at which one of the ideas begins; -1 if none. */
export function find(reading: Reading, wanted: readonly number[], from: number, to: number, sentence: number): number {
  if (!has(reading, wanted)) return -1
  const { words } = reading
  const last = Math.min(to, words.length - 1)
  for (let at = Math.max(0, from); at <= last; at++) {
    const word = words[at]
    if (word && word.token.sentence === sentence && means(word, wanted)) return at
  }
  return -1
}

/** The first word of the whole post at which one of the ideas begins; -1 if none. */
export function findAnywhere(reading: Reading, wanted: readonly number[]): number {
  if (!has(reading, wanted)) return -1
  return reading.words.findIndex((word) => means(word, wanted))
}

/** Whether the word, or a phrase that begins with it, has one of the ideas. */
export function means(word: Word, wanted: readonly number[]): boolean {
  for (const one of word.ideas) if (wanted.includes(one)) return true
  for (const phrase of word.phrases) for (const one of phrase.ideas) if (wanted.includes(one)) return true
  return false
}

/** Where the element ends if it begins at this word: the word itself or the end of a phrase; -1 if it does not. */
export function matchAt(word: Word | undefined, at: number, element: Element): number {
  if (!word) return -1
  for (const one of word.ideas) {
    if (element.ideas.includes(one) && (element.features === 0 || (word.features & element.features) !== 0)) return at
  }
  for (const phrase of word.phrases) {
    for (const one of phrase.ideas) {
      if (element.ideas.includes(one) && (element.features === 0 || (phrase.features & element.features) !== 0)) return phrase.last
    }
  }
  return -1
}
