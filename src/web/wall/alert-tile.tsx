import type { AlertView } from '../../contract/alert-view.ts'
import { needsAnswer } from '../../contract/urgency.ts'
import { SEVERITIES } from '../../domain/verdict.ts'
import { grouped, shortTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { Mark } from '../shared/parts/mark.tsx'
import { Countdown, Elapsed } from '../shared/parts/timers.tsx'
import { placeWords, postWordsShort, stateWord } from '../shared/words.ts'
import { ClosedWords } from './alert-card.tsx'
import { StandSign, standOf } from './stand.tsx'

const LONG_NAME = 13

/** One alert in small: those that somebody has, and those a crowd leaves no large card for. */
export function AlertTile({ alert }: { alert: AlertView }) {
  const t = texts.value
  const place = placeWords(alert, t)
  const stand = standOf(alert)
  return (
    <li class="tile" data-alert={alert.id} data-stand={stand} data-severity={alert.severity} data-unanswered={needsAnswer(alert)}>
      <div class="tile-severity">
        <Mark severity={alert.severity} isHollow={stand !== 'unanswered' && stand !== 'returned'} />
        <span class="severity-word">{t.severity[alert.severity]}</span>
      </div>
      <h3 class={place.main.length > LONG_NAME ? 'place place-long' : 'place'}>{place.main}</h3>
      <div class="tile-time">{alert.isOpen && alert.nextDueAt !== null && <Countdown dueAt={alert.nextDueAt} />}</div>
      <div class="tile-words">
        {stand === 'held' && <p class="tile-who"><StandSign stand={stand} /><span class="tile-state">{stateWord(alert, t)}</span> · <bdi>{alert.holder?.name}</bdi></p>}
        {alert.shelf && <p class="tile-who"><StandSign stand="shelved" />{t.stepIn.shelvedUntil(shortTime(alert.shelf.until))} · <bdi>{alert.shelf.by}</bdi></p>}
        {stand === 'closed' && <p class="tile-who"><StandSign stand={stand} /><ClosedWords alert={alert} /></p>}
        <p class="tile-what">{t.category[alert.category]}{place.detail && <span class="place-detail"> · {place.detail}</span>}</p>
        {stand === 'returned' && <p class="tile-who"><StandSign stand={stand} /><span class="tile-state">{stateWord(alert, t)}</span> → {postWordsShort(alert.nextTells, t)}</p>}
        {stand === 'unanswered' && <p class="tile-who">→ {postWordsShort(alert.nextTells, t)}</p>}
      </div>
    </li>
  )
}

/** Alerts of one kind and district in a flood: how many, the oldest, and which of them the ladder reaches first. */
export function GroupTile({ alerts }: { alerts: readonly [AlertView, ...AlertView[]] }) {
  const t = texts.value
  const [first] = alerts
  const place = placeWords(first, t)
  const dues = alerts.flatMap(({ nextDueAt }) => nextDueAt ?? [])
  const isHeld = first.holder !== null
  return (
    <li class="tile tile-group" data-counts="group" data-severity={first.severity} data-stand={isHeld ? 'held' : 'unanswered'} data-unanswered={!isHeld}>
      <div class="tile-severity">
        <Mark severity={first.severity} isHollow={isHeld} />
        <span class="severity-word">{t.severity[first.severity]}</span>
      </div>
      <h3 class={place.main.length > LONG_NAME ? 'place place-long' : 'place'}>{place.main} <span class="group-count digits">× {grouped(alerts.length)}</span></h3>
      <div class="tile-time">{dues.length > 0 && <Countdown dueAt={Math.min(...dues)} />}</div>
      <div class="tile-words">
        <p class="tile-what">{t.category[first.category]}</p>
        <p class="tile-who">{isHeld && <StandSign stand="held" />}{isHeld ? t.wall.held : t.walls.together(alerts.length)} · {t.walls.oldest} <Elapsed at={Math.min(...alerts.map(({ raisedAt }) => raisedAt))} /></p>
      </div>
    </li>
  )
}

/** How many alerts found no room, by severity, with the worst of them named: none is forgotten. @param hidden sorted by urgency. */
export function MoreTile({ hidden, beyond }: { hidden: readonly AlertView[]; beyond: number }) {
  const t = texts.value
  const open = hidden.filter(({ isOpen }) => isOpen)
  const counts = SEVERITIES
    .map((severity) => ({ severity, count: open.filter((alert) => alert.severity === severity).length }))
    .filter(({ count }) => count > 0)
  const [worst] = open
  return (
    <li class="tile tile-more" data-counts="more" data-severity={worst?.severity} data-unanswered={worst?.holder === null}>
      <strong>{open.length + beyond > 0 ? t.wall.more(open.length + beyond) : t.walls.closedJust(hidden.length)}</strong>
      <span class="more-words">
        <span class="more-counts">
          {counts.map(({ severity, count }) => (
            <span key={severity} class="more-count" data-severity={severity} data-unanswered={open.some((alert) => alert.severity === severity && needsAnswer(alert))}>
              <Mark severity={severity} isHollow /> <span class="digits">{grouped(count)}</span> {t.severity[severity]}
            </span>
          ))}
        </span>
        {worst && <span class="more-worst">{t.walls.worst}: {placeWords(worst, t).main}, {t.category[worst.category]}</span>}
      </span>
    </li>
  )
}
