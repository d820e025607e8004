import { CATEGORIES, isActionable, isSos } from '../../domain/verdict.ts'
import type { Category, Severity } from '../../domain/verdict.ts'
import type { Reading } from '../reading.ts'
import { speaksOfChild } from './age.ts'

/** Whether nobody is sent to it. */
const IDLE = CATEGORIES.map((category) => ['gratitude', 'information_query', 'news_politics', 'spam_other'].includes(category))
/** What the wording says of a post without words: nothing. */
const UNASKED = Float64Array.from(CATEGORIES, (category) => Number(category === 'spam_other'))
const PROTECTED: ReadonlySet<Category> = new Set(['sexual_harassment', 'child_at_risk'])

/**
 * What the post is about: the category that its wording and the cues in it speak for, as learnt. Points for the cues besides
 * were tried and made it worse: the model knows what each cue is worth. A post that rings is never put down as thanks, a
 * question, news or nothing.
 */
export function categoryOf(reading: Reading, severity: Severity): Category {
  return likeliest(reading.opinion?.categories ?? UNASKED, isSos(severity))
}

/** The category with the highest odds, given in the order of CATEGORIES. */
export function likeliest(odds: ArrayLike<number>, isRinging: boolean): Category {
  let best = -1
  for (let at = 0; at < CATEGORIES.length; at++) {
    if (!(isRinging && IDLE[at]) && (best < 0 || (odds[at] ?? 0) > (odds[best] ?? 0))) best = at
  }
  return CATEGORIES[best] ?? 'spam_other'
}

/** Whether the identity must be masked: a sexual offence, or a child in anything that the police act on. */
export function isProtected(reading: Reading, severity: Severity, category: Category): boolean {
  return isActionable(severity) && (PROTECTED.has(category) || speaksOfChild(reading) || reading.hits.some((hit) => hit.cue.isProtected && !hit.isDenied))
}
