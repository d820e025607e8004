import { useEffect, useRef } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import { useLink } from '../shared/context.ts'
import { langOf, snippet } from '../shared/highlight.ts'
import { texts } from '../shared/language.ts'
import { Mark } from '../shared/parts/mark.tsx'
import { Countdown, Elapsed, useHasPassed } from '../shared/parts/timers.tsx'
import { placeWords, postWords, postWordsShort, stateWord } from '../shared/words.ts'
import { cursorId, openedId } from './view.ts'

const COLUMNS = ['severity', 'place', 'what', 'raised', 'in', 'next', 'who', 'told', 'number'] as const

/** All alerts that pass the filter, one row each. */
export function AlertTable({ rows, isFilled, beyond }: { rows: readonly AlertView[]; isFilled: boolean; beyond: number }) {
  const t = texts.value
  const nothing = isFilled ? t.supervisor.noMatch : t.wall.waiting
  return (
    <div class="table-frame">
      <table class="alert-table">
        <thead><tr>{COLUMNS.map((column) => <th key={column} scope="col" class={`col-${column}`}>{t.supervisor.columns[column]}</th>)}</tr></thead>
        <tbody>
          {rows.map((alert) => <AlertRow key={alert.id} alert={alert} />)}
        </tbody>
      </table>
      {rows.length === 0 && <p class="table-empty">{nothing}</p>}
      {beyond > 0 && <p class="table-empty">{t.supervisor.beyond(beyond)}</p>}
    </div>
  )
}

const SNIPPET_UNITS = 120

function AlertRow({ alert }: { alert: AlertView }) {
  const t = texts.value
  const isCursor = cursorId.value === alert.id
  const isOpened = openedId.value === alert.id
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => { if (isCursor) button.current?.focus() }, [isCursor])
  const place = placeWords(alert, t)
  const isUnanswered = alert.isOpen && alert.holder === null
  const text = alert.text === null ? null : snippet(alert.text, SNIPPET_UNITS)
  const open = (): void => {
    cursorId.value = alert.id
    openedId.value = alert.id
  }
  return (
    <tr data-severity={alert.severity} data-unanswered={isUnanswered} data-cursor={isCursor} data-opened={isOpened} data-open={alert.isOpen} onClick={open}>
      <td class="col-severity"><span class="sev"><Mark severity={alert.severity} isHollow={!isUnanswered} /><span>{t.severity[alert.severity]}</span></span></td>
      <td class="col-place">
        {/* The way in for keyboards and screen readers; the whole row answers to the pointer. */}
        <button ref={button} type="button" class="row-button" aria-expanded={isOpened} onClick={(event) => { event.stopPropagation(); open() }}>{place.main}</button>
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
      <td class="col-told"><b class="digits">{t.supervisor.toldCount(alert.told.length)}</b><small>{postWords(alert.told.slice(-2).map(({ post }) => post), t)}</small></td>
      <td class="col-number digits">{alert.number.slice(-6)}</td>
    </tr>
  )
}

function NextWords({ alert }: { alert: AlertView }) {
  const t = texts.value
  if (!alert.isOpen) return <>{t.supervisor.notOpenNow}</>
  if (alert.holder) return <small class="next-lapse">{t.time.lapses}</small>
  return <><span>{postWordsShort(alert.nextTells, t)}</span><small>{t.supervisor.rung(alert.rung + 1)}</small></>
}

function RowAge({ alert }: { alert: AlertView }) {
  const isLate = useHasPassed(alert.ackTargetAt) && alert.isOpen && alert.holder === null
  return <span class="row-age" data-late={isLate}><Elapsed at={alert.raisedAt} />{isLate && <small>{texts.value.time.late}</small>}</span>
}

function RowHolder({ alert }: { alert: AlertView }) {
  const { outbox } = useLink()
  const t = texts.value
  const act = outbox.pending.value.get(alert.id)
  if (act && act.refusal === null) return <span class="row-sending">{t.officer.sending}</span>
  if (!alert.holder) return <span class="row-nobody">{alert.isOpen ? stateWord(alert, t) : t.state[alert.state]}</span>
  return <><bdi>{alert.holder.name}</bdi><small>{stateWord(alert, t)}</small></>
}
