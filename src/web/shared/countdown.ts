/** What a countdown shows: digits, and whether they count down to the time or up from it. */
export interface Countdown {
  isOverdue: boolean
  digits: string
}

/** `0:42`, `12:05`, `1:02:03`, from whole seconds, never negative. */
export function digits(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds))
  const s = String(total % 60).padStart(2, '0')
  const m = Math.floor(total / 60)
  if (m < 60) return `${m}:${s}`
  return `${Math.floor(m / 60)}:${String(m % 60).padStart(2, '0')}:${s}`
}

/** Time left until `dueAt`, in started seconds; from then on the full seconds since. */
export function countdown(dueAt: number, now: number): Countdown {
  const leftMs = dueAt - now
  return leftMs > 0
    ? { isOverdue: false, digits: digits(Math.ceil(leftMs / 1000)) }
    : { isOverdue: true, digits: digits(-leftMs / 1000) }
}

/** Full seconds since `at`, as digits. */
export function elapsed(at: number, now: number): string {
  return digits((now - at) / 1000)
}
