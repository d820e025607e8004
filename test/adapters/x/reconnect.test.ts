import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { budgetWait, freshLadder, LADDER_TIMES, nextStep, withConnect, withKill } from '../../../src/adapters/x/reconnect.ts'
import type { ConnectOutcome, LadderState, Step } from '../../../src/adapters/x/reconnect.ts'

const MIDDLE = 0.5
const MINUTE = 60_000

/** Plays outcomes one after the other, each attempt taking `takesMs`, and answers the steps between them. */
function play(outcomes: readonly ConnectOutcome[], random = MIDDLE, takesMs = 0): { steps: Step[]; connects: number[]; kills: number[]; state: LadderState } {
  let now = 1_000_000
  let state = withConnect(freshLadder(), now)
  const connects = [now]
  const kills: number[] = []
  const steps: Step[] = []
  for (const outcome of outcomes) {
    now += outcome.kind === 'dropped' ? outcome.uptimeMs : takesMs
    const next = nextStep(state, outcome, now, random)
    now += next.step.wait
    state = next.state
    if (next.step.action === 'kill-connections') {
      state = withKill(state, now)
      kills.push(now)
    }
    state = withConnect(state, now)
    steps.push(next.step)
    connects.push(now)
  }
  return { steps, connects, kills, state }
}

const times = <One>(count: number, one: One): One[] => Array.from({ length: count }, () => one)
const waits = (steps: readonly Step[]): number[] => steps.map((step) => step.wait)

describe('the reconnect ladder', () => {
  it('connects at once after a healthy stream, by uptime or by a single post', () => {
    expect(play([{ kind: 'dropped', uptimeMs: 60_000, hadData: false }]).steps).toEqual([{ wait: 0, action: 'connect', isAlarm: false }])
    expect(waits(play([{ kind: 'dropped', uptimeMs: 5, hadData: true }]).steps)).toEqual([0])
  })

  it('x14 doubles from 5 to 320 s after 5xx', () => {
    expect(waits(play(times(9, { kind: 'http' })).steps)).toEqual([5, 10, 20, 40, 80, 160, 320, 320, 320].map((s) => s * 1000))
  })

  it('x15 climbs by 250 ms to 16 s when X cannot be reached, and forgets it after a healthy stream', () => {
    const unreachable = { kind: 'network', reached: false } as const
    const { steps } = play(times(70, unreachable))
    expect(waits(steps).slice(0, 4)).toEqual([250, 500, 750, 1000])
    expect(Math.max(...waits(steps))).toBe(16_000)
    expect(waits(play([...times(5, unreachable), { kind: 'dropped', uptimeMs: 61_000, hadData: false }, unreachable]).steps).slice(-2)).toEqual([0, 250])
    expect(waits(play([...times(5, unreachable), { kind: 'dropped', uptimeMs: 1_000, hadData: false }, unreachable]).steps).at(-1)).toBe(1_500)
  })

  it('x16 makes fewer than 10 connects a minute of accept-then-close', () => {
    const { connects } = play(times(10, { kind: 'dropped', uptimeMs: 10, hadData: false }))
    expect(mostWithin(connects, MINUTE)).toBeLessThan(10)
    expect(mostWithin(play(times(10, { kind: 'dropped', uptimeMs: 10, hadData: true })).connects, MINUTE)).toBeLessThan(10)
  })

  it('x13 waits for the reset, never less, and doubles from 60 s without one', () => {
    for (const random of [0, MIDDLE, 0.999]) expect(waits(play([{ kind: 'rate-limited', resetInMs: 700_000 }], random).steps)[0]).toBeGreaterThanOrEqual(700_000)
    expect(waits(play(times(5, { kind: 'rate-limited', resetInMs: null })).steps)).toEqual([60, 120, 240, 480, 900].map((s) => s * 1000))
  })

  it('x12 waits a moment for its own phantom, frees the slot once, then is patient', () => {
    const { steps, kills } = play(times(5, { kind: 'too-many-connections' }))
    expect(steps[0]).toEqual({ wait: 7_500, action: 'connect', isAlarm: false })
    expect(steps[1]).toEqual({ wait: 0, action: 'kill-connections', isAlarm: false })
    expect(waits(steps.slice(2))).toEqual([60_000, 120_000, 240_000])
    expect(steps.slice(2).every((step) => step.isAlarm)).toBe(true)
    expect(smallestDistance(kills)).toBeGreaterThanOrEqual(MINUTE)
  })

  it('x11 stops, alarms and probes every 5 to 15 minutes when X refuses', () => {
    for (const random of [0, MIDDLE, 0.999]) {
      const [step] = play([{ kind: 'refused' }], random).steps
      expect(step).toMatchObject({ action: 'connect', isAlarm: true })
      expect(step?.wait).toBeGreaterThanOrEqual(5 * MINUTE)
      expect(step?.wait).toBeLessThanOrEqual(15 * MINUTE)
    }
  })

  it('x10 syncs rules at once on the first 409, and climbs only if that did not help', () => {
    const { steps } = play(times(3, { kind: 'no-rules' }))
    expect(steps.map(({ action }) => action)).toEqual(['sync-rules', 'sync-rules', 'sync-rules'])
    expect(waits(steps)).toEqual([0, 5_000, 10_000])
  })
})

