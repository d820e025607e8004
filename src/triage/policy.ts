import type { Severity } from '../domain/verdict.ts'
import type { Gravity, Stance, When, Whom } from './lexicon/entry.ts'
import { DISTRICT_HANDLES } from './place/handles.ts'

/** How far the learnt model may go. */
export interface ModelPolicy {
  /** Points it may add and take at most; the floors for danger to life hold besides, see `overrules`. */
  most: { up: number; down: number }
  /** Points per unit of log-odds. */
  slope: number
  /** Log-odds against a cry from which a floor for danger to life gives way. */
  overrules: number
}

/** What an administrator may change. Data, versioned with the rest of the policy. */
export interface TriagePolicy {
  /** The lowest score of each severity; below `low` it is `none`. */
  severityFrom: Readonly<Record<Exclude<Severity, 'none'>, number>>
  /** Confidence from which a district is named, 0 to 1. */
  placeFrom: number
  /** Points of a cue told plainly, by gravity. */
  points: Readonly<Record<Gravity, number>>
  /** What time does to a cue's points. */
  when: Readonly<Record<When, number>>
  /** What the person concerned does to them. */
  whom: Readonly<Record<Whom, number>>
  /** What the way of speaking does to all points together. */
  stance: Readonly<Record<Stance, number>>
  /** Points for a plea beside a danger, a plea alone, fear, a frail victim. */
  plea: { withDanger: number; alone: number; fear: number; frail: number }
  model: ModelPolicy
  /** Our own accounts, lower case, without @: what they post asks for nothing. */
  ownHandles: readonly string[]
  /** Handles of districts → district id; a tag is a hint of the place. */
  districtHandles: Readonly<Record<string, string>>
}

/** Whose account on X is whose: the part of the policy that an administrator changes while everything runs (actions/policy-book.ts). */
export type Handles = Pick<TriagePolicy, 'ownHandles' | 'districtHandles'>

export const DEFAULT_TRIAGE_POLICY: TriagePolicy = {
  severityFrom: { critical: 80, high: 60, normal: 30, low: 10 },
  placeFrom: 0.5,
  points: { life: 54, serious: 42, matter: 34, minor: 24, talk: 8 },
  when: { now: 1.5, fresh: 1.35, today: 1.1, still: 1.05, unsaid: 1, future: 0.8, might: 0.4, habit: 0.8, past: 0.7, old: 0.6 },
  whom: { mine: 1.3, somebody: 1.1, nobody: 1 },
  stance: { news: 0.35, fiction: 0.15, thanks: 0.2, politics: 0.45, advice: 0.25, advert: 0.2, question: 0.6, if: 0.5, rumour: 0.3, civic: 0.5 },
  plea: { withDanger: 8, alone: 6, fear: 6, frail: 4 },
  model: { most: { up: 70, down: 60 }, slope: 8, overrules: 3 },
  ownHandles: ['prahariup'],
  districtHandles: DISTRICT_HANDLES,
}
