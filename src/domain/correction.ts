import { PrahariError } from './errors.ts'
import { findNode, nodeAt } from './jurisdiction.ts'
import { isActionable } from './verdict.ts'
import type { Category, PlaceVerdict, Severity, Verdict } from './verdict.ts'

/** What can be wrong about a verdict. */
export const CORRECTABLE = ['severity', 'category', 'place'] as const
export type Correctable = (typeof CORRECTABLE)[number]

/** The part of a verdict that a person can correct. */
export interface Judgement {
  severity: Severity
  category: Category
  districtId: string | null
  stationId: string | null
}

/** One correction of one verdict. A correction of a correction is a further one; the newest wins. */
export interface Correction {
  /** Chosen by the client: a repeat of the same act by the same person changes nothing. */
  key: string
  personId: string
  name: string
  at: number
  note: string | null
  about: Correctable[]
  was: Judgement
  is: Judgement
}

/** What a person wants to say. At least one of severity, category and place is given. */
export interface CorrectionWish {
  key: string
  severity?: Severity | undefined
  category?: Category | undefined
  /** Id of a district or police station, or `unknown`. */
  place?: string | undefined
  note: string | null
  /** Lowering an alert that is open closes it, and only so: as a false alarm, with the reason. */
  closeAs?: { state: 'false-alarm'; reason: string } | undefined
}

/** Most corrections that one docket or post keeps, newest last; the collection of corrections keeps all. */
export const MAX_CORRECTIONS = 20

/** Categories whose victims must not be named (BNS s.72, POCSO s.23). */
const PROTECTED: readonly Category[] = ['sexual_harassment', 'child_at_risk']

export function judgementOf(verdict: Verdict): Judgement {
  const { severity, category, place } = verdict
  return { severity, category, districtId: place.districtId, stationId: place.stationId }
}

/** Whether this person's act with this key is among the corrections. */
export function isRepeat(corrections: readonly Correction[], personId: string, key: string): boolean {
  return corrections.some((one) => one.key === key && one.personId === personId)
}

/**
 * The verdict as the person says. Score and reasons stay the machine's, which is what they are. A correction may mark a
 * protected identity, never unmark one.
 * @throws PrahariError invalid: nothing was said, or a place that is no district or station.
 */
export function corrected(verdict: Verdict, wish: CorrectionWish): Verdict {
  if (wish.severity === undefined && wish.category === undefined && wish.place === undefined) {
    throw new PrahariError('invalid', 'say what is wrong: severity, category or place', { field: 'severity' })
  }
  const severity = wish.severity ?? verdict.severity
  const category = wish.category ?? verdict.category
  const place = wish.place === undefined ? verdict.place : placeAs(verdict.place, wish.place)
  return { ...verdict, severity, category, place, isProtected: verdict.isProtected || (isActionable(severity) && PROTECTED.includes(category)) }
}

function placeAs(place: PlaceVerdict, said: string): PlaceVerdict {
  if (said === 'unknown') return { ...place, districtId: null, stationId: null, locality: null, confidence: 1 }
  const node = findNode(said)
  if (node?.kind !== 'district' && node?.kind !== 'station') throw new PrahariError('invalid', 'the place is no district and no police station', { field: 'place' })
  const districtId = node.kind === 'district' ? node.id : nodeAt(node.path.replace(`${node.id}/`, '')).id
  if (node.isRetired) throw new PrahariError('invalid', 'this police station is retired: nothing is sent there', { field: 'place' })
  const locality = districtId === place.districtId ? place.locality : null
  return { ...place, districtId, stationId: node.kind === 'station' ? node.id : null, locality, confidence: 1, elsewhere: null }
}

/** The record of the correction that made `after` of `before`. */
export function recordOf(before: Verdict, after: Verdict, wish: CorrectionWish, person: { id: string; name: string }, now: number): Correction {
  const about = CORRECTABLE.filter((part) => wish[part] !== undefined)
  return { key: wish.key, personId: person.id, name: person.name, at: now, note: wish.note, about, was: judgementOf(before), is: judgementOf(after) }
}

/** The flat facts of a correction for the history: what changed, from what to what, and the note. */
export function factsOf({ about, was, is, note }: Correction): Record<string, string | null> {
  const place = ({ stationId, districtId }: Judgement): string => stationId ?? districtId ?? 'unknown'
  return {
    ...(about.includes('severity') ? { severityWas: was.severity, severityIs: is.severity } : {}),
    ...(about.includes('category') ? { categoryWas: was.category, categoryIs: is.category } : {}),
    ...(about.includes('place') ? { placeWas: place(was), placeIs: place(is) } : {}),
    ...(note === null ? {} : { note }),
  }
}

/**
 * A new verdict of the machine on a case that people have corrected (a further post that is worse): category and place stay
 * as they said, the severity is the new one, since it was judged on what they could not know.
 */
export function keepingCorrections(verdict: Verdict, standing: Verdict, corrections: readonly Correction[]): Verdict {
  const said = (part: Correctable): boolean => corrections.some(({ about }) => about.includes(part))
  return {
    ...verdict,
    category: said('category') ? standing.category : verdict.category,
    place: said('place') ? standing.place : verdict.place,
    isProtected: verdict.isProtected || standing.isProtected,
  }
}
