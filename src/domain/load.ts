/** Bands of the alarm load of one position, alarms per ten minutes (ISA-18.2, EEMUA 191). */
export const LOAD_BANDS = ['fine', 'manageable', 'over', 'flood'] as const
export type LoadBand = (typeof LOAD_BANDS)[number]

export const WINDOW_MS = 600_000
/** Very likely acceptable, and the most that is manageable, on average; more than FLOOD in one window is a flood. */
const ACCEPTABLE = 1
const MANAGEABLE = 2
const FLOOD = 10

export interface Load {
  /** In each window of ten minutes, oldest first; the last one ends now. */
  windows: number[]
  /** In the last ten minutes. */
  now: number
  average: number
  peak: number
  /** By the average, or flood while the last ten minutes are one. */
  band: LoadBand
}

/** The alarm load of one position. @param times when each alarm came, epoch milliseconds. @param count how many windows before `at`. */
export function loadOf(times: readonly number[], at: number, count: number): Load {
  const windows = Array.from({ length: count }, () => 0)
  for (const time of times) {
    const index = count - 1 - Math.floor((at - time) / WINDOW_MS)
    if (time <= at && index >= 0) windows[index] = (windows[index] ?? 0) + 1
  }
  const now = windows.at(-1) ?? 0
  const average = windows.reduce((sum, one) => sum + one, 0) / count
  return { windows, now, average, peak: Math.max(...windows), band: bandOf(now, average) }
}

export function bandOf(now: number, average: number): LoadBand {
  if (now > FLOOD) return 'flood'
  const load = Math.max(now, average)
  return load <= ACCEPTABLE ? 'fine' : load <= MANAGEABLE ? 'manageable' : 'over'
}
