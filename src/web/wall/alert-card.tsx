import type { AlertView } from '../../contract/alert-view.ts'
import { needsAnswer } from '../../contract/urgency.ts'
import { texts } from './words.ts'
import { Mark } from '../shared/parts/mark.tsx'
import { Snippet } from '../shared/parts/post-text.tsx'
import { SpreadBadge } from '../shared/parts/thread.tsx'
import { Countdown, Elapsed, useHasPassed } from '../shared/parts/timers.tsx'
import { placeWords, postWordsShort } from '../shared/words.ts'
import { StandSign, standOf } from './stand.tsx'

const LONG_NAME = 15

/** One alert that nobody has, as large as five metres ask for. */
export function AlertCard({ alert }: { alert: AlertView }) {
  const t = texts.value
  const place = placeWords(alert, t)
  const stand = standOf(alert)
  return (
    <li class="card" data-alert={alert.id} data-stand={stand} data-severity={alert.severity} data-unanswered={needsAnswer(alert)}>
      <div class="card-severity">
        <Mark severity={alert.severity} isHollow={!alert.isOpen} />
        <span class="severity-word">{t.severity[alert.severity]}</span>
        {stand === 'returned' && <span class="stand-word"><StandSign stand={stand} />{t.returned}</span>}
      </div>
      <div class="card-line">
        <h2 class={place.main.length > LONG_NAME ? 'place place-long' : 'place'}>{place.main}</h2>
        <p class="card-next">{stand === 'closed' ? <StandSign stand={stand} /> : alert.nextDueAt === null ? '–' : <Countdown dueAt={alert.nextDueAt} />}</p>
      </div>
      <div class="card-line">
        <p class="card-facts">
          <strong class="category">{t.category[alert.category]}</strong>
          <SpreadBadge alert={alert} />
          {place.detail && <span class="place-detail">{place.detail}</span>}
          {alert.isDrill && <span class="chip">{t.drill}</span>}
        </p>
        <p class="card-who">{stand === 'closed' ? <ClosedWords alert={alert} /> : t.time.tellsIn(postWordsShort(alert.nextTells, t))}</p>
      </div>
      <div class="card-line">
        <Snippet alert={alert} />
        <p class="card-age"><Age alert={alert} /></p>
      </div>
    </li>
  )
}

/** Time since the raise; past the target it says so. */
export function Age({ alert }: { alert: AlertView }) {
  const t = texts.value
  const isLate = useHasPassed(alert.ackTargetAt) && alert.holder === null
  return (
    <span class="age" data-late={isLate}>
      {t.time.raised} <Elapsed at={alert.raisedAt} />
      {isLate && <span class="age-late"> · {t.time.late}</span>}
    </span>
  )
}

/** How an alert ended, and by whom. */
export function ClosedWords({ alert }: { alert: AlertView }) {
  const t = texts.value
  return <>{t.walls.closedBy(t.state[alert.state])}{alert.holder && <> · <bdi>{alert.holder.name}</bdi></>}</>
}
