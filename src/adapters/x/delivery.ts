import { isRetryable, PrahariError } from '../../domain/errors.ts'
import type { Post } from '../../domain/post.ts'
import type { ListenerLog } from './log.ts'
import { sleep } from './sleep.ts'

/** What the listener hands on: a post, or a frame that is none with the reason. */
export type Item = { kind: 'post'; post: Post } | { kind: 'raw'; raw: string; reason: string }

export interface DeliveryPorts {
  /** Resolves when the posts are durable in the inbox; a post that is there already is success. */
  receive(posts: Post[]): Promise<{ inserted: number }>
  /** Resolves when the frame is kept for a person to look at. */
  quarantine(raw: string, reason: string): Promise<void>
}

export interface DeliveryTimes {
  storeRetryMs: number
  storeRetryMaxMs: number
}

/** Tries of a batch that fails for a reason which nobody classified, before it is taken apart. */
const MAX_TRIES = 3

/**
 * Hands items to the ledger until they are in it. A store that cannot be reached is tried until it can. A post that fails
 * for another reason is separated from its neighbours and quarantined, so that one poisonous post stops nothing.
 */
export class Delivery {
  readonly #ports: DeliveryPorts
  readonly #times: DeliveryTimes
  readonly #log: Pick<ListenerLog, 'warn'>
  readonly #random: () => number
  /** When the store was first found unreachable, performance clock; null while it answers. */
  failingSince: number | null = null

  constructor(ports: DeliveryPorts, times: DeliveryTimes, log: Pick<ListenerLog, 'warn'>, random: () => number) {
    this.#ports = ports
    this.#times = times
    this.#log = log
    this.#random = random
  }

  /**
   * Resolves with the number of posts that were new when everything is durable.
   * @throws the signal's reason when it is aborted before that: what is not durable is then the caller's again.
   */
  async deliver(items: readonly Item[], signal: AbortSignal): Promise<number> {
    const posts = items.flatMap((item) => (item.kind === 'post' ? [item.post] : []))
    const inserted = posts.length > 0 ? await this.#insert(posts, signal) : 0
    for (const item of items) if (item.kind === 'raw') await this.#keepAside(item.raw, item.reason, signal)
    return inserted
  }

  async #insert(posts: Post[], signal: AbortSignal): Promise<number> {
    const outcome = await this.#persist(() => this.#ports.receive(posts), signal)
    if ('value' in outcome) return outcome.value.inserted
    const [only] = posts
    if (posts.length === 1 && only) {
      await this.#keepAside(JSON.stringify(only), `receiving failed: ${outcome.because}`, signal)
      return 0
    }
    let inserted = 0
    for (const post of posts) inserted += await this.#insert([post], signal)
    return inserted
  }

  async #keepAside(raw: string, reason: string, signal: AbortSignal): Promise<void> {
    const outcome = await this.#persist(() => this.#ports.quarantine(raw, reason.slice(0, 500)), signal)
    if ('because' in outcome) this.#log.warn({ reason: outcome.because }, 'a frame could not even be quarantined')
  }

  /** Does it until it is done; gives up only for a reason that waiting does not mend. */
  async #persist<Value>(work: () => Promise<Value>, signal: AbortSignal): Promise<{ value: Value } | { because: string }> {
    for (let attempt = 1, strange = 0; ; attempt++) {
      signal.throwIfAborted()
      try {
        const value = await work()
        this.failingSince = null
        return { value }
      } catch (error) {
        const isUnavailable = error instanceof PrahariError && error.kind === 'unavailable'
        if (!isUnavailable && (!isRetryable(error) || ++strange >= MAX_TRIES)) return { because: error instanceof Error ? error.message : String(error) }
        if (this.failingSince === null) this.#log.warn({ err: error }, 'the store does not take posts; trying until it does')
        this.failingSince ??= performance.now()
        await sleep(Math.min(this.#times.storeRetryMaxMs, this.#times.storeRetryMs * 2 ** Math.min(20, attempt - 1)) * (0.8 + 0.4 * this.#random()), signal)
      }
    }
  }
}
