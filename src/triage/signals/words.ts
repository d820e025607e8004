import { treeInForce } from '../../domain/jurisdiction.ts'
import type { Language } from '../../domain/verdict.ts'
import { ASIDES } from '../lexicon/asides.ts'
import type { PhraseNode, Sense } from '../lexicon/compile.ts'
import { NO_KEY } from '../lexicon/keys.ts'
import { VOCABULARY } from '../lexicon/lexicon.ts'
import { Recogniser, UNREAD } from '../lexicon/recognise.ts'
import { MAX_TOKENS, normalise } from '../normalise.ts'
import type { Token } from '../normalise.ts'
import { GAZETTEER } from '../place/gazetteer.ts'
import type { Phrase, Reading, Word } from '../reading.ts'

const RECOGNISER = new Recogniser(VOCABULARY, GAZETTEER.heads, (number) => ASIDES.startOf(number))
const LONGEST_PHRASE = 6
const NEIGHBOURS = 3
const NOTHING: readonly number[] = []
const NO_PHRASES: readonly Phrase[] = []
/**
 * One array for all judgements: typed arrays live outside the heap, and two a post cost more than the post. Judging is
 * synchronous, so a reading has it for itself until the next one starts.
 */
const COUNTS = new Uint8ClampedArray(VOCABULARY.names.length)
const SAID: number[] = []
/** Up to each word of the post, how many more of those before it are English than Hindi. */
const LEANINGS = new Int32Array(MAX_TOKENS + 1)

/** Signal: cuts the post into words, decides its language, and looks every word and phrase up in the lexicon. */
export function readWords(reading: Reading): void {
  if (GAZETTEER.learn(treeInForce())) RECOGNISER.forget()
  const tokens = normalise(reading.post.text)
  const places = RECOGNISER.fetch(tokens)
  const words = tokens.map((token, at) => wordOf(token, places[at]))
  reading.words = words
  reading.language = languageOf(words)
  reading.ideas = COUNTS.fill(0)
  reading.said = SAID
  SAID.length = 0
  for (let at = 0; at < words.length; at++) LEANINGS[at + 1] = (LEANINGS[at] ?? 0) + (words[at]?.spelling.leaning ?? 0)
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) continue
    const sense = senseOf(word.spelling, at, words.length)
    if (sense) {
      word.ideas = sense.ideas
      word.features = sense.features
      count(sense.ideas)
    }
    if (!word.spelling.phrase) continue
    word.phrases = phrasesFrom(word.spelling.phrase, words, at)
    for (const phrase of word.phrases) count(phrase.ideas)
  }
}

function wordOf(token: Token, place: number | undefined): Word {
  const isRead = token.kind !== 'handle' && token.kind !== 'url'
  return { token, spelling: isRead ? RECOGNISER.spelling(token, place) : UNREAD, ideas: NOTHING, features: 0, phrases: NO_PHRASES }
}

function phrasesFrom(start: PhraseNode, words: readonly Word[], at: number): readonly Phrase[] {
  let found: Phrase[] | null = null
  let node: PhraseNode | undefined = start
  for (let next = at + 1; next < at + LONGEST_PHRASE; next++) {
    if (!node.next || next >= words.length) break
    node = node.next.get(words[next]?.spelling.number ?? NO_KEY)
    if (!node) break
    if (node.sense) (found ??= []).push({ last: next, ideas: node.sense.ideas, features: node.sense.features })
  }
  return found ?? NO_PHRASES
}

/** A word of both languages (`me`, `the`, `door`) is read in the language of its neighbours, else of the whole post. */
function senseOf({ english, hindi, leaning, isTwofold }: Word['spelling'], at: number, many: number): Sense | null {
  if (!isTwofold) return english ?? hindi
  const near = leaningOf(Math.max(0, at - NEIGHBOURS), Math.min(many, at + NEIGHBOURS + 1)) - leaning
  const isEnglish = near !== 0 ? near > 0 : leaningOf(0, many) > 0
  return isEnglish ? english : hindi
}

/** Of the words from one to before another. */
function leaningOf(from: number, to: number): number {
  return (LEANINGS[to] ?? 0) - (LEANINGS[from] ?? 0)
}

/** Hindi by the share of Devanagari (one foreign word in ten is Hindi still), mixed where there is some; Hinglish by its frequent words in Roman letters. Tags do not count. */
function languageOf(words: readonly Word[]): Language {
  let devanagari = 0
  let latin = 0
  let hindi = 0
  let english = 0
  for (const { token, spelling } of words) {
    if (token.kind !== 'word' || token.isTag) continue
    if (token.script === 'devanagari') devanagari++
    else if (token.script === 'latin') {
      latin++
      if (spelling.leaning < 0) hindi++
      else if (spelling.leaning > 0) english++
    }
  }
  const total = devanagari + latin
  if (total === 0) return words.some(({ token }) => token.script === 'devanagari') ? 'hi' : 'en'
  const share = devanagari / total
  if (share >= 0.9) return 'hi'
  if (share >= 0.05) return 'mixed'
  return hindi > 0 && hindi >= 0.22 * (hindi + english) ? 'hinglish' : 'en'
}

function count(ideas: readonly number[]): void {
  for (let nth = 0; nth < ideas.length; nth++) {
    const idea = ideas[nth] ?? 0
    const times = COUNTS[idea] ?? 0
    if (times === 0) SAID.push(idea)
    COUNTS[idea] = times + 1
  }
}
