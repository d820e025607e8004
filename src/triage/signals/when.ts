import type { Category } from '../../domain/verdict.ts'
import { FEATURE } from '../lexicon/inflect.ts'
import type { When } from '../lexicon/entry.ts'
import type { Hit, Reading, Word } from '../reading.ts'
import { find, findAnywhere, has, ideas } from './neighbours.ts'

const PROG = ideas('prog')
const WAS = ideas('was')
const BE = ideas('be')
const HAVE = ideas('haveEn')
const DONE = ideas('done')
const WILL = ideas('will willen')
const NOW = ideas('now')
const JUST_NOW = ideas('justNow')
const TODAY = ideas('today')
const PAST = ideas('past')
const KAL = ideas('kal')
const OLD = ideas('old')
const HABIT = ideas('habit')
const SINCE = ideas('since')
const MINUTES = ideas('minutes')
const HOURS = ideas('hours')
const DAYS = ideas('days')
const MONTHS = ideas('months')
const UNITS = [...MINUTES, ...HOURS, ...DAYS, ...MONTHS]
const AGO = ideas('ago')
const FUTURE_DAY = ideas('future')
const MIGHT = ideas('might')
/** Hazards are often spoken of as fears ("an accident waiting to happen"); violence that "might" happen is a threat. */
const FEARED: ReadonlySet<Category> = new Set(['accident', 'fire', 'medical', 'disaster', 'animal'])

type Aspect = 'now' | 'past' | 'habit' | 'future' | 'still' | 'none'
type Adverb = 'now' | 'fresh' | 'today' | 'past' | 'old' | 'habit' | 'ongoing' | 'none'

/** Signal: when each cue happens, from the verb's aspect beside it and the words of time in its sentence, else in the post. */
export function tellWhen(reading: Reading): void {
  if (reading.hits.length === 0) return
  let whole: Adverb | undefined
  const bySentence = new Map<number, Adverb>()
  for (const hit of reading.hits) {
    const sentence = reading.words[hit.first]?.token.sentence ?? 0
    let adverb = bySentence.get(sentence)
    if (adverb === undefined) {
      const [from, to] = bounds(reading.words, hit.first, sentence)
      adverb = adverbOf(reading, from, to, sentence)
      bySentence.set(sentence, adverb)
    }
    hit.when = isFeared(reading, hit, sentence) ? 'might' : together(aspectOf(reading, hit, sentence), adverb === 'none' ? (whole ??= adverbOf(reading, 0, reading.words.length - 1, -1)) : adverb, hit)
  }
}

function isFeared(reading: Reading, hit: Hit, sentence: number): boolean {
  return (FEARED.has(hit.cue.category) || hit.cue.isFeared) && find(reading, MIGHT, hit.first - 5, hit.last + 3, sentence) >= 0
}

function bounds(words: readonly Word[], at: number, sentence: number): [number, number] {
  let from = at
  let to = at
  while (from > 0 && words[from - 1]?.token.sentence === sentence) from--
  while (to + 1 < words.length && words[to + 1]?.token.sentence === sentence) to++
  return [from, to]
}

/** Hindi says aspect after the verb (raha hai, raha tha, -ta hai, -ega), English before it (is …-ing, was …-ing, will). */
function aspectOf(reading: Reading, hit: Hit, sentence: number): Aspect {
  const { words } = reading
  const { first, last } = hit
  const progress = find(reading, PROG, first, last + 3, sentence)
  if (progress >= 0) return find(reading, WAS, progress + 1, progress + 2, sentence) >= 0 ? 'past' : 'now'
  if (find(reading, WAS, last + 1, last + 3, sentence) >= 0) return 'past'
  const isGoing = hasFeature(words, FEATURE.ing, first, last)
  if (isGoing) return find(reading, WAS, first - 3, last, sentence) >= 0 ? 'past' : 'now'
  if (hasFeature(words, FEATURE.habit, first, last + 1)) return 'habit'
  if (hasFeature(words, FEATURE.fut, first, last) || find(reading, WILL, first - 3, last + 2, sentence) >= 0) return 'future'
  const done = find(reading, DONE, first, last + 2, sentence)
  if (find(reading, BE, last, Math.max(done, last) + 2, sentence) >= 0) return 'still'
  return find(reading, HAVE, first - 3, first, sentence) >= 0 || find(reading, BE, first - 2, first - 1, sentence) >= 0 ? 'still' : 'none'
}

function hasFeature(words: readonly Word[], feature: number, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) {
    const word = words[at]
    if (!word) continue
    if ((word.features & feature) !== 0) return true
    for (const phrase of word.phrases) if (phrase.last <= to && (phrase.features & feature) !== 0) return true
  }
  return false
}

