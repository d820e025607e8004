import { keyOf } from '../lexicon/compile.ts'
import type { Word } from '../reading.ts'
import { districtAt } from './corridors.ts'
import type { Mention } from './mentions.ts'

/** A spot that no gazetteer lists but a patrol finds: a kilometre of a road, a train with its coach, a PIN code. */
export interface Spot {
  /** "Yamuna Expressway km 127", "NH-19 km 212", "train 12565, coach S4, seat 23". */
  name: string
  /** Where the road runs at that kilometre; null where that is not known. */
  districtId: string | null
  /** Enough to send somebody: a kilometre, a train with its number. */
  isExact: boolean
}

const keys = (list: string): ReadonlySet<string> => new Set(list.split(' ').map((word) => keyOf(word, word.charCodeAt(0) >= 0x900)))
const KILOMETRE = keys('km kms kilometre kilometer kilometers kimi किमी किलोमीटर milestone pillar माइलस्टोन')
const HIGHWAY = keys('nh nhai एनएच highway hiway हाईवे राजमार्ग')
const PILLAR = keys('no number nambar नंबर stone पत्थर')
/** Beside a kilometre these make it a distance: "5 km door", "3 km pehle", "se 5 km". */
const DISTANCE = keys('door dur pehle pahle aage aagey away before ahead lamba lambi दूर पहले आगे')
const FROM = keyOf('se', false)
const TRAIN = keys('train trains gadi gaadi railgadi coach bogie dibba dibbe berth seat tte rpf station jn superfast express exp ट्रेन गाड़ी रेलगाड़ी कोच बोगी डिब्बा डिब्बे बर्थ सीट टीटी टीटीई स्टेशन जंक्शन एक्सप्रेस')
const COACH_WORD = keys('coach bogie dibba dibbe कोच बोगी डिब्बा डिब्बे')
const SEAT_WORD = keys('seat berth सीट बर्थ')
/** Classes of Indian coaches, before their number: sleeper, third and second and first air-conditioned, chair, sitting, general. */
const COACH = /^(?:s|b|a|h|m|c|d|e|g|gs|hs|be|ta)$/u
const COACH_HINDI: Readonly<Record<string, string>> = { एस: 'S', बी: 'B', ए: 'A', एच: 'H', एम: 'M', सी: 'C', डी: 'D' }
const TRAIN_DIGITS = 5
const MOST_COACHES = 30
/** How many words around the name of a road its kilometre may stand. */
const REACH = 7
const LONGEST_ROAD = 400

/** The first such spot of the post, of which `numbers` are the numbers: kilometres come before trains. */
export function spotIn(words: readonly Word[], numbers: readonly Word[], mentions: readonly Mention[]): Spot | null {
  return roadSpot(words, mentions) ?? trainSpot(words, numbers)
}

function roadSpot(words: readonly Word[], mentions: readonly Mention[]): Spot | null {
  for (const mention of mentions) {
    const corridor = mention.places.find(({ place }) => place.kind === 'corridor')
    if (!corridor) continue
    const kilometre = kilometreNear(words, mention.first, mention.last)
    const { name } = corridor.place
    return kilometre === null ? { name, districtId: null, isExact: false } : { name: `${name} km ${kilometre}`, districtId: districtAt(name, kilometre), isExact: true }
  }
  for (let at = 1; at < words.length; at++) {
    if (words[at]?.token.kind !== 'number') continue
    const number = numberAt(words, at)
    if (number === null || number < 1 || number > 999 || !HIGHWAY.has(words[at - 1]?.spelling.key ?? '') || !isClose(words, at - 1)) continue
    const kilometre = kilometreNear(words, at - 1, at)
    return { name: kilometre === null ? `NH-${number}` : `NH-${number} km ${kilometre}`, districtId: null, isExact: kilometre !== null }
  }
  return null
}

/** "km 127", "127 kilometre", "milestone no 110" near a road's name, but no distance to something else. */
function kilometreNear(words: readonly Word[], first: number, last: number): number | null {
  for (let at = Math.max(0, first - REACH); at <= Math.min(words.length - 1, last + REACH); at++) {
    if (!KILOMETRE.has(words[at]?.spelling.key ?? '')) continue
    const skip = PILLAR.has(words[at + 1]?.spelling.key ?? '') ? 2 : 1
    const after = isClose(words, at) ? numberAt(words, at + skip) : null
    if (after !== null && after <= LONGEST_ROAD && at + skip !== last) return after
    const before = at - 1 > last || at - 1 < first ? numberAt(words, at - 1) : null
    const isDistance = words[at - 2]?.spelling.key === FROM || DISTANCE.has(words[at + 1]?.spelling.key ?? '')
    if (before !== null && before <= LONGEST_ROAD && !isDistance) return before
  }
  return null
}

function trainSpot(words: readonly Word[], numbers: readonly Word[]): Spot | null {
  const parts: string[] = []
  const train = numbers.find(({ token }) => token.text.length === TRAIN_DIGITS && /^[0-2]/u.test(token.text))
  if (train) parts.push(`train ${train.token.text}`)
  const coach = coachAt(words)
  if ((!train && !coach) || !words.some(({ spelling }) => TRAIN.has(spelling.key))) return null
  if (coach !== null) parts.push(`coach ${coach.name}`)
  const seat = coach?.seat ?? numberAfter(words, SEAT_WORD)
  if (seat !== null) parts.push(`seat ${seat}`)
  return parts.length > 0 ? { name: parts.join(', '), districtId: null, isExact: train !== undefined } : null
}

/** "S4", "coach B3-22", "कोच एस 5". */
function coachAt(words: readonly Word[]): { name: string; seat: number | null } | null {
  for (let at = 0; at + 1 < words.length; at++) {
    const word = words[at]?.token
    if (!word || word.kind !== 'word' || word.text.length > 2 || words[at + 1]?.token.kind !== 'number') continue
    const number = numberAt(words, at + 1)
    if (number === null || number < 1 || number > MOST_COACHES) continue
    const gap = (words[at + 1]?.token.start ?? 0) - word.end
    const isNamed = COACH_WORD.has(words[at - 1]?.spelling.key ?? '')
    const letter = COACH_HINDI[word.text] ?? (COACH.test(word.text) ? word.text.toUpperCase() : null)
    if (letter === null || (gap > 1 && !isNamed) || (gap === 1 && !isNamed && !/^[SBAM]$/u.test(letter))) continue
    const next = words[at + 2]
    const seat = next && next.token.kind === 'number' && next.token.start - (words[at + 1]?.token.end ?? 0) === 1 ? numberAt(words, at + 2) : null
    return { name: `${letter}${number}`, seat }
  }
  return null
}

function numberAfter(words: readonly Word[], named: ReadonlySet<string>): number | null {
  const at = words.findIndex(({ spelling }, index) => named.has(spelling.key) && (numberAt(words, index + 1) ?? numberAt(words, index + 2)) !== null)
  return at < 0 ? null : (numberAt(words, at + 1) ?? numberAt(words, at + 2))
}

function numberAt(words: readonly Word[], at: number): number | null {
  const token = words[at]?.token
  return token?.kind === 'number' && token.text.length <= 4 ? Number(token.text) : null
}

function isClose(words: readonly Word[], at: number): boolean {
  return (words[at + 1]?.token.step ?? Infinity) - (words[at]?.token.step ?? 0) <= 2
}
