import type { AlertView } from '../../contract/alert-view.ts'
import { useLink } from '../shared/context.ts'
import { clockTime, shortTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { Countdown } from '../shared/parts/timers.tsx'
import { postWords } from '../shared/words.ts'

/** What happens if nobody does anything: "rings the district head in 0:21", with the names; and what a supervisor ordered. */
export function PlanLine({ alert }: { alert: AlertView }) {
  const t = texts.value
  const s = t.stepIn
  const { plan, assignment, shelf, calls } = alert
  const next = useLink().deliveries.value.get(alert.id)?.next
  if (plan.nextAt === null) return null
  return (
    <div class="plan-line" data-plan={plan.what}>
      {shelf && <p><b>{s.shelvedUntil(shortTime(shelf.until))}</b> <bdi>{s.shelvedBy(shelf.by)}</bdi>: <bdi>{shelf.reason}</bdi></p>}
      {assignment && <p><b><bdi>{s.assignedTo(assignment.to.name)}</bdi></b> {s.assignedBy(assignment.by)}</p>}
      <p class="plan-next"><span>{planWords(alert)}</span> <Countdown dueAt={plan.nextAt} /></p>
      {plan.what === 'rings' && next && <p class="plan-names"><bdi>{next.count === 0 ? s.nobodyNext : next.names.join(', ') + (next.count > next.names.length ? ` +${next.count - next.names.length}` : '')}</bdi></p>}
      {calls.map(({ post, at }) => <p key={at}>{s.called(postWords([post], t), clockTime(at))}</p>)}
    </div>
  )
}

/** The plan in words, which the countdown ends. */
export function planWords({ plan, holder, assignment, nextTells }: Pick<AlertView, 'plan' | 'holder' | 'assignment' | 'nextTells'>): string {
  const t = texts.value
  switch (plan.what) {
    case 'rings': return t.stepIn.rings(postWords(nextTells, t) + (plan.isRepeat ? ` (${t.stepIn.repeats})` : ''))
    case 'lapses': return t.stepIn.lapses(holder?.name ?? '')
    case 'assigned': return t.stepIn.waits(assignment?.to.name ?? '')
    case 'shelved': return t.stepIn.returns
    case 'rests': return ''
  }
}
