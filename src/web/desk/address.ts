import { signal } from '@preact/signals'
import { BUILT_IN } from './built-in-views.ts'
import { readFilter, writeFilter } from './filter.ts'
import type { Filter } from './filter.ts'

/** What the page looks at, all of it in its address, so that it can be sent to a colleague and the back button works. */
export const filter = signal<Filter>(location.search === '' ? BUILT_IN.open.filter : readFilter(location.search))
/** The docket that is open, by number or id; null where none is. */
export const openedId = signal<string | null>(fromHash())
/** The row of the keyboard, by docket id. */
export const cursorId = signal<string | null>(null)
/** The row that the keyboard asks to be focused; taken back by the row that does it. */
export const focusWanted = signal<string | null>(null)
/** Rows that are chosen for an act on many, by docket id. */
export const chosen = signal<ReadonlySet<string>>(new Set())

function fromHash(): string | null {
  return /^#([A-Za-z0-9-]{3,80})$/.exec(location.hash)?.[1] ?? null
}

// A bare address is the work that is not done; the address says so from then on.
if (location.search === '') write(true)

addEventListener('popstate', () => {
  filter.value = readFilter(location.search)
  openedId.value = fromHash()
})

function write(replace: boolean): void {
  const query = writeFilter(filter.value) || 'sort=urgency'
  const address = `${location.pathname}?${query}${openedId.value ? `#${openedId.value}` : ''}`
  if (replace) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
}

/** Looks at other dockets. @param isTyping each letter of a search is no step back of its own. */
export function show(next: Filter, isTyping = false): void {
  if (writeFilter(next) === writeFilter(filter.value)) return
  filter.value = next
  chosen.value = new Set()
  write(isTyping)
}

export function openDocket(number: string): void {
  if (openedId.value === number) return
  openedId.value = number
  write(false)
}

export function closeDocket(): void {
  if (openedId.value === null) return
  openedId.value = null
  write(false)
}
