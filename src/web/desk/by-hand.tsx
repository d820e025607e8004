import { signal } from '@preact/signals'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { CATEGORIES, SEVERITIES } from '../../domain/verdict.ts'
import { texts } from './catalogue.ts'
import { openDocket } from './address.ts'
import { useKept } from './kept.ts'
import { NodeField } from '../shared/parts/node-field.tsx'
import { Phrase } from '../shared/parts/phrase.tsx'
import { BLANK, handWish, ORIGINS } from './hand-wish.ts'
import type { HandDraft } from './hand-wish.ts'
import { heardOf } from './queue-state.ts'
import { openByHand } from './server.ts'
import type { Refusal } from './server.ts'

/** Whether the form for a complaint that did not come from the stream is open. */
export const isByHandOpen = signal(false)

export function ByHand() {
  return isByHandOpen.value ? <Dialog /> : null
}

function Dialog() {
  const t = texts.value
  const d = t.desk
  const dialog = useRef<HTMLDialogElement>(null)
  const { value, set, drop } = useKept('new', 'by-hand', BLANK)
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useLayoutEffect(() => { dialog.current?.showModal() }, [])
  const change = (changes: Partial<HandDraft>): void => set({ ...value, ...changes })
  const wish = handWish(value)
  const send = async (): Promise<void> => {
    if (!wish) return
    setSending(true)
    const { answer, refusal: why } = await openByHand(wish)
    setSending(false)
    setRefusal(why)
    if (!answer) return
    drop()
    heardOf([answer.docket.row])
    openDocket(answer.docket.row.number)
    dialog.current?.close()
  }
  return (
    <dialog ref={dialog} class="s-dialog d-dialog" aria-labelledby="hand-title" onClose={() => { isByHandOpen.value = false }}>
      <h2 id="hand-title">{d.byHand}</h2>
      <form class="d-form" onSubmit={(event) => { event.preventDefault(); void send() }}>
        <fieldset class="d-pick"><legend>{d.howItCame}</legend>{ORIGINS.map((origin) => <button key={origin} type="button" class="reason-button" aria-pressed={value.origin === origin} onClick={() => change({ origin })}>{d.origin[origin]}</button>)}</fieldset>
        {value.origin === 'x' ? (
          <label><span>{d.link}</span><input type="url" maxLength={300} placeholder="https://x.com/…/status/…" value={value.link} onInput={(event) => change({ link: event.currentTarget.value })} /></label>
        ) : (
          <>
            <label><span>{d.theirWords}</span><textarea rows={4} maxLength={4_000} value={value.text} onInput={(event) => change({ text: event.currentTarget.value })} /></label>
            <div class="d-pair">
              <label><span>{d.callerName}</span><input type="text" maxLength={120} autocomplete="off" value={value.name} onInput={(event) => change({ name: event.currentTarget.value })} /></label>
              <label><span>{d.callerPhone}</span><input type="tel" maxLength={20} autocomplete="off" value={value.phone} onInput={(event) => change({ phone: event.currentTarget.value })} /></label>
            </div>
          </>
        )}
        <NodeField label={d.placeIfKnown} chosen={value.nodeId} choose={(nodeId) => { const { nodeId: _, ...rest } = value; set(nodeId === undefined ? rest : { ...rest, nodeId }) }} />
        <div class="d-pair">
          <label><span>{d.severityFilter}</span><select value={value.severity} onChange={(event) => change({ severity: event.currentTarget.value })}><option value="">{d.asJudged}</option>{SEVERITIES.map((one) => <option key={one} value={one}>{t.severity[one]}</option>)}</select></label>
          <label><span>{d.categoryFilter}</span><select value={value.category} onChange={(event) => change({ category: event.currentTarget.value })}><option value="">{d.asJudged}</option>{CATEGORIES.map((one) => <option key={one} value={one}>{t.category[one]}</option>)}</select></label>
        </div>
        {refusal && <p class="refusal" role="alert"><span>{t.refusal[refusal.kind]}: <Phrase text={refusal.message} /></span></p>}
        <p class="s-dialog-buttons">
          <button type="submit" class="act-button" data-tone="step" disabled={wish === null || isSending}>{isSending ? t.stepIn.sending : d.open}</button>
          <button type="button" class="act-button" data-tone="quiet" onClick={() => dialog.current?.close()}>{t.officer.cancel}</button>
        </p>
      </form>
    </dialog>
  )
}
