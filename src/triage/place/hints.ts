import { DISTRICTS } from '../../domain/state/districts.ts'
import { keyOf } from '../lexicon/compile.ts'
import { numberOfKey } from '../lexicon/keys.ts'
import { UNREAD } from '../lexicon/recognise.ts'
import { normalise } from '../normalise.ts'
import type { Reading, Word } from '../reading.ts'
import { support } from './cases.ts'
import type { Case } from './cases.ts'
import { GAZETTEER } from './gazetteer.ts'
import { hintInHandle } from './handles.ts'
import { findMentions } from './mentions.ts'

/** Odds of the hints that are not in the text: an office's handle tagged, any other handle with a city in it, X's own place, the profile's location. */
const HINT = { handle: 2.4, handleOfAnybody: 0.8, place: 1.8, author: 0.6 } as const
/** A hint that only agrees with the text counts this many times less. */
const AGREEING = 2
/** The office of a zone's seat is tagged for all of its zone: odds for each place there that the text may mean, and for the seat itself. */
const ZONE = { named: 1.2, seat: 0.5 } as const
/** Cases weaker than this (a road named after a place) are no reason to think of the zone. */
const IN_ZONE_FROM = 1.45
/** From this case on the text may well mean a place in the district of the hint. */
const NAMED = 1.15
/** What is left of another district's case where all its names are also names in the district of the hint. */
const NAMESAKE = 0.2
const ZONE_OF: ReadonlyMap<string, string> = new Map(DISTRICTS.map(({ id, zone }) => [id, zone]))

/** Hints beside the text break ties among what it says, or stand in where it says nothing. */
export function addHints({ post, policy, isPlaced }: Reading, cases: Case[]): void {
  if (post.mentions.length > 0) addTags(post.mentions, policy.districtHandles, isPlaced, cases)
  if (post.place) for (const districtId of districtsIn(post.place.name)) hint(cases, isPlaced, districtId, HINT.place, 'place given by X')
  if (post.author.location) for (const districtId of districtsIn(post.author.location)) hint(cases, isPlaced, districtId, HINT.author, 'the author’s profile')
}

function addTags(handles: readonly string[], ofPolicy: Readonly<Record<string, string>>, isPlaced: boolean, cases: Case[]): void {
  let tagged: Map<string, number> | null = null
  for (const handle of handles) {
    const known = ofPolicy[handle.toLowerCase()]
    const read = known === undefined ? hintInHandle(handle) : null
    const districtId = known ?? read?.districtId
    if (districtId === undefined) continue
    tagged ??= new Map<string, number>()
    tagged.set(districtId, Math.max(tagged.get(districtId) ?? 0, known !== undefined || read?.isOffice ? HINT.handle : HINT.handleOfAnybody))
  }
  if (!tagged) return
  for (const [districtId, odds] of tagged) {
    const inZone = cases.filter((one) => one.product >= IN_ZONE_FROM && one.districtId !== districtId && ZONE_OF.get(one.districtId) === ZONE_OF.get(districtId))
    if (inZone.length === 0 || cases.some((one) => one.districtId === districtId)) hint(cases, isPlaced, districtId, odds / tagged.size, 'the district’s handle is tagged')
    else {
      hint(cases, isPlaced, districtId, ZONE.seat, 'the district’s handle is tagged')
      for (const one of inZone) support(cases, one.districtId, ZONE.named, 'in the zone of the tagged handle')
    }
  }
}

function hint(cases: Case[], isPlaced: boolean, districtId: string, odds: number, because: string): void {
  if (!isPlaced) return support(cases, districtId, odds, because)
  const own = cases.find((one) => one.districtId === districtId)
  if (!own) return
  const namesakes = own.product >= NAMED ? cases.filter((one) => one !== own && isNamesake(one, districtId)) : []
  support(cases, districtId, namesakes.length > 0 ? odds : odds / AGREEING, because)
  for (const one of namesakes) one.product = 1 + (one.product - 1) * NAMESAKE
}

function isNamesake({ evidence }: Case, districtId: string): boolean {
  return evidence.length > 0 && evidence.every(({ mention }) => mention.places.some(({ place }) => place.districtId === districtId))
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
    return { token, spelling: { ...UNREAD, key, number: numberOfKey(key), isKnown: false, isEveryday: null, isNamelike: null, name: GAZETTEER.heads.get(key) ?? null }, ideas: [], features: 0, phrases: [] }
  })
  return findMentions(words).flatMap(({ places }) => {
    const districts = new Set(places.filter(({ place }) => place.kind === 'district' || place.kind === 'town' || place.kind === 'locality').map(({ place }) => place.districtId))
    return districts.size === 1 ? [...districts] : []
  })
}
