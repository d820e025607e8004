import type { PlaceCandidate, PlaceVerdict } from '../../domain/verdict.ts'
import type { Reading } from '../reading.ts'
import type { Evidence } from './evidence.ts'
import { weighMentions } from './evidence.ts'
import { GAZETTEER } from './gazetteer.ts'
import { findMentions } from './mentions.ts'
import { normalise } from '../normalise.ts'
import { keyOf } from '../lexicon/compile.ts'

const MOST_CANDIDATES = 4
/** Odds of the hints that are not in the text: one district's handle tagged, X's own place, the profile's location. */
const HINT = { handle: 2.4, place: 1.8, author: 0.6 } as const
/** A hint that agrees with the text makes it surer by this factor. */
const AGREES = 2

interface Case {
  districtId: string
  /** One plus odds, multiplied over mentions; minus one at the end. */
  product: number
  evidence: Evidence[]
  because: string[]
}

/** Signal: which district, station and locality the post is about; nothing is named below the policy's threshold. */
export function findPlace(reading: Reading): void {
  const mentions = findMentions(reading.words)
  if (mentions.length === 0 && !hasHints(reading)) return
  const evidence = narrowed(weighMentions(reading.words, mentions))
  const cases = new Map<string, Case>()
  for (const one of evidence) if (one.place.kind !== 'elsewhere') support(cases, one.place.districtId, one.odds, `named: ${one.place.name}`, one)
  addPins(reading, cases)
  const isSaid = [...cases.values()].some((one) => one.product > 1.8)
  addHints(reading, cases, isSaid)
  reading.isPlaced = isSaid
  const away = evidence.find((one) => one.place.kind === 'elsewhere' && one.odds > 1)
  reading.place = conclude(reading, cases, away)
}

/** Whether anything but names could tell the place: a PIN code, a tag, X's place, the profile. */
function hasHints({ post, words }: Reading): boolean {
  return post.mentions.length > 0 || post.place !== null || post.author.location !== null || words.some(({ token }) => token.kind === 'number' && token.text.length === 6)
}

/**
 * Of a name that several districts have, only those that something else in the post speaks for; without such, the name's
 * odds are shared among all of them.
 */
function narrowed(evidence: readonly Evidence[]): Evidence[] {
  const spoken = new Map<string, number>()
  for (const one of evidence) if (districtsOf(one).size === 1) spoken.set(one.place.districtId, (spoken.get(one.place.districtId) ?? 0) + one.odds)
  return bestPerDistrict(evidence).flatMap((one) => {
    const districts = districtsOf(one)
    if (districts.size <= 1) return [one]
    const supported = [...districts].filter((id) => (spoken.get(id) ?? 0) > 1)
    if (supported.length > 0) return supported.includes(one.place.districtId) ? [{ ...one, odds: Math.max(one.odds, 1.5) / supported.length }] : []
    return [{ ...one, odds: one.place.kind === 'district' ? one.odds : one.odds / districts.size }]
  })
}

function districtsOf({ mention }: Evidence): Set<string> {
  const exact = mention.places.filter(({ place, spellings }) => place.kind !== 'elsewhere' && spellings.includes(mention.text))
  return new Set((exact.length > 0 ? exact : mention.places).map(({ place }) => place.districtId))
}

/** A mention counts once for a district, however many kinds of place bear the name there. */
function bestPerDistrict(evidence: readonly Evidence[]): Evidence[] {
  const best = new Map<string, Evidence>()
  for (const one of evidence) {
    const key = `${one.mention.first}:${one.place.districtId}`
    const known = best.get(key)
    if (!known || one.odds > known.odds) best.set(key, one)
  }
  return [...best.values()]
}

function support(cases: Map<string, Case>, districtId: string, odds: number, because: string, evidence?: Evidence): void {
  const known = cases.get(districtId) ?? { districtId, product: 1, evidence: [], because: [] }
  known.product *= 1 + odds
  known.because.push(because)
  if (evidence) known.evidence.push(evidence)
  cases.set(districtId, known)
}

