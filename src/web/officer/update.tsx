import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useLink } from '../shared/context.ts'
import { texts } from '../shared/language.ts'
import type { Link } from '../shared/link.ts'
import { registration } from './worker.ts'

/** Nobody has touched the page for so long: it may begin anew. */
const IDLE_MS = 20_000
const LOOK_MS = 2_000
const CHECK_MS = 30 * 60_000

const waiting = signal<ServiceWorker | null>(null)
let touchedAt = 0
let isReloading = false

/** Follows new versions: looks when the server names another version, and takes over when nothing is pending and nobody is touching the page. */
export function useUpdates(): void {
  const link = useLink()
  const found = registration.value
  const version = link.heartbeat.value?.appVersion
  useEffect(() => { if (version !== undefined) void found?.update().catch(() => undefined) }, [found, version])
  useEffect(() => {
    if (!found) return
    const look = (): void => { waiting.value = navigator.serviceWorker.controller ? found.waiting : null }
    const onFound = (): void => found.installing?.addEventListener('statechange', look)
    found.addEventListener('updatefound', onFound)
    look()
    let isFirst = navigator.serviceWorker.controller === null
    const onTaken = (): void => {
      // The very first worker takes over a page that is as new as itself.
      const isReason = !isFirst && !isReloading
      isFirst = false
      if (!isReason) return
      isReloading = true
      location.reload()
    }
    navigator.serviceWorker.addEventListener('controllerchange', onTaken)
    const touch = (): void => { touchedAt = performance.now() }
    for (const name of ['pointerdown', 'keydown', 'scroll', 'hashchange']) addEventListener(name, touch, { passive: true, capture: true })
    const timer = setInterval(() => { if (waiting.value && isIdle(link)) takeOver() }, LOOK_MS)
    const check = setInterval(() => void found.update().catch(() => undefined), CHECK_MS)
    return () => {
      clearInterval(timer)
      clearInterval(check)
    }
  }, [found])
}

function isIdle({ outbox, parcels, alerts }: Link): boolean {
  const isSending = [...outbox.pending.value.values()].length > 0 || parcels.waiting.value.length > 0
  const isWriting = document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement
  const isRinging = alerts.value.some(({ holder, shelf }) => holder === null && shelf === null)
  return !isSending && !isWriting && !isRinging && (document.visibilityState === 'hidden' || performance.now() - touchedAt > IDLE_MS)
}

function takeOver(): void {
  waiting.value?.postMessage({ kind: 'take-over' })
}

/** Says that a new version waits, and lets the person have it now. */
export function UpdateBar() {
  useUpdates()
  const t = texts.value.field
  if (!waiting.value) return null
  return <div class="push-bar" data-kind="update" role="status"><span>{t.newVersion}</span><button type="button" class="quiet-button" onClick={takeOver}>{t.reload}</button></div>
}
