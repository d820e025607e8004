import { isActionable, isSos } from '../../domain/verdict.ts'
import type { Category, Severity } from '../../domain/verdict.ts'
import type { Reading } from '../reading.ts'
import { speaksOfChild } from './age.ts'
import { has, ideas } from './neighbours.ts'
import { pointsOf } from './weigh.ts'

const THANKS = ideas('thanks')
const LONG = ideas('days months')
const WRONG = ideas('wrong refusal noAction lost steal')

/**
 * What the post is about: the category whose cues carry most points, the further cues of it together a fifth at most. Somebody
 * in danger who does not say from what is put down as assault, which sends a patrol.
 */
export function categoryOf(reading: Reading, severity: Severity): Category {
  const sums = new Map<Category, { best: number; rest: number }>()
  for (const hit of reading.hits) {
    const points = pointsOf(reading, hit)
    const sum = sums.get(hit.cue.category) ?? { best: 0, rest: 0 }
    if (points > sum.best) { sum.rest += sum.best; sum.best = points } else sum.rest += points
    sums.set(hit.cue.category, sum)
  }
  let best: Category = 'spam_other'
  let most = 0
  for (const [category, sum] of sums) {
    const total = sum.best + Math.min(sum.rest, sum.best) / 5
    if (total > most) { most = total; best = category }
  }
  if (isSos(severity) && best === 'spam_other') return 'assault'
  return tamed(reading, best)
}

/** A post that speaks as news or politics, thanks or a tale is that, unless it still asks for action. */
function tamed(reading: Reading, category: Category): Category {
  const { stances } = reading
  if (reading.score >= reading.policy.severityFrom.normal) return category
  if (stances.has('news') && !has(reading, THANKS)) return 'news_politics'
  if (stances.has('thanks')) return 'gratitude'
  if (stances.has('fiction') || stances.has('advert')) return 'spam_other'
  if (stances.has('news') || stances.has('politics') || stances.has('advice') || stances.has('rumour')) return 'news_politics'
  const isSuffered = (has(reading, LONG) || has(reading, WRONG))
  return stances.has('question') && (category === 'spam_other' || !isSuffered) ? 'information_query' : category
}

/** Whether the identity must be masked: a sexual offence, or a child in anything that the police act on. */
export function isProtected(reading: Reading, severity: Severity): boolean {
  return isActionable(severity) && (speaksOfChild(reading) || reading.hits.some((hit) => hit.cue.isProtected === true && !hit.isDenied))
}
