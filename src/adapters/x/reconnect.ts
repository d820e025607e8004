// When to connect again, as a pure function: X's own table of waits with what experience adds to it. The caller keeps the
// state, waits, does what the step says and reports what came of it.

export interface LadderState {
  /** When connects that may have reached X were made, oldest first, within the last window. Epoch or monotonic milliseconds. */
  connects: readonly number[]
  networkFailures: number
  httpFailures: number
  rateFailures: number
  connectionRefusals: number
  missingRules: number
  lastKillAt: number | null
}

export type ConnectOutcome =
  /** An established stream ended. */
  | { kind: 'dropped'; uptimeMs: number; hadData: boolean }
  /** TCP, TLS or DNS failed; `reached` says whether a connection stood, so that X may have counted it. */
  | { kind: 'network'; reached: boolean }
  /** A 5xx, or headers that never came. */
  | { kind: 'http' }
  /** 429 for too many attempts; `resetInMs` by X's own clock, null when X did not say. */
  | { kind: 'rate-limited'; resetInMs: number | null }
  | { kind: 'too-many-connections' }
  /** 401, 402, 403 and whatever else no retry will mend. */
  | { kind: 'refused' }
  | { kind: 'no-rules' }

export interface Step {
  /** Milliseconds until it is done. */
  wait: number
  action: 'connect' | 'kill-connections' | 'sync-rules'
  /** A person has to look at it. */
  isAlarm: boolean
}

export interface LadderTimes {
  networkStepMs: number
  networkMaxMs: number
  httpFirstMs: number
  httpMaxMs: number
  rateFirstMs: number
  rateMaxMs: number
  /** X needs a moment to notice that our old connection is gone. */
  slotMinMs: number
  slotMaxMs: number
  /** X needs a moment to hand out a slot that was freed by request. */
  settleMs: number
  killEveryMs: number
  probeMinMs: number
  probeMaxMs: number
  /** Uptime after which a dropped stream counts as healthy even without a post. */
  healthyMs: number
  windowMs: number
  /** Connects per window; X allows 50. */
  budget: number
  /** Connects per minute, so that the budget does not burn in seconds. */
  perMinute: number
  /** Share by which waits vary, so that many clients do not come back in step. */
  jitter: number
}

export const LADDER_TIMES: LadderTimes = {
  networkStepMs: 250, networkMaxMs: 16_000,
  httpFirstMs: 5_000, httpMaxMs: 320_000,
  rateFirstMs: 60_000, rateMaxMs: 900_000,
  slotMinMs: 5_000, slotMaxMs: 10_000, settleMs: 2_000, killEveryMs: 60_000,
  probeMinMs: 300_000, probeMaxMs: 900_000,
  healthyMs: 60_000, windowMs: 900_000, budget: 40, perMinute: 8, jitter: 0.2,
}

export function freshLadder(): LadderState {
  return { connects: [], networkFailures: 0, httpFailures: 0, rateFailures: 0, connectionRefusals: 0, missingRules: 0, lastKillAt: null }
}

/** Notes a connect at the moment it is made. */
export function withConnect(state: LadderState, now: number, times: LadderTimes = LADDER_TIMES): LadderState {
  return { ...state, connects: [...state.connects.filter((at) => at > now - times.windowMs), now] }
}

/** Milliseconds until one more connect is within the budget. */
export function budgetWait(state: LadderState, now: number, times: LadderTimes = LADDER_TIMES): number {
  const until = (limit: number, windowMs: number): number => {
    const first = state.connects[state.connects.length - limit]
    return first === undefined ? 0 : first + windowMs - now
  }
  return Math.max(0, until(times.budget, times.windowMs), until(times.perMinute, 60_000))
}

/** Notes a `DELETE connections` at the moment it is sent. */
export function withKill(state: LadderState, now: number): LadderState {
  return { ...state, lastKillAt: now }
}

/**
 * What to do after an attempt.
 * @param now on the same clock as `withConnect`.
 * @param random a number in [0, 1).
 */
