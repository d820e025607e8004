import type { TwitterApi } from 'twitter-api-v2'
import { PrahariError } from '../../domain/errors.ts'
import type { XAccess } from './client.ts'
import type { Item } from './delivery.ts'
import type { Facts } from './facts.ts'
import type { GapKeeper } from './gap-keeper.ts'
import type { Intake } from './intake.ts'
import type { ListenerLog } from './log.ts'
import { parseFrame } from './parse-post.ts'
import { outcomeOf, problemOfError } from './problem.ts'
import type { XProblem } from './problem.ts'
import { budgetWait, freshLadder, nextStep, withConnect, withKill } from './reconnect.ts'
import type { ConnectOutcome, LadderState, Step } from './reconnect.ts'
import type { StreamRule } from './rule-check.ts'
import { syncRules } from './rules.ts'
import { aborted, sleep } from './sleep.ts'
import { StreamSession } from './stream.ts'
import type { SessionEnd } from './stream.ts'
import type { Timings } from './timings.ts'
import type { VolumeWatch } from './volume.ts'

/** What happens between us and X, for counters. */
export type XEvent =
  | 'connect' | 'connected' | 'dropped' | 'frame' | 'post' | 'quarantined' | 'alarm' | 'rules-synced' | 'rule-refused' | 'connections-killed'
  | 'paused' | 'gap-opened' | 'gap-ended' | 'gap-filled' | 'gap-unrecoverable' | 'recovered' | 'missed-by-stream' | 'rate-limited' | 'search-failed' | 'volume-drop'

export interface SupervisorDeps {
  access: XAccess
  api: TwitterApi
  rules: () => readonly StreamRule[]
  handle: string
  timings: Timings
  /** Epoch milliseconds by the store's clock. */
  now(): number
  random(): number
  log: ListenerLog
  facts: Facts
  gaps: GapKeeper
  intake: Intake
  volume: VolumeWatch
  /** Writes down that a connect is made, before it is. */
  beforeConnect(): Promise<unknown>
  onEvent(event: XEvent, count?: number): void
}

const MAX_RAW = 65_536
/** UTF-16 units; a post of 25,000 characters with all its expansions has some 200,000. */
const MAX_FRAME_LENGTH = 2 * 1024 * 1024

/** Keeps one stream open as the ladder allows, and passes on what it brings. */
export class Supervisor {
  readonly #deps: SupervisorDeps
  readonly #startedAt: number
  #ladder: LadderState
  #session: StreamSession | undefined
  #pauseLimit: NodeJS.Timeout | undefined
  #needsSync = true
  #isSyncing = false
  #lastEnd = 'start'

  constructor(deps: SupervisorDeps) {
    this.#deps = deps
    this.#startedAt = deps.now()
    const age = (at: number): number => deps.now() - at
    this.#ladder = { ...freshLadder(), connects: deps.facts.connectTimes.map((at) => performance.now() - age(at)) }
  }

  get needsSync(): boolean {
    return this.#needsSync
  }

