import { SEVERITIES } from '../domain/verdict.ts'
import type { Severity, Verdict } from '../domain/verdict.ts'
import { askForPlace } from './place/ask.ts'
import { findPlace } from './place/decide.ts'
import type { TriagePolicy } from './policy.ts'
import { startReading } from './reading.ts'
import type { Reading, TriageInput } from './reading.ts'
import { soundAlarm } from './signals/alarm.ts'
import { categoryOf, isProtected } from './signals/category.ts'
import { askModel } from './signals/model.ts'
import { hearPetition } from './signals/petition.ts'
import { silenceOwn } from './signals/own.ts'
import { findCues } from './signals/cues.ts'
import { weighDoubt } from './signals/doubt.ts'
import { raiseFloors } from './signals/floors.ts'
import { hearFollowUp } from './signals/follow-up.ts'
import { takeStance } from './signals/stance.ts'
import { tellWhen } from './signals/when.ts'
import { tellWhom } from './signals/whom.ts'
import { readWords } from './signals/words.ts'
import { weighCues } from './signals/weigh.ts'

/** Changes whenever the same post may get another verdict. */
export const TRIAGE_VERSION = '2026.8'

/** The highest score. */
const MOST = 100

export interface Signal {
  name: string
  says: string
  run: (reading: Reading) => void
}

/** What triage does, in order. Each signal reads what the earlier ones wrote. */
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
  { name: 'model', says: 'wording learnt from labelled posts, within limits', run: askModel },
  { name: 'own', says: 'what the police themselves post asks for nothing', run: silenceOwn },
  { name: 'follow-up', says: 'what the post would be if it is a further one of a thread; moves no score', run: hearFollowUp },
  { name: 'doubt', says: 'how likely it is a hoax or a prank; moves no score', run: weighDoubt },
  { name: 'ask', says: 'the one question whose answer would name the place', run: askForPlace },
]

/** What the rules make of a post before the learnt model speaks: what that model sees and is fitted to. */
export function readByRules(post: TriageInput, policy: TriagePolicy): Reading {
  const reading = startReading(post, policy)
  for (const signal of SIGNALS) {
    if (signal.name === 'model') break
    signal.run(reading)
  }
  return reading
}

/** Judges a post: pure, linear in its text, never throws on any text. */
export function triage(post: TriageInput, policy: TriagePolicy): Verdict {
  const reading = startReading(post, policy)
  for (const signal of SIGNALS) signal.run(reading)
  const score = Math.min(MOST, Math.max(0, reading.score))
  const severity = severityOf(score, policy)
  const category = categoryOf(reading, severity)
  return {
    severity, category, score, confidence: confidenceOf(score, reading), language: reading.language,
    place: reading.place, reasons: reading.reasons, isProtected: isProtected(reading, severity, category),
    followUp: reading.followUp, doubt: reading.doubt, version: TRIAGE_VERSION,
  }
}

function severityOf(score: number, { severityFrom }: TriagePolicy): Severity {
  for (const severity of SEVERITIES) if (severity === 'none' || score >= severityFrom[severity]) return severity
  return 'none'
}

/** How far the score lies from the nearest threshold (twenty points are far), and how much speaks for it (four reasons are much). */
function confidenceOf(score: number, { policy, reasons }: Reading): number {
  const { critical, high, normal, low } = policy.severityFrom
  const nearest = Math.min(Math.abs(score - critical), Math.abs(score - high), Math.abs(score - normal), Math.abs(score - low))
  const evidence = score === 0 && reasons.length === 0 ? 1 : Math.min(1, reasons.length / 4)
  return Math.round((0.3 + 0.4 * Math.min(1, nearest / 20) + 0.3 * evidence) * 100) / 100
}
