import { useEffect, useRef, useState } from 'preact/hooks'
import { cleaned } from './requests.ts'
import type { Key } from './requests.ts'
import { words } from './words.ts'

/** Number and code, as they stand in our answer. */
export function AskKey({ known, trouble, isBusy, onKey }: { known: Key; trouble: string | null; isBusy: boolean; onKey: (key: Key) => void }) {
  const t = words.value
  const [key, setKey] = useState(known)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => { if (trouble !== null) first.current?.focus() }, [trouble])
  return (
    <form class="t-form" onSubmit={(event) => { event.preventDefault(); onKey(cleaned(key)) }}>
      <p class="t-intro">{t.intro}</p>
      <label><span>{t.number}</span>
        <input ref={first} name="number" value={key.number} required autocomplete="off" autocapitalize="characters" spellcheck={false} maxLength={60} aria-describedby="number-hint" onInput={(event) => setKey({ ...key, number: event.currentTarget.value })} />
        <small id="number-hint">{t.numberHint}</small>
      </label>
      <label><span>{t.code}</span>
        <input name="code" value={key.code} autocomplete="off" autocapitalize="characters" spellcheck={false} maxLength={20} aria-describedby="code-hint" onInput={(event) => setKey({ ...key, code: event.currentTarget.value })} />
        <small id="code-hint">{t.codeHint}</small>
      </label>
      <button type="submit" class="t-main" disabled={isBusy}>{isBusy ? t.working : t.look}</button>
      <p class="t-trouble" role="alert">{trouble}</p>
    </form>
  )
}
