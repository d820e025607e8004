import { isSos } from '../domain/verdict.ts'
import type { Severity, Verdict } from '../domain/verdict.ts'
import { findPlace } from './place/decide.ts'
import type { TriagePolicy } from './policy.ts'
import { argue, startReading } from './reading.ts'
import type { Reading, TriageInput } from './reading.ts'
import { soundAlarm } from './signals/alarm.ts'
import { categoryOf } from './signals/category.ts'
import { hearPetition } from './signals/petition.ts'
import { findCues } from './signals/cues.ts'
import { raiseFloors } from './signals/floors.ts'
import { takeStance } from './signals/stance.ts'
import { tellWhen } from './signals/when.ts'
import { tellWhom } from './signals/whom.ts'
import { readWords } from './signals/words.ts'
import { weighCues } from './signals/weigh.ts'

/** Changes whenever the same post may get another verdict. */
export const TRIAGE_VERSION = '2026.1-rules'

export interface Signal {
  name: string
  says: string
  run: (reading: Reading) => void
}

/** What triage does, in order. Each signal reads what the earlier ones wrote. A learnt model would stand after `floors`. */
export const SIGNALS: readonly Signal[] = [
  { name: 'words', says: 'cut into words with offsets, language and script, ideas of the lexicon', run: readWords },
  { name: 'cues', says: 'what is said to happen', run: findCues },
  { name: 'when', says: 'now, just now, today, past, long ago, again and again, not yet', run: tellWhen },
  { name: 'whom', says: 'the author or their people, somebody, nobody; denied or not', run: tellWhom },
  { name: 'stance', says: 'news, tale, thanks, politics, advice, advertisement, question, if, rumour', run: takeStance },
  { name: 'place', says: 'district, station and locality from the text, tags and hints, or elsewhere', run: findPlace },
  { name: 'weigh', says: 'points for cues, pleas and fear; against for the stance', run: weighCues },
  { name: 'floors', says: 'danger to life is critical, money just lost is high, an address and "come" is high', run: raiseFloors },
  { name: 'alarm', says: 'several signs of danger that no cue knows, together, are high', run: soundAlarm },
  { name: 'petition', says: 'a sober request that no cue knows is a complaint', run: hearPetition },
]

/** Judges a post: pure, linear in its text, never throws. */
export function triage(post: TriageInput, policy: TriagePolicy): Verdict {
  const reading = startReading(post, policy)
  for (const signal of SIGNALS) signal.run(reading)
  return conclude(reading)
}

function conclude(reading: Reading): Verdict {
  const score = Math.min(100, Math.max(0, reading.score))
  const severity = severityOf(score, reading.policy)
  return {
    severity, category: categoryOf(reading), score, confidence: 0.5, language: reading.language, place: reading.place,
    reasons: reading.reasons, isProtected: false, version: TRIAGE_VERSION,
  }
}

function severityOf(score: number, { severityFrom }: TriagePolicy): Severity {
  if (score >= severityFrom.critical) return 'critical'
  if (score >= severityFrom.high) return 'high'
  if (score >= severityFrom.normal) return 'normal'
  return score >= severityFrom.low ? 'low' : 'none'
}
export { argue, isSos }
