import { useState } from 'preact/hooks'
import type { AlertView } from '../../../contract/alert-view.ts'
import { useLink } from '../context.ts'
import { texts } from '../language.ts'
import { ActButton, Refusal, useMayAct } from './act-button.tsx'

/** The acts of an open alert, within reach of the thumb. Acts that close it ask once more. */
export function ActBar({ alert }: { alert: AlertView }) {
  const { viewer } = useLink()
  const may = useMayAct()
  const [asking, setAsking] = useState<'done' | 'false-alarm' | null>(null)
  if (!alert.isOpen || !may) return null
  const isMine = alert.holder?.personId === viewer.value?.personId
  return (
    <div class="act-bar" data-severity={alert.severity} data-unanswered={alert.holder === null}>
      <Refusal alertId={alert.id} />
      {alert.holder === null && <ActButton alert={alert} kind="acknowledge" tone="call" />}
      {alert.holder !== null && !isMine && <p class="act-held"><bdi>{alert.holder.name}</bdi> · {texts.value.state[alert.state]}</p>}
      {isMine && asking === null && <Steps alert={alert} ask={setAsking} />}
      {isMine && asking === 'done' && <AskDone alert={alert} cancel={() => setAsking(null)} />}
      {isMine && asking === 'false-alarm' && <AskFalseAlarm alert={alert} cancel={() => setAsking(null)} />}
    </div>
  )
}

function Steps({ alert, ask }: { alert: AlertView; ask: (what: 'done' | 'false-alarm') => void }) {
  const t = texts.value
  return (
    <div class="act-grid">
      <ActButton alert={alert} kind="responding" tone={alert.state === 'acknowledged' ? 'step' : 'quiet'} isDisabled={alert.state === 'on-scene'} />
      <ActButton alert={alert} kind="on-scene" tone={alert.state === 'responding' ? 'step' : 'quiet'} isDisabled={alert.state === 'on-scene'} />
      <button type="button" class="act-button" data-tone={alert.state === 'on-scene' ? 'step' : 'quiet'} onClick={() => ask('done')}>{t.step.resolved}</button>
      <button type="button" class="act-button" data-tone="quiet" onClick={() => ask('false-alarm')}>{t.step['false-alarm']}</button>
    </div>
  )
}

function AskDone({ alert, cancel }: { alert: AlertView; cancel: () => void }) {
  const t = texts.value.officer
  return (
    <div class="act-ask" role="group" aria-label={t.closeAsDone}>
      <p>{t.closeAsDone}</p>
      <ActButton alert={alert} kind="resolved" tone="step" label={t.closeYes} />
      <button type="button" class="act-button" data-tone="quiet" onClick={cancel}>{t.cancel}</button>
    </div>
  )
}

const MAX_REASON = 500

function AskFalseAlarm({ alert, cancel }: { alert: AlertView; cancel: () => void }) {
  const t = texts.value.officer
  const [reason, setReason] = useState('')
  return (
    <div class="act-ask" role="group" aria-label={t.falseAlarmWhy}>
      <p>{t.falseAlarmWhy}</p>
      <div class="act-reasons">
        {t.reasons.map((one) => (
          <button key={one} type="button" class="reason-button" aria-pressed={reason === one} onClick={() => setReason(one)}>{one}</button>
        ))}
      </div>
      <label>
        <span>{t.otherReason}</span>
        <input type="text" maxLength={MAX_REASON} value={t.reasons.includes(reason) ? '' : reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <small>{t.reasonNeeded}</small>
      <ActButton alert={alert} kind="false-alarm" tone="step" reason={reason.trim()} isDisabled={reason.trim() === ''} label={t.sendFalseAlarm} />
      <button type="button" class="act-button" data-tone="quiet" onClick={cancel}>{t.cancel}</button>
    </div>
  )
}
