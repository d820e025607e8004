import { useId, useState } from 'preact/hooks'
import type { AlertView } from '../../../contract/alert-view.ts'
import { CATEGORIES, isSos, SEVERITIES } from '../../../domain/verdict.ts'
import type { Category, Severity } from '../../../domain/verdict.ts'
import { useLink } from '../context.ts'
import { texts } from '../language.ts'
import { clockTime } from '../indian-time.ts'
import type { CorrectionDraft } from '../outbox.ts'
import { Refusal, useMayAct, useSending } from './act-button.tsx'
import { DistrictField } from './district-field.tsx'

/** What a correction needs to know; a docket that never rang has it too. */
export type Correctable = Pick<AlertView, 'id' | 'number' | 'severity' | 'category' | 'isOpen' | 'correction'>

/** Whether the verdict is right: who corrected it, and the way to say that it is wrong. @param isAskingAtOnce the form is open from the start; `onClose` says that it is done with. */
export function CorrectVerdict({ alert, isAskingAtOnce = false, onClose = () => undefined }: { alert: Correctable; isAskingAtOnce?: boolean; onClose?: () => void }) {
  const may = useMayAct()
  const t = texts.value.correct
  const [isAsking, setAsking] = useState(isAskingAtOnce)
  const close = (): void => {
    setAsking(false)
    onClose()
  }
  const { isOnItsWay } = useSending(alert.id, 'correct')
  return (
    <div class="correct">
      {alert.correction && <CorrectionLine alert={alert} correction={alert.correction} />}
      {may && !isAsking && <button type="button" class="quiet-button correct-open" aria-expanded={false} onClick={() => setAsking(true)}>{isOnItsWay ? texts.value.officer.sending : t.wrong}</button>}
      {may && isAsking && <CorrectionForm alert={alert} close={close} />}
    </div>
  )
}

function CorrectionLine({ alert, correction }: { alert: Correctable; correction: NonNullable<AlertView['correction']> }) {
  const t = texts.value
  const { by, at, about, severity, machine, note } = correction
  const district = machine.district ? (t.code === 'hi' ? machine.district.nameHi : machine.district.name) : t.place.unknown
  const said = [
    ...(about.includes('severity') ? [t.severity[machine.severity]] : []),
    ...(about.includes('category') ? [t.category[machine.category]] : []),
    ...(about.includes('place') ? [district] : []),
  ]
  return (
    <p class="correction-line">
      <b>{t.correct.by} <bdi>{by}</bdi>, <span class="digits">{clockTime(at)}</span></b>
      {severity !== alert.severity && <span> · {t.correct.now(t.severity[severity])}</span>}
      <span> · {t.correct.machine(said.join(' · '))}</span>
      {note && <span class="correction-note"><bdi>{note}</bdi></span>}
    </p>
  )
}

const MAX_TEXT = 500

function CorrectionForm({ alert, close }: { alert: Correctable; close: () => void }) {
  const { outbox } = useLink()
  const t = texts.value
  const { isOnItsWay, words } = useSending(alert.id, 'correct')
  const [draft, setDraft] = useState<CorrectionDraft>({ note: null })
  const [reason, setReason] = useState('')
  const title = useId()
  const change = (changes: CorrectionDraft): void => setDraft({ ...draft, ...changes })
  const isClosing = alert.isOpen && draft.severity !== undefined && !isSos(draft.severity)
  const saysSomething = draft.severity !== undefined || draft.category !== undefined || draft.place !== undefined
  const send = async (): Promise<void> => {
    const isTaken = await outbox.act(alert, 'correct', { correction: isClosing ? { ...draft, closeAs: { state: 'false-alarm', reason: reason.trim() } } : draft })
    if (isTaken) close()
  }
  return (
    <div class="correct-form act-ask" role="group" aria-labelledby={title}>
      <p id={title}>{t.correct.title}</p>
      <SeverityChoice current={alert.severity} chosen={draft.severity} choose={(severity) => change({ severity })} />
      <CategoryChoice current={alert.category} chosen={draft.category} choose={(category) => change({ category })} />
      <DistrictField chosen={draft.place} choose={(place) => change({ place })} />
      {isClosing && (
        <label class="correct-closing">
          <span>{t.correct.closes}</span>
          <input type="text" maxLength={MAX_TEXT} value={reason} placeholder={t.officer.reasons[0] ?? ''} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
      )}
      <label>
        <span>{t.correct.note}</span>
        <input type="text" maxLength={MAX_TEXT} value={draft.note ?? ''} onInput={(event) => change({ note: event.currentTarget.value || null })} />
      </label>
      <Refusal alertId={alert.id} of="correction" />
      <button type="button" class="act-button" data-tone="step" data-sending={isOnItsWay} aria-busy={isOnItsWay} disabled={isOnItsWay || !saysSomething || (isClosing && reason.trim() === '')} onClick={() => void send()}>
        {isOnItsWay ? words : isClosing ? t.correct.sendAndClose : t.correct.send}
      </button>
      <button type="button" class="act-button" data-tone="quiet" disabled={isOnItsWay} onClick={close}>{t.officer.cancel}</button>
    </div>
  )
}

function SeverityChoice({ current, chosen, choose }: { current: Severity; chosen: Severity | undefined; choose: (severity: Severity | undefined) => void }) {
  const t = texts.value
  return (
    <div class="correct-severities" role="group" aria-label={t.supervisor.severityFilter}>
      {SEVERITIES.map((one) => (
        <button key={one} type="button" class="reason-button" aria-pressed={chosen === one} disabled={one === current} onClick={() => choose(chosen === one ? undefined : one)}>
          {t.severity[one]}
        </button>
      ))}
    </div>
  )
}

function CategoryChoice({ current, chosen, choose }: { current: Category; chosen: Category | undefined; choose: (category: Category | undefined) => void }) {
  const t = texts.value
  return (
    <label>
      <span>{t.correct.category}</span>
      <select value={chosen ?? ''} onChange={(event) => choose(CATEGORIES.find((one) => one === event.currentTarget.value))}>
        <option value="">{t.correct.unchanged(t.category[current])}</option>
        {CATEGORIES.filter((one) => one !== current).map((one) => <option key={one} value={one}>{t.category[one]}</option>)}
      </select>
    </label>
  )
}
