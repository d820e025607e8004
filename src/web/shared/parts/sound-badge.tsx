import { useEffect, useState } from 'preact/hooks'
import { useLink } from '../context.ts'
import { texts } from '../language.ts'
import { startSiren } from '../siren.ts'
import type { Siren } from '../siren.ts'

/**
 * Sounds what waits. In red while the browser lets nothing be heard; a button stops the horn for two minutes, and acknowledges
 * nothing. @param silenceKey a key that does the same, for pages without a pointer and without fields.
 */
export function SoundBadge({ silenceKey }: { silenceKey?: string }) {
  const link = useLink()
  const [siren, setSiren] = useState<Siren | null>(null)
  const t = texts.value.sound
  useEffect(() => {
    const one = startSiren(link)
    setSiren(one)
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === silenceKey && !event.ctrlKey && !event.metaKey && !event.altKey) one.silence()
    }
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onKey)
      one.stop()
    }
  }, [link, silenceKey])
  const state = siren?.state.value ?? 'off'
  return (
    <div class="sound-badge" data-sound={state} role="status">
      {state === 'off' && <><strong>{t.off}</strong> <button type="button" class="quiet-button">{t.arm}</button></>}
      {state === 'on' && <span>{t.on}</span>}
      {state === 'on' && siren?.cause.value && <> <button type="button" class="quiet-button" onClick={() => siren.silence()}>{t.silence}</button></>}
      {state === 'silenced' && <span class="sound-silenced">{t.silenced} <span class="digits" aria-hidden="true">{siren?.leftS.value ?? 0} s</span></span>}
    </div>
  )
}
