import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Link } from './link.ts'
import { RHYTHMS, causeOf, holds, isBurstDue, play, silenceOf } from './sound.ts'
import type { Cause, Silence, Waiting } from './sound.ts'
import { wantsMore } from './words.ts'

/** The sound of one page. */
export interface Siren {
  /** `off`: the browser lets nothing be heard. `silenced`: by a hand, for what was there then. */
  state: ReadonlySignal<'off' | 'on' | 'silenced'>
  /** What there is to be said aloud now, silenced or not; null: nothing. */
  cause: ReadonlySignal<Cause | null>
  /** Whole seconds until the silence ends by itself. */
  leftS: ReadonlySignal<number>
  /** Stops the horn for two minutes, and for nothing that comes after. */
  silence(): void
  stop(): void
}

const CHECK_MS = 500

/**
 * Sounds what waits in the rhythm of its severity until somebody has it. The first gesture arms it, as browsers demand, with
 * a tone to hear that it works; a context that the browser suspends again shows as `off` and is armed by the next gesture.
 */
export function startSiren(link: Link): Siren {
  const context = new AudioContext()
  const isRunning = (): boolean => context.state === 'running'
  const state = signal<'off' | 'on' | 'silenced'>('off')
  const cause = signal<Cause | null>(null)
  const leftS = signal(0)
  let silence: Silence | null = null
  let last: { cause: Cause; at: number } | null = null

  const now = (): { isStale: boolean; isOnDuty: boolean; waiting: Waiting[] } => ({
    isStale: link.freshness.value.kind === 'stale', isOnDuty: link.viewer.value?.onDuty !== false, waiting: link.alerts.value.filter((alert) => wantsMore(alert) && !alert.shelf),
  })
  const update = (): void => {
    const at = performance.now()
    const what = now()
    cause.value = causeOf(what)
    if (!holds(silence, what, at)) silence = null
    state.value = !isRunning() ? 'off' : silence ? 'silenced' : 'on'
    leftS.value = silence ? Math.ceil((silence.until - at) / 1000) : 0
  }
  const sound = (): void => {
    update()
    const what = cause.value
    if (!what || silence) last = null
    else if (isRunning() && isBurstDue(what, last, performance.now())) {
      play(context, RHYTHMS[what])
      last = { cause: what, at: performance.now() }
    }
  }
  const arm = (): void => {
    if (isRunning()) return
    void context.resume().then(() => {
      if (isRunning() && state.value === 'off') play(context, RHYTHMS.high)
      update()
    })
  }
  const timer = setInterval(sound, CHECK_MS)
  addEventListener('pointerdown', arm)
  addEventListener('keydown', arm)
  context.addEventListener('statechange', update)
  update()
  return {
    state, cause, leftS,
    silence() {
      silence = silenceOf(now(), performance.now())
      update()
    },
    stop() {
      clearInterval(timer)
      removeEventListener('pointerdown', arm)
      removeEventListener('keydown', arm)
      void context.close()
    },
  }
}
