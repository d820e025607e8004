import { effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { RouteAnswer } from '../../../contract/http.ts'
import { depot } from '../../shared/depot.ts'
import { registration } from '../worker.ts'
import { deviceName } from './device-name.ts'

/**
 * Whether this device can be woken:
 * - `looking`: not known yet. `unsupported`, `insecure`, `iphone` (only from the home screen), `denied`: not until something else is done.
 * - `off`: a tap away. `failed`: permission is there, but the browser or the server did not take it. `on`: the server has it.
 */
export type PushKind = 'looking' | 'unsupported' | 'insecure' | 'iphone' | 'denied' | 'off' | 'failed' | 'on'
export interface PushState {
  kind: PushKind
  /** Of this device, as the server knows it. */
  deviceId: string | null
}

const state = signal<PushState>({ kind: 'looking', deviceId: null })
export const pushState: ReadonlySignal<PushState> = state

/** Looks at the browser, and brings the server's copy of an existing subscription up to date: the browser may have changed it. */
export async function lookAtPush(): Promise<void> {
  const kind = obstacle()
  if (kind) return set(kind)
  if (Notification.permission !== 'granted') return set(Notification.permission === 'denied' ? 'denied' : 'off')
  await subscribe()
}

/** Asks for permission and subscribes. Only ever called by a click. */
export async function turnPushOn(): Promise<void> {
  const kind = obstacle()
  if (kind) return set(kind)
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return set(permission === 'denied' ? 'denied' : 'off')
  await subscribe()
}

function set(kind: PushKind, deviceId: string | null = null): void {
  state.value = { kind, deviceId }
}

function obstacle(): PushKind | null {
  if (!isSecureContext) return 'insecure'
  const isApple = /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1)
  const isInstalled = matchMedia('(display-mode: standalone)').matches
  const isSupported = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
  if (isApple && !isInstalled && !isSupported) return 'iphone'
  return isSupported ? null : 'unsupported'
}

async function subscribe(): Promise<void> {
  try {
    const { pushManager } = await navigator.serviceWorker.ready
    const { publicKey } = await getJson<RouteAnswer<'pushKey'>>('/api/push/key')
    const known = await pushManager.getSubscription()
    // Of other keys (the server got new ones) it is worth nothing.
    if (known && !isOf(known, publicKey)) await known.unsubscribe()
    const subscription = known && isOf(known, publicKey) ? known : await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    const { endpoint, keys } = subscription.toJSON()
    const device = deviceName(navigator.userAgent)
    await depot<{ key: string; value: string }>('facts').put({ key: 'device', value: device })
    const response = await fetch('/api/push/devices', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ endpoint, keys, device }) })
    if (!response.ok) throw new Error(`refused: ${response.status}`)
    set('on', (await response.json() as { id: string }).id)
  } catch {
    set('failed')
  }
}

export async function getJson<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return await response.json() as Answer
}

function isOf(subscription: PushSubscription, publicKey: string): boolean {
  const key = subscription.options.applicationServerKey
  if (!key) return true
  const text = btoa(String.fromCharCode(...new Uint8Array(key))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return text === publicKey.replace(/=+$/, '')
}

// The service worker is there a moment after the page.
effect(() => { if (registration.value) void lookAtPush() })
setTimeout(() => { if (state.value.kind === 'looking') void lookAtPush() }, 4_000)
