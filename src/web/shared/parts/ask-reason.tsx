import { useState } from 'preact/hooks'
import type { AlertView } from '../../../contract/alert-view.ts'
import { texts } from '../language.ts'
import type { ActKind } from '../outbox.ts'
import { ActButton } from './act-button.tsx'

const MAX_REASON = 500

/** An act that needs a reason: one tap on a usual one, or another in words. */
export function AskReason({ alert, kind, title, reasons, other, note, send, close }: {
  alert: Pick<AlertView, 'id' | 'number'>; kind: Exclude<ActKind, 'correct'>; title: string; reasons: readonly string[]; other: string; note: string; send: string; close: () => void
}) {
  const [reason, setReason] = useState('')
  return (
    <div class="act-ask" role="group" aria-label={title}>
      <p>{title}</p>
      <div class="act-reasons">
        {reasons.map((one) => (
          <button key={one} type="button" class="reason-button" aria-pressed={reason === one} onClick={() => setReason(one)}>{one}</button>
        ))}
      </div>
      <label>
        <span>{other}</span>
        <input type="text" maxLength={MAX_REASON} value={reasons.includes(reason) ? '' : reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <small>{note}</small>
      <ActButton alert={alert} kind={kind} tone="step" reason={reason.trim()} isDisabled={reason.trim() === ''} label={send} />
      <button type="button" class="act-button" data-tone="quiet" onClick={close}>{texts.value.officer.cancel}</button>
    </div>
  )
}
