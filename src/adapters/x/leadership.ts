import { holdLease, releaseLease } from '../../actions/hold-lease.ts'
import type { LeaseAnswer } from '../../actions/hold-lease.ts'
import type { Store } from '../../actions/ports.ts'
import type { ListenerLog } from './log.ts'
import { sleep, within } from './sleep.ts'

export interface LeadershipDeps {
  store: Pick<Store, 'leases' | 'now'>
  id: string
  holder: string
  ttlMs: number
  renewMs: number
  /** How long before its end an unrenewed lease is given up. */
  marginMs: number
  log: ListenerLog
  /** Does the leader's work until `signal` is aborted, then cleans up within seconds. */
  lead(signal: AbortSignal): Promise<void>
  onRefused(because: string): void
}

const RETRY_MS = 500
const RELEASE_LIMIT_MS = 700

/**
 * Stands by until the lease can be had, leads while it can be renewed, and stops leading before the lease could go to another,
 * also when the store hangs: that moment is a timer of this process, counted from before the last renewal was asked for.
 */
export class Leadership {
  readonly #deps: LeadershipDeps
  readonly #stop = new AbortController()
  readonly #running: Promise<void>
  #term: AbortController | undefined
  #leading: Promise<void> = Promise.resolve()
  #deadline: NodeJS.Timeout | undefined

  constructor(deps: LeadershipDeps) {
    this.#deps = deps
    this.#running = this.#run()
  }

  async stop(): Promise<void> {
    this.#stop.abort('listener-stopped')
    this.#stepDown('listener-stopped')
    await this.#leading
    // A renewal that is under way would take the lease again right after it was given back.
    await within(this.#running, RELEASE_LIMIT_MS)
    await within(releaseLease(this.#deps.store, this.#deps), RELEASE_LIMIT_MS)
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop
    while (!signal.aborted) {
      const askedAt = performance.now()
      const answer = await this.#ask()
      // A stop that came while the store was thinking: the lease is given back by `stop`, or ends by itself.
      if (this.#stop.signal.aborted) return
      if (answer?.isHeld) await this.#hold(askedAt + this.#deps.ttlMs - this.#deps.marginMs)
      else if (answer) this.#lose(answer)
      await sleep(this.#wait(answer), signal)
    }
  }

  async #ask(): Promise<LeaseAnswer | undefined> {
    const { store, id, holder, ttlMs, log } = this.#deps
    try {
      return await holdLease(store, { id, holder, ttlMs })
    } catch (error) {
      log.warn({ err: error, isLeader: this.#term !== undefined }, 'the lease could not be asked for')
      return undefined
    }
  }

  async #hold(until: number): Promise<void> {
    const left = until - performance.now()
    if (left <= 0) return
    clearTimeout(this.#deadline)
    this.#deadline = setTimeout(() => this.#stepDown('lease-lost'), left)
    if (this.#term) return
    await this.#leading
    if (this.#stop.signal.aborted || performance.now() >= until) return
    const term = new AbortController()
    this.#term = term
    this.#deps.log.info({ holder: this.#deps.holder }, 'leading')
    this.#leading = this.#deps.lead(term.signal).catch((error: unknown) => this.#deps.log.error({ err: error }, 'leading ended by an error')).finally(() => {
      if (this.#term === term) this.#stepDown('leading ended')
    })
  }

  #lose(answer: LeaseAnswer): void {
    if (this.#term) this.#stepDown('lease-lost')
    else this.#deps.onRefused(answer.because)
  }

  #stepDown(reason: string): void {
    clearTimeout(this.#deadline)
    if (!this.#term) return
    this.#deps.log[reason === 'listener-stopped' ? 'info' : 'warn']({ reason }, 'not leading any more')
    this.#term.abort(reason)
    this.#term = undefined
  }

  /** A standby looks when the holder's lease ends, or earlier, since a clean stop gives it back. */
  #wait(answer: LeaseAnswer | undefined): number {
    if (!answer) return RETRY_MS
    if (answer.isHeld) return this.#deps.renewMs
    return Math.min(this.#deps.renewMs, Math.max(RETRY_MS / 5, answer.expiresAt - this.#deps.store.now() + 50))
  }
}
