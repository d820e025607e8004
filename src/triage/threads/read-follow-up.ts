import { severityOf } from '../../domain/docket.ts'
import type { Docket } from '../../domain/docket.ts'
import type { FollowUp } from '../../domain/follow-up.ts'
import { isSos, severityRank } from '../../domain/verdict.ts'
import type { FollowUpKind, Verdict } from '../../domain/verdict.ts'
import { imprintOf } from './imprint.ts'
import type { Imprint } from './imprint.ts'
import { isSameText, tellsOther } from './likeness.ts'

/** So many posts of a thread are compared with the new one. */
const MOST_COMPARED = 10

const SAID: Readonly<Record<FollowUpKind, string>> = {
  thanks: 'says thanks, or that it is over', 'more-facts': 'tells more', worse: 'says that it got worse', 'nobody-came': 'says that nobody came',
  'same-again': 'says that they write again',
}

/**
 * Decides what a further post is to its docket: what its words say, held against the posts of the thread and the severity
 * that the docket has. Pure; bounded by the last posts of the thread.
 */
export function readFollowUp(docket: Docket, verdict: Verdict, imprint: Imprint): FollowUp {
  const said = verdict.followUp ?? null
  const isGraver = isSos(verdict.severity) && severityRank(verdict.severity) < severityRank(severityOf(docket))
  const earlier = [docket.post, ...docket.thread.slice(-MOST_COMPARED)].map(({ text }) => imprintOf(text))
  const twin = earlier.find((one) => isSameText(imprint, one))
  if (isGraver) {
    const isSaid = said === 'worse' || said === 'nobody-came'
    return { kind: isSaid ? said : 'worse', because: ['judged graver than the docket so far', ...(isSaid ? [SAID[said]] : [])] }
  }
  if (twin && !tellsOther(imprint, twin)) return { kind: 'same-again', because: ['the same words as before'] }
  if (said === 'worse' || said === 'nobody-came') return { kind: said, because: [SAID[said]] }
  if (said === 'thanks' && !isSos(verdict.severity)) return { kind: said, because: [SAID.thanks] }
  const isNew = earlier.every((one) => tellsOther(imprint, one))
  if (said === 'more-facts' || isNew) return { kind: 'more-facts', because: [said === 'more-facts' ? SAID['more-facts'] : 'names a number, a place or a person that was not told before'] }
  if (isSos(verdict.severity) || said === 'same-again') return { kind: 'same-again', because: [isSos(verdict.severity) ? 'cries for help again' : SAID['same-again']] }
  return { kind: 'more-facts', because: ['a further post of the thread'] }
}