export function nextStep(
  before: LadderState, outcome: ConnectOutcome, now: number, random: number, times: LadderTimes = LADDER_TIMES,
): { state: LadderState; step: Step } {
  const state = counted(before, outcome, times)
  const step = judged(state, outcome, now, random, times)
  // Whole milliseconds, upwards: a fraction lost to rounding would come before its time.
  return { state, step: { ...step, wait: Math.ceil(Math.max(step.wait, budgetWait(state, now, times))) } }
}

function counted(state: LadderState, outcome: ConnectOutcome, times: LadderTimes): LadderState {
  switch (outcome.kind) {
    case 'dropped': return isHealthy(outcome, times)
      ? { ...freshLadder(), connects: state.connects, lastKillAt: state.lastKillAt }
      : { ...state, httpFailures: state.httpFailures + 1 }
    // What X never saw does not count for X: its own ladder of 16 s steps would break its own limit otherwise.
    case 'network': return { ...state, networkFailures: state.networkFailures + 1, connects: outcome.reached ? state.connects : state.connects.slice(0, -1) }
    case 'http': return { ...state, httpFailures: state.httpFailures + 1 }
    case 'rate-limited': return { ...state, rateFailures: state.rateFailures + 1 }
    case 'too-many-connections': return { ...state, connectionRefusals: state.connectionRefusals + 1 }
    case 'no-rules': return { ...state, missingRules: state.missingRules + 1 }
    case 'refused': return state
  }
}

function isHealthy(dropped: { uptimeMs: number; hadData: boolean }, times: LadderTimes): boolean {
  return dropped.hadData || dropped.uptimeMs >= times.healthyMs
}

function judged(state: LadderState, outcome: ConnectOutcome, now: number, random: number, times: LadderTimes): Step {
  const spread = (ms: number): number => ms * (1 + times.jitter * (2 * random - 1))
  const between = (min: number, max: number): number => min + random * (max - min)
  const doubled = (first: number, max: number, failures: number): number => spread(Math.min(max, first * 2 ** Math.min(30, failures - 1)))
  const connect = (wait: number, isAlarm = false): Step => ({ wait, action: 'connect', isAlarm })
  switch (outcome.kind) {
    case 'dropped':
      // Accepted and closed again, and again: without a ladder this is a hot loop that ends in 429.
      return connect(isHealthy(outcome, times) ? 0 : doubled(times.httpFirstMs, times.httpMaxMs, state.httpFailures))
    case 'network': return connect(spread(Math.min(times.networkMaxMs, times.networkStepMs * state.networkFailures)))
    case 'http': return connect(doubled(times.httpFirstMs, times.httpMaxMs, state.httpFailures))
    case 'rate-limited':
      // Jitter only upwards here: one attempt before the reset costs another window.
      if (outcome.resetInMs !== null) return connect(outcome.resetInMs + Math.min(5_000, outcome.resetInMs * times.jitter) * random)
      return connect(doubled(times.rateFirstMs, times.rateMaxMs, state.rateFailures))
    case 'too-many-connections': {
      // Mostly the phantom of our own last connection: wait a little, then free the slot, then be patient.
      if (state.connectionRefusals === 1) return connect(between(times.slotMinMs, times.slotMaxMs))
      const untilKill = state.lastKillAt === null ? 0 : Math.max(0, state.lastKillAt + times.killEveryMs - now)
      const patience = state.connectionRefusals === 2 ? 0 : doubled(times.rateFirstMs, times.rateMaxMs, state.connectionRefusals - 2)
      return { wait: Math.max(untilKill, patience), action: 'kill-connections', isAlarm: state.connectionRefusals > 2 }
    }
    case 'refused': return connect(between(times.probeMinMs, times.probeMaxMs), true)
    case 'no-rules': {
      const isRepeated = state.missingRules > 1
      return { wait: isRepeated ? doubled(times.httpFirstMs, times.httpMaxMs, state.missingRules - 1) : 0, action: 'sync-rules', isAlarm: isRepeated }
    }
  }
}
