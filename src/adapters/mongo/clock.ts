import { MAX_TIME_MS } from './connection.ts'
import type { MongoConnection } from './connection.ts'

const REFRESH_MS = 30_000
const SAMPLES = 5

/**
 * The primary's clock, read without asking: an offset to this process's monotonic clock (so a host clock that jumps moves
 * nothing), from the `hello` with the shortest round trip of several, whose error is at most half that trip.
 */
export class ServerClock {
  readonly #connection: MongoConnection
  #offsetMs = Date.now() - performance.now()
  #timer: NodeJS.Timeout | undefined

  constructor(connection: MongoConnection) {
    this.#connection = connection
  }

  /** Measures now and then every 30 s in the background. @throws PrahariError unavailable. */
  async start(): Promise<void> {
    await this.#measure()
    // A measurement that fails leaves the last offset: clocks drift by milliseconds a minute.
    this.#timer = setInterval(() => void this.#measure().catch(() => undefined), REFRESH_MS)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Epoch milliseconds. */
  now(): number {
    return Math.floor(performance.now() + this.#offsetMs)
  }

  async #measure(): Promise<void> {
    let shortest = Infinity
    for (let sample = 0; sample < SAMPLES; sample++) {
      const sentAt = performance.now()
      const { localTime } = await this.#connection.run(() => this.#connection.mongoose.getClient().db().admin().command({ hello: 1, maxTimeMS: MAX_TIME_MS }))
      const tripMs = performance.now() - sentAt
      if (!(localTime instanceof Date) || tripMs >= shortest) continue
      shortest = tripMs
      this.#offsetMs = localTime.getTime() - (sentAt + tripMs / 2)
    }
  }
}
