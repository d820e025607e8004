import type { ReadonlySignal } from '@preact/signals'
import type { AlertView } from '../../contract/alert-view.ts'
import type { ViewerView } from '../../contract/sockets.ts'
import type { Clock } from './clock.ts'
import { depot } from './depot.ts'
import { newKey } from './new-key.ts'
import { createOutbox } from './outbox.ts'
import type { Act, Outbox } from './outbox.ts'
import { sendParcel } from './parcel.ts'
import type { Parcel } from './parcel.ts'
import { createParcels } from './parcels.ts'
import type { Parcels } from './parcels.ts'
import { createReceipts } from './receipts.ts'
import type { Receipts } from './receipts.ts'
import type { Wire } from './wire.ts'

/** Everything that goes from this page to the server. */
export interface Outgoing {
  outbox: Outbox
  parcels: Parcels
  receipts: Receipts
}

/** The name under which the browser lets the service worker send what waits, once there is a connection. */
const SYNC_TAG = 'outbox'
type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }

export function openOutgoing({ wire, clock, viewer, onAlert, onGone }: {
  wire: Wire; clock: Clock; viewer: ReadonlySignal<ViewerView | null>; onAlert: (alert: AlertView) => void; onGone: (alertId: string) => void
}): Outgoing {
  const whenKnown = (): Promise<string> => new Promise((resolve) => {
    // Subscribing calls back at once with what is there.
    const stop = viewer.subscribe((one) => {
      if (!one) return
      resolve(one.personId)
      queueMicrotask(() => stop())
    })
  })
  const shared = {
    whenKnown, newKey, whenConnected: () => wire.whenConnected(), wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    // The browser's date is asked only where the server has never been heard: then nothing better is known.
    now: () => clock.now.value ?? Date.now(),
    onShelved: () => { if (!wire.isConnected.value) askForSync() },
  }
  const outbox = createOutbox({ ...shared, send: (act) => wire.sendAct(act), onAlert, onGone, shelf: depot<Act>('acts') })
  const parcels = createParcels({ ...shared, wait: (ms) => Promise.race([shared.wait(ms), online()]), send: sendParcel, shelf: depot<Parcel>('parcels') })
  const receipts = createReceipts((receipt) => wire.sendReceipt(receipt), () => document.visibilityState === 'visible')
  const recheck = (): void => void Promise.all([outbox.recheck(), parcels.recheck()])

  const tellAttention = (): void => wire.tellAttention(document.visibilityState === 'visible')
  wire.onConnected(() => {
    receipts.forget()
    tellAttention()
  })
  document.addEventListener('visibilitychange', tellAttention)
  addEventListener('pagehide', () => { if ([...outbox.pending.value.values()].some(({ refusal }) => !refusal) || parcels.waiting.value.some(({ refusal }) => !refusal)) askForSync() })
  if ('serviceWorker' in navigator) navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ kind?: string } | null>) => { if (data?.kind === 'sent') recheck() })
  recheck()
  return { outbox, parcels, receipts }
}

/** A phone that comes out of a tunnel says so. */
function online(): Promise<void> {
  return new Promise((resolve) => { addEventListener('online', () => resolve(), { once: true }) })
}

function askForSync(): void {
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return
  void navigator.serviceWorker.ready.then((registration) => (registration as WithSync).sync?.register(SYNC_TAG)).catch(() => undefined)
}
