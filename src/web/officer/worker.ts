import { effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { language } from '../shared/language.ts'
import { openAddress } from './route.ts'

const SCRIPT = '/service-worker.js'
const registered = signal<ServiceWorkerRegistration | null>(null)

/** The registration of the service worker; null where there is none (yet). */
export const registration: ReadonlySignal<ServiceWorkerRegistration | null> = registered

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): unknown }
}

/** Registers the service worker, which caches the app and shows pushes, and follows what it says. */
export async function startWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ kind?: string; address?: string } | null>) => {
    if (data?.kind === 'open' && typeof data.address === 'string') openAddress(data.address)
  })
  try {
    registered.value = await serviceWorker.register(trusted(SCRIPT), { scope: '/', updateViaCache: 'none' })
    const { active } = await serviceWorker.ready
    effect(() => active?.postMessage({ kind: 'language', language: language.value }))
  } catch {
    // Without it the app works as a page; the sheet of alarms says what is missing.
  }
}

/** The server's policy asks for trusted script addresses: this one is a constant. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  return (trustedTypes?.createPolicy('prahari-service-worker', { createScriptURL: (one) => (one === SCRIPT ? one : '') }).createScriptURL(url) ?? url) as string
}
