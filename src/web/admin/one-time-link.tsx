import { useEffect, useRef, useState } from 'preact/hooks'
import { words } from './words.ts'

/** A sign-in link as the server told it, once. */
export interface Told {
  id: string
  link: string
}

/** The link, to be given to its person now: nobody can read it again. */
export function OneTimeLink({ told: { id, link }, close }: { told: Told; close: () => void }) {
  const t = words.value.people
  const [isCopied, setCopied] = useState(false)
  const box = useRef<HTMLElement>(null)
  const whole = new URL(link, location.origin).href
  useEffect(() => box.current?.focus(), [link])
  return (
    <section class="a-panel a-link" ref={box} tabIndex={-1} aria-label={t.link}>
      <p role="status"><b>{t.linkOnce(id)}</b></p>
      <code>{whole}</code>
      <p class="a-buttons">
        <button type="button" class="quiet-button" onClick={() => void navigator.clipboard.writeText(whole).then(() => setCopied(true), () => undefined)}>{isCopied ? t.copied : t.copy}</button>
        <button type="button" class="quiet-button" onClick={close}>{t.close}</button>
      </p>
    </section>
  )
}
