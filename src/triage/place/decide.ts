import type { PlaceCandidate, PlaceVerdict } from '../../domain/verdict.ts'
import { keyOf } from '../lexicon/compile.ts'
import { UNREAD } from '../lexicon/recognise.ts'
import { normalise } from '../normalise.ts'
import type { Reading, Word } from '../reading.ts'
import { weighMentions } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { GAZETTEER } from './gazetteer.ts'
import { findMentions } from './mentions.ts'

const MOST_CANDIDATES = 4
const PIN_LENGTH = 6
/** Odds of a PIN code that lies wholly in a district. */
const PIN_ODDS = 20
/** Odds of the hints that are not in the text: one district's handle tagged, X's own place, the profile's location. */
const HINT = { handle: 2.4, place: 1.8, author: 0.6 } as const
/** A hint that only agrees with the text counts this many times less. */
const AGREEING = 2
/** From these odds on the text itself has said a place. */
const SAID = 0.8

/** What speaks for one district. */
interface Case {
  districtId: string
  /** One plus odds, multiplied over what speaks for it. */
  product: number
  evidence: Evidence[]
  because: string[]
}

/** Signal: which district, station and locality the post is about; nothing is named below the policy's threshold. */
export function findPlace(reading: Reading): void {
  const { post, words } = reading
  const mentions = findMentions(words)
  const pins = words.filter(({ token }) => token.kind === 'number' && token.text.length === PIN_LENGTH)
  const cases: Case[] = []
  let away: Evidence | undefined
  for (const one of narrowed(weighMentions(words, mentions))) {
    if (one.place.kind !== 'elsewhere') support(cases, one.place.districtId, one.odds, `named: ${one.place.name}`, one)
    else if (one.odds > 1) away ??= one
  }
  for (const { token } of pins) {
    for (const { districtId, share } of GAZETTEER.pins.get(token.text) ?? []) support(cases, districtId, PIN_ODDS * share, `PIN ${token.text}`)
  }
  reading.isPlaced = cases.some((one) => one.product > 1 + SAID)
  if (post.mentions.length > 0 || post.place || post.author.location) addHints(reading, cases)
  if (cases.length > 0 || away) reading.place = conclude(reading, cases, away)
}

/**
 * Of a name that several districts have, only those that something else in the post speaks for; without such, the name's
 * odds are shared among all of them. A mention counts once for a district, however many kinds of place bear the name there.
 */
function narrowed(evidence: readonly Evidence[]): Evidence[] {
  if (evidence.length <= 1) return [...evidence]
  const kept: Evidence[] = []
  for (const one of evidence) {
    if (evidence.some((other) => other !== one && isSame(one, other) && isBetter(other, one, evidence))) continue
    const { districts } = one.mention
    if (districts.length <= 1) kept.push(one)
    else {
      const spoken = districts.filter((id) => isSpokenFor(id, one, evidence))
      if (spoken.length === 0) kept.push(one.place.kind === 'district' ? one : { ...one, odds: one.odds / districts.length })
      else if (spoken.includes(one.place.districtId)) kept.push({ ...one, odds: Math.max(one.odds, 1.5) / spoken.length })
    }
  }
  return kept
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.mention === b.mention && a.place.districtId === b.place.districtId
}

function isBetter(a: Evidence, b: Evidence, all: readonly Evidence[]): boolean {
  return a.odds > b.odds || (a.odds === b.odds && all.indexOf(a) < all.indexOf(b))
}

/** Whether an unambiguous name elsewhere in the post speaks for the district. */
function isSpokenFor(districtId: string, one: Evidence, evidence: readonly Evidence[]): boolean {
  return evidence.some((other) => other.mention !== one.mention && other.odds > 1 && other.mention.districts.length === 1 && other.place.districtId === districtId)
}

function support(cases: Case[], districtId: string, odds: number, because: string, evidence?: Evidence): void {
  let known = cases.find((one) => one.districtId === districtId)
  if (!known) cases.push((known = { districtId, product: 1, evidence: [], because: [] }))
  known.product *= 1 + odds
  known.because.push(because)
  if (evidence) known.evidence.push(evidence)
}

/** Hints beside the text break ties among what it says, or stand in where it says nothing. */
function addHints({ post, policy, isPlaced }: Reading, cases: Case[]): void {
  const hint = (districtId: string, odds: number, because: string): void => {
    if (!isPlaced) support(cases, districtId, odds, because)
    else if (cases.some((one) => one.districtId === districtId)) support(cases, districtId, odds / AGREEING, because)
  }
  const tagged = new Set(post.mentions.map((handle) => policy.districtHandles[handle.toLowerCase()]).filter((id) => id !== undefined))
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
  const words: Word[] = normalise(text.slice(0, 120)).map((token) => {
    const key = keyOf(token.text, token.script === 'devanagari')
    return { token, spelling: { ...UNREAD, key, isKnown: false, name: GAZETTEER.heads.get(key) ?? null }, ideas: [], features: 0, phrases: [] }
  })
  return findMentions(words).flatMap(({ places }) => {
    const districts = new Set(places.filter(({ place }) => place.kind === 'district' || place.kind === 'town' || place.kind === 'locality').map(({ place }) => place.districtId))
    return districts.size === 1 ? [...districts] : []
  })
}

/** Shares of all odds, with one to one that it is none of them. */
function conclude({ policy }: Reading, cases: readonly Case[], away: Evidence | undefined): PlaceVerdict {
  const total = cases.reduce((sum, one) => sum + one.product - 1, 1 + (away ? away.odds : 0))
  const candidates = cases
    .map((one) => candidate(one, (one.product - 1) / total))
    .sort((a, b) => b.confidence - a.confidence || (a.districtId < b.districtId ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
  const [best] = candidates
  const named = best !== undefined && best.confidence >= policy.placeFrom ? best : undefined
  return {
    districtId: named?.districtId ?? null,
    stationId: named?.stationId ?? null,
    locality: named?.locality ?? null,
    confidence: best?.confidence ?? 0,
    candidates,
    elsewhere: away && !named ? away.place.name : null,
  }
}

function candidate(one: Case, share: number): PlaceCandidate {
  const ranked = one.evidence.length > 1 ? [...one.evidence].sort((a, b) => b.odds - a.odds) : one.evidence
  return {
    districtId: one.districtId,
    stationId: stationOf(one.districtId, ranked),
    locality: ranked.find(({ place }) => place.kind !== 'district')?.place.name ?? null,
    confidence: Math.round(share * 100) / 100,
    because: one.because.slice(0, 3).join('; '),
  }
}

/** The station that is named, or that bears the name of the locality. */
function stationOf(districtId: string, evidence: readonly Evidence[]): string | null {
  for (const { mention, place } of evidence) {
    if (place.stationId) return place.stationId
    if (place.kind === 'district') continue
    const station = mention.places.find((other) => other.place.kind === 'station' && other.place.districtId === districtId)
    if (station) return station.place.stationId
  }
  return null
}
