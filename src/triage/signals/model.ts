import { opine, speakers } from '../model/model.ts'
import { argue } from '../reading.ts'
import type { Opinion, Reading } from '../reading.ts'

type Urgency = Pick<Opinion, 'critical' | 'sos' | 'actionable'>
/** What the model's points depend on besides its own opinion. */
export type RuledPost = Pick<Reading, 'score' | 'floor' | 'isFirm' | 'isOver' | 'policy'>

/** Log-odds from which it makes ring what the rules took for long over: of 72 posts of the corpus whose dangers are all old, four are cries, and three of those speak of the present too. */
const SURE = 2

/** The words shown, and the share of the points that is put down to them. */
const MOST_WORDS = 3
const WORDS_SHARE = 0.75
/** Score at which a band begins, whatever thresholds the administrator sets: what the model was fitted to say. */
const BAND = { critical: 80, sos: 60, actionable: 30 } as const

/**
 * Signal: what a linear model learnt from labelled posts says of the wording. It moves the score towards its own, within
 * limits: by `most.up` or `most.down` points at most, and not below the floor where a rule found danger to life, unless it is
 * all but certain that nobody cries (docs/triage.md has how often that was right), and for self-harm not even then.
 */
export function askModel(reading: Reading): void {
  if (reading.words.length === 0) return
  const opinion = opine(reading)
  reading.opinion = opinion
  argueModel(reading, pointsOf(reading, opinion), opinion)
}

/** By how many points the model moves a score that the rules have given: the whole of its influence. */
export function pointsOf({ score, floor, isFirm, isOver, policy }: RuledPost, opinion: Urgency): number {
  const { most, slope, overrules } = policy.model
  const held = opinion.sos < -overrules && !isFirm ? 0 : floor
  const own = scoreOf(opinion, slope)
  const wanted = Math.max(held, isOver && opinion.sos < SURE ? Math.min(BAND.sos - 1, own) : own)
  return Math.max(-most.down, Math.min(most.up, wanted - Math.max(0, score)))
}

/** The score that the model would give by itself: straight lines, `slope` points to the unit of log-odds, that cross into a band where its head changes its mind. */
function scoreOf({ critical, sos, actionable }: Urgency, slope: number): number {
  if (sos > 0) return critical > 0 ? Math.min(100, BAND.critical + slope * critical) : Math.min(BAND.critical - 1, BAND.sos + slope * sos)
  if (actionable > 0) return Math.max(BAND.actionable, Math.min(BAND.sos - 1, BAND.sos + slope * sos))
  return Math.max(0, Math.min(BAND.actionable - 1, BAND.actionable + slope * actionable))
}

/** The points as reasons: most of them shared among the words that spoke loudest for the way it went, the rest without a place. */
function argueModel(reading: Reading, points: number, opinion: Opinion): void {
  const because = points > 0 ? 'wording as in cries for help' : 'wording as in posts that need nobody'
  const loudest = speakers(opinion, Math.sign(points), MOST_WORDS)
  const total = loudest.reduce((sum, { share }) => sum + share, 0)
  let rest = Math.round(points)
  for (const { at, share } of loudest) {
    const part = Math.round((points * WORDS_SHARE * share) / total)
    argue(reading, 'model', part, because, at)
    rest -= part
  }
  argue(reading, 'model', rest, because)
}
