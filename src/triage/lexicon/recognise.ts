import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { MAX_TOKENS } from '../normalise.ts'
import type { Token } from '../normalise.ts'
import { keyOf } from './compile.ts'
import type { PhraseNode, Sense, Vocabulary } from './compile.ts'
import { englishFeatures } from './inflect.ts'
import { NO_KEY, numberOfKey } from './keys.ts'
import { ENGLISH_COMMON, HINGLISH_COMMON } from './words/frequent.ts'

/**
 * What is known of one spelling, before its neighbours are heard. What every judgement asks comes first: it then lies together
 * in memory, and most words of a post are far from the processor.
 */
export interface Spelling<Name> {
  text: string
  english: Sense | null
  hindi: Sense | null
  /** Which language the word itself speaks: 1 English, -1 Hindi, 0 neither. */
  leaning: number
  /** Whether it is a word of both languages, so that its neighbours decide which of them it is. */
  isTwofold: boolean
  /** Phrases that may begin here. */
  phrase: PhraseNode | null
  /** The number of the key in the tables where words are followed by words. */
  number: number
  /** Whether a mention of a place may begin with it, by name, as a sector or by likeness: found by place/mentions.ts when first asked. */
  isNamelike: boolean | null
  /** Names (of places) that may begin here. */
  name: Name | null
  /** What may begin here of what is said beside the matter (SequenceBook.startOf); -1 if nothing. */
  aside: number
  /** Where the learnt model keeps what the word says to it, so that it is looked up once; -1 before it was asked. */
  slot: number
  key: string
  /** Whether everyday speech or the lexicon has the word. */
  isKnown: boolean
  /** Whether it is an ordinary word rather than a name: found as `isNamelike` is. */
  isEveryday: boolean | null
  /** The districts that the word alone names, likewise. */
  districts: readonly string[] | null
}

/** What is known of a handle or a link: nothing. */
export const UNREAD: Spelling<never> = { text: '', english: null, hindi: null, leaning: 0, isTwofold: false, phrase: null, number: NO_KEY, isNamelike: false, name: null, aside: -1, slot: -1, key: '', isKnown: true, isEveryday: true, districts: null }

/** The memory of spellings is emptied when full, so that hostile text cannot make it grow. */
const MEMORY = 60_000
/** Places for the spellings at hand, a power of two. */
const PLACES = 1 << 16
const COMMON_KEYS = new Set([...HINGLISH_COMMON].map((word) => keyOf(word, false)))
/** Folds of fewer letters collide with too much (bad is baad, after, and baadh, flood): they must be spelt out. */
const SURE = 4
/** Polite requests of verbs that the lexicon need not know: karwaiye, lagwayen, hatwaiyega; करवाइए, लगवाएं. */
const REQUEST = /(?:iye|iyega|aiye|wayen|wayein|vayen|waye|jiye|jiyega|wao|karein|rokein|dein)$/u
const REQUEST_HI = /(?:िए|इए|िये|इये|िएगा|ाएं|वाएं|ाओ|रें|दें|कें|टें|लें|ठें)$/u
const STEMMED = /(?:s|ed|ing|er|ers|ly|ment|ion|ions|able|ive)$/u

/**
 * Looks words up: as written, then with elongation undone, then by stem (English) and by fold (Hindi); and remembers what it
 * found, since most words of a post are words of other posts.
 */
export class Recogniser<Name> {
  private readonly known = new Map<string, Spelling<Name>>()
  /** Of the known spellings that share a place the one asked for last: one look instead of the several that a large map takes, each far off in memory. */
  private readonly atHand: (Spelling<Name> | null)[] = Array.from({ length: PLACES }, () => null)
  private readonly places = new Int32Array(MAX_TOKENS)
  /** Nobody asks for it; what nobody keeps need not be looked at. */
  protected seen = 0
  private readonly vocabulary: Vocabulary
  private readonly names: ReadonlyMap<string, Name>
  private readonly asideOf: (key: number) => number
  constructor(vocabulary: Vocabulary, names: ReadonlyMap<string, Name>, asideOf: (key: number) => number) {
    this.vocabulary = vocabulary
    this.names = names
    this.asideOf = asideOf
  }

  /**
   * The places of these words for `spelling`, held until the next call. Each lies far off in memory, and so do the spelling there
   * and its text: looked at one after the other in short loops, with nothing in between, the processor waits for many at once.
   */
  fetch(tokens: readonly Token[]): Int32Array {
    const { atHand, places } = this
    const many = tokens.length
    for (let at = 0; at < many; at++) places[at] = placeOf(tokens[at]?.text ?? '')
    let seen = 0
    for (let at = 0; at < many; at++) seen += atHand[places[at] ?? 0]?.leaning ?? 0
    for (let at = 0; at < many; at++) seen += atHand[places[at] ?? 0]?.text.charCodeAt(0) ?? 0
    this.seen = seen
    return places
  }

