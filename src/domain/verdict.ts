/** From most to least urgent. The first two are SoS. */
export const SEVERITIES = ['critical', 'high', 'normal', 'low', 'none'] as const
export type Severity = (typeof SEVERITIES)[number]

export const CATEGORIES = [
  'assault', 'domestic_violence', 'sexual_harassment', 'stalking', 'kidnapping', 'missing_person', 'child_at_risk',
  'suicide_risk', 'accident', 'fire', 'medical', 'riot_mob', 'robbery_theft', 'cyber_fraud', 'traffic',
  'police_misconduct', 'land_dispute', 'nuisance_noise', 'lost_property', 'missing_document_or_fir', 'threat_weapon',
  'animal', 'disaster', 'gratitude', 'information_query', 'news_politics', 'spam_other',
] as const
export type Category = (typeof CATEGORIES)[number]

export type Language = 'hi' | 'en' | 'hinglish' | 'mixed'

/** A piece of the evidence: a signed weight in points of the score, and where in the post's text it was found. */
export interface Reason {
  /** Which signal speaks: `cue:weapon`, `modifier:past`, `floor:held-captive`, `model`. */
  signal: string
  /** Points for (positive) or against (negative) urgency. */
  weight: number
  /** Span in the post's text, UTF-16 code units, end exclusive; absent where the evidence has no place in the text. */
  span?: { start: number; end: number }
  /** A short English phrase for the officer: "happening now", "news report". */
  because: string
}

export interface PlaceCandidate {
  districtId: string
  /** Station node id (`ps-…`), where the text allows. */
  stationId: string | null
  /** Town, locality, sector, highway kilometre as the gazetteer writes it. */
  locality: string | null
  /** 0 to 1. */
  confidence: number
  because: string
}

/** Where the post is about. `districtId` is null when nothing was certain enough: nothing is guessed. */
export interface PlaceVerdict {
  districtId: string | null
  stationId: string | null
  locality: string | null
  confidence: number
  candidates: PlaceCandidate[]
  /** Name of another state or country that the post is about, when it says so. */
  elsewhere: string | null
}

/** What triage makes of a post. */
export interface Verdict {
  severity: Severity
  category: Category
  /** Urgency, 0 to 100. */
  score: number
  /** 0 to 1: how far the score lies from the nearest threshold and how much evidence there is. */
  confidence: number
  language: Language
  place: PlaceVerdict
  reasons: Reason[]
  /** Sexual offences and children: the identity must be masked (BNS s.72, POCSO s.23). */
  isProtected: boolean
  /** Version of lexicon, rules and weights that judged. */
  version: string
}

/** Whether the severity rings: critical and high. */
export function isSos(severity: Severity): boolean {
  return severity === 'critical' || severity === 'high'
}

/** Whether the post gets a docket: anything that the police must act on. */
export function isActionable(severity: Severity): boolean {
  return isSos(severity) || severity === 'normal'
}

/** Order of urgency for sorting: 0 is the most urgent. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}
