import { CONCEPT_OF } from '../lexicon/concepts.ts'
import { CUES, VOCABULARY } from '../lexicon/lexicon.ts'
import { STANCE_NAMES, WHEN_NAMES, WHOM_NAMES } from '../lexicon/entry.ts'
import type { Reading, Word } from '../reading.ts'
import { hashPair, hashText } from './hash.ts'

/** Kinds of features, so that a word never meets an idea of the same name. */
const KIND = { word: 1, gram: 2, idea: 3, cue: 4, category: 5, gravity: 6, stance: 7, fact: 8, concept: 9, pair: 10 } as const
/** Length of the letter groups, word boundaries included: groups of three and five besides only crowded the buckets. */
const GRAM = 4
/** More words than this say nothing new: the sums stay bounded on long posts. */
export const MOST_WORDS = 400

/** By the id of the idea. */
export const IDEA_HASHES: readonly number[] = VOCABULARY.names.map((name) => hashText(name, KIND.idea))
const CUE_HASHES = CUES.cues.map(({ id }) => hashText(id, KIND.cue))
const CATEGORY_HASHES = CUES.cues.map(({ category }) => hashText(category, KIND.category))
const GRAVITY_HASHES = CUES.cues.map(({ gravity }) => hashText(gravity, KIND.gravity))
/** Hashes of the few values that a fact of the whole post can have. */
const SCORES = Array.from({ length: 21 }, (_, tens) => hashText(`score:${tens}`, KIND.fact))
const LENGTHS = Array.from({ length: 7 }, (_, log) => hashText(`length:${log}`, KIND.fact))
const PLACED = hashText('placed', KIND.fact)
const UNPLACED = hashText('unplaced', KIND.fact)
const LANGUAGES = tableOf(['hi', 'en', 'hinglish', 'mixed'], (language) => hashText(`language:${language}`, KIND.fact))
const STANCES = tableOf(STANCE_NAMES, (stance) => hashText(stance, KIND.stance))
const WHENS = tableOf(WHEN_NAMES, (when) => hashText(when, KIND.fact))
const WHOMS = tableOf(WHOM_NAMES, (whom) => hashText(whom, KIND.fact))
const DENIED = hashText('denied', KIND.fact)

/** How loud each kind of feature is, found by cross-validation: a word more than the letters in it, what the rules found more than its number of voices. */
export const LOUDNESS = { words: 4, letters: 2.3, concepts: 1.5, pairs: 2, facts: 2.5 } as const

/**
 * The features of a post come in two groups: each word by its folded key (words of both scripts meet there) with its letters,
 * its concept (words of both languages meet there) and the word before it; and what the signals before the model found. A
 * group is weighed by its loudness and 1/√(its size), so that length alone says nothing.
 */

/** The spelling under which a word is learnt: folded for words, the number of digits for numbers, empty for links and handles. */
export function keyOf({ token, spelling }: Word): string {
  if (token.kind === 'word') return spelling.key || token.text
  if (token.kind === 'number') return `#${Math.min(token.text.length, 11)}`
  return token.kind === 'emoji' ? token.text : ''
}

/** What one word gives the model, as hashes. */
export interface WordFeatures {
  self: number
  /** Its letter groups, with `<` and `>` as boundaries. */
  letters: number[]
  /** What it means in either language, where the lexicon has that. */
  concept: number | null
}

export function wordFeatures(key: string): WordFeatures {
  const letters: number[] = []
  const bounded = `<${key}>`
  for (let from = 0; from + GRAM <= bounded.length; from++) letters.push(hashText(bounded, KIND.gram, from, from + GRAM))
  const concept = CONCEPT_OF.get(key)
  return { self: hashText(key, KIND.word), letters, concept: concept === undefined ? null : hashText(String(concept), KIND.concept) }
}

/** The hash of a word with the one before it, from their own hashes. */
export function pairHash(before: number, self: number): number {
  return hashPair(before ^ KIND.pair, self)
}

/** Adds the hashes of what the rules found. */
export function gatherFacts(reading: Reading, facts: number[]): void {
  for (const idea of reading.said) facts.push(IDEA_HASHES[idea] ?? 0)
  gatherFindings(reading, facts)
}

/** The same without the ideas, whose weights the model keeps by their ids. */
export function gatherFindings({ hits, stances, words, score, language, isPlaced }: Reading, facts: number[]): void {
  for (const { cue, when, whom, isDenied } of hits) {
    const circumstance = isDenied ? DENIED : WHENS[when] ^ WHOMS[whom]
    const cueHash = CUE_HASHES[cue.index] ?? 0
    facts.push(
      hashPair(cueHash, isDenied ? 2 : 1), hashPair(cueHash, circumstance),
      hashPair(CATEGORY_HASHES[cue.index] ?? 0, circumstance), hashPair(GRAVITY_HASHES[cue.index] ?? 0, circumstance),
    )
  }
  for (const stance of stances.keys()) facts.push(STANCES[stance])
  facts.push(
    SCORES[Math.min(20, Math.max(0, Math.floor(score / 10)))] ?? 0, LANGUAGES[language],
    LENGTHS[Math.min(6, 31 - Math.clz32(words.length + 1))] ?? 0, isPlaced ? PLACED : UNPLACED,
  )
}

function tableOf<Name extends string>(names: readonly Name[], hash: (name: Name) => number): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name) => [name, hash(name)])) as Record<Name, number>
}