  spelling(token: Token, place = placeOf(token.text)): Spelling<Name> {
    const { text } = token
    if (token.isStretched) return this.latin(text, undouble(text))
    const atHand = this.atHand[place]
    if (atHand && atHand.text === text) return atHand
    return this.atHand[place] = this.known.get(text) ?? this.learn(token)
  }

  private learn({ text, kind, script }: Token): Spelling<Name> {
    const spelling = kind === 'number' ? this.number(text) : script === 'devanagari' ? this.devanagari(text) : this.latin(text, text)
    if (this.known.size >= MEMORY) this.forget()
    this.known.set(text, spelling)
    return spelling
  }

  /** For when names were added, so that what was remembered of words may hold no longer; or when it is too much. */
  forget(): void {
    this.known.clear()
    this.atHand.fill(null)
  }

  private number(digits: string): Spelling<Name> {
    const { vocabulary } = this
    return this.spelt(digits, digits, this.numbered(vocabulary.english.get(digits)), null, 0, false, true)
  }

  private numbered(sense: Sense | undefined): Sense {
    return { ideas: [...(sense?.ideas ?? []), this.vocabulary.idOf('number')], features: 0 }
  }

  private devanagari(word: string): Spelling<Name> {
    const { vocabulary } = this
    const key = keyOf(word, true)
    const sense = vocabulary.devanagari.get(word) ?? (key.length >= SURE && !COMMON_KEYS.has(key) ? vocabulary.folded.get(key) : undefined) ?? requestOf(vocabulary, word, REQUEST_HI)
    return this.spelt(word, key, null, sense, -1, false, sense !== null || COMMON_KEYS.has(key))
  }

  /** `single` is the word without doubled letters where it was stretched, else the word. */
  private latin(word: string, single: string): Spelling<Name> {
    const { vocabulary } = this
    const key = keyOf(word, false)
    let english = vocabulary.english.get(word) ?? null
    let hindi = vocabulary.hindi.get(word) ?? null
    if (!english && !hindi && single !== word && !ENGLISH_COMMON.has(word)) {
      english = vocabulary.english.get(single) ?? null
      hindi = vocabulary.hindi.get(single) ?? null
    }
    const isEnglish = english !== null || ENGLISH_COMMON.has(word) || ENGLISH_COMMON.has(single)
    if (!english && word.length >= 5 && STEMMED.test(word)) english = this.stemmed(word)
    if (!hindi && !isEnglish && !HINGLISH_COMMON.has(word) && key.length >= SURE && !english) hindi = vocabulary.folded.get(key) ?? plural(vocabulary, key) ?? requestOf(vocabulary, word, REQUEST)
    const isTwofold = (isEnglish || english !== null) && (hindi !== null || HINGLISH_COMMON.has(word)) && english !== hindi
    const isKnown = english !== null || hindi !== null || ENGLISH_COMMON.has(word) || HINGLISH_COMMON.has(word)
    return this.spelt(word, key, english, hindi, leaningOf(word, single, english, hindi), isTwofold, isKnown)
  }

  /** One shape for all, the one of UNREAD, so that what reads them need not ask each time which it has. */
  private spelt(text: string, key: string, english: Sense | null, hindi: Sense | null, leaning: number, isTwofold: boolean, isKnown: boolean): Spelling<Name> {
    const number = numberOfKey(key)
    return {
      text, english, hindi, leaning, isTwofold, phrase: this.vocabulary.phrases.get(key) ?? null, number, isNamelike: null, name: this.names.get(key) ?? null,
      aside: this.asideOf(number), slot: -1, key, isKnown, isEveryday: null, districts: null,
    }
  }

  private stemmed(word: string): Sense | null {
    const sense = this.vocabulary.stems.get(PorterStemmer.stem(word))
    return sense ? { ideas: sense.ideas, features: sense.features | englishFeatures(word) } : null
  }
}

function placeOf(text: string): number {
  let hash = 0
  // Asked once: strings come in so many shapes that asking at each unit would take longer than reading it.
  const { length } = text
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) & (PLACES - 1)
}

/** The oblique plural of a noun: bandaro, ladkiyo. */
function plural(vocabulary: Vocabulary, key: string): Sense | null {
  return key.length > 5 && key.endsWith('o') ? (vocabulary.folded.get(key.slice(0, -1)) ?? null) : null
}

function requestOf(vocabulary: Vocabulary, word: string, ending: RegExp): Sense | null {
  return word.length > 4 && ending.test(word) ? vocabulary.request : null
}

function leaningOf(word: string, single: string, english: Sense | null, hindi: Sense | null): number {
  const saysHindi = HINGLISH_COMMON.has(word) || HINGLISH_COMMON.has(single)
  const saysEnglish = ENGLISH_COMMON.has(word)
  if (saysHindi !== saysEnglish) return saysHindi ? -1 : 1
  if (saysHindi) return 0
  if ((english !== null) !== (hindi !== null)) return english ? 1 : -1
  return 0
}

function undouble(word: string): string {
  let out = ''
  for (let i = 0; i < word.length; i++) if (word[i] !== word[i - 1]) out += word[i] ?? ''
  return out
}
