import { GAP_AFTER_MS } from '../../actions/record-gap.ts'
import type { Store } from '../../actions/ports.ts'
import type { StreamGap } from '../../domain/stream.ts'
import { checkAccess, createXClient } from './client.ts'
import { Delivery } from './delivery.ts'
import type { DeliveryPorts } from './delivery.ts'
import { Facts } from './facts.ts'
import type { ListenerState } from './facts.ts'
import { GapKeeper } from './gap-keeper.ts'
import { Intake } from './intake.ts'
import { Leadership } from './leadership.ts'
import type { ListenerLog } from './log.ts'
import { recoverGap, sweepRecent } from './recover.ts'
import type { RecoveryDeps } from './recover.ts'
import { wireTag } from './rule-check.ts'
import type { StreamRule } from './rule-check.ts'
import { aborted, sleep, within } from './sleep.ts'
import { Supervisor } from './supervise.ts'
import type { XEvent } from './supervise.ts'
import { TIMINGS } from './timings.ts'
import type { Timings } from './timings.ts'
import { VolumeWatch } from './volume.ts'

export interface ListenerConfig {
  /** Origin of the X API; loopback http is an emulator. */
  baseUrl: string
  /** App-only token. */
  bearerToken: string
  /** Our own handle, without @. */
  handle: string
  /** The rules that are wanted now: another answer reaches X within `ruleNewsMs`. */
  rules: () => readonly StreamRule[]
  timings?: Partial<Timings>
}

export interface ListenerDeps extends DeliveryPorts {
  config: ListenerConfig
  store: Pick<Store, 'gaps' | 'checkpoints' | 'leases' | 'now'>
  log: ListenerLog
  random(): number
  /** Name of this process among listeners, unique. */
  holder: string
  onEvent?(event: XEvent, count?: number): void
}

export interface Listener {
  state(): ListenerState
  /** Closes the stream at once, makes durable what was read, writes down where it stood and gives the lease back. At most 5 s. */
  stop(): Promise<void>
}

const ID = 'x-listener'
const BATCH = 500
const GUARD_MS = 1_000
const NEEDS_SYNC_MS = 30_000
/** What a stop may take in all is 5 s; these add up to less, with the lease's own below. */
const DRAIN_LIMIT_MS = 1_500
const WRITE_LIMIT_MS = 700
const TASKS_LIMIT_MS = 500

/**
 * Listens to the filtered stream of X as the only one among its like, and recovers by search what the stream did not bring.
 * Whatever is read is handed to `receive` until it is durable; whatever could not be read is a recorded gap.
 * @throws PrahariError invalid when the token may not go to that address.
 */
export function runListener(deps: ListenerDeps): Listener {
  return new XListener(deps)
}

class XListener implements Listener {
  readonly #deps: ListenerDeps
  readonly #timings: Timings
  readonly #facts = new Facts()
  readonly #delivery: Delivery
  readonly #intake: Intake
  readonly #gaps: GapKeeper
  readonly #volume: VolumeWatch
  readonly #leadership: Leadership
  #supervisor: Supervisor | undefined
  #written = ''
  /** When this leadership began: up to here the stream counts as seen where nobody ever listened before. */
  #begunAt = 0
  #isVolumeLow = false
  #stopping: Promise<void> | undefined

