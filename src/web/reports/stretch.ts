import { signal } from '@preact/signals'
import { atFieldTime, fieldTime } from '../shared/indian-time.ts'

/** What the page shows, as its address says: an area, whole days in India, and how the table is divided. */
export interface Stretch {
  node: string | null
  /** `2026-11-23`, both included; null: the last `days`. */
  first: string | null
  last: string | null
  days: number
  table: string
}

const DAY_MS = 86_400_000
const DATE = /^\d{4}-\d{2}-\d{2}$/

export function readStretch(search: string): Stretch {
  const given = new URLSearchParams(search)
  const date = (name: string): string | null => {
    const value = given.get(name) ?? ''
    return DATE.test(value) && atFieldTime(`${value}T00:00`) !== null ? value : null
  }
  const days = Number(given.get('days') ?? 7)
  const [first, last] = [date('first'), date('last')]
  const isSet = first !== null && last !== null && first <= last
  return {
    node: /^[a-z0-9-]{1,80}$/.exec(given.get('node') ?? '')?.[0] ?? null, first: isSet ? first : null, last: isSet ? last : null,
    days: Number.isSafeInteger(days) && days >= 1 && days <= 400 ? days : 7, table: /^[a-z]{1,20}$/.exec(given.get('table') ?? '')?.[0] ?? 'districts',
  }
}

export function writeStretch({ node, first, last, days, table }: Stretch): string {
  const query = new URLSearchParams()
  if (node !== null) query.set('node', node)
  if (first !== null && last !== null) {
    query.set('first', first)
    query.set('last', last)
  } else if (days !== 7) query.set('days', String(days))
  if (table !== 'districts') query.set('table', table)
  return query.toString()
}

/** From when (included) until when (excluded), epoch milliseconds. The last days end now, and begin with a whole day. */
export function boundsOf({ first, last, days }: Stretch, now: number): { from: number; to: number } {
  const startOf = (date: string): number => atFieldTime(`${date}T00:00`) ?? now
  if (first !== null && last !== null) return { from: startOf(first), to: startOf(last) + DAY_MS }
  return { from: startOf(fieldTime(now - (days - 1) * DAY_MS).slice(0, 10)), to: now + 60_000 - (now % 60_000) }
}

/** The page's own stretch; the address follows it, so that a report can be sent as a link. */
export const stretch = signal(readStretch(location.search))

export function show(changes: Partial<Stretch>): void {
  stretch.value = { ...stretch.value, ...changes }
  const query = writeStretch(stretch.value)
  history.replaceState(null, '', query ? `/reports?${query}` : '/reports')
}
