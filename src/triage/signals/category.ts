import type { Category } from '../../domain/verdict.ts'
import type { Reading } from '../reading.ts'
import { pointsOf } from './weigh.ts'

/** What the post is about: the category whose cues carry most points, each further cue of it counting a third. */
export function categoryOf(reading: Reading): Category {
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
    const total = sum.best + sum.rest / 3
    if (total > most) { most = total; best = category }
  }
  return tamed(reading, best)
}

/** A post that speaks as news or politics, thanks or asks, is that, unless it still asks for action. */
function tamed(reading: Reading, category: Category): Category {
  if (reading.score >= reading.policy.severityFrom.normal) return category
  if (reading.stances.has('thanks')) return 'gratitude'
  if (reading.stances.has('fiction') || reading.stances.has('advert')) return 'spam_other'
  if (reading.stances.has('news') || reading.stances.has('politics')) return 'news_politics'
  if (reading.stances.has('question')) return 'information_query'
  return category
}
