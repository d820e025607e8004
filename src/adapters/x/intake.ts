import type { Delivery, Item } from './delivery.ts'

export interface IntakeOptions {
  delivery: Pick<Delivery, 'deliver'>
  /** Items per write at most. */
  batch: number
  /** Bytes of frames in memory at which reading stops; it goes on at half of it. */
  highBytes: number
  onPressure(isHigh: boolean): void
}

interface Waiting {
  item: Item
  bytes: number
  receivedAt: number
}

/**
 * What was read from the stream and is not durable yet. Batches form by themselves: while one write is under way, what
 * arrives collects for the next. Nothing is dropped; the bound on memory is kept by not reading.
 */
export class Intake {
  readonly #options: IntakeOptions
  readonly #stop = new AbortController()
  readonly #waiting: Waiting[] = []
  #underWay: Waiting[] = []
  #bytes = 0
  #isHigh = false
  #running: Promise<void> | undefined
  readonly #roomy: (() => void)[] = []

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /** @param receivedAt when its frame was read, epoch milliseconds. */
  offer(item: Item, bytes: number, receivedAt: number): void {
    this.#waiting.push({ item, bytes, receivedAt })
    this.#bytes += bytes
    if (!this.#isHigh && this.#bytes >= this.#options.highBytes) this.#setHigh(true)
    this.#running ??= this.#run()
  }

  get size(): number {
    return this.#waiting.length + this.#underWay.length
  }

  get bytes(): number {
    return this.#bytes
  }

  get isHigh(): boolean {
    return this.#isHigh
  }

  /** When the oldest item that is not durable was read; null when all are. Until then the stream counts as recorded. */
  get oldestAt(): number | null {
    return (this.#underWay[0] ?? this.#waiting[0])?.receivedAt ?? null
  }

  /** Resolves when reading may go on. */
  whenRoomy(): Promise<void> {
    return this.#isHigh ? new Promise((resolve) => this.#roomy.push(resolve)) : Promise.resolve()
  }

  /** Resolves when everything offered so far is durable. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running
  }

  /** Gives up what is not durable: recovery will read it again. */
  abandon(): void {
    this.#stop.abort()
    this.#setHigh(false)
  }

  async #run(): Promise<void> {
    // Frames of one chunk are offered in one turn of the event loop: let them share a write.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#waiting.length > 0 && !this.#stop.signal.aborted) {
      this.#underWay = this.#waiting.splice(0, this.#options.batch)
      try {
        await this.#options.delivery.deliver(this.#underWay.map((one) => one.item), this.#stop.signal)
      } catch (error) {
        if (this.#stop.signal.aborted) break
        throw error
      }
      this.#bytes -= this.#underWay.reduce((sum, one) => sum + one.bytes, 0)
      this.#underWay = []
      if (this.#isHigh && this.#bytes <= this.#options.highBytes / 2) this.#setHigh(false)
    }
    this.#running = undefined
  }

  #setHigh(isHigh: boolean): void {
    if (this.#isHigh === isHigh) return
    this.#isHigh = isHigh
    this.#options.onPressure(isHigh)
    if (!isHigh) for (const resolve of this.#roomy.splice(0)) resolve()
  }
}
