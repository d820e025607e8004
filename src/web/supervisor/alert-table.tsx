import { useEffect, useRef } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import { needsAnswer } from '../../contract/urgency.ts'
import { useLink } from '../shared/context.ts'
import { langOf, snippet } from '../shared/highlight.ts'
import { shortTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { Mark } from '../shared/parts/mark.tsx'
import { Countdown, Elapsed, useHasPassed } from '../shared/parts/timers.tsx'
import { useShown } from '../shared/use-shown.ts'
import { placeWords, postWords, postWordsShort, stateWord } from '../shared/words.ts'
import { cursorId, focusWanted, isPaneWanted, openedId } from './view.ts'
import { useWindow } from './window.ts'

const COLUMNS = ['severity', 'place', 'what', 'raised', 'in', 'next', 'who', 'told', 'number'] as const

/** All alerts that pass the filter, one row each. */
export function AlertTable({ rows, isFilled, beyond }: { rows: readonly AlertView[]; isFilled: boolean; beyond: number }) {
  const t = texts.value
  const frame = useRef<HTMLDivElement>(null)
  const drawn = useWindow(frame, rows)
  useShown(rows.slice(drawn.visible.from, drawn.visible.to))
  const nothing = isFilled ? t.supervisor.noMatch : t.wall.waiting
  return (
    <div class="table-frame" id="alerts" ref={frame} tabIndex={-1}>
      <table class="alert-table" aria-rowcount={rows.length + 1}>
        <thead><tr>{COLUMNS.map((column) => <th key={column} scope="col" class={`col-${column}`}>{t.supervisor.columns[column]}</th>)}</tr></thead>
        <tbody>
          {drawn.above > 0 && <Gap px={drawn.above} />}
          {rows.slice(drawn.from, drawn.to).map((alert, index) => <AlertRow key={alert.id} alert={alert} position={drawn.from + index} />)}
          {drawn.below > 0 && <Gap px={drawn.below} />}
        </tbody>
      </table>
      {rows.length === 0 && <p class="table-empty">{nothing}</p>}
      {beyond > 0 && <p class="table-empty">{t.supervisor.beyond(beyond)}</p>}
    </div>
  )
}

/** The room of rows that are not drawn. */
function Gap({ px }: { px: number }) {
  return <tr class="row-gap" aria-hidden="true" style={{ height: `${px}px` }} />
}

const SNIPPET_UNITS = 120

function AlertRow({ alert, position }: { alert: AlertView; position: number }) {
  const t = texts.value
  const isCursor = cursorId.value === alert.id
  const isOpened = openedId.value === alert.id
  const button = useRef<HTMLButtonElement>(null)
  const isWanted = focusWanted.value === alert.id
  useEffect(() => {
    if (!isWanted) return
    focusWanted.value = null
    button.current?.focus()
  }, [isWanted])
  const place = placeWords(alert, t)
  const isUnanswered = needsAnswer(alert)
  const text = alert.text === null ? null : snippet(alert.text, SNIPPET_UNITS)
  // A click without a pointer (detail 0) is a key or a screen reader.
  const open = (event: MouseEvent): void => {
    cursorId.value = alert.id
    isPaneWanted.value = event.detail === 0
    openedId.value = alert.id
  }
  return (
    <tr data-severity={alert.severity} data-unanswered={isUnanswered} data-cursor={isCursor} data-opened={isOpened} data-open={alert.isOpen} data-shelved={alert.shelf !== null} aria-rowindex={position + 2} onClick={open}>
      <td class="col-severity"><span class="sev"><Mark severity={alert.severity} isHollow={!isUnanswered} /><span>{t.severity[alert.severity]}</span></span></td>
      <td class="col-place">
        {/* The way in for keyboards and screen readers; the whole row answers to the pointer. */}
        <button ref={button} type="button" class="row-button" aria-expanded={isOpened} onClick={(event) => { event.stopPropagation(); open(event) }}>{place.main}</button>
        <small class="row-what">{t.category[alert.category]}{alert.holder && <> · <bdi>{alert.holder.name}</bdi></>}</small>
        <small>{place.detail}</small>
      </td>
      <td class="col-what">
        <b>{t.category[alert.category]}</b>
        {alert.isDrill && <span class="chip">{t.drill}</span>}
        {text === null ? <small>{t.protectedShort}</small> : <small lang={langOf(text)} dir="auto">{text}</small>}
      </td>
      <td class="col-raised"><RowAge alert={alert} /></td>
      <td class="col-in">{alert.nextDueAt === null ? '–' : <Countdown dueAt={alert.nextDueAt} />}</td>
      <td class="col-next"><NextWords alert={alert} /></td>
      <td class="col-who"><RowHolder alert={alert} /></td>
      <td class="col-told"><RowTold alert={alert} /></td>
      <td class="col-number digits">{alert.number.slice(-6)}</td>
    </tr>
  )
}

function NextWords({ alert }: { alert: AlertView }) {
  const t = texts.value
  if (!alert.isOpen) return <>{t.supervisor.notOpenNow}</>
  if (alert.shelf) return <><span>{t.stepIn.shelved}</span><small>{t.stepIn.shelvedUntil(shortTime(alert.shelf.until))}</small></>
  if (alert.assignment) return <><bdi>{t.stepIn.assignedTo(alert.assignment.to.name)}</bdi><small>{t.stepIn.toTake}</small></>
  if (alert.plan.what === 'lapses') return <small class="next-lapse">{t.time.lapses}</small>
  return <><span>{postWordsShort(alert.nextTells, t)}</span><small>{t.supervisor.rung(alert.rung + 1)}</small></>
}

function RowAge({ alert }: { alert: AlertView }) {
  const isLate = useHasPassed(alert.ackTargetAt) && needsAnswer(alert)
  return <span class="row-age" data-late={isLate}><Elapsed at={alert.raisedAt} />{isLate && <small>{texts.value.time.late}</small>}</span>
}

function RowHolder({ alert }: { alert: AlertView }) {
  const { outbox } = useLink()
  const t = texts.value
  const act = outbox.pending.value.get(alert.id)
  if (act && act.refusal === null) return <span class="row-sending">{t.officer.sending}</span>
  if (alert.shelf) return <><span>{t.stepIn.shelved}</span><small><bdi>{t.stepIn.shelvedBy(alert.shelf.by)}</bdi></small></>
  if (!alert.holder) return <span class="row-nobody">{alert.isOpen ? stateWord(alert, t) : t.state[alert.state]}</span>
  return <><bdi>{alert.holder.name}</bdi><small>{stateWord(alert, t)}</small></>
}

/** How many persons were told at the last rung, and how far it got; the posts while nothing is known of deliveries. */
function RowTold({ alert }: { alert: AlertView }) {
  const t = texts.value
  const reach = useLink().deliveries.value.get(alert.id)?.rungs.at(-1)
  const posts = <small>{postWords(alert.told.slice(-2).map(({ post }) => post), t)}</small>
  if (!reach) return <><b class="digits">{t.supervisor.toldCount(alert.told.length)}</b>{posts}</>
  const arrived = reach.onDevice + reach.seen + reach.acknowledged
  return <><b class="digits" data-failed={reach.failed > 0}>{t.supervisor.toldCount(reach.told)} · {arrived} {t.stepIn.counts.onDevice}{reach.failed > 0 && ` · ${reach.failed} ${t.stepIn.counts.failed}`}</b>{posts}</>
}
