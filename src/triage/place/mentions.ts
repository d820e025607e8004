import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import { skeleton } from '../script/fold.ts'
import type { Word } from '../reading.ts'
import { PLACE_WORDS } from './cues.ts'
import { GAZETTEER } from './gazetteer.ts'
import type { PlaceNode, Spelt } from './gazetteer.ts'

/** A name of the gazetteer in the post, from word to word, with every place that has it. */
export interface Mention {
  first: number
  last: number
  places: readonly Spelt[]
  /** As it stands in the post, words joined by a space. */
  text: string
  /** Found by likeness, not by spelling. */
  isGuess: boolean
}

const MOST_MENTIONS = 24
const LONGEST_NAME = 5
/** From this likeness on, a misspelt name is the name. */
const ALIKE = 0.94

/** The names in the post, the longest first, none inside another; bounded in number and in look-ahead. */
export function findMentions(words: readonly Word[]): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < words.length && mentions.length < MOST_MENTIONS;) {
    const mention = longestFrom(words, at) ?? likeness(words, at)
    if (mention) mentions.push(mention)
    at = mention ? mention.last + 1 : at + 1
  }
  return mentions
}

function longestFrom(words: readonly Word[], first: number): Mention | null {
  let node: PlaceNode | undefined = GAZETTEER.root.next.get(keyAt(words, first))
  let found: Mention | null = null
  for (let last = first; node && last < first + LONGEST_NAME; last++) {
    if (node.places.length > 0 && (last > first || node.isLarge || isWorthwhile(words, first))) found = { first, last, places: node.places, text: '', isGuess: false }
    const step = (words[last + 1]?.token.step ?? Infinity) - (words[last]?.token.step ?? 0)
    node = step > 2 ? undefined : node.next.get(keyAt(words, last + 1))
  }
  if (found) found.text = words.slice(found.first, found.last + 1).map((word) => word.token.text).join(' ')
  return found
}

/** A small place with the name of an everyday word is meant only beside a word of place. */
function isWorthwhile(words: readonly Word[], at: number): boolean {
  return words[at]?.isKnown === false || PLACE_WORDS.has(keyAt(words, at - 1)) || PLACE_WORDS.has(keyAt(words, at + 1))
}

function keyAt(words: readonly Word[], at: number): string {
  const word = words[at]
  if (!word) return ''
  return word.token.kind === 'number' ? word.token.text : word.key
}

/** A word that nobody knows, with the consonants of a district or town and much alike: Muzafarnager, Barielly. */
function likeness(words: readonly Word[], at: number): Mention | null {
  const word = words[at]
  if (!word || word.isKnown || word.key.length < 7) return null
  const near = GAZETTEER.bySkeleton.get(skeleton(word.key))
  if (!near) return null
  const places = near.filter(({ key }) => jaroWinkler(key, word.key) >= ALIKE).map(({ place }) => ({ place, spellings: [], isRisky: false }))
  return places.length > 0 ? { first: at, last: at, places, text: word.token.text, isGuess: true } : null
}
