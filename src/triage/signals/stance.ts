import type { Category } from '../../domain/verdict.ts'
import type { Stance } from '../lexicon/entry.ts'
import type { Reading } from '../reading.ts'
import { findAnywhere, has, ideas, times } from './neighbours.ts'

const NEWS = ideas('news')
const ARRESTED = ideas('arrested')
const REPORT = ideas('news arrested')
const TALE = ideas('film sport game song jest figure dream')
const FIGURE = ideas('figure')
const THANKS = ideas('thanks')
const RESOLVED = ideas('resolved')
const OVER = ideas('thanks resolved')
const POLITICS = ideas('politics')
const PERSONAL = ideas('me us kin')
const PLEA = ideas('help comeQuick saveMe')
const REQUEST = ideas('notice pleaBare')
const DOUBTED = ideas('falsehood reported')
const ROAD = ideas('civic traffic')
/** A road's or a municipality's matter no longer, when somebody is down, trapped, hushed, or one of the author's. */
const BEYOND_ROAD = ideas('whisper kin comeQuick trapped bleeding lying unconscious ambulance liveWire enter')
/** Ways of speaking that one of their words shows. */
const PLAIN: readonly (readonly [stance: Stance, words: readonly number[]])[] = [
  ['advert', ideas('advert')], ['question', ideas('question')], ['if', ideas('if')], ['rumour', DOUBTED],
]
const ADVICE = ideas('advice')
const HAZARDS: ReadonlySet<Category> = new Set(['accident', 'fire', 'medical', 'disaster', 'animal', 'traffic'])

/** Words in an author's name or handle that mark an outlet. */
const OUTLET = /news|samachar|khabar|patrika|journalis|reporter|breaking|headline|dainik|jagran|ujala|(?:^|[^a-z])(?:live|tv|media|press|times|updates?)(?:$|[^a-z])|न्यूज|समाचार|खबर|पत्रकार|दैनिक/iu
/** Authors write again; whether one is an outlet is remembered, and forgotten when it gets too much. */
const OUTLETS = new Map<string, boolean>()
const MEMORY = 5_000
const LONGEST_DIALOGUE = 600
const LONGEST_QUESTION = 25

/** Signal: how the post speaks as a whole: as news, a tale, thanks, politics, advice, an advertisement, a question. */
export function takeStance(reading: Reading): void {
  const isPersonal = has(reading, PERSONAL)
  const isPlea = has(reading, PLEA)
  const set = (stance: Stance, words: readonly number[]): void => { reading.stances.set(stance, findAnywhere(reading, words)) }
  if (newsWeight(reading, isPersonal, isPlea) >= 1) set('news', REPORT)
  if (taleWeight(reading) >= (isPersonal && isPlea ? 2 : 1) || isDialogue(reading.post.text)) set('fiction', TALE)
  if (isThankful(reading, isPlea)) set('thanks', OVER)
  if (times(reading, POLITICS) >= (isPersonal || isPlea ? 2 : 1)) set('politics', POLITICS)
  if (has(reading, ADVICE) && !isPlea) set('advice', ADVICE)
  for (const [stance, words] of PLAIN) if (has(reading, words)) set(stance, words)
  if (isCivic(reading)) set('civic', ROAD)
  if (!reading.stances.has('question') && endsInQuestion(reading)) reading.stances.set('question', -1)
}

function newsWeight(reading: Reading, isPersonal: boolean, isPlea: boolean): number {
  return times(reading, NEWS) + 0.7 * times(reading, ARRESTED) + (isHeadline(reading) ? 1 : 0) + (isOutlet(reading) ? 1 : 0) - (isPersonal ? 0.6 : 0) - (isPlea ? 0.6 : 0)
}

/** "Breaking: …" */
function isHeadline({ words: [first, second] }: Reading): boolean {
  return first?.token.text === 'breaking' && second !== undefined && second.token.step - first.token.step > 1
}

function isOutlet({ post: { author } }: Reading): boolean {
  const key = `${author.handle} ${author.name}`
  const known = OUTLETS.get(key)
  if (known !== undefined) return known
  if (OUTLETS.size >= MEMORY) OUTLETS.clear()
  const isOne = OUTLET.test(author.name.slice(0, 80)) || OUTLET.test(author.handle.slice(0, 80))
  OUTLETS.set(key, isOne)
  return isOne
}

/** One word of a tale is chance beside a personal plea; a figure of speech counts twice. */
function taleWeight(reading: Reading): number {
  return has(reading, TALE) ? TALE.reduce((sum, one) => sum + Math.min(2, reading.ideas[one] ?? 0), 0) + times(reading, FIGURE) : 0
}

/** "Beta: … Papa: …": a joke told in turns. */
function isDialogue(text: string): boolean {
  const first = text.indexOf(': ')
  if (first < 0 || text.indexOf(': ', first + 2) < 0) return false
  let turns = 0
  for (const match of text.slice(0, LONGEST_DIALOGUE).matchAll(/(?:^|[.?!।\s])(\p{L}{2,12}):\s/gu)) if (match[1]) turns++
  return turns >= 2
}

/** "Thanks" at the end of a request is courtesy; without a request, or with "found" or "safe", it is thanks. */
function isThankful(reading: Reading, isPlea: boolean): boolean {
  if (has(reading, RESOLVED)) return true
  if (!has(reading, THANKS)) return false
  return !(isPlea || has(reading, REQUEST)) || findAnywhere(reading, THANKS) < reading.words.length / 2
}

/** A pothole or a heap of rubbish makes a hazard of everything; it is the road's, unless it is more. */
function isCivic(reading: Reading): boolean {
  return has(reading, ROAD) && !has(reading, BEYOND_ROAD) && !reading.hits.some(({ cue }) => cue.gravity === 'life' && !HAZARDS.has(cue.category))
}

function endsInQuestion({ words, post }: Reading): boolean {
  const last = words.at(-1)
  return last !== undefined && words.length <= LONGEST_QUESTION && post.text.indexOf('?', last.token.start) >= 0
}