  constructor(deps: ListenerDeps) {
    const access = checkAccess(deps.config.baseUrl, deps.config.bearerToken)
    const timings = { ...TIMINGS, ...deps.config.timings }
    this.#deps = deps
    this.#timings = timings
    this.#delivery = new Delivery(deps, timings, deps.log, deps.random)
    this.#intake = new Intake({
      delivery: this.#delivery, batch: BATCH, highBytes: timings.intakeBytes, onPressure: (isHigh) => this.#supervisor?.setPressure(isHigh),
    })
    this.#gaps = new GapKeeper(deps.store, deps.log, (event) => this.#count(event))
    this.#volume = new VolumeWatch(timings.volumeBucketMs)
    this.#leadership = new Leadership({
      store: deps.store, id: ID, holder: deps.holder, log: deps.log,
      ttlMs: timings.leaseTtlMs, renewMs: timings.leaseRenewMs, marginMs: timings.leaseMarginMs,
      lead: (signal) => this.#lead(access, signal),
      onRefused: (because) => {
        this.#facts.now.because = `standing by: ${because}`
      },
    })
  }

  state(): ListenerState {
    const { now } = this.#facts
    const because = now.isConnected && this.#delivery.failingSince !== null ? 'connected, but the store does not take posts' : now.because
    return { ...now, because, blindSince: now.isLeader ? this.#gaps.blindSince : null, queued: this.#intake.size, queuedBytes: this.#intake.bytes }
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#leadership.stop().finally(() => {
      this.#intake.abandon()
      this.#gaps.abandon()
    })
    return this.#stopping
  }

  async #lead(access: ReturnType<typeof checkAccess>, signal: AbortSignal): Promise<void> {
    const { config, store, log, random } = this.#deps
    const client = createXClient(access)
    const facts = this.#facts
    facts.now.isLeader = true
    try {
      if (!(await this.#takeOver(signal))) return
      const shared = { api: client.api, rules: config.rules, handle: config.handle, log, random: () => random() }
      const supervisor = new Supervisor({
        ...shared, access, timings: this.#timings, now: () => store.now(), facts, gaps: this.#gaps, intake: this.#intake, volume: this.#volume,
        beforeConnect: () => within(this.#putCheckpoint(), WRITE_LIMIT_MS),
        onEvent: (event, count) => this.#count(event, count),
      })
      const recovery: RecoveryDeps = {
        ...shared, store, delivery: this.#delivery, ladder: this.#timings.ladder,
        onNewest: (tag, id) => facts.sawId(wireTag({ tag, value: '' }), id),
        onTrouble: (kind) => this.#count(kind),
      }
      this.#supervisor = supervisor
      signal.addEventListener('abort', () => client.destroy())
      const tasks = Promise.all([
        this.#guard('stream', signal, () => supervisor.run(signal)),
        this.#guard('recovery', signal, () => this.#recoverDue(recovery, signal)),
        this.#guard('sweep', signal, () => this.#sweep(recovery, signal)),
        this.#guard('rule check', signal, () => this.#checkRules(supervisor, signal)),
        this.#guard('checkpoint', signal, () => this.#writeDown(signal)),
      ])
      // A store that hangs must not hold up a stop: what then still waits for it finds the signal and ends.
      await Promise.race([tasks, aborted(signal).then(() => within(tasks, TASKS_LIMIT_MS))])
    } finally {
      client.destroy()
      await this.#leave(String(signal.reason))
    }
  }

  /** Begins where the last leader, or this one before it lost the lease, was last seen to see; false when it is stopped before. */
  async #takeOver(signal: AbortSignal): Promise<boolean> {
    this.#begunAt = this.#deps.store.now()
    while (!signal.aborted) {
      try {
        const checkpoint = await this.#deps.store.checkpoints.get(ID)
        const lastByteAt = this.#facts.adopt(checkpoint)
        if (lastByteAt !== null) this.#gaps.cut({ lastByteAt, reason: 'listener-started' })
        return true
      } catch (error) {
        this.#facts.now.because = 'the store does not answer'
        this.#deps.log.warn({ err: error }, 'the last checkpoint could not be read')
        await sleep(GUARD_MS, signal)
      }
    }
    return false
  }

  async #leave(reason: string): Promise<void> {
    this.#facts.now.isLeader = false
    this.#facts.now.because = reason
    await within(this.#intake.drained(), DRAIN_LIMIT_MS)
    await within(Promise.all([this.#gaps.settled(), reason === 'listener-stopped' ? this.#putCheckpoint() : undefined]), WRITE_LIMIT_MS)
    this.#supervisor = undefined
  }

  async #recoverDue(recovery: RecoveryDeps, signal: AbortSignal): Promise<void> {
    let lastStrayAt = performance.now()
    while (!signal.aborted) {
      const due = await this.#dueGap()
      const read = due && await recoverGap(recovery, due, signal)
      if (read) this.#afterRecovery(due, read)
      if (!read || read.state === 'filling') await sleep(this.#timings.recoveryPollMs, signal)
      // A gap that a leader before us wrote down late has nobody to end it.
      if (this.#facts.now.isConnected && performance.now() - lastStrayAt > NEEDS_SYNC_MS) {
        lastStrayAt = performance.now()
        this.#gaps.up(this.#deps.store.now())
      }
    }
  }

  async #dueGap(): Promise<StreamGap | undefined> {
    const gaps = await this.#deps.store.gaps.find({ index: 'byState', equals: { state: 'filling' }, order: 'asc', limit: 100 })
    const since = this.#deps.store.now() - this.#timings.recoveryDelayMs
    return gaps.find((gap) => (gap.endedAt ?? Infinity) - GAP_AFTER_MS <= since)
  }

  #afterRecovery(before: StreamGap, gap: StreamGap): void {
    const recovered = gap.recovered - before.recovered
    this.#facts.now.recovered += recovered
    if (recovered > 0) this.#count('recovered', recovered)
    if (gap.state === 'filled') this.#count('gap-filled')
    if (gap.state === 'unrecoverable') this.#count('gap-unrecoverable')
    this.#deps.log.info({ gap: gap.id, state: gap.state, recovered: gap.recovered, note: gap.note }, 'a gap was read by search')
  }

  async #sweep(recovery: RecoveryDeps, signal: AbortSignal): Promise<void> {
    for (;;) {
      await sleep(this.#timings.sweepMs, signal)
      if (signal.aborted) return
      const missed = await sweepRecent(recovery, this.#timings.sweepWindowMs, signal)
      this.#facts.now.missedByStream += missed
      if (missed > 0) {
        this.#count('missed-by-stream', missed)
        this.#deps.log.warn({ missed }, 'the sweep found posts that the stream had not brought')
      }
    }
  }

  /** Somebody may change our rules at X or want others, and a sync before the connect may have failed. */
  async #checkRules(supervisor: Supervisor, signal: AbortSignal): Promise<void> {
    const { ruleCheckMs, ruleNewsMs } = this.#timings
    const wanted = (): string => JSON.stringify(this.#deps.config.rules())
    let asked = wanted()
    let askedAt = performance.now()
    for (;;) {
      await sleep(Math.min(ruleCheckMs, ruleNewsMs), signal)
      if (signal.aborted) return
      const isDue = performance.now() - askedAt >= (supervisor.needsSync ? Math.min(NEEDS_SYNC_MS, ruleCheckMs) : ruleCheckMs)
      if (!isDue && wanted() === asked) continue
      asked = wanted()
      askedAt = performance.now()
      const problem = this.#facts.now.isConnected ? await supervisor.syncRules() : null
      if (problem) this.#deps.log.warn({ because: problem.detail }, 'the rules could not be checked')
    }
  }

  async #writeDown(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(this.#timings.checkpointMs, signal)
      this.#watchVolume()
      if (!signal.aborted) await this.#putCheckpoint()
    }
  }

  async #putCheckpoint(): Promise<void> {
    const { lastByteAt, posts, connects } = this.#facts.now
    // Written before the first connect too: a listener that dies before its second checkpoint leaves a gap all the same.
    const seenUntil = lastByteAt ?? this.#begunAt
    const recordedUntil = Math.min(seenUntil, this.#intake.oldestAt ?? seenUntil)
    const mark = `${recordedUntil} ${posts} ${connects}`
    if (mark === this.#written) return
    await this.#deps.store.checkpoints.put(this.#facts.toCheckpoint(ID, recordedUntil, this.#deps.store.now()))
    this.#written = mark
  }

  #watchVolume(): void {
    if (!this.#facts.now.isConnected) return
    const share = this.#volume.dropped(this.#deps.store.now())
    const isLow = share !== null
    if (isLow === this.#isVolumeLow) return
    this.#isVolumeLow = isLow
    this.#facts.now.isAlarm = isLow
    this.#facts.now.because = isLow ? `connected, but only ${Math.round(share * 100)} % of the usual posts come` : 'connected'
    if (!isLow) return
    this.#count('volume-drop')
    this.#deps.log.error({ share }, 'posts stay away while the stream lives')
  }

  /** Runs one of the leader's tasks; an error in it is said and it begins again, since each can go on where it stood. */
  async #guard(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      try {
        await work()
      } catch (error) {
        if (signal.aborted) return
        this.#deps.log.error({ err: error, task: name }, 'a task of the listener failed and begins again')
        await sleep(GUARD_MS, signal)
      }
    }
  }

  #count(event: XEvent, count = 1): void {
    this.#deps.onEvent?.(event, count)
  }
}
