import type { Evidence } from './evidence.ts'
import type { PlaceKind } from './gazetteer.ts'

/** From these odds on a name that one district alone has speaks for it. */
const SPEAKS = 1.5
/** What is left of a small place's odds where the post names another district. */
const HOMONYM = 0.15
/** What is left of a district's odds where an unambiguous town of another district is named: "Gorakhpur side, at Kasia". */
const OUTER = 0.35
/** A name that several districts have counts at least this much for the one that something else speaks for. */
const SPOKEN_FOR = 1.5
const SMALL: ReadonlySet<PlaceKind> = new Set(['village', 'office', 'block', 'locality', 'sector', 'station'])
const SMALLEST: ReadonlySet<PlaceKind> = new Set(['village', 'office', 'block', 'sector'])
const NONE: readonly Evidence[] = []

/**
 * Lets the mentions of a post hear each other. A mention counts once for a district. Of a name that several districts have,
 * only those stay that something else speaks for; without such its odds are shared. A small place of another district than
 * the one the post names is a place of the same name that the lists lack there ("Ashok Nagar, Banda").
 */
export function settle(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length <= 1 && (evidence[0]?.mention.districts.length ?? 0) <= 1) return evidence
  const own: Evidence[] = []
  for (const one of evidence) keepBest(own, one)
  const sure = own.filter((one) => isSure(one) && one.odds > 1)
  const settled: Evidence[] = []
  for (const one of own) {
    const odds = heard(one, own, sure)
    if (odds === one.odds) settled.push(one)
    else if (odds > 0) settled.push({ ...one, odds })
  }
  return settled
}

/** A mention speaks once for a district, by its likeliest place there. */
function keepBest(kept: Evidence[], one: Evidence): void {
  for (let at = kept.length - 1; at >= 0 && kept[at]?.mention === one.mention; at--) {
    const other = kept[at]
    if (other?.place.districtId !== one.place.districtId) continue
    if (one.odds > other.odds) kept[at] = one
    return
  }
  kept.push(one)
}

/** What is left of the odds beside the other names; `sure` are those of them that speak for one district. */
function heard(one: Evidence, all: readonly Evidence[], sure: readonly Evidence[]): number {
  const { districts } = one.mention
  if (one.place.kind === 'elsewhere') return one.odds
  const others = sure.some(({ mention }) => mention !== one.mention) ? sure.filter(({ mention }) => mention !== one.mention) : NONE
  if (districts.length > 1 && others.length > 0) {
    const spoken = districts.filter((id) => others.some(({ place }) => place.districtId === id))
    if (spoken.length > 0) return spoken.includes(one.place.districtId) ? Math.max(one.odds, SPOKEN_FOR) / spoken.length : one.place.kind === 'district' ? one.odds * OUTER : 0
  }
  const share = districts.length > 1 && one.place.kind !== 'district' ? shareOf(one, all) : 1
  return one.odds * share * (others.length > 0 ? discount(one, others) : 1)
}

/** A name's odds go to the districts that have it in proportion to how large its bearer there is. */
function shareOf(one: Evidence, all: readonly Evidence[]): number {
  let total = 0
  for (const other of all) if (other.mention === one.mention && one.mention.districts.includes(other.place.districtId)) total += weightOf(other)
  return total > 0 ? weightOf(one) / total : 1 / one.mention.districts.length
}

function weightOf({ odds, place }: Evidence): number {
  return place.isMain ? odds * 4 : odds
}

function discount(one: Evidence, others: readonly Evidence[]): number {
  const { kind, districtId } = one.place
  if (others.some(({ place, odds }) => place.districtId === districtId && odds >= SPEAKS)) return 1
  const rivals = others.filter(({ place, odds }) => odds >= SPEAKS && place.districtId !== districtId && place.kind !== 'elsewhere')
  if (rivals.length === 0) return 1
  if (kind === 'district') return !one.context.isLast && rivals.some(({ place, context }) => place.kind === 'town' && !context.isRoute) ? OUTER : 1
  if (rivals.some(({ place, mention }) => place.kind === 'district' && mention.first === one.mention.last + 1)) return HOMONYM
  if (SMALL.has(kind) && rivals.some(({ place }) => place.kind === 'district')) return HOMONYM
  return SMALLEST.has(kind) && rivals.some(({ place }) => place.kind === 'town' || place.kind === 'locality') ? HOMONYM : 1
}

/** One district has the name, or it is the district's own. */
function isSure({ mention, place }: Evidence): boolean {
  return mention.districts.length === 1 || place.kind === 'district'
}
