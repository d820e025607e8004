import { useLink } from '../shared/context.ts'
import { grouped } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'

/** Open, unanswered and held alerts of the scope. */
export function Counters() {
  const { alerts, board } = useLink()
  const t = texts.value.wall
  const unanswered = alerts.value.filter((alert) => alert.holder === null).length
  const counters = [
    { name: t.unanswered, count: unanswered, calls: unanswered > 0 },
    { name: t.held, count: alerts.value.length - unanswered, calls: false },
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
    </dl>
  )
}
