import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useLink } from '../shared/context.ts'
import { texts } from '../shared/language.ts'
import type { Link } from '../shared/link.ts'
import { RHYTHMS, causeOf, isBurstDue, play } from './sound.ts'
import type { Cause } from './sound.ts'

const isSounding = signal(false)
const CHECK_MS = 500

/** Turns the sound on by the first gesture, as browsers demand, and says in red while it is off. */
export function SoundBadge() {
  const link = useLink()
  const t = texts.value.wall
  useEffect(() => runSound(link), [link])
  return (
    <div class="sound-badge" data-on={isSounding.value} role="status">
      {isSounding.value ? t.soundOn : <><strong>{t.soundOff}</strong> <button type="button" class="quiet-button">{t.soundTest}</button></>}
    </div>
  )
}

function runSound(link: Link): () => void {
  const context = new AudioContext()
  let last: { cause: Cause; at: number } | null = null
  const update = (): void => { isSounding.value = context.state === 'running' }
  const arm = (): void => {
    void context.resume().then(() => {
      if (!isSounding.value) play(context, RHYTHMS.high)
      update()
    })
  }
  const timer = setInterval(() => {
    update()
    const cause = causeOf({
      isStale: link.freshness.value.kind === 'stale',
      unanswered: link.alerts.value.filter((alert) => alert.holder === null).map((alert) => alert.severity),
    })
    if (cause && context.state === 'running' && isBurstDue(cause, last, performance.now())) {
      play(context, RHYTHMS[cause])
      last = { cause, at: performance.now() }
    }
    if (!cause) last = null
  }, CHECK_MS)
  // Every gesture tries: an armed context may be suspended again by the browser.
  addEventListener('pointerdown', arm)
  addEventListener('keydown', arm)
  context.addEventListener('statechange', update)
  update()
  return () => {
    clearInterval(timer)
    removeEventListener('pointerdown', arm)
    removeEventListener('keydown', arm)
    void context.close()
  }
}
