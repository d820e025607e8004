import { useEffect, useRef, useState } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { needsAnswer } from '../../contract/urgency.ts'
import { maySupervise } from '../../domain/person.ts'
import { useLink } from '../shared/context.ts'
import { clockTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { Mark } from '../shared/parts/mark.tsx'
import { placeWords } from '../shared/words.ts'
import { acknowledgeAll } from './steps.ts'

/** As many as one request takes, the most urgent first. */
const MOST = 100

/** The list as it was drawn when the person asked for it: nothing joins it, and what changes meanwhile is left alone. */
interface Frozen {
  alerts: readonly AlertView[]
  shownAt: number
}

/** Takes all alerts that are shown and that nobody has: it lists them first and asks, and says afterwards what it left alone. */
export function BulkAcknowledge({ rows }: { rows: readonly AlertView[] }) {
  const { viewer, clock } = useLink()
  const t = texts.value.stepIn
  const [frozen, setFrozen] = useState<Frozen | null>(null)
  if (!viewer.value || !maySupervise(viewer.value.role)) return null
  const waiting = rows.filter(needsAnswer)
  const ask = (): void => { if (clock.now.value !== null) setFrozen({ alerts: waiting.slice(0, MOST), shownAt: clock.now.value }) }
  return (
    <>
      <button type="button" class="quiet-button bulk-button" disabled={waiting.length === 0} onClick={ask}>{t.bulk}</button>
      {frozen && <BulkDialog frozen={frozen} isCut={waiting.length > MOST} close={() => setFrozen(null)} />}
    </>
  )
}

function BulkDialog({ frozen: { alerts, shownAt }, isCut, close }: { frozen: Frozen; isCut: boolean; close: () => void }) {
  const { board } = useLink()
  const t = texts.value
  const s = t.stepIn
  const dialog = useRef<HTMLDialogElement>(null)
  const [answer, setAnswer] = useState<RouteAnswer<'acknowledgeMany'> | 'sending' | 'refused' | null>(null)
  useEffect(() => { dialog.current?.showModal() }, [])
  const hasChanged = ({ id, version }: AlertView): boolean => board.value.open.get(id)?.alert.version !== version
  const send = async (): Promise<void> => {
    setAnswer('sending')
    setAnswer(await acknowledgeAll(alerts, shownAt) ?? 'refused')
  }
  const isDone = answer !== null && answer !== 'sending' && answer !== 'refused'
  return (
    <dialog ref={dialog} class="s-dialog" aria-labelledby="bulk-title" onClose={close}>
      <h2 id="bulk-title">{isDone ? s.bulkDone(answer.acknowledged.length) : s.bulkTitle(alerts.length)}</h2>
      {!isDone && <p>{s.bulkWhy}{isCut && ` ${s.bulkMost(MOST)}.`}</p>}
      {answer === 'refused' && <p class="refusal" role="alert">{t.refusal.invalid}</p>}
      {isDone ? <Outcome answer={answer} alerts={alerts} /> : (
        <ul class="bulk-list">{alerts.map((alert) => (
          <li key={alert.id} data-severity={alert.severity} data-unanswered="true" data-changed={hasChanged(alert)}>
            <span class="sev"><Mark severity={alert.severity} isHollow={false} /> {t.severity[alert.severity]}</span>
            <span>{placeWords(alert, t).main} · {t.category[alert.category]}</span>
            <span class="digits">{clockTime(alert.raisedAt)} · {alert.number.slice(-6)}{answer === null && hasChanged(alert) && <b> {s.bulkChanged}</b>}</span>
          </li>
        ))}</ul>
      )}
      <p class="s-dialog-buttons">
        {!isDone && <button type="button" class="act-button" data-tone="step" disabled={answer === 'sending'} onClick={() => void send()}>{answer === 'sending' ? s.sending : s.bulkSend(alerts.length)}</button>}
        <button type="button" class="act-button" data-tone="quiet" onClick={() => dialog.current?.close()}>{isDone ? s.close : s.cancel}</button>
      </p>
    </dialog>
  )
}

/** What was left alone, by number, and why. */
function Outcome({ answer: { changed, arrived }, alerts }: { answer: RouteAnswer<'acknowledgeMany'>; alerts: readonly AlertView[] }) {
  const t = texts.value.stepIn
  const left = [...changed.map((one) => ({ ...one, why: one.because === 'it has changed since' ? t.bulkChanged : t.bulkOthers })), ...arrived.map((one) => ({ ...one, why: t.bulkArrived }))]
  if (left.length === 0) return null
  const numberOf = (id: string, number: string): string => number || alerts.find((alert) => alert.id === id)?.number || ''
  return (
    <>
      <h3>{t.bulkLeft}</h3>
      <ul class="bulk-list bulk-left" role="status">{left.map(({ alertId, number, why }) => <li key={alertId}><span class="digits">{numberOf(alertId, number)}</span><b>{why}</b></li>)}</ul>
    </>
  )
}
