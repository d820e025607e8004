import { ADMIN, BEFORE, HIGH, OTHERWISE, POLICE, THERE, UP, VILLAGE } from './cues.ts'
import type { Word } from '../reading.ts'
import type { Mention } from './mentions.ts'
import type { Place, PlaceKind, Spelt } from './gazetteer.ts'

/** What one mention says for one place of that name. */
export interface Evidence {
  place: Place
  mention: Mention
  /** Odds for the district, before it is shared among districts of that name. */
  odds: number
}

/** Odds that a post with this name, plainly put, is about it. A district named is nine to one; a village alone is nobody's. */
const ODDS: Readonly<Record<PlaceKind, number>> = { district: 9, town: 4, block: 1.6, locality: 4, office: 1.6, village: 0.3, station: 0.8, corridor: 0, elsewhere: 6 }
/** With the cue that fits its kind ("thana", "gram", "zila"). */
const CUED: Readonly<Record<PlaceKind, number>> = { district: 14, town: 6, block: 3, locality: 5, office: 2.5, village: 2.5, station: 6, corridor: 0, elsewhere: 6 }

/** Names of so few letters must be spelt exactly. */
const SHORT = 5

/** How each place of each mention stands in the text; what an ordinary word only happens to spell is left out. */
export function weighMentions(words: readonly Word[], mentions: readonly Mention[]): Evidence[] {
  return mentions.flatMap((mention) => mention.places.flatMap((spelt) => {
    const isSure = isExact(mention, spelt)
    if (!isSure && mention.districts.includes(spelt.place.districtId)) return []
    const odds = oddsOf(words, mention, spelt) * (isSure ? 1 : 0.15)
    return odds > 0.02 ? [{ place: spelt.place, mention, odds }] : []
  }))
}

/** Spelt as the place is; or nothing of that sound is, and the name is long enough not to be chance. */
function isExact(mention: Mention, spelt: Spelt): boolean {
  if (mention.isGuess || spelt.spellings.includes(mention.text)) return true
  return mention.text.length > SHORT && !mention.places.some((other) => other.spellings.includes(mention.text))
}

function oddsOf(words: readonly Word[], mention: Mention, { place, isRisky }: Spelt): number {
  const before = keyNear(words, mention.first - 1, mention.first)
  const after = keyNear(words, mention.last + 1, mention.last)
  if (mention.places.some((other) => other.place.kind === 'corridor')) return 0
  const hasDistrict = mention.places.some((other) => other.place.kind === 'district')
  if (hasDistrict && (OTHERWISE.has(after) || after === HIGH)) return 0.2
  if (mention.isGuess) return isThere(words, mention, after) ? ODDS[place.kind] * 0.5 : 0.3
  if (cueFits(place.kind, before, after)) return CUED[place.kind]
  if (isOrdinary(words, mention)) return place.kind === 'district' ? (isSetApart(words, mention) ? 3 : 0.35) : 0
  if (place.kind === 'district') return isRisky ? (isSetApart(words, mention) ? 3 : 0.35) : ofDistrict(words, mention, place, after)
  if (isRisky) return 0.35
  return hasDistrict ? ODDS[place.kind] * 0.2 : ODDS[place.kind]
}

/** Between commas, at the end, in a hashtag: where nobody puts a fellow (banda) or a settlement (basti). */
function isSetApart(words: readonly Word[], mention: Mention): boolean {
  const own = words[mention.first]?.token
  const end = words[mention.last]?.token
  if (!own || !end) return false
  const before = words[mention.first - 1]?.token
  const after = words[mention.last + 1]?.token
  return own.isTag || ((!before || own.step - before.step > 1) && (!after || after.step - end.step > 1))
}

/** A district that shares its name with smaller places is most likely meant, but less surely. */
function ofDistrict(words: readonly Word[], mention: Mention, place: Place, after: string): number {
  const isAlone = mention.places.every((other) => other.place.districtId === place.districtId)
  if (isAlone) return ODDS.district
  return isThere(words, mention, after) ? 3 : 1.2
}

/** One word that the lexicon or everyday speech knows. */
function isOrdinary(words: readonly Word[], mention: Mention): boolean {
  return mention.first === mention.last && words[mention.first]?.spelling.isKnown === true
}

function cueFits(kind: PlaceKind, before: string, after: string): boolean {
  switch (kind) {
    case 'district': return ADMIN.has(before) || ADMIN.has(after) || UP.has(after)
    case 'station': return POLICE.has(before) || POLICE.has(after)
    case 'village': case 'block': case 'office': return VILLAGE.has(before) || VILLAGE.has(after)
    case 'town': return VILLAGE.has(before) || ADMIN.has(after) || ADMIN.has(before)
    default: return false
  }
}

/** It stands where places stand: after "in/near", before "me/se/ke", after a comma, at the end, in a hashtag. */
function isThere(words: readonly Word[], mention: Mention, after: string): boolean {
  if (THERE.has(after) || mention.last === words.length - 1 || BEFORE.has(keyNear(words, mention.first - 1, mention.first))) return true
  const first = words[mention.first]?.token
  const previous = words[mention.first - 1]?.token
  return first !== undefined && (first.isTag || (previous !== undefined && first.step - previous.step > 1))
}

function keyNear(words: readonly Word[], at: number, from: number): string {
  const word = words[at]
  const own = words[from]
  if (!word || !own || Math.abs(word.token.step - own.token.step) > 2) return ''
  return word.spelling.key
}
