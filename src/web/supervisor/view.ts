import { signal } from '@preact/signals'
import type { AlertView } from '../../contract/alert-view.ts'
import type { Severity } from '../../domain/verdict.ts'

export const STATE_FILTERS = ['all', 'unanswered', 'held', 'shelved', 'closed'] as const
export type StateFilter = (typeof STATE_FILTERS)[number]

export interface Filter {
  state: StateFilter
  /** Only this severity; null for every one. */
  severity: Severity | null
}

/** What the supervisor looks at: the filter, the row of the keyboard, and the alert that is open beside the table. */
export const filter = signal<Filter>({ state: 'all', severity: null })
export const cursorId = signal<string | null>(null)
export const openedId = signal<string | null>(null)
/** The row that the keyboard asks to be focused; taken back by the row that does it, so that no arriving row steals the focus. */
export const focusWanted = signal<string | null>(null)
/** Whether the pane takes the focus when it opens: whoever opened it by a key goes on in it, and need not walk past all the rows. */
export const isPaneWanted = signal(false)
/** The form that is open in the bar of the opened alert. */
export const asking = signal<'reassign' | 'call' | 'shelve' | null>(null)

/** Whether an alert passes the filter. Closed ones are listed only when asked for. */
export function passes(alert: Pick<AlertView, 'isOpen' | 'holder' | 'severity' | 'shelf'>, { state, severity }: Filter): boolean {
  if (severity !== null && alert.severity !== severity) return false
  if (state === 'closed') return !alert.isOpen
  if (!alert.isOpen) return false
  if (state === 'shelved') return alert.shelf !== null
  return state === 'all' || (alert.shelf === null && (state === 'held') === (alert.holder !== null))
}
