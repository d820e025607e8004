import type { AlertView } from '../../contract/alert-view.ts'
import { needsAnswer } from '../../contract/urgency.ts'
import type { ProgressStep } from '../../domain/alert.ts'
import { useLink } from '../shared/context.ts'
import { shortTime } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import { ActButton, Refusal } from '../shared/parts/act-button.tsx'
import { Mark } from '../shared/parts/mark.tsx'
import { Snippet } from '../shared/parts/post-text.tsx'
import { Countdown, Elapsed, useHasPassed } from '../shared/parts/timers.tsx'
import { isGivenBack, isOfferedTo, isTheirs, placeWords, postWords, stateWord, wantsMore } from '../shared/words.ts'
import { addressOf } from './route.ts'

/** What a holder most likely does next; closing is left to the open alert, where it asks first. */
const NEXT_STEP: Partial<Record<AlertView['state'], ProgressStep>> = { acknowledged: 'responding', responding: 'on-scene' }

/** One alert of the list: tap to open it, one button to act. */
export function OfficerCard({ alert }: { alert: AlertView }) {
  const me = useLink().viewer.value?.personId
  const isUnanswered = needsAnswer(alert)
  const isMine = alert.isOpen && alert.holder !== null && isTheirs(alert, me)
  const isOffered = alert.isOpen && !isMine && isOfferedTo(alert, me)
  const next = isMine ? NEXT_STEP[alert.state] : undefined
  return (
    <li class="o-card" data-severity={alert.severity} data-unanswered={isUnanswered} data-open={alert.isOpen}>
      <a class="o-card-body" href={addressOf(alert.id)}><CardWords alert={alert} isUnanswered={isUnanswered} isOffered={isOffered} /></a>
      <Refusal alertId={alert.id} />
      {!isMine && alert.isOpen && (wantsMore(alert) || isOffered) && <ActButton alert={alert} kind="acknowledge" tone="call" {...(isOffered ? { label: texts.value.field.take } : {})} />}
      {next && <ActButton alert={alert} kind={next} tone="step" />}
    </li>
  )
}

function CardWords({ alert, isUnanswered, isOffered }: { alert: AlertView; isUnanswered: boolean; isOffered: boolean }) {
  const t = texts.value
  const place = placeWords(alert, t)
  return (
    <>
      <span class="o-line o-head">
        <span class="o-severity"><Mark severity={alert.severity} isHollow={!isUnanswered} /> {t.severity[alert.severity]}</span>
        {isOffered && <span class="chip">{t.field.handOver}</span>}
        {isGivenBack(alert) && <span class="chip">{t.returned}</span>}
        {alert.assignment && <span class="chip"><bdi>{t.stepIn.assignedTo(alert.assignment.to.name)}</bdi></span>}
        {alert.shelf && <span class="chip">{t.stepIn.shelvedUntil(shortTime(alert.shelf.until))}</span>}
        {alert.isDrill && <span class="chip">{t.drill}</span>}
        <CardAge alert={alert} />
      </span>
      <strong class="o-place">{place.main}</strong>
      <span class="o-facts"><b>{t.category[alert.category]}</b>{place.detail && ` · ${place.detail}`}</span>
      {isUnanswered && <Snippet alert={alert} />}
      {isUnanswered && alert.nextDueAt !== null && <span class="o-next"><Countdown dueAt={alert.nextDueAt} /> {t.time.tellsIn(postWords(alert.nextTells, t))}</span>}
      {alert.holder && (
        <span class="o-next">
          <b>{alert.isOpen ? stateWord(alert, t) : t.officer.closedAs(t.state[alert.state])}</b> · <bdi>{alert.holder.name}</bdi>
          {alert.nextDueAt !== null && <> · <Countdown dueAt={alert.nextDueAt} /> {t.time.lapses}</>}
        </span>
      )}
    </>
  )
}

function CardAge({ alert }: { alert: AlertView }) {
  const isLate = useHasPassed(alert.ackTargetAt) && alert.holder === null
  return <span class="o-age" data-late={isLate}>{texts.value.time.raised} <Elapsed at={alert.raisedAt} /></span>
}
