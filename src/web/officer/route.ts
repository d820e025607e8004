import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

function idInAddress(): string | null {
  const id = location.hash.slice(1)
  return id === '' ? null : id
}

const opened = signal(idInAddress())
addEventListener('hashchange', () => { opened.value = idInAddress() })

/** The page of alarms on this phone, in the place of an alert's id. */
export const ALARMS = 'alarms'

/** The alert that is open, by its id or number in the page's address, so that the phone's back key closes it and a push can open it. */
export const openedId: ReadonlySignal<string | null> = opened

/** The address that opens an alert. */
export function addressOf(alertId: string): string {
  return `#${alertId}`
}

/** Opens what a notification names: an address of this page. */
export function openAddress(address: string): void {
  const { hash } = new URL(address, location.origin)
  if (hash !== '') location.hash = hash
}

/** Back to the list. */
export function closeAlert(): void {
  history.replaceState(null, '', location.pathname)
  opened.value = null
}
