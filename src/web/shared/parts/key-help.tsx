import { useEffect, useRef } from 'preact/hooks'
import { isHelpOpen } from '../keys.ts'
import { texts } from '../language.ts'

/** The keys of a page with what each does, by `?` or by its button. @param keys and the words for each, in the same order. */
export function KeyHelp({ keys, words }: { keys: readonly string[]; words: readonly string[] }) {
  return isHelpOpen.value ? <Help keys={keys} words={words} /> : null
}

function Help({ keys, words }: { keys: readonly string[]; words: readonly string[] }) {
  const t = texts.value.stepIn
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => { dialog.current?.showModal() }, [])
  return (
    <dialog ref={dialog} class="s-dialog" aria-labelledby="help-title" onClose={() => { isHelpOpen.value = false }}>
      <h2 id="help-title">{t.helpTitle}</h2>
      <dl class="key-list">{keys.map((key, index) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{words[index]}</dd></div>)}</dl>
      <p>{t.helpOff}</p>
      <p class="s-dialog-buttons"><button type="button" class="act-button" data-tone="quiet" onClick={() => dialog.current?.close()}>{t.close}</button></p>
    </dialog>
  )
}
