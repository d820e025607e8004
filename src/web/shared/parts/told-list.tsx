import type { AlertView } from '../../../contract/alert-view.ts'
import { clockTime } from '../indian-time.ts'
import { texts } from '../language.ts'
import { postWords } from '../words.ts'
import { Countdown } from './timers.tsx'

/** Who was told at which rung and when, and who comes next. */
export function ToldList({ alert }: { alert: Pick<AlertView, 'told' | 'nextDueAt' | 'nextTells' | 'holder' | 'isOpen' | 'rung'> }) {
  const t = texts.value
  const rungs = [...new Set(alert.told.map(({ rung }) => rung))]
  return (
    <ol class="told-list">
      {rungs.map((rung) => {
        const told = alert.told.filter((one) => one.rung === rung)
        return (
          <li key={rung}>
            <span class="told-rung digits">{rung}</span>
            <span class="told-who">{postWords(told.map(({ post }) => post), t)}</span>
            <time class="digits told-when">{clockTime(told[0]?.at ?? 0)}</time>
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
