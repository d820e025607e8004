import { findNode } from './jurisdiction.ts'
import type { Category, PlaceVerdict } from './verdict.ts'

/** Categories that people choose between when they tell of the same event: a crash is an accident, a medical case, a jam. */
export const FAMILIES = ['harm', 'hazard', 'missing', 'self-harm', 'property', 'fraud', 'order', 'office'] as const
export type Family = (typeof FAMILIES)[number]

const FAMILY_OF: Readonly<Record<Category, Family | null>> = {
  assault: 'harm', domestic_violence: 'harm', sexual_harassment: 'harm', stalking: 'harm', threat_weapon: 'harm', riot_mob: 'harm',
  kidnapping: 'missing', missing_person: 'missing', child_at_risk: 'missing',
  suicide_risk: 'self-harm',
  accident: 'hazard', fire: 'hazard', medical: 'hazard', disaster: 'hazard', animal: 'hazard',
  robbery_theft: 'property', lost_property: 'property', cyber_fraud: 'fraud',
  traffic: 'order', nuisance_noise: 'order', land_dispute: 'order',
  police_misconduct: 'office', missing_document_or_fir: 'office',
  gratitude: null, information_query: null, news_politics: null, spam_other: null,
}

/** Families in which a crowd of witnesses makes a matter graver; a hundred reports of a jam are still a jam. */
const GRAVER_BY_CROWD: ReadonlySet<Family> = new Set(['harm', 'hazard', 'missing', 'self-harm', 'property'])

/** The family of a category; null where the category tells none, which agrees with every family. */
export function familyOf(category: Category): Family | null {
  return FAMILY_OF[category]
}

/** Whether several witnesses make it graver. */
export function isGraverByCrowd(family: Family): boolean {
  return GRAVER_BY_CROWD.has(family)
}

/** Whether two categories can be about the same matter. */
export function mayBeSameMatter(a: Category, b: Category): boolean {
  const [one, other] = [FAMILY_OF[a], FAMILY_OF[b]]
  return one === null || other === null || one === other
}

type Where = Pick<PlaceVerdict, 'districtId' | 'stationId' | 'locality'>

/**
 * The smallest place that is named, in one spelling: "Vikas Nagar Lucknow", "Vikas Nagar" and the police station of that name
 * are `vikasnagar`. Null where only the district is known, or nothing.
 */
export function spotOf({ districtId, stationId, locality }: Where): string | null {
  if (!districtId) return null
  const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
  const district = bare(findNode(districtId)?.name ?? districtId)
  const spot = bare(locality ?? stationId?.replace(`ps-${districtId}-`, '') ?? '').slice(0, 120)
  const alone = spot.length > district.length && spot.endsWith(district) ? spot.slice(0, -district.length) : spot
  return alone === '' || alone === district ? null : alone
}

/**
 * Where and what, for finding reports of the same event: district, spot and family. Null where the place is coarser than a
 * locality or a police station, or the category tells no family.
 */
export function matterKey(place: Where, category: Category): string | null {
  const family = FAMILY_OF[category]
  const spot = spotOf(place)
  return family && spot ? `${place.districtId}/${spot}/${family}` : null
}

/** The family of a matter key. */
export function familyOfMatter(matter: string): Family | null {
  const last = matter.slice(matter.lastIndexOf('/') + 1)
  return FAMILIES.find((family) => family === last) ?? null
}
