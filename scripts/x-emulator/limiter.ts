const WINDOW_MS = 15 * 60_000
const DAY_MS = 24 * 60 * 60_000

export interface RateState {
  limit: number
  remaining: number
  /** Unix seconds. */
  reset: number
  isExceeded: boolean
}

/** Fixed windows per endpoint and kind of caller, as the `x-rate-limit-*` headers describe them. */
export class Limiter {
  readonly #clock: () => number
  readonly #windows = new Map<string, { startedAt: number; used: number }>()

  constructor(clock: () => number) {
    this.#clock = clock
  }

  /** Counts one request against the 15-minute window. */
  spend(key: string, limit: number): RateState {
    return this.#spend(key, limit, WINDOW_MS)
  }

  /** Counts one request against the 24-hour cap. */
  spendDay(key: string, limit: number): RateState {
    return this.#spend(`${key}:day`, limit, DAY_MS)
  }

  #spend(key: string, limit: number, span: number): RateState {
    const now = this.#clock()
    let window = this.#windows.get(key)
    if (!window || now >= window.startedAt + span || now < window.startedAt) {
      window = { startedAt: now, used: 0 }
      this.#windows.set(key, window)
    }
    const isExceeded = window.used >= limit
    if (!isExceeded) window.used++
    return { limit, remaining: Math.max(0, limit - window.used), reset: Math.ceil((window.startedAt + span) / 1000), isExceeded }
  }
}
