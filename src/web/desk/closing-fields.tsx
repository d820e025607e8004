import { CLOSINGS } from '../../domain/desk.ts'
import { texts } from './catalogue.ts'
import type { ClosingDraft } from './closing-draft.ts'

/** How it ended, where that can be looked up, and what was done. */
export function ClosingFields({ value, set }: { value: ClosingDraft; set: (value: ClosingDraft) => void }) {
  const t = texts.value.desk
  return (
    <>
      <fieldset class="d-pick">
        <legend>{t.closedHow}</legend>
        {CLOSINGS.filter((one) => one !== 'duplicate').map((one) => <button key={one} type="button" class="reason-button" aria-pressed={value.action === one} onClick={() => set({ ...value, action: one })}>{t.closing[one]}</button>)}
      </fieldset>
      <label><span>{t.reference}</span><input type="text" maxLength={120} value={value.reference} placeholder={value.action ? t.referenceLike[value.action] : ''} onInput={(event) => set({ ...value, reference: event.currentTarget.value })} /></label>
      <label><span>{t.summary}</span><textarea rows={2} maxLength={1_000} value={value.summary} onInput={(event) => set({ ...value, summary: event.currentTarget.value })} /></label>
    </>
  )
}
