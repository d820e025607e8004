import { endOpenGaps, openGap } from '../../actions/record-gap.ts'
import type { GapStore } from '../../actions/record-gap.ts'
import type { ListenerLog } from './log.ts'
import { sleep } from './sleep.ts'

const RETRY_MS = 500

/**
 * Says what the stream sees and writes it down. The words count at once; the writing is done in order, one after the other,
 * and goes on until the store takes it.
 */
export class GapKeeper {
  readonly #store: GapStore
  readonly #log: ListenerLog
  readonly #onGap: (event: 'gap-opened' | 'gap-ended') => void
  readonly #stop = new AbortController()
  #chain: Promise<void> = Promise.resolve()
  /** Since when the stream does not see, epoch milliseconds; null while it does. */
  blindSince: number | null = null

  constructor(store: GapStore, log: ListenerLog, onGap: (event: 'gap-opened' | 'gap-ended') => void) {
    this.#store = store
    this.#log = log
    this.#onGap = onGap
  }

  /**
   * The stream does not see any more.
   * @param cut.isContinuation the connection before never worked, so that this is still the same outage.
   */
  cut(cut: { lastByteAt: number; reason: string; isContinuation?: boolean }): void {
    this.blindSince ??= cut.lastByteAt
    this.#write(async () => {
      const { did, gap } = await openGap(this.#store, { lastByteAt: cut.lastByteAt, reason: cut.reason, isContinuation: cut.isContinuation ?? false })
      if (did === 'already-open') return
      this.#onGap('gap-opened')
      this.#log[cut.reason === 'listener-stopped' ? 'info' : 'warn']({ gap: gap.id, did, reason: cut.reason }, 'the stream is blind')
    })
  }

  /** The stream sees again since `at`: every open gap ends, also one that a dead listener left. */
  up(at: number): void {
    this.blindSince = null
    this.#write(async () => {
      const { ended } = await endOpenGaps(this.#store, at, () => this.blindSince === null)
      for (const gap of ended) {
        this.#onGap('gap-ended')
        this.#log.info({ gap: gap.id, reason: gap.reason, blindMs: (gap.endedAt ?? at) - gap.startedAt }, 'the gap has ended')
      }
    })
  }

  /** Resolves when everything said so far is written. */
  settled(): Promise<void> {
    return this.#chain
  }

  /** Gives up what could not be written yet: the next listener opens its gap from the last checkpoint. */
  abandon(): void {
    this.#stop.abort()
  }

  #write(work: () => Promise<void>): void {
    this.#chain = this.#chain.then(async () => {
      for (let attempt = 1; !this.#stop.signal.aborted; attempt++) {
        try {
          return await work()
        } catch (error) {
          if (attempt === 1) this.#log.warn({ err: error }, 'a gap could not be written; trying until it can')
          await sleep(RETRY_MS, this.#stop.signal)
        }
      }
    })
  }
}
