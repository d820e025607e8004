import { useEffect, useRef, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../../contract/http.ts'
import { texts } from '../../shared/language.ts'
import { Phrase } from '../../shared/parts/phrase.tsx'

type Outcomes = RouteAnswer<'testPush'>['devices']

/** Sends a test message to every device of the person, and says what became of each, and whether this phone has shown it. */
export function TestPush() {
  const t = texts.value.field.push
  const [outcomes, setOutcomes] = useState<Outcomes | 'sending' | 'failed' | null>(null)
  const [shownAfterS, setShown] = useState<number | null>(null)
  const startedAt = useRef(0)
  useEffect(() => {
    const hear = ({ data }: MessageEvent<{ kind?: string; of?: string } | null>): void => {
      if (data?.kind === 'push-shown' && data.of === 'test') setShown((performance.now() - startedAt.current) / 1000)
    }
    navigator.serviceWorker.addEventListener('message', hear)
    return () => navigator.serviceWorker.removeEventListener('message', hear)
  }, [])
  const send = async (): Promise<void> => {
    startedAt.current = performance.now()
    setShown(null)
    setOutcomes('sending')
    const response = await fetch('/api/push/test', { method: 'POST' }).catch(() => null)
    setOutcomes(response?.ok ? (await response.json() as RouteAnswer<'testPush'>).devices : 'failed')
  }
  const isAny = Array.isArray(outcomes)
  return (
    <section>
      <button type="button" class="act-button" data-tone="step" disabled={outcomes === 'sending'} onClick={() => void send()}>{outcomes === 'sending' ? t.testing : t.test}</button>
      <div role="status" class="test-outcome">
        {outcomes === 'failed' && <p>{texts.value.field.notLoaded}</p>}
        {isAny && outcomes.length === 0 && <p>{t.noDevices}</p>}
        {isAny && outcomes.map(({ id, device, did, because }) => <p key={id} data-did={did}><b>{device || t.unnamed}</b>: {t.outcome[did]} <small><Phrase text={because} /></small></p>)}
        {shownAfterS !== null ? <p><strong>{t.testShown(shownAfterS.toFixed(1))}</strong></p> : isAny && outcomes.some(({ did }) => did === 'taken') && <p>{t.testWaits}</p>}
      </div>
    </section>
  )
}
