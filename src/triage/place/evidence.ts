import { ADMIN, HAMLET, POLICE, UP, VILLAGE, WEAK, WHOSE } from './cues.ts'
import { contextOf, speaksOfDistrict } from './context.ts'
import { SURE_SPELLINGS } from './names.ts'
import type { Context } from './context.ts'
import type { Word } from '../reading.ts'
import { isEveryday } from './mentions.ts'
import type { Mention } from './mentions.ts'
import type { Place, PlaceKind, Spelt } from './gazetteer.ts'

/** What one mention says for one place of that name. */
export interface Evidence {
  place: Place
  mention: Mention
  context: Context
  /** Odds for the district, before it is shared among districts of that name. */
  odds: number
}

/** Odds that a post with this name, plainly put, is about it. A district named is nine to one; a village alone is nobody's. */
const ODDS: Readonly<Record<PlaceKind, number>> = { district: 9, town: 4, block: 1.6, locality: 4, sector: 0, office: 1.6, village: 0.3, station: 1.6, corridor: 0, elsewhere: 6 }
/** With the cue that fits its kind ("thana", "gram", "zila"). */
const CUED: Readonly<Record<PlaceKind, number>> = { district: 14, town: 6, block: 3, locality: 5, sector: 0, office: 2.5, village: 2.5, station: 6, corridor: 0, elsewhere: 6 }
/** A name beside "road" or "express": a district is no more than a direction, a town is often beside its road. */
const ROAD = { district: 0.2, other: 1.6 } as const
/** A sector without a city: several have those of low numbers, Noida alone those of high ones. */
const SECTOR = { any: 0.5, noida: 1.6 } as const
/** What is left of the odds of a place that somebody goes to or comes from. */
const ROUTE = 0.12

/** A town whose name is a word, where only a place stands: at the end, between commas, with a capital. */
const SET_APART = 1.7
/** Set apart at the end of the text, where people put their address, a name counts for more. */
const LAST = 1.5

/** Names of so few letters must be spelt exactly. */
const SHORT = 5
/** A station's name of fewer letters is worth nothing without "thana". */
const LONG_STATION = 5

/** How each place of each mention stands in the text; what an ordinary word only happens to spell is left out. */
export function weighMentions(text: string, words: readonly Word[], mentions: readonly Mention[]): Evidence[] {
  const evidence: Evidence[] = []
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]
    if (!mention || mention.places.some(({ place }) => place.kind === 'corridor')) continue
    const context = contextOf(words, mentions, index)
    for (const spelt of mention.places) {
      const isSure = isExact(mention, spelt)
      if (!isSure && mention.districts.includes(spelt.place.districtId)) continue
      const odds = oddsOf(text, words, mention, spelt, context) * (isSure ? 1 : 0.15)
      if (odds > 0.02) evidence.push({ place: spelt.place, mention, context, odds })
    }
  }
  return evidence
}

/** Spelt as the place is; or nothing of that sound is, and the name is long enough not to be chance. */
function isExact(mention: Mention, spelt: Spelt): boolean {
  if (mention.isGuess || spelt.spellings.includes(mention.text)) return true
  return mention.text.length > SHORT && !mention.places.some((other) => other.spellings.includes(mention.text))
}

function oddsOf(text: string, words: readonly Word[], mention: Mention, spelt: Spelt, context: Context): number {
  const { place } = spelt
  const { kind } = place
  if (kind === 'sector') return place.isMain ? SECTOR.noida : SECTOR.any
  const hasDistrict = mention.places.some((other) => other.place.kind === 'district' && isExact(mention, other))
  if ((hasDistrict || kind === 'elsewhere') && (context.isRoad || context.isOtherwise)) return ROAD.district
  const route = context.isRoute && (hasDistrict || kind === 'town' || kind === 'elsewhere') ? ROUTE : context.isLast && context.isThere ? LAST : 1
  if (mention.isGuess) return context.isThere ? ODDS[kind] * 0.5 * route : 0.3
  const isShadowed = kind !== 'district' && mention.places.some((other) => other.place.kind === 'district' && other.place.districtId !== place.districtId && isExact(mention, other))
  return oddsOfName(text, words, mention, spelt, context) * route * (isShadowed ? 0.2 : 1)
}

function oddsOfName(text: string, words: readonly Word[], mention: Mention, { place, isRisky }: Spelt, context: Context): number {
  const { kind } = place
  const isKnown = isOrdinary(words, mention)
  const isWord = (isRisky || isKnown) && !SURE_SPELLINGS.has(mention.text)
  if (cueFits(kind, context) && !(isWord && (WEAK.has(context.before) || WEAK.has(context.after)))) return kind === 'town' && HAMLET.has(context.before) ? ODDS.block : CUED[kind]
  if (kind === 'district') return isWord ? speaksOfDistrict(context, isCapital(text, words, mention), place.districtId === 'basti') : ofDistrict(mention, place, context)
  if (isWord && (place.isMain || kind === 'town') && !WHOSE.has(context.before) && (context.isSetApart || context.isLast || isCapitalThere(text, words, mention, context))) return SET_APART
  if (isWord) return isRisky && !isKnown ? 0.35 : 0
  if (context.isRoad) return Math.min(ROAD.other, ODDS[kind])
  if (kind === 'station' && mention.text.length < LONG_STATION) return context.isThere ? 1.2 : 0.5
  return place.isMain ? Math.max(ODDS[kind], ODDS.town) : ODDS[kind]
}

/** A district that shares its name with a town elsewhere is most likely meant, but less surely. */
function ofDistrict(mention: Mention, place: Place, context: Context): number {
  const isShared = mention.places.some((other) => other.place.districtId !== place.districtId && (other.place.kind === 'town' || other.place.kind === 'locality') && isExact(mention, other))
  if (!isShared) return ODDS.district
  return context.isThere ? 5 : 2.5
}

function isCapitalThere(text: string, words: readonly Word[], mention: Mention, context: Context): boolean {
  return context.isThere && isCapital(text, words, mention)
}

/** Written with a capital letter in the middle of plain Roman words. */
function isCapital(text: string, words: readonly Word[], mention: Mention): boolean {
  const at = words[mention.first]?.token.start ?? 0
  const before = words[mention.first - 1]?.token
  return isUpper(text.charCodeAt(at)) && !isUpper(text.charCodeAt(at + 1)) && before !== undefined && before.script === 'latin' && !isUpper(text.charCodeAt(before.start))
}

function isUpper(unit: number): boolean {
  return unit >= 65 && unit <= 90
}

/** One word that the lexicon or everyday speech knows; in Devanagari, not one that only sounds like such (राठ is not रात). */
function isOrdinary(words: readonly Word[], mention: Mention): boolean {
  const word = words[mention.first]
  return mention.first === mention.last && word !== undefined && isEveryday(word)
}

function cueFits(kind: PlaceKind, { before, after }: Context): boolean {
  switch (kind) {
    case 'district': return ADMIN.has(before) || ADMIN.has(after) || UP.has(after)
    case 'station': return POLICE.has(before) || POLICE.has(after)
    case 'village': case 'block': case 'office': return VILLAGE.has(before) || VILLAGE.has(after)
    case 'town': return VILLAGE.has(before) || ADMIN.has(after) || ADMIN.has(before)
    default: return false
  }
}