  /** Connects, listens and connects again until `signal` is aborted; then the socket is closed at once. */
  async run(signal: AbortSignal): Promise<void> {
    const { timings, facts, intake, random } = this.#deps
    let step: Step = { wait: budgetWait(this.#ladder, performance.now(), timings.ladder), action: 'connect', isAlarm: false }
    while (!signal.aborted) {
      await sleep(step.wait, signal)
      if (intake.isHigh) await Promise.race([intake.whenRoomy(), aborted(signal)])
      if (signal.aborted) break
      if (step.action === 'kill-connections') {
        this.#ladder = withKill(this.#ladder, performance.now())
        await this.#killConnections(signal)
      }
      let outcome = await this.#syncBefore(step)
      if (signal.aborted) break
      if (!outcome) {
        this.#climb(withConnect(this.#ladder, performance.now(), timings.ladder))
        await this.#deps.beforeConnect()
        outcome = await this.#listen(signal)
      }
      const next = nextStep(this.#ladder, outcome, performance.now(), random(), timings.ladder)
      this.#climb(next.state)
      step = next.step
      facts.now.isAlarm = step.isAlarm
      if (step.isAlarm) this.#deps.onEvent('alarm')
      if (!signal.aborted) this.#say(`waiting ${Math.round(step.wait / 100) / 10} s after ${this.#lastEnd}`, step.isAlarm)
    }
    clearTimeout(this.#pauseLimit)
  }

  /** Reading stands still while the store is behind; when that lasts, the stream is given up before X does it for us. */
  setPressure(isHigh: boolean): void {
    clearTimeout(this.#pauseLimit)
    if (!isHigh) return this.#session?.resume()
    this.#deps.onEvent('paused')
    this.#session?.pause()
    this.#pauseLimit = setTimeout(() => this.#session?.stop('store-too-slow'), this.#deps.timings.pauseLimitMs)
  }

  /** Brings the rules at X up to date while the stream goes on. Answers what went wrong, or null. */
  async syncRules(): Promise<XProblem | null> {
    const { api, rules, log, facts, onEvent, now } = this.#deps
    if (this.#isSyncing) return null
    this.#isSyncing = true
    try {
      const { added, deleted, invalid, notRecoverable } = await syncRules(api, rules())
      if (this.#needsSync || added + deleted > 0) log.info({ added, deleted, invalid, notRecoverable }, 'rules are in step with X')
      for (const { tag, detail } of invalid) log.error({ rule: tag, detail }, 'X refuses a rule')
      facts.now.rulesRefused = invalid.length
      onEvent('rules-synced')
      if (invalid.length > 0) onEvent('rule-refused', invalid.length)
      this.#needsSync = false
      return null
    } catch (error) {
      this.#needsSync = true
      if (error instanceof PrahariError) return { kind: 'refused', status: 0, detail: error.message }
      return problemOfError(error, now())
    } finally {
      this.#isSyncing = false
    }
  }

  /** Rules outlive us at X, so a sync that fails for the moment does not keep us from listening; one that X refuses does. */
  async #syncBefore(step: Step): Promise<ConnectOutcome | null> {
    if (!this.#needsSync && step.action !== 'sync-rules') return null
    const problem = await this.syncRules()
    if (!problem) return null
    this.#deps.log.warn({ because: problem.detail }, 'the rules could not be synced')
    if (problem.kind !== 'refused' && step.action !== 'sync-rules') return null
    this.#lastEnd = `rules: ${problem.detail}`
    this.#goneBlind('rules-not-synced')
    return outcomeOf(problem)
  }

  /** Frees the one slot that we have from a connection which X believes to be alive. */
  async #killConnections(signal: AbortSignal): Promise<void> {
    const { api, log, onEvent, timings, now } = this.#deps
    try {
      await api.v2.delete<unknown>('connections/filtered_stream')
      onEvent('connections-killed')
      log.warn({}, 'asked X to close our other connections')
      await sleep(timings.ladder.settleMs, signal)
    } catch (error) {
      log.warn({ because: problemOfError(error, now()).detail }, 'X did not close our other connections')
    }
  }

  #climb(ladder: LadderState): void {
    const { facts, now } = this.#deps
    this.#ladder = ladder
    facts.connectTimes = ladder.connects.map((at) => now() - (performance.now() - at))
  }

  async #listen(signal: AbortSignal): Promise<ConnectOutcome> {
    const { access, timings, now, facts, gaps, onEvent } = this.#deps
    const { connectTimeoutMs, silenceMs, goodbyeMs } = timings
    facts.now.connects++
    onEvent('connect')
    const seen = { isOpen: false, hadData: false }
    if (signal.aborted) return outcomeOfEnd({ kind: 'stopped' }, true)
    const session = new StreamSession({
      access, connectTimeoutMs, silenceMs, goodbyeMs, maxFrameLength: MAX_FRAME_LENGTH, now,
      onOpen: () => {
        seen.isOpen = true
        facts.now.isConnected = true
        facts.now.isAlarm = false
        facts.now.lastByteAt = now()
        onEvent('connected')
        this.#say('connected')
        gaps.up(facts.now.lastByteAt)
      },
      onBytes: () => {
        facts.now.lastByteAt = now()
      },
      onFrame: (raw) => {
        if (this.#onFrame(raw, session)) seen.hadData = true
      },
      onOverlong: (beginning) => this.#keepAside(beginning, `longer than ${MAX_FRAME_LENGTH} characters`),
    })
    this.#session = session
    const stop = (): void => session.stop()
    signal.addEventListener('abort', stop)
    const end = await session.ended
    signal.removeEventListener('abort', stop)
    clearTimeout(this.#pauseLimit)
    facts.now.isConnected = false
    this.#session = undefined
    return this.#afterEnd(end, seen, signal)
  }

  /** Says that the stream is cut, and what that means for the ladder. */
  #afterEnd(end: SessionEnd, seen: { isOpen: boolean; hadData: boolean }, signal: AbortSignal): ConnectOutcome {
    const outcome = outcomeOfEnd(end, seen.hadData)
    const reason = end.kind === 'stopped' ? String(signal.reason) : reasonOf(end)
    this.#lastEnd = reason
    if (end.kind === 'refused') this.#lastEnd = `${reason}: ${end.problem.detail}`
    if (seen.isOpen) this.#deps.onEvent('dropped')
    this.#deps.volume.reset()
    const isHealthy = seen.hadData || (outcome.kind === 'dropped' && outcome.uptimeMs >= this.#deps.timings.ladder.healthyMs)
    if (seen.isOpen) this.#goneBlind(reason, { isContinuation: !isHealthy && end.kind !== 'stopped' })
    else this.#goneBlind(reason)
    return outcome
  }

  /** A gap begins at the last byte, or where this listener began when nobody ever listened. */
  #goneBlind(reason: string, how?: { isContinuation: boolean }): void {
    const lastByteAt = this.#deps.facts.now.lastByteAt ?? this.#startedAt
    if (how || this.#deps.gaps.blindSince === null) this.#deps.gaps.cut({ lastByteAt, reason, ...how })
  }

  /** Passes a frame on; true when it was a post. */
  #onFrame(raw: string, session: StreamSession): boolean {
    const { facts, handle, now, volume, onEvent, log } = this.#deps
    facts.now.frames++
    onEvent('frame')
    const parsed = parseFrame(raw, handle)
    switch (parsed.kind) {
      case 'post':
        facts.sawPost(parsed.post, now())
        volume.count(now())
        onEvent('post')
        this.#offer(parsed, raw.length)
        return true
      case 'control':
        log.warn({ disconnectType: parsed.disconnectType, title: parsed.title }, 'X speaks about the stream')
        if (parsed.disconnectType === null) this.#keepAside(raw, `message of X: ${parsed.title}`)
        else session.expectEnd(parsed.disconnectType)
        return false
      case 'unknown':
        this.#keepAside(raw, 'unknown kind of message')
        return false
      case 'quarantine':
        this.#keepAside(raw, parsed.reason)
        return false
    }
  }

  #keepAside(raw: string, reason: string): void {
    this.#deps.facts.now.quarantined++
    this.#deps.onEvent('quarantined')
    const kept = raw.slice(0, MAX_RAW).toWellFormed().replaceAll('\u0000', '\ufffd')
    this.#offer({ kind: 'raw', raw: kept, reason }, kept.length)
  }

  /** Counted as two bytes a character, which is what Devanagari costs in memory. */
  #offer(item: Item, length: number): void {
    this.#deps.intake.offer(item, length * 2, this.#deps.now())
  }

  #say(because: string, isAlarm = false): void {
    this.#deps.facts.now.because = because
    if (isAlarm) this.#deps.log.error({ because }, 'X needs a person')
    else this.#deps.log.info({ because }, 'stream')
  }
}

function outcomeOfEnd(end: SessionEnd, hadData: boolean): ConnectOutcome {
  switch (end.kind) {
    case 'stopped': return { kind: 'dropped', uptimeMs: 0, hadData: true }
    case 'dropped': return { kind: 'dropped', uptimeMs: end.uptimeMs, hadData }
    case 'unreachable': return { kind: 'network', reached: end.reached }
    case 'no-headers': return { kind: 'http' }
    case 'refused': return outcomeOf(end.problem)
  }
}

function reasonOf(end: Exclude<SessionEnd, { kind: 'stopped' }>): string {
  switch (end.kind) {
    case 'dropped': return end.reason
    case 'unreachable': return `network-${end.detail}`.slice(0, 60)
    case 'no-headers': return 'no-headers'
    case 'refused': return 'status' in end.problem ? `http-${end.problem.status}` : end.problem.kind
  }
}
