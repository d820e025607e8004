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

const GROUPED = new Intl.NumberFormat('en-IN')

/** `1,00,000`: whole numbers grouped the Indian way. */
export function grouped(n: number): string {
  return GROUPED.format(n)
}
