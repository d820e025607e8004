/** Buckets of the past that make the usual volume, and of the present that is compared with it. */
const PAST = 12
const PRESENT = 3
/** Below this many expected posts, silence is no surprise. */
const MIN_EXPECTED = 20
const ALARM_SHARE = 0.1

/**
 * Notices that posts stay away while heartbeats go on coming: a rule lost at X, a silent filter, an empty feed. Counts posts
 * in buckets of equal length and compares the last few with the usual.
 */
export class VolumeWatch {
  readonly #bucketMs: number
  #counts: number[] = []
  #startedAt: number | null = null

  constructor(bucketMs: number) {
    this.#bucketMs = bucketMs
  }

  count(now: number): void {
    const index = this.#advance(now)
    this.#counts[index] = (this.#counts[index] ?? 0) + 1
  }

  /** Forgets the past: after an outage or a change of rules the old volume says nothing. */
  reset(): void {
    this.#counts = []
    this.#startedAt = null
  }

  /** Share of the usual volume that came lately, when it is alarmingly small; else null. */
  dropped(now: number): number | null {
    this.#advance(now)
    const finished = this.#counts.slice(0, -1)
    const present = finished.slice(-PRESENT)
    const past = finished.slice(0, -PRESENT)
    if (present.length < PRESENT || past.length < PRESENT) return null
    const expected = (sum(past) / past.length) * PRESENT
    const share = sum(present) / expected
    return expected >= MIN_EXPECTED && share < ALARM_SHARE ? share : null
  }

  /** Opens the buckets up to `now` and answers the index of the current one. */
  #advance(now: number): number {
    this.#startedAt ??= now
    let index = Math.floor((now - this.#startedAt) / this.#bucketMs)
    const tooMany = index + 1 - (PAST + PRESENT + 1)
    if (tooMany > 0) {
      this.#counts.splice(0, tooMany)
      this.#startedAt += tooMany * this.#bucketMs
      index -= tooMany
    }
    while (this.#counts.length <= index) this.#counts.push(0)
    return index
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
