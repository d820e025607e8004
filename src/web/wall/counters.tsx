import { needsAnswer } from '../../contract/urgency.ts'
import { useLink } from '../shared/context.ts'
import { grouped } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'

/** Open, unanswered and held alerts of the scope, and those put aside, where there are any. */
export function Counters() {
  const { alerts, board } = useLink()
  const t = texts.value.wall
  const unanswered = alerts.value.filter(needsAnswer).length
  const shelved = alerts.value.filter(({ shelf }) => shelf).length
  const counters = [
    { name: t.unanswered, count: unanswered, calls: unanswered > 0 },
    { name: t.held, count: alerts.value.length - unanswered - shelved, calls: false },
    { name: t.open, count: alerts.value.length + board.value.overflow, calls: false },
  ]
  return (
    <dl class="counters">
      {counters.map(({ name, count, calls }) => (
        <div key={name} class="counter" data-calls={calls}>
          <dd class="digits">{board.value.isFilled ? grouped(count) : '–'}</dd>
          <dt>{name}</dt>
        </div>
      ))}
      {shelved > 0 && <div class="counter counter-slim" data-calls={false}><dt>{texts.value.stepIn.shelved}</dt><dd class="digits">{grouped(shelved)}</dd></div>}
    </dl>
  )
}
