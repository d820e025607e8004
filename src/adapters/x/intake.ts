import type { Delivery, Item } from './delivery.ts'

export interface IntakeOptions {
  delivery: Pick<Delivery, 'deliver'>
  /** Items per write at most. */
  batch: number
  /** Bytes of frames in memory at which reading stops; it goes on at half of it. */
  highBytes: number
  onPressure(isHigh: boolean): void
}

/**
 * Writes under way at once: while one waits for the disk, the next is judged and its cries for help are on their way. Their
 * order does not matter, since the post id is the key of everything that follows.
 */
const WRITES = 2

interface Waiting {
  item: Item
  bytes: number
  receivedAt: number
}

/**
 * What was read from the stream and is not durable yet. Batches form by themselves: while as many writes are under way as
 * may be, what arrives collects for the next. Nothing is dropped; the bound on memory is kept by not reading.
 */
export class Intake {
  readonly #options: IntakeOptions
  readonly #stop = new AbortController()
  readonly #waiting: Waiting[] = []
  /** Batches in the order in which they set out. */
  readonly #underWay = new Map<Waiting[], Promise<void>>()
  #sizeUnderWay = 0
  #bytes = 0
  #isHigh = false
  #isScheduled = false
  readonly #roomy: (() => void)[] = []

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /** @param receivedAt when its frame was read, epoch milliseconds. */
  offer(item: Item, bytes: number, receivedAt: number): void {
    this.#waiting.push({ item, bytes, receivedAt })
    this.#bytes += bytes
    if (!this.#isHigh && this.#bytes >= this.#options.highBytes) this.#setHigh(true)
    this.#schedule()
  }

  get size(): number {
    return this.#waiting.length + this.#sizeUnderWay
  }

  get bytes(): number {
    return this.#bytes
  }

  get isHigh(): boolean {
    return this.#isHigh
  }

  /** When the oldest item that is not durable was read; null when all are. Until then the stream counts as recorded. */
  get oldestAt(): number | null {
    const [first] = this.#underWay.keys()
    return (first ?? this.#waiting)[0]?.receivedAt ?? null
  }

  /** Resolves when reading may go on. */
  whenRoomy(): Promise<void> {
    return this.#isHigh ? new Promise((resolve) => this.#roomy.push(resolve)) : Promise.resolve()
  }

  /** Resolves when everything offered so far is durable, or was given up. */
  async drained(): Promise<void> {
    while (this.size > 0 && !this.#stop.signal.aborted) {
      await (this.#underWay.size > 0 ? Promise.race(this.#underWay.values()) : new Promise((resolve) => setImmediate(resolve)))
    }
    await Promise.all(this.#underWay.values())
  }

  /** Gives up what is not durable: recovery will read it again. */
  abandon(): void {
    this.#stop.abort()
    this.#setHigh(false)
  }

  /** Frames of one chunk are offered in one turn of the event loop: they share a write. */
  #schedule(): void {
    if (this.#isScheduled || this.#waiting.length === 0 || this.#underWay.size >= WRITES || this.#stop.signal.aborted) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      const batch = this.#waiting.splice(0, this.#options.batch)
      this.#underWay.set(batch, this.#write(batch))
      this.#schedule()
    })
  }

  async #write(batch: Waiting[]): Promise<void> {
    this.#sizeUnderWay += batch.length
    await this.#options.delivery.deliver(batch.map((one) => one.item), this.#stop.signal).catch(() => 0)
    if (this.#stop.signal.aborted) return
    this.#underWay.delete(batch)
    this.#sizeUnderWay -= batch.length
    this.#bytes -= batch.reduce((sum, one) => sum + one.bytes, 0)
    if (this.#isHigh && this.#bytes <= this.#options.highBytes / 2) this.#setHigh(false)
    this.#schedule()
  }

  #setHigh(isHigh: boolean): void {
    if (this.#isHigh === isHigh) return
    this.#isHigh = isHigh
    this.#options.onPressure(isHigh)
    if (!isHigh) for (const resolve of this.#roomy.splice(0)) resolve()
  }
}
