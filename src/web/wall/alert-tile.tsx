import type { AlertView } from '../../contract/alert-view.ts'
import { SEVERITIES } from '../../domain/verdict.ts'
import { texts } from '../shared/language.ts'
import { Mark } from '../shared/parts/mark.tsx'
import { Countdown } from '../shared/parts/timers.tsx'
import { placeWords, postWordsShort, stateWord } from '../shared/words.ts'

const LONG_NAME = 13

/** One alert in small: those that somebody has, and those a crowd leaves no large card for. */
export function AlertTile({ alert }: { alert: AlertView }) {
  const t = texts.value
  const place = placeWords(alert, t)
  return (
    <li class="tile" data-severity={alert.severity} data-unanswered={alert.holder === null}>
      <div class="tile-severity">
        <Mark severity={alert.severity} isHollow={alert.holder !== null} />
        <span class="severity-word">{t.severity[alert.severity]}</span>
      </div>
      <h3 class={place.main.length > LONG_NAME ? 'place place-long' : 'place'}>{place.main}</h3>
      <div class="tile-time">{alert.nextDueAt !== null && <Countdown dueAt={alert.nextDueAt} />}</div>
      <div class="tile-words">
        {alert.holder && <p class="tile-who"><span class="tile-state">{stateWord(alert, t)}</span> · <bdi>{alert.holder.name}</bdi></p>}
        <p class="tile-what">{t.category[alert.category]}{place.detail && <span class="place-detail"> · {place.detail}</span>}</p>
        {!alert.holder && <p class="tile-who">→ {postWordsShort(alert.nextTells, t)}</p>}
      </div>
    </li>
  )
}

/** How many alerts found no room, by severity: none of them is forgotten. */
export function MoreTile({ hidden, beyond }: { hidden: AlertView[]; beyond: number }) {
  const t = texts.value
  const counts = SEVERITIES
    .map((severity) => ({ severity, count: hidden.filter((alert) => alert.severity === severity).length }))
    .filter(({ count }) => count > 0)
  return (
    <li class="tile tile-more">
      <strong>{t.wall.more(hidden.length + beyond)}</strong>
      <span class="more-counts">
        {counts.map(({ severity, count }) => (
          <span key={severity} class="more-count" data-severity={severity}><Mark severity={severity} isHollow /> <span class="digits">{count}</span> {t.severity[severity]}</span>
        ))}
      </span>
    </li>
  )
}
