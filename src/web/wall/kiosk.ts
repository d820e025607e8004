import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Link } from '../shared/link.ts'
import { wantsMore } from '../shared/words.ts'
import { whyReload } from './reload.ts'

const CHECK_MS = 1_000
const LOCK_AGAIN_MS = 30_000
const POINTER_RESTS_MS = 3_000
const ANSWER_LIMIT_MS = 4_000

const awake = signal(false)
/** Whether the browser keeps the screen awake for this page. */
export const isAwake: ReadonlySignal<boolean> = awake

/** Started with `?kiosk`: no buttons but on a moving pointer. */
export const isKiosk = new URLSearchParams(location.search).has('kiosk')

/** A wall has no mouse: a pointer that does not move is not drawn. */
export function hideRestingPointer(): void {
  const root = document.documentElement
  const rest = (): void => { root.dataset.pointer = 'resting' }
  let timer = setTimeout(rest, isKiosk ? 0 : POINTER_RESTS_MS)
  addEventListener('pointermove', () => {
    clearTimeout(timer)
    delete root.dataset.pointer
    timer = setTimeout(rest, POINTER_RESTS_MS)
  })
}

/** Keeps the screen awake; browsers let go of the lock whenever the page is hidden. */
export function stayAwake(): void {
  const lock = async (): Promise<void> => {
    if (awake.value || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    try {
      const held = await navigator.wakeLock.request('screen')
      awake.value = true
      held.addEventListener('release', () => {
        awake.value = false
        void lock()
      })
    } catch {
      // No battery, or a browser that forbids it: tried again, and the supervisor's list says that the screen may sleep.
      awake.value = false
    }
  }
  void lock()
  document.addEventListener('visibilitychange', () => void lock())
  setInterval(() => void lock(), LOCK_AGAIN_MS)
}

/** Loads the page anew for a new version and once a night, and only while the server answers: an error page would never come back. */
export function reloadInTime(link: Link): () => void {
  let own: { version: string; openedAt: number } | null = null
  let isTrying = false
  const reload = async (): Promise<void> => {
    isTrying = true
    const isThere = await fetch('/livez', { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) }).then(({ ok }) => ok, () => false)
    isTrying = false
    if (isThere) location.reload()
  }
  const timer = setInterval(() => {
    const now = link.clock.now.value
    const version = link.heartbeat.value?.appVersion
    if (now === null || version === undefined) return
    own ??= { version, openedAt: now }
    if (isTrying || link.freshness.value.kind !== 'live') return
    const unanswered = link.alerts.value.filter(wantsMore)
    if (whyReload({ now, openedAt: own.openedAt, ownVersion: own.version, version, unanswered })) void reload()
  }, CHECK_MS)
  return () => clearInterval(timer)
}
