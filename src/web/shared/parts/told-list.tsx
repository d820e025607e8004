import type { AlertView } from '../../../contract/alert-view.ts'
import { clockTime } from '../indian-time.ts'
import { texts } from '../language.ts'
import { postWords } from '../words.ts'
import { Countdown } from './timers.tsx'

/** Who was told at which rung and when, and who comes next. */
export function ToldList({ alert }: { alert: Pick<AlertView, 'told' | 'nextDueAt' | 'nextTells' | 'holder' | 'isOpen' | 'rung'> }) {
  const t = texts.value
  // Once a rung and moment: an alert that was moved began its ladder anew.
  const tellings = [...new Map(alert.told.map((one) => [`${one.rung} ${one.at}`, one])).values()]
  return (
    <ol class="told-list">
      {tellings.map(({ rung, at }) => {
        const told = alert.told.filter((one) => one.rung === rung && one.at === at)
        return (
          <li key={`${rung} ${at}`}>
            <span class="told-rung digits">{rung}</span>
            <span class="told-who">{postWords(told.map(({ post }) => post), t)}</span>
            <time class="digits told-when">{clockTime(at)}</time>
          </li>
        )
      })}
      {alert.isOpen && alert.holder === null && alert.nextDueAt !== null && (
        <li class="told-next">
          <span class="told-rung digits">{alert.rung + 1}</span>
          <span class="told-who">{postWords(alert.nextTells, t)}</span>
          <span class="told-when"><Countdown dueAt={alert.nextDueAt} /></span>
        </li>
      )}
    </ol>
  )
}
