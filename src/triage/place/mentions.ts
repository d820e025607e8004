import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import { NO_KEY } from '../lexicon/keys.ts'
import { VOCABULARY } from '../lexicon/lexicon.ts'
import { ENGLISH_COMMON, HINGLISH_COMMON } from '../lexicon/words/frequent.ts'
import { skeleton } from '../script/fold.ts'
import type { Word } from '../reading.ts'
import { PLACE_WORDS, SECTOR } from './cues.ts'
import { GAZETTEER } from './gazetteer.ts'
import type { Place, PlaceNode, Spelt } from './gazetteer.ts'

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
const SHORTEST_GUESS = 6

/** The names in the post, the longest first, none inside another; bounded in number and in look-ahead. */
export function findMentions(words: readonly Word[]): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; at++) {
    const spelling = words[at]?.spelling
    if (!spelling || !(spelling.isNamelike ??= isNamelike(spelling))) continue
    const mention = longestFrom(words, at) ?? sectorAt(words, at) ?? likeness(words, at)
    if (!mention) continue
    mentions.push(mention)
    at = mention.last
    if (mentions.length === MOST_MENTIONS) break
  }
  return mentions
}

/** Whether a mention may begin with such a word; most words of a post begin none. */
function isNamelike(spelling: Word['spelling']): boolean {
  return spelling.name !== null || SECTOR.has(spelling.key) || likeThis(spelling).length > 0
}

function longestFrom(words: readonly Word[], first: number): Mention | null {
  let node: PlaceNode | null | undefined = words[first]?.spelling.name
  let found: PlaceNode | null = null
  let end = first
  for (let last = first; node && last < first + LONGEST_NAME; last++) {
    if (node.places.length > 0 && (last > first || node.isLarge || isWorthwhile(words, first))) { found = node; end = last }
    if (!node.next) break
    const step = (words[last + 1]?.token.step ?? Infinity) - (words[last]?.token.step ?? 0)
    node = step > 2 ? undefined : node.next.get(words[last + 1]?.spelling.number ?? NO_KEY)
  }
  return found ? mentionOf(words, first, end, found.places) : null
}

function mentionOf(words: readonly Word[], first: number, last: number, places: readonly Spelt[]): Mention {
  const head = words[first]
  let text = head?.token.text ?? ''
  if (head && first === last) return { first, last, places, districts: (head.spelling.districts ??= districtsNamed(places, text)), text, isGuess: false }
  for (let at = first + 1; at <= last; at++) text += ` ${words[at]?.token.text ?? ''}`
  return { first, last, places, districts: districtsNamed(places, text), text, isGuess: false }
}

/** Those of the places that are spelt like this; of all, if none is. */
function districtsNamed(places: readonly Spelt[], text: string): readonly string[] {
  const exact = districtsOf(places, text)
  return exact.length > 0 ? exact : districtsOf(places, null)
}

/** The districts of the places that are spelt like this, in the order of the places; of all of them for null. */
function districtsOf(places: readonly Spelt[], text: string | null): string[] {
  const districts: string[] = []
  for (const { place, spellings } of places) {
    const isMeant = text === null || (place.kind !== 'elsewhere' && spellings.includes(text))
    if (isMeant && !districts.includes(place.districtId)) districts.push(place.districtId)
  }
  return districts
}

/** The highest numbers are Noida's alone; of the others several cities have sectors. */
const NOIDA_ONLY = 26
const MOST_SECTORS = 168
const SECTORS = Array.from({ length: MOST_SECTORS + 1 }, (_, number): Place => ({
  kind: 'sector', name: `Sector ${number}`, districtId: 'gautam-buddha-nagar', stationId: null, isMain: number >= NOIDA_ONLY,
}))

/** "Sector 62", "sec-18", "सेक्टर 9" without a city. */
function sectorAt(words: readonly Word[], at: number): Mention | null {
  const word = words[at]
  const number = words[at + 1]?.token
  if (!word || number?.kind !== 'number' || !SECTOR.has(word.spelling.key) || number.text.length > 3 || number.step - word.token.step > 2) return null
  const place = SECTORS[Number(number.text)]
  if (!place || number.text === '0') return null
  const text = `${word.token.text} ${number.text}`
  return { first: at, last: at + 1, places: [{ place, spellings: [text], isRisky: false }], districts: [place.districtId], text, isGuess: false }
}

/** A small place with the name of an everyday word is meant only beside a word of place. */
function isWorthwhile(words: readonly Word[], at: number): boolean {
  const word = words[at]
  return (word !== undefined && !isEveryday(word)) || (at > 0 && PLACE_WORDS.has(words[at - 1]?.spelling.key ?? '')) || PLACE_WORDS.has(words[at + 1]?.spelling.key ?? '')
}

/**
 * Known to the lexicon or to everyday speech. A word that is spelt like a place is so only if the lexicon spells it so, and
 * does not merely hear it (राठ is not रात, Sigra not shighra).
 */
export function isEveryday(word: Word): boolean {
  return (word.spelling.isEveryday ??= isOrdinary(word))
}

function isOrdinary({ token, spelling }: Word): boolean {
  if (!spelling.isKnown) return false
  if (spelling.name === null || !spelling.name.places.some(({ spellings }) => spellings.includes(token.text))) return true
  if (token.script === 'devanagari') return VOCABULARY.devanagari.has(token.text)
  return spelling.english !== null || VOCABULARY.hindi.has(token.text) || HINGLISH_COMMON.has(token.text) || ENGLISH_COMMON.has(token.text)
}

/** What each spelling is like, remembered as long as the recogniser remembers the spelling. */
const LIKE = new WeakMap<Word['spelling'], readonly Spelt[]>()
const NOTHING: readonly Spelt[] = []

/** A word that nobody knows, with the consonants of a district or town and much alike: Muzafarnager, Barielly. */
function likeness(words: readonly Word[], at: number): Mention | null {
  const word = words[at]
  const places = word ? likeThis(word.spelling) : NOTHING
  if (!word || places.length === 0) return null
  return { first: at, last: at, places, districts: [...new Set(places.map(({ place }) => place.districtId))], text: word.token.text, isGuess: true }
}

function likeThis(spelling: Word['spelling']): readonly Spelt[] {
  if (spelling.isKnown || spelling.key.length < SHORTEST_GUESS) return NOTHING
  let places = LIKE.get(spelling)
  if (!places) LIKE.set(spelling, (places = alike(spelling.key)))
  return places
}

/** Not the adjective of a name: rampuri, moradabadi. */
function alike(own: string): readonly Spelt[] {
  const near = GAZETTEER.bySkeleton.get(skeleton(own))
  if (!near) return NOTHING
  return near.filter(({ key }) => jaroWinkler(key, own) >= ALIKE && !own.startsWith(key)).map(({ place }) => ({ place, spellings: [], isRisky: false }))
}
