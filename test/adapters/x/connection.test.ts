import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeStage, connected, eventually, openStage, pause, QUICK_LADDER, startStage } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
beforeAll(openStage)
afterAll(closeStage)
beforeEach(async () => {
  stage = await startStage()
})
afterEach(() => stage.stop())

const accepted = (): number => stage.emulator.attempts().filter((attempt) => attempt.outcome === 'accepted').length
const attempted = (): number => stage.emulator.attempts().length
const deletes = (): number => stage.emulator.requests().filter(({ method, path }) => method === 'DELETE' && path === '/2/connections/filtered_stream').length

describe('the connection', () => {
  it('x10 syncs the rules on 409 and connects, without a back-off', async () => {
    stage.emulator.fault({ kind: 'http', on: 'stream', status: 409, count: 1 })
    await connected(stage.listen({ timings: { ladder: { ...QUICK_LADDER, httpFirstMs: 60_000 } } }))
    expect(stage.emulator.attempts().map(({ status, outcome }) => [outcome, status])).toEqual([['refused', 409], ['accepted', 200]])
    expect(stage.count('rules-synced')).toBe(2)
  })

  it.each([401, 402, 403] as const)('x11 stops on %i, raises an alarm and probes slowly', async (status) => {
    stage.emulator.fault({ kind: 'http', on: 'stream', status, count: 2 })
    const listener = stage.listen()
    await eventually(() => listener.state().isAlarm)
    expect(listener.state().because).toContain(String(status))
    expect((await eventually(async () => (await stage.gaps())[0])).reason).toBe(`http-${status}`)
    await connected(listener)
    expect(listener.state()).toMatchObject({ isAlarm: false, because: 'connected', blindSince: null })
    const [first, second] = stage.emulator.attempts()
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(QUICK_LADDER.probeMinMs)
  })

  it('x12 frees a slot that a phantom holds, once, after a short wait', async () => {
    stage.emulator.fault({ kind: 'phantom', forSeconds: 600 })
    await connected(stage.listen())
    expect(stage.emulator.attempts().map(({ because }) => because)).toEqual(['TooManyConnections', 'TooManyConnections', null])
    expect(deletes()).toBe(1)
  })

  it.each([['', 0], ['x60 ', -300_000]])('x13 %sdoes not come before the reset of the window, by the clock of X (ours off by %i ms)', async (_title, clockOffsetMs) => {
    stage.emulator.configure({ clockOffsetMs })
    stage.emulator.fault({ kind: 'http', on: 'stream', status: 429, variant: 'rate-limit', resetInSeconds: 0.1, count: 1 })
    await connected(stage.listen())
    const [first, second] = stage.emulator.attempts().map((attempt) => attempt.at)
    expect((second ?? 0)).toBeGreaterThanOrEqual(Math.ceil((first ?? 0) / 1_000 + 0.1) * 1_000)
  })

  it('x14 climbs the ladder on 503, with JSON or HTML', async () => {
    stage.emulator.fault({ kind: 'http', on: 'stream', status: 503, variant: 'html', count: 2 })
    stage.emulator.fault({ kind: 'http', on: 'stream', status: 503, count: 1 })
    await connected(stage.listen())
    const at = stage.emulator.attempts().map((attempt) => attempt.at)
    const waits = at.slice(1).map((one, index) => one - (at[index] ?? 0))
    expect(waits).toHaveLength(3)
    for (const [index, least] of [50, 100, 200].entries()) expect(waits[index]).toBeGreaterThanOrEqual(least)
  })

  it('x15 climbs quickly while the port refuses, and comes back when it opens', async () => {
    const listener = await connected(stage.listen())
    stage.emulator.fault({ kind: 'refuse' })
    stage.emulator.fault({ kind: 'end' })
    await eventually(() => listener.state().connects > 4)
    expect(listener.state()).toMatchObject({ isConnected: false, because: expect.stringContaining('network-ECONNREFUSED') })
    expect(await stage.gaps()).toMatchObject([{ state: 'open', reason: 'closed-by-x' }])
    stage.emulator.clearFaults()
    await connected(listener)
  })

  it('x16 x17 does not run hot on accept-then-close, and never has two streams', async () => {
    stage.emulator.fault({ kind: 'end', when: 'connect' })
    const listener = stage.listen({ timings: { recoveryDelayMs: 45_000 } })
    await pause(1_000)
    // 50, 100, 200 and 400 ms in small are 5, 10, 20 and 40 s.
    expect(accepted()).toBeLessThan(7)
    expect(await stage.gaps()).toHaveLength(1)
    stage.emulator.clearFaults()
    await connected(listener)
    expect(stage.emulator.openStreams()).toHaveLength(1)
  })

  it('x17 keeps its budget of connects even if it is started again and again', async () => {
    const ladder = { ...QUICK_LADDER, budget: 5 }
    for (let start = 0; start < 5; start++) {
      const listener = await connected(stage.listen({ timings: { ladder } }))
      await listener.stop()
    }
    stage.listen({ timings: { ladder } })
    await pause(300)
    expect(attempted()).toBe(5)
  })

  it('x18 gives up headers that do not come, and really closes the socket', async () => {
    stage.emulator.fault({ kind: 'headers-delay', count: 1 })
    const listener = stage.listen({ timings: { connectTimeoutMs: 200 } })
    await eventually(() => listener.state().because.includes('no-headers'))
    await eventually(() => stage.emulator.attempts()[0]?.outcome === 'abandoned')
    await connected(listener)
    expect(stage.emulator.openStreams()).toHaveLength(1)
  })

  it('x19 leaves no zombie when it is stopped while it connects', async () => {
    stage.emulator.fault({ kind: 'headers-delay', ms: 150, count: 1 })
    const listener = stage.listen()
    await eventually(() => attempted() === 1)
    await listener.stop()
    await pause(200)
    stage.emulator.inject('@PrahariUP late')
    await pause(50)
    expect(stage.emulator.openStreams()).toEqual([])
    expect(await stage.inbox()).toEqual([])
    expect(listener.state()).toMatchObject({ isConnected: false, isLeader: false, frames: 0 })
  })

  it('x20 takes silence for death, but not heartbeats', async () => {
    const listener = await connected(stage.listen({ timings: { silenceMs: 1_000 } }))
    await pause(1_300)
    expect(listener.state().connects).toBe(1)
    stage.emulator.fault({ kind: 'silent' })
    await eventually(() => listener.state().connects === 2)
    expect((await eventually(async () => (await stage.gaps())[0])).reason).toBe('silence')
    await connected(listener)
  })

  it('x21 sees a reset at once', async () => {
    const listener = await connected(stage.listen({ timings: { silenceMs: 60_000 } }))
    stage.emulator.fault({ kind: 'rst' })
    await eventually(() => stage.count('dropped') === 1)
    expect((await eventually(async () => (await stage.gaps())[0])).reason).toBe('reset')
    await connected(listener)
  })

  it.each([[22, true], [23, false]] as const)('x%i reconnects after a goodbye of X (closing itself: %s)', async (_number, close) => {
    const listener = await connected(stage.listen({ timings: { silenceMs: 60_000 } }))
    const { id } = stage.emulator.inject('@PrahariUP before')
    await eventually(async () => (await stage.inbox()).some((row) => row.id === id))
    stage.emulator.fault({ kind: 'op-disconnect', close })
    await eventually(() => listener.state().connects === 2)
    await connected(listener)
    expect(await eventually(async () => (await stage.gaps())[0])).toMatchObject({ reason: 'UpstreamOperationalDisconnect' })
    expect(stage.emulator.openStreams()).toHaveLength(1)
  })
})
