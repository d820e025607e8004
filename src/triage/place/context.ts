import { ADMIN, BEFORE, FOR, HEADING, HIGH, INSIDE, KE, KI, OTHERWISE, ROADS, SE, SEAT, SET_IN, THERE, TO, TOWARDS, UP, VEHICLES, WALI, WAY, WHOSE } from './cues.ts'
import type { Word } from '../reading.ts'
import type { Mention } from './mentions.ts'

/** How a name stands in the text, from the words beside it. */
export interface Context {
  /** Keys of the words next to it, empty where punctuation parts them. */
  before: string
  after: string
  /** It names a road or a train: "Hapur road", "Prayagraj Express". */
  isRoad: boolean
  /** It names something else: a bank, a film, a court of the whole state. */
  isOtherwise: boolean
  /** Somebody goes there or comes from there: "Gorakhpur side", "लखनऊ के लिए". */
  isRoute: boolean
  /** The last of the text but for tags: where people put their address. */
  isLast: boolean
  /** Between commas, alone, in a hashtag. */
  isSetApart: boolean
  /** It stands where places stand: after "in/near", before "me/se/ke", after a comma. */
  isThere: boolean
}

export function contextOf(words: readonly Word[], mentions: readonly Mention[], index: number): Context {
  const mention = mentions[index]
  const first = mention?.first ?? 0
  const last = mention?.last ?? 0
  const before = keyNear(words, first - 1, first)
  const after = keyNear(words, last + 1, last)
  const next = mentions[index + 1]
  const isPair = next !== undefined && next.first === last + 1 && isNear(words, last, next.first) && next.places.some(({ place }) => place.kind === 'district')
  const roadAt = isPair ? keyNear(words, next.last + 1, next.last) : after
  return {
    before,
    after,
    isRoad: ROADS.has(after) || (isPair && (ROADS.has(roadAt) || VEHICLES.has(roadAt))),
    isOtherwise: OTHERWISE.has(after) || after === HIGH,
    isRoute: HEADING.has(before) || isRoute(words, mentions, index, after),
    isLast: isLast(words, last) && words[first - 1]?.spelling.key !== words[first]?.spelling.key,
    isSetApart: isSetApart(words, first, last),
    isThere: THERE.has(after) || BEFORE.has(before) || isLast(words, last) || startsAfresh(words, first),
  }
}

/** "X side", "X ki taraf", "X ke liye", "X wali gaadi", "X se Y", "from X to Y". */
function isRoute(words: readonly Word[], mentions: readonly Mention[], index: number, after: string): boolean {
  const mention = mentions[index]
  if (!mention) return false
  const second = keyNear(words, mention.last + 2, mention.last + 1)
  if (TOWARDS.has(after)) return true
  if ((after === KI && WAY.has(second)) || (after === KE && FOR.has(second)) || (WALI.has(after) && VEHICLES.has(second))) return true
  return leadsTo(words, mention, mentions[index + 1]) || leadsTo(words, mentions[index - 1], mention)
}

function leadsTo(words: readonly Word[], from: Mention | undefined, to: Mention | undefined): boolean {
  if (!from || !to || to.first !== from.last + 2 || !isLargePlace(from) || !isLargePlace(to)) return false
  const link = keyNear(words, from.last + 1, from.last)
  return link === SE || link === TO
}

function isLargePlace({ places }: Mention): boolean {
  return places.some(({ place }) => place.kind === 'district' || place.kind === 'town' || place.kind === 'elsewhere')
}

function isNear(words: readonly Word[], at: number, next: number): boolean {
  return (words[next]?.token.step ?? Infinity) - (words[at]?.token.step ?? 0) <= 1
}

function isLast(words: readonly Word[], last: number): boolean {
  for (let at = last + 1; at < words.length; at++) {
    const word = words[at]
    if (word && word.token.kind !== 'handle' && word.token.kind !== 'emoji' && word.token.kind !== 'url' && !UP.has(word.spelling.key)) return false
  }
  return true
}

/** Between commas, at the end, in a hashtag: where nobody puts a fellow (banda) or a settlement (basti). */
function isSetApart(words: readonly Word[], first: number, last: number): boolean {
  const own = words[first]?.token
  const end = words[last]?.token
  if (!own || !end) return false
  const before = words[first - 1]?.token
  const after = words[last + 1]?.token
  return own.isTag || ((!before || before.kind === 'handle' || own.step - before.step > 1) && (!after || after.kind === 'handle' || after.step - end.step > 1))
}

function startsAfresh(words: readonly Word[], first: number): boolean {
  const own = words[first]?.token
  const before = words[first - 1]?.token
  return own !== undefined && (own.isTag || (before !== undefined && own.step - before.step > 1))
}

/** The name of a district that is also a word (basti, banda, mau): whether the words beside it make it the district. */
export function speaksOfDistrict(context: Context, isCapital: boolean, isSettlement: boolean): number {
  const { before, after } = context
  if (ADMIN.has(before) || ADMIN.has(after) || UP.has(after)) return 6
  if (context.isSetApart) return 3
  if (SEAT.has(after) || (SET_IN.has(before) && isCapital)) return 5
  if (WHOSE.has(before)) return 0.2
  if (isCapital && THERE.has(after)) return 2
  if (!isSettlement && INSIDE.has(after)) return 2.5
  return context.isLast ? 1.8 : 0.35
}

function keyNear(words: readonly Word[], at: number, from: number): string {
  const word = words[at]
  const own = words[from]
  if (!word || !own || Math.abs(word.token.step - own.token.step) > 2) return ''
  return word.spelling.key
}
