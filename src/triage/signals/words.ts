import { VOCABULARY } from '../lexicon/lexicon.ts'
import { Recogniser } from '../lexicon/recognise.ts'
import { GAZETTEER } from '../place/gazetteer.ts'
import type { PlaceNode } from '../place/gazetteer.ts'
import type { PhraseNode, Sense } from '../lexicon/compile.ts'
import type { Spelling as Spelt } from '../lexicon/recognise.ts'
import type { Language } from '../../domain/verdict.ts'
import { normalise } from '../normalise.ts'
import type { Token } from '../normalise.ts'
import type { Phrase, Reading, Word } from '../reading.ts'

type Spelling = Spelt<PlaceNode>

const RECOGNISER = new Recogniser(VOCABULARY, GAZETTEER.heads)
const LONGEST_PHRASE = 6
const NOTHING: readonly number[] = []
const NO_PHRASES: readonly Phrase[] = []
/**
 * One array for all judgements: typed arrays live outside the heap, and two a post cost more than the post. Judging is
 * synchronous, so a reading has it for itself until the next one starts.
 */
const COUNTS = new Uint8Array(VOCABULARY.names.length)
const NUMBER = VOCABULARY.idOf('number')

/** Signal: cuts the post into words, decides its language, and looks every word and phrase up in the lexicon. */
export function readWords(reading: Reading): void {
  const tokens = normalise(reading.post.text)
  const spellings: (Spelling | null)[] = []
  const tongues: number[] = []
  let leaning = 0
  for (const token of tokens) {
    const spelling = spell(token)
    spellings.push(spelling)
    const tongue = spelling?.tongue === 'en' ? 1 : spelling?.tongue === 'hi' ? -1 : 0
    tongues.push(tongue)
    leaning += tongue
  }
  reading.language = languageOf(tokens, tongues)
  reading.ideas = COUNTS.fill(0)
  reading.words = tokens.map((token, at) => {
    const spelling = spellings[at] ?? null
    const sense = spelling ? senseOf(spelling, tongues, at, leaning) : null
    const word = wordOf(token, sense, spelling, at, spellings)
    count(reading.ideas, word.ideas)
    for (const phrase of word.phrases) count(reading.ideas, phrase.ideas)
    return word
  })
}

function spell(token: Token): Spelling | null {
  return token.kind === 'handle' || token.kind === 'url' ? null : RECOGNISER.spelling(token)
}

function wordOf(token: Token, sense: Sense | null, spelling: Spelling | null, at: number, spellings: readonly (Spelling | null)[]): Word {
  const ideas = token.kind === 'number' ? (sense ? [...sense.ideas, NUMBER] : NUMBERS) : (sense?.ideas ?? NOTHING)
  const phrases = spelling?.phrase ? phrasesFrom(spelling.phrase, at, spellings) : NO_PHRASES
  return { token, key: spelling?.key ?? '', ideas, features: sense?.features ?? 0, phrases, isKnown: spelling?.isKnown ?? true, name: spelling?.name ?? null }
}

const NUMBERS: readonly number[] = [NUMBER]

function phrasesFrom(start: PhraseNode, at: number, spellings: readonly (Spelling | null)[]): readonly Phrase[] {
  let found: Phrase[] | null = null
  let node: PhraseNode | undefined = start
  for (let next = at + 1; next < at + LONGEST_PHRASE; next++) {
    const key = spellings[next]?.key
    node = key === undefined ? undefined : node.next?.get(key)
    if (!node) break
    if (node.sense) (found ??= []).push({ last: next, ideas: node.sense.ideas, features: node.sense.features })
  }
  return found ?? NO_PHRASES
}

/** A word of both languages (`me`, `the`, `door`) is read in the language of its neighbours, else of the whole post. */
function senseOf(spelling: Spelling, tongues: readonly number[], at: number, leaning: number): Sense | null {
  const { english, hindi, isTwofold } = spelling
  if (!isTwofold) return english ?? hindi
  let near = 0
  for (let i = at - 3; i <= at + 3; i++) if (i !== at) near += tongues[i] ?? 0
  const isEnglish = near !== 0 ? near > 0 : leaning > 0
  return isEnglish ? english : hindi
}

/** Hindi by the share of Devanagari; Hinglish by its frequent words in Roman letters. */
function languageOf(tokens: readonly Token[], tongues: readonly number[]): Language {
  let devanagari = 0
  let latin = 0
  let hindi = 0
  let english = 0
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' || token.isTag) return
    if (token.script === 'devanagari') devanagari++
    else if (token.script === 'latin') {
      latin++
      if (tongues[at] === -1) hindi++
      else if (tongues[at] === 1) english++
    }
  })
  const words = devanagari + latin
  if (words === 0) return tokens.some((token) => token.script === 'devanagari') ? 'hi' : 'en'
  const share = devanagari / words
  if (share >= 0.7) return 'hi'
  if (share >= 0.15) return 'mixed'
  return hindi > 0 && hindi >= 0.22 * (hindi + english) ? 'hinglish' : 'en'
}

function count(counts: Uint8Array, ideas: readonly number[]): void {
  for (const idea of ideas) counts[idea] = Math.min(255, (counts[idea] ?? 0) + 1)
}
