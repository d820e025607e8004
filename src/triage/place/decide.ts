import { findNodeInForce } from '../../domain/jurisdiction.ts'
import type { PlaceCandidate, PlaceVerdict } from '../../domain/verdict.ts'
import type { Reading, Word } from '../reading.ts'
import { support } from './cases.ts'
import type { Case } from './cases.ts'
import { weighMentions } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { GAZETTEER } from './gazetteer.ts'
import { addHints } from './hints.ts'
import { findMentions } from './mentions.ts'
import type { Mention } from './mentions.ts'
import { settle } from './settle.ts'
import { spotIn } from './spots.ts'
import type { Spot } from './spots.ts'

const MOST_CANDIDATES = 4
const PIN_LENGTH = 6
/** Odds of a PIN code that lies wholly in a district. */
const PIN_ODDS = 20
/** Odds of a kilometre of a road whose stretch is known. */
const KILOMETRE_ODDS = 3
/** Another state counts this much where the post also names a place of ours: work in Pune, home in Lucknow. */
const ASIDE = 0.2
/** From these odds on the text itself has said a place. */
const SAID = 0.8

/** Signal: which district, station and locality the post is about; nothing is named below the policy's threshold. */
export function findPlace(reading: Reading): void {
  const { post, words } = reading
  const mentions = findMentions(words)
  const numbers = words.filter(isNumber)
  const cases: Case[] = []
  let away: Evidence | undefined
  for (const one of settle(weighMentions(post.text, words, mentions))) {
    if (one.place.kind !== 'elsewhere' && isSaidTwice(one, cases)) continue
    if (one.place.kind !== 'elsewhere') support(cases, one.place.districtId, one.odds, `named: ${one.place.name}`, one)
    else if (one.odds > 1) away ??= one
  }
  let pin: string | null = null
  for (const { token } of numbers) {
    const shares = token.text.length === PIN_LENGTH ? GAZETTEER.pins.get(token.text) : undefined
    if (!shares) continue
    pin ??= token.text
    for (const { districtId, share } of shares) support(cases, districtId, PIN_ODDS * share, `PIN ${token.text}`)
  }
  const spot = numbers.length > 0 || mentions.some(isCorridor) ? spotIn(words, numbers, mentions) : null
  if (spot?.districtId) support(cases, spot.districtId, KILOMETRE_ODDS, spot.name)
  reading.isPlaced = cases.some((one) => one.product > 1 + SAID)
  if (post.mentions.length > 0 || post.place || post.author.location) addHints(reading, cases)
  if (cases.length > 0 || away || spot) reading.place = conclude(reading, cases, away, spot, pin)
}

function isCorridor({ places }: Mention): boolean {
  return places.some(({ place }) => place.kind === 'corridor')
}

function isNumber({ token }: Word): boolean {
  return token.kind === 'number'
}

/** A name repeated says no more than said once. */
function isSaidTwice({ place, odds }: Evidence, cases: readonly Case[]): boolean {
  return cases.some(({ evidence }) => evidence.some((other) => other.place === place && other.odds >= odds))
}

/** Shares of all odds, with one to one that it is none of them. */
function conclude({ policy }: Reading, cases: readonly Case[], away: Evidence | undefined, spot: Spot | null, pin: string | null): PlaceVerdict {
  const ours = cases.reduce((sum, one) => sum + one.product - 1, 0)
  const total = 1 + ours + (away ? away.odds * (ours > SAID ? ASIDE : 1) : 0)
  const candidates = cases
    .map((one) => candidate(one, (one.product - 1) / total))
    .sort((a, b) => b.confidence - a.confidence || (a.districtId < b.districtId ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
  const [best] = candidates
  const named = best !== undefined && best.confidence >= policy.placeFrom ? best : undefined
  return {
    districtId: named?.districtId ?? null,
    stationId: named?.stationId ?? null,
    locality: named?.locality ?? (spot?.isExact ? spot.name : null),
    landmark: spot?.name ?? (pin === null ? null : `PIN ${pin}`),
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

/** The station that is named, or that bears the name of the locality; none that is retired, which still names its district. */
function stationOf(districtId: string, evidence: readonly Evidence[]): string | null {
  for (const { mention, place } of evidence) {
    if (place.stationId && findNodeInForce(place.stationId)) return place.stationId
    if (place.kind === 'district') continue
    const station = mention.places.find((other) => other.place.kind === 'station' && other.place.districtId === districtId)
    if (station?.place.stationId && findNodeInForce(station.place.stationId)) return station.place.stationId
  }
  return null
}