/** The strongest word of time between two words (all sentences for -1). */
function adverbOf(reading: Reading, from: number, to: number, sentence: number): Adverb {
  const look = (wanted: readonly number[]): number => (sentence < 0 ? findAnywhere(reading, wanted) : find(reading, wanted, from, to, sentence))
  if (look(JUST_NOW) >= 0) return 'fresh'
  const old = look(OLD)
  const isNow = look(NOW) >= 0
  const measured = measure(reading, from, to)
  if (old >= 0) return 'old'
  if (measured !== 'none') return measured
  if (look(HABIT) >= 0) return isNow ? 'now' : look(TODAY) >= 0 ? 'today' : 'habit'
  const past = look(PAST)
  if (past >= 0) return isSince(reading, past) ? 'ongoing' : 'past'
  const kal = look(KAL)
  if (kal >= 0) return isSince(reading, kal) ? 'ongoing' : look(WILL) >= 0 || look(FUTURE_DAY) >= 0 ? 'none' : 'past'
  if (isNow) return 'now'
  return look(TODAY) >= 0 ? 'today' : 'none'
}

/** "kal se": since yesterday, so it still goes on. */
function isSince(reading: Reading, at: number): boolean {
  const { words } = reading
  for (let i = at; i <= at + 2; i++) {
    const text = words[i]?.token.text
    if (text === 'se' || text === 'से') return true
  }
  return find(reading, SINCE, at - 1, at - 1, words[at]?.token.sentence ?? 0) >= 0
}

/** "10 minute pehle", "2 ghante se", "3 mahine se", "for 2 hours". */
function measure(reading: Reading, from: number, to: number): Adverb {
  if (!has(reading, UNITS)) return 'none'
  const { words } = reading
  for (let at = from; at <= to; at++) {
    const word = words[at]
    if (!word) continue
    const sentence = word.token.sentence
    if (find(reading, MINUTES, at, at, sentence) >= 0 && isReckoned(reading, at, sentence)) return 'fresh'
    if (find(reading, HOURS, at, at, sentence) >= 0) return isAgo(reading, at, sentence) ? 'today' : 'ongoing'
    if (find(reading, MONTHS, at, at, sentence) >= 0 && (isAgo(reading, at, sentence) || isSince(reading, at))) return 'old'
    if (find(reading, DAYS, at, at, sentence) >= 0 && (isAgo(reading, at, sentence) || isSince(reading, at))) return isAgo(reading, at, sentence) ? 'past' : 'ongoing'
  }
  return 'none'
}

function isAgo(reading: Reading, at: number, sentence: number): boolean {
  return find(reading, AGO, at + 1, at + 2, sentence) >= 0
}

/** "10 minute pehle / se / ho gaye", "for 10 minutes": a time, not a length. */
function isReckoned(reading: Reading, at: number, sentence: number): boolean {
  const follows = (wanted: readonly number[]): boolean => find(reading, wanted, at + 1, at + 3, sentence) >= 0
  return follows(AGO) || follows(DONE) || isSince(reading, at) || find(reading, SINCE, at - 3, at - 1, sentence) >= 0
}

/** What the verb and the words of time say together. */
function together(aspect: Aspect, adverb: Adverb, hit: Hit): When {
  if (hit.cue.isLasting && adverb !== 'old' && adverb !== 'habit') return lasting(aspect, adverb)
  switch (aspect) {
    case 'now': return adverb === 'habit' ? 'habit' : adverb === 'old' ? 'habit' : 'now'
    case 'past': return adverb === 'now' || adverb === 'fresh' ? 'fresh' : adverb === 'old' ? 'old' : adverb === 'today' ? 'today' : 'past'
    case 'habit': return adverb === 'now' ? 'now' : 'habit'
    case 'future': return !hit.cue.isAnnounced && (adverb === 'past' || adverb === 'old') ? 'past' : 'future'
    case 'still': return adverb === 'none' ? 'still' : plain(adverb)
    default: return hit.cue.isAnnounced && (adverb === 'past' || adverb === 'habit') ? 'unsaid' : plain(adverb)
  }
}

/** What lasts is not over because it began yesterday. */
function lasting(aspect: Aspect, adverb: Adverb): When {
  if (aspect === 'now') return 'now'
  if (adverb === 'fresh' || adverb === 'now') return 'fresh'
  if (adverb !== 'none') return 'today'
  return aspect === 'still' ? 'still' : 'unsaid'
}

function plain(adverb: Adverb): When {
  switch (adverb) {
    case 'now': case 'fresh': return 'fresh'
    case 'ongoing': return 'today'
    case 'none': return 'unsaid'
    default: return adverb
  }
}
