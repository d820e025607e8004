import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

function idInAddress(): string | null {
  const id = location.hash.slice(1)
  return id === '' ? null : id
}

const opened = signal(idInAddress())
addEventListener('hashchange', () => { opened.value = idInAddress() })

/** The alert that is open, by the page's address, so that the phone's back key closes it and a push can open it. */
export const openedId: ReadonlySignal<string | null> = opened

/** The address that opens an alert. */
export function addressOf(alertId: string): string {
  return `#${alertId}`
}

/** Back to the list. */
export function closeAlert(): void {
  history.replaceState(null, '', location.pathname)
  opened.value = null
}
