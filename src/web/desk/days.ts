const IST_OFFSET_MS = 19_800_000
const DAY_MS = 86_400_000

/** The day in India of a time, as a date field has it: `2026-11-24`. */
export function dayOf(at: number): string {
  return new Date(at + IST_OFFSET_MS).toISOString().slice(0, 10)
}

/** When that day begins in India, epoch milliseconds; null where it is no date. */
export function startOfDay(day: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isFinite(at) ? at - IST_OFFSET_MS : null
}

/** When it ends. */
export function endOfDay(day: string): number | null {
  const start = startOfDay(day)
  return start === null ? null : start + DAY_MS
}

/** `2026-11-24T18:30` in India, as a field for date and time has it. */
export function momentOf(at: number): string {
  return new Date(at + IST_OFFSET_MS).toISOString().slice(0, 16)
}

/** The time that such a field names; null where it names none. */
export function momentFrom(text: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN
  return Number.isFinite(at) ? at - IST_OFFSET_MS : null
}
