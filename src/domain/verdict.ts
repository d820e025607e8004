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

export const LANGUAGES = ['hi', 'en', 'hinglish', 'mixed'] as const
export type Language = (typeof LANGUAGES)[number]

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

/** What one would ask the citizen when the place is unknown, or too coarse for a patrol. */
export const ASKABLE = ['district', 'which-district', 'locality', 'house', 'train', 'vehicle', 'highway', 'state'] as const
export type Askable = (typeof ASKABLE)[number]

/** The one question whose answer helps most, in the complainant's scripts. */
export interface PlaceQuestion {
  ask: Askable
  en: string
  hi: string
  /** Hindi in Roman letters. */
  roman: string
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
  /** A spot that no list of places has: "Yamuna Expressway km 127", "train 12565, coach S4", "PIN 226010". Absent in verdicts of earlier versions. */
  landmark?: string | null
  /** What to ask for; null where a patrol can be sent, or nobody would be. Absent in verdicts of earlier versions. */
  ask?: Askable | null
  question?: PlaceQuestion | null
}

/** What a further post of a thread is to it. */
export const FOLLOW_UP_KINDS = ['thanks', 'more-facts', 'worse', 'nobody-came', 'same-again'] as const
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number]

/** How likely the post is a hoax or a prank. Shown beside the alert; it never lowers or drops anything. */
export interface Doubt {
  /** 0 to 1. */
  likelihood: number
  /** Short English phrases. */
  reasons: string[]
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
  /** What the post would be if it is a further one of a thread. Absent in verdicts of earlier versions. */
  followUp?: FollowUpKind | null
  /** Absent in verdicts of earlier versions. */
  doubt?: Doubt
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

/** The next graver severity; critical has none. */
export function oneStepUp(severity: Severity): Severity {
  return SEVERITIES[Math.max(0, severityRank(severity) - 1)] ?? severity
}

/** The more urgent of two. */
export function graver(a: Severity, b: Severity): Severity {
  return severityRank(a) <= severityRank(b) ? a : b
}