const outcomes: fc.Arbitrary<ConnectOutcome> = fc.oneof(
  fc.record({ kind: fc.constant('dropped' as const), uptimeMs: fc.oneof(fc.nat(100), fc.nat(200_000)), hadData: fc.boolean() }),
  fc.record({ kind: fc.constant('network' as const), reached: fc.boolean() }),
  fc.constant({ kind: 'http' as const }),
  fc.record({ kind: fc.constant('rate-limited' as const), resetInMs: fc.option(fc.nat(900_000)) }),
  fc.constantFrom({ kind: 'too-many-connections' as const }, { kind: 'refused' as const }, { kind: 'no-rules' as const }),
)

/** The same by chance for each step; attempts that never reached X are left out of the count, as X leaves them out. */
function simulate(all: readonly ConnectOutcome[], randoms: readonly number[], takesMs: number): { counted: number[]; waits: number[]; kills: number[]; resets: boolean } {
  let now = 0
  let state = freshLadder()
  const counted: number[] = []
  const kills: number[] = []
  const seen: number[] = []
  let resets = true
  all.forEach((outcome, index) => {
    state = withConnect(state, now)
    if (outcome.kind !== 'network' || outcome.reached) counted.push(now)
    now += outcome.kind === 'dropped' ? outcome.uptimeMs : takesMs
    const next = nextStep(state, outcome, now, randoms[index % randoms.length] ?? 0)
    if (outcome.kind === 'rate-limited' && outcome.resetInMs !== null && next.step.wait < outcome.resetInMs) resets = false
    seen.push(next.step.wait)
    now += next.step.wait
    state = next.state
    if (next.step.action === 'kill-connections') {
      kills.push(now)
      state = withKill(state, now)
    }
  })
  return { counted, waits: seen, kills, resets }
}

describe('the reconnect ladder, whatever happens', () => {
  const runs = fc.record({
    all: fc.oneof(fc.array(outcomes, { minLength: 50, maxLength: 250 }), outcomes.map((one) => times(250, one))),
    randoms: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1, maxLength: 20 }),
    takesMs: fc.nat(3_000),
  })

  it('x17 never makes more than 40 connects in any 15 minutes', () => {
    fc.assert(fc.property(runs, ({ all, randoms, takesMs }) => {
      expect(mostWithin(simulate(all, randoms, takesMs).counted, 15 * MINUTE)).toBeLessThanOrEqual(40)
    }), { numRuns: 200 })
  })

  it('waits finitely, frees slots at most once a minute and never comes before a reset', () => {
    fc.assert(fc.property(runs, ({ all, randoms, takesMs }) => {
      const { waits: seen, kills, resets } = simulate(all, randoms, takesMs)
      expect(resets).toBe(true)
      expect(seen.every((wait) => wait >= 0 && wait <= 30 * MINUTE)).toBe(true)
      expect(smallestDistance(kills)).toBeGreaterThanOrEqual(MINUTE)
    }), { numRuns: 200 })
  })

  it('forgets every failure after a healthy stream, but not what X has counted', () => {
    fc.assert(fc.property(runs, ({ all, randoms }) => {
      let state = freshLadder()
      all.forEach((outcome, index) => {
        state = nextStep(withConnect(state, index), outcome, index, randoms[0] ?? 0).state
      })
      const healthy = nextStep(state, { kind: 'dropped', uptimeMs: LADDER_TIMES.healthyMs, hadData: false }, all.length, 0).state
      expect(healthy).toEqual({ ...freshLadder(), connects: state.connects, lastKillAt: state.lastKillAt })
      expect(budgetWait(healthy, all.length)).toBe(budgetWait(state, all.length))
    }), { numRuns: 100 })
  })
})

function mostWithin(moments: readonly number[], windowMs: number): number {
  return Math.max(0, ...moments.map((from, index) => moments.slice(index).filter((at) => at < from + windowMs).length))
}

function smallestDistance(moments: readonly number[]): number {
  return Math.min(Infinity, ...moments.slice(1).map((at, index) => at - (moments[index] ?? 0)))
}
