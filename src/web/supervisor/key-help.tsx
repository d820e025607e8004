import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../shared/language.ts'

export const isHelpOpen = signal(false)

/** In the order of the words in the catalogue. */
const KEYS = ['J K', 'Enter', 'A', 'E', 'R', 'S', 'Esc', '?'] as const

/** The keys of the page, by `?` or by its button. */
export function KeyHelp() {
  return isHelpOpen.value ? <Help /> : null
}

function Help() {
  const t = texts.value.stepIn
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => { dialog.current?.showModal() }, [])
  return (
    <dialog ref={dialog} class="s-dialog" aria-labelledby="help-title" onClose={() => { isHelpOpen.value = false }}>
      <h2 id="help-title">{t.helpTitle}</h2>
      <dl class="key-list">{KEYS.map((key, index) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t.helpWords[index]}</dd></div>)}</dl>
      <p>{t.helpOff}</p>
      <p class="s-dialog-buttons"><button type="button" class="act-button" data-tone="quiet" onClick={() => dialog.current?.close()}>{t.close}</button></p>
    </dialog>
  )
}
