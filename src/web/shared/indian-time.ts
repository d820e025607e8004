const IST_OFFSET_MS = 19_800_000

function indian(at: number): Date {
  return new Date(at + IST_OFFSET_MS)
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** `21:04:09` in India (UTC+5:30, no summer time), from epoch milliseconds. */
export function clockTime(at: number): string {
  const t = indian(at)
  return `${two(t.getUTCHours())}:${two(t.getUTCMinutes())}:${two(t.getUTCSeconds())}`
}

/** `21:04` in India. */
export function shortTime(at: number): string {
  return clockTime(at).slice(0, 5)
}

/** `Tue 24 Nov 2026` in India, by the names of the language. */
export function calendarDay(at: number, names: { days: readonly string[]; months: readonly string[] }): string {
  const t = indian(at)
  return `${names.days[t.getUTCDay()] ?? ''} ${t.getUTCDate()} ${names.months[t.getUTCMonth()] ?? ''} ${t.getUTCFullYear()}`
}

/** `2026-11-24T21:04` in India, as a field for date and time holds it. */
export function fieldTime(at: number): string {
  return indian(at).toISOString().slice(0, 16)
}

/** `06:30` from what somebody typed for it: `6:30`, `0630`, `6.30`, `6`; null where it is no time of day. */
export function clockFrom(typed: string): string | null {
  const parts = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(typed.trim())
  if (!parts || Number(parts[1]) > 23 || Number(parts[2] ?? 0) > 59) return null
  return `${two(Number(parts[1]))}:${parts[2] ?? '00'}`
}

/** The epoch milliseconds of what such a field holds; null while it is empty. */
export function atFieldTime(text: string): number | null {
  const at = Date.parse(`${text}Z`)
  return Number.isNaN(at) ? null : at - IST_OFFSET_MS
}

const GROUPED = new Intl.NumberFormat('en-IN')

/** `1,00,000`: whole numbers grouped the Indian way. */
export function grouped(n: number): string {
  return GROUPED.format(n)
}