function addPins(reading: Reading, cases: Map<string, Case>): void {
  for (const { token } of reading.words) {
    if (token.kind !== 'number' || token.text.length !== 6) continue
    for (const { districtId, share } of GAZETTEER.pins.get(token.text) ?? []) support(cases, districtId, 20 * share, `PIN ${token.text}`)
  }
}

/** Hints beside the text break ties among what it says, or stand in where it says nothing. */
function addHints(reading: Reading, cases: Map<string, Case>, isSaid: boolean): void {
  const { post, policy } = reading
  const tagged = new Set(post.mentions.map((handle) => policy.districtHandles[handle.toLowerCase()]).filter((id) => id !== undefined))
  const hint = (districtId: string, odds: number, because: string): void => {
    if (!isSaid) support(cases, districtId, odds, because)
    else if (cases.has(districtId)) support(cases, districtId, odds / AGREES, because)
  }
  for (const districtId of tagged) hint(districtId, HINT.handle / tagged.size, 'the district’s handle is tagged')
  if (post.place) for (const districtId of districtsIn(post.place.name)) hint(districtId, HINT.place, 'place given by X')
  if (post.author.location) for (const districtId of districtsIn(post.author.location)) hint(districtId, HINT.author, 'the author’s profile')
}

/** Places of profiles repeat; what they name is remembered, and forgotten when it gets too much. */
const REMEMBERED = new Map<string, readonly string[]>()
const MEMORY = 5_000

function districtsIn(text: string): readonly string[] {
  const known = REMEMBERED.get(text)
  if (known) return known
  if (REMEMBERED.size >= MEMORY) REMEMBERED.clear()
  const districts = districtsNamed(text)
  REMEMBERED.set(text, districts)
  return districts
}

/** Districts named in a short free text, at most one a mention. */
function districtsNamed(text: string): readonly string[] {
  const words = normalise(text.slice(0, 120)).map((token) => ({ token, key: keyOf(token.text, token.script === 'devanagari'), ideas: [], features: 0, phrases: [], isKnown: true }))
  return findMentions(words).flatMap(({ places }) => {
    const districts = new Set(places.filter(({ place }) => place.kind === 'district' || place.kind === 'town' || place.kind === 'locality').map(({ place }) => place.districtId))
    return districts.size === 1 ? [...districts] : []
  })
}

function conclude(reading: Reading, cases: ReadonlyMap<string, Case>, away: Evidence | undefined): PlaceVerdict {
  const total = [...cases.values()].reduce((sum, one) => sum + one.product - 1, 1) + (away ? away.odds : 0)
  const candidates = [...cases.values()]
    .map((one) => candidate(one, (one.product - 1) / total))
    .sort((a, b) => b.confidence - a.confidence || (a.districtId < b.districtId ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
  const [best] = candidates
  const isNamed = best !== undefined && best.confidence >= reading.policy.placeFrom
  return {
    districtId: isNamed ? best.districtId : null,
    stationId: isNamed ? best.stationId : null,
    locality: isNamed ? best.locality : null,
    confidence: best?.confidence ?? 0,
    candidates,
    elsewhere: away && !isNamed ? away.place.name : null,
  }
}

function candidate(one: Case, share: number): PlaceCandidate {
  const local = one.evidence.filter(({ place }) => place.kind !== 'district').sort((a, b) => b.odds - a.odds)
  return {
    districtId: one.districtId,
    stationId: stationOf(one),
    locality: local[0]?.place.name ?? null,
    confidence: Math.round(share * 100) / 100,
    because: one.because.slice(0, 3).join('; '),
  }
}

/** The station that is named, or that bears the name of the locality. */
function stationOf({ districtId, evidence }: Case): string | null {
  for (const { mention, place } of [...evidence].sort((a, b) => b.odds - a.odds)) {
    if (place.stationId) return place.stationId
    if (place.kind === 'district') continue
    const station = mention.places.find((other) => other.place.kind === 'station' && other.place.districtId === districtId)
    if (station) return station.place.stationId
  }
  return null
}
