import { CATEGORIES, isActionable, isSos } from '../../domain/verdict.ts'
import type { Category, Severity } from '../../domain/verdict.ts'
import { opineCategory } from '../model/model.ts'
import type { Reading } from '../reading.ts'
import { speaksOfChild } from './age.ts'
import { pointsOf } from './weigh.ts'

/** Log-odds that one point of a cue is worth beside the wording. */
const POINT = 0.05
const INDEX = Object.fromEntries(CATEGORIES.map((category, at) => [category, at])) as Record<Category, number>
const SPAM = INDEX.spam_other
/** Whether nobody is sent to it. */
const IDLE = CATEGORIES.map((category) => ['gratitude', 'information_query', 'news_politics', 'spam_other'].includes(category))
/** One array for all judgements, see signals/words.ts. */
const POINTS = new Float64Array(CATEGORIES.length)
/** What the wording says of a post without words: nothing. */
const UNASKED = Float64Array.from(CATEGORIES, (category) => (category === 'spam_other' ? POINT : 0))
const PROTECTED: ReadonlySet<Category> = new Set(['sexual_harassment', 'child_at_risk'])

/**
 * What the post is about: the category that its wording speaks for, as learnt, with the cues of the lexicon beside it. A post
 * that rings is never put down as thanks, a question, news or nothing.
 */
export function categoryOf(reading: Reading, severity: Severity): Category {
  const odds = reading.opinion ? opineCategory(reading.opinion) : UNASKED
  const points = strongest(reading)
  const isRinging = isSos(severity)
  let best = SPAM
  let most = -Infinity
  for (let at = 0; at < CATEGORIES.length; at++) {
    const total = (odds[at] ?? 0) + POINT * (points[at] ?? 0)
    if (total > most && !(isRinging && IDLE[at])) { most = total; best = at }
  }
  return CATEGORIES[best] ?? 'spam_other'
}

/** The points of the strongest cue of each category, in the order of CATEGORIES; they hold until the next post is judged. */
function strongest(reading: Reading): Float64Array {
  const points = POINTS.fill(0)
  for (const hit of reading.hits) {
    const at = INDEX[hit.cue.category]
    points[at] = Math.max(points[at] ?? 0, pointsOf(reading, hit))
  }
  return points
}

/** Whether the identity must be masked: a sexual offence, or a child in anything that the police act on. */
export function isProtected(reading: Reading, severity: Severity, category: Category): boolean {
  return isActionable(severity) && (PROTECTED.has(category) || speaksOfChild(reading) || reading.hits.some((hit) => hit.cue.isProtected === true && !hit.isDenied))
}
