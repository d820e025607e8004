import { useEffect, useState } from 'preact/hooks'
import { texts } from '../../shared/language.ts'
import { closeAlert } from '../route.ts'
import { ChannelOrder } from './channel-order.tsx'
import { DeviceList } from './device-list.tsx'
import { pushState, turnPushOn } from './push-state.ts'
import { TestPush } from './test-push.tsx'

/** Whether this phone can be woken, how to make it so, and whether it works. The permission is asked for by a tap alone, after the words that say why. */
export function PushSheet() {
  const t = texts.value.field.push
  const isOn = pushState.value.kind === 'on'
  useEffect(() => scrollTo(0, 0), [])
  return (
    <main class="sheet">
      <div class="detail-bar"><button type="button" class="quiet-button back-button" onClick={closeAlert}>‹ {texts.value.officer.back}</button></div>
      <h2>{t.title}</h2>
      <Standing />
      {isOn && <TestPush />}
      {isOn && <p class="sheet-note">{t.vibrates}</p>}
      <DeviceList />
      <ChannelOrder />
      <Install />
    </main>
  )
}

function Standing() {
  const t = texts.value.field.push
  const [isAsking, setAsking] = useState(false)
  const { kind } = pushState.value
  const turnOn = (): void => {
    setAsking(true)
    void turnPushOn().finally(() => setAsking(false))
  }
  if (kind === 'on') return <p class="sheet-standing" data-on="true"><strong>{t.on}</strong></p>
  return (
    <>
      <p class="sheet-standing" data-on="false"><strong>{t.off}</strong></p>
      <p>{t.why}</p>
      {kind === 'denied' && <p class="sheet-warning">{t.denied}</p>}
      {kind === 'unsupported' && <p class="sheet-warning">{t.unsupported}</p>}
      {kind === 'insecure' && <p class="sheet-warning">{t.insecure}</p>}
      {kind === 'failed' && <p class="sheet-warning" role="alert">{t.failed}</p>}
      {kind === 'iphone' && <IphoneGuide />}
      {(kind === 'off' || kind === 'failed' || kind === 'looking') && (
        <>
          <p>{t.ask}</p>
          <button type="button" class="act-button" data-tone="step" disabled={isAsking} aria-busy={isAsking} onClick={turnOn}>{kind === 'failed' ? t.tryAgain : t.turnOn}</button>
        </>
      )}
    </>
  )
}

function IphoneGuide() {
  const t = texts.value.field.push
  return <><p>{t.iphone}</p><ol class="sheet-steps">{t.iphoneSteps.map((step) => <li key={step}>{step}</li>)}</ol></>
}

interface InstallEvent extends Event {
  prompt(): Promise<unknown>
}
let offered: InstallEvent | null = null
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  offered = event as InstallEvent
})

/** The browser's own offer to install, where it makes one. */
function Install() {
  const t = texts.value.field.push
  const [isOffered, setOffered] = useState(offered !== null)
  useEffect(() => {
    const look = (): void => setOffered(offered !== null)
    addEventListener('beforeinstallprompt', look)
    return () => removeEventListener('beforeinstallprompt', look)
  }, [])
  if (!isOffered || matchMedia('(display-mode: standalone)').matches) return null
  return (
    <section>
      <h3>{t.install}</h3>
      <p>{t.installWhy}</p>
      <button type="button" class="act-button" data-tone="quiet" onClick={() => void offered?.prompt().then(() => { offered = null; setOffered(false) })}>{t.install}</button>
    </section>
  )
}
