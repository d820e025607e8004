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
  /** Districts of the places that are spelt like this; of all, if none is. */
  districts: readonly string[]
  /** As it stands in the post, words joined by a space. */
  text: string
  /** Found by likeness, not by spelling. */
  isGuess: boolean
}

const MOST_MENTIONS = 24
const LONGEST_NAME = 5
/** From this likeness on, a misspelt name is the name. */
const ALIKE = 0.94
/** Shorter words are like too many names. */
const SHORTEST_GUESS = 7

/** The names in the post, the longest first, none inside another; bounded in number and in look-ahead. */
export function findMentions(words: readonly Word[]): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; at++) {
    const mention = longestFrom(words, at) ?? likeness(words, at)
    if (!mention) continue
    mentions.push(mention)
    at = mention.last
    if (mentions.length === MOST_MENTIONS) break
  }
  return mentions
}

function longestFrom(words: readonly Word[], first: number): Mention | null {
  let node: PlaceNode | null | undefined = words[first]?.spelling.name
  let found: PlaceNode | null = null
  let end = first
  for (let last = first; node && last < first + LONGEST_NAME; last++) {
    if (node.places.length > 0 && (last > first || node.isLarge || isWorthwhile(words, first))) { found = node; end = last }
    if (!node.next) break
    const step = (words[last + 1]?.token.step ?? Infinity) - (words[last]?.token.step ?? 0)
    node = step > 2 ? undefined : node.next.get(words[last + 1]?.spelling.key ?? '')
  }
  return found ? mentionOf(words, first, end, found.places) : null
}

function mentionOf(words: readonly Word[], first: number, last: number, places: readonly Spelt[]): Mention {
  let text = words[first]?.token.text ?? ''
  for (let at = first + 1; at <= last; at++) text += ` ${words[at]?.token.text ?? ''}`
  const exact = places.filter(({ place, spellings }) => place.kind !== 'elsewhere' && spellings.includes(text))
  const districts: string[] = []
  for (const { place } of exact.length > 0 ? exact : places) if (!districts.includes(place.districtId)) districts.push(place.districtId)
  return { first, last, places, districts, text, isGuess: false }
}

/** A small place with the name of an everyday word is meant only beside a word of place. */
function isWorthwhile(words: readonly Word[], at: number): boolean {
  return words[at]?.spelling.isKnown === false || PLACE_WORDS.has(words[at - 1]?.spelling.key ?? '') || PLACE_WORDS.has(words[at + 1]?.spelling.key ?? '')
}

/** A word that nobody knows, with the consonants of a district or town and much alike: Muzafarnager, Barielly. */
function likeness(words: readonly Word[], at: number): Mention | null {
  const word = words[at]
  if (!word || word.spelling.isKnown || word.spelling.key.length < SHORTEST_GUESS) return null
  const own = word.spelling.key
  const near = GAZETTEER.bySkeleton.get(skeleton(own))
  if (!near) return null
  const places = near.filter(({ key }) => jaroWinkler(key, own) >= ALIKE).map(({ place }) => ({ place, spellings: [], isRisky: false }))
  if (places.length === 0) return null
  return { first: at, last: at, places, districts: [...new Set(places.map(({ place }) => place.districtId))], text: word.token.text, isGuess: true }
}
