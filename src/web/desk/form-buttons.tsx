import type { ComponentChildren } from 'preact'
import { texts } from './catalogue.ts'
import { asking } from './asking.ts'
import type { Editing } from './editing.ts'
import type { DeskWish } from './server.ts'

/** The buttons under a form; done, the form goes away. */
export function FormButtons({ label, isDisabled, editing, send, why = '' }: { label: string; isDisabled: boolean; editing: Editing; send: () => Promise<boolean>; why?: ComponentChildren }) {
  const t = texts.value
  return (
    <p class="d-form-buttons">
      <button type="button" class="act-button" data-tone="step" disabled={isDisabled || editing.isSending} aria-busy={editing.isSending} onClick={() => void send().then((isTaken) => { if (isTaken) asking.value = null })}>{editing.isSending ? t.stepIn.sending : label}</button>
      <button type="button" class="act-button" data-tone="quiet" onClick={() => { asking.value = null }}>{t.officer.cancel}</button>
      {why && <small class="d-form-why" role="status">{why}</small>}
    </p>
  )
}

/** Sends what was kept, and drops it once it was taken. */
export function sender(editing: Editing, drop: () => void, wish: DeskWish): () => Promise<boolean> {
  return async () => {
    const isTaken = await editing.send(wish)
    if (isTaken) {
      drop()
      editing.release()
    }
    return isTaken
  }
}
