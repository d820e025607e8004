import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { readAlert } from '../shared/chronicle.ts'
import type { Begun } from '../shared/chronicle.ts'

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

/** Asked for before the page is drawn: whoever comes by a push waits for nothing else. */
export const firstRead: Begun | null = begin(opened.value)

function begin(id: string | null): Begun | null {
  if (id === null || id === ALARMS) return null
  const answer = readAlert(id)
  answer.catch(() => undefined)
  return { id, answer }
}

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
