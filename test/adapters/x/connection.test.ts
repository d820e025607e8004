import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createXClient, checkAccess } from '../../../src/adapters/x/client.ts'
import { syncRules } from '../../../src/adapters/x/rules.ts'
import { closeStage, connected, eventually, MENTIONS, openStage, pause, QUICK_LADDER, startStage, TOKEN } from './stage.ts'
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

describe('the rules', () => {
  const api = (): ReturnType<typeof createXClient>['api'] => createXClient(checkAccess(stage.emulator.origin, TOKEN)).api
  const posts = (): number => stage.emulator.requests().filter(({ method }) => method === 'POST').length
  const desired = [MENTIONS, { tag: 'sos', value: '#SOS' }]

  it('x1 x2 are added where there are none, and a second sync posts nothing', async () => {
    expect(await syncRules(api(), desired)).toMatchObject({ added: 2, deleted: 0, invalid: [] })
    expect(stage.emulator.rules().map(({ tag, value }) => [tag, value])).toEqual([['prahari:mentions', '@PrahariUP'], ['prahari:sos', '#SOS']])
    const before = posts()
    expect(await syncRules(api(), desired)).toMatchObject({ added: 0, deleted: 0 })
    expect(posts()).toBe(before)
  })

  it('x3 x4 leave foreign ones alone and rename by delete and add', async () => {
    await api().v2.updateStreamRules({ add: [{ value: 'flood', tag: 'other' }, { value: '#SOS', tag: 'prahari:old' }, { value: 'gone', tag: 'prahari:gone' }] })
    expect(await syncRules(api(), [...desired, { tag: 'flood', value: 'flood' }])).toMatchObject({ added: 2, deleted: 2 })
    expect(stage.emulator.rules().map(({ tag }) => tag).sort()).toEqual(['other', 'prahari:mentions', 'prahari:sos'])
  })

  it('x5 that X finds invalid are named, and the others exist', async () => {
    const { invalid, added } = await syncRules(api(), [MENTIONS, { tag: 'broken', value: 'fire and water' }])
    expect({ added, tags: invalid.map(({ tag }) => tag) }).toEqual({ added: 1, tags: ['broken'] })
    expect(invalid[0]?.detail).toMatch(/Ambiguous use of and/)
    expect(stage.emulator.rules()).toHaveLength(1)
  })

  it('x6 are only tried in a dry run', async () => {
    await syncRules(api(), [{ tag: 'old', value: 'old' }])
    const { added, deleted, invalid } = await syncRules(api(), [MENTIONS, { tag: 'broken', value: '(fire' }], { isDryRun: true })
    expect({ added, deleted, invalid: invalid.map(({ tag }) => tag) }).toEqual({ added: 1, deleted: 1, invalid: ['broken'] })
    expect(stage.emulator.rules().map(({ value }) => value)).toEqual(['old'])
  })

  it('x7 that do not fit are refused before the connect, in words', async () => {
    stage.emulator.configure({ tier: 'free' })
    await api().v2.updateStreamRules({ add: [{ value: 'foreign', tag: 'other' }] })
    const five = Array.from({ length: 5 }, (_, index) => ({ tag: `r${index}`, value: `rule${index}` }))
    await expect(syncRules(api(), five)).rejects.toThrow('stream rules: 5 to add, X has room for 4')
    expect(await syncRules(api(), five.slice(1))).toMatchObject({ added: 4 })
    expect(await syncRules(api(), [...five.slice(2), { tag: 'new', value: 'new' }])).toMatchObject({ added: 1, deleted: 1 })
    const listener = stage.listen({ rules: [{ tag: 'long', value: 'x'.repeat(1_025) }] })
    await eventually(() => listener.state().isAlarm)
    expect(listener.state().because).toMatch(/rule 'long' has 1025 characters/)
    expect(attempted()).toBe(0)
  })

  it('x9 that are added while connected bring posts without a reconnect', async () => {
    const listener = await connected(stage.listen())
    stage.emulator.configure({ ruleDelayMs: 60 })
    await syncRules(api(), [MENTIONS, { tag: 'sos', value: '#SOS' }])
    expect(stage.emulator.inject('too early #SOS').rules).toEqual([])
    await pause(80)
    const { id } = stage.emulator.inject('now #SOS')
    await eventually(async () => (await stage.inbox()).some((row) => row.id === id))
    expect(listener.state().connects).toBe(1)
  })

  it('that somebody removed come back by themselves', async () => {
    await connected(stage.listen({ timings: { ruleCheckMs: 50 } }))
    await api().v2.updateStreamRules({ delete: { ids: stage.emulator.rules().map(({ id }) => id) } })
    await eventually(() => stage.emulator.rules().length === 1)
  })
})

describe('the connection', () => {
  it('x10 syncs the rules on 409 and connects, without a back-off', async () => {
    stage.emulator.fault({ kind: 'http', on: 'stream', status: 409, count: 1 })
    const began = performance.now()
    await connected(stage.listen({ timings: { ladder: { ...QUICK_LADDER, httpFirstMs: 20_000 } } }))
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(stage.emulator.attempts().map(({ status, outcome }) => [outcome, status])).toEqual([['refused', 409], ['accepted', 200]])
    expect(stage.count('rules-synced')).toBe(2)
  })

  it.each([401, 402, 403] as const)('x11 stops on %i, raises an alarm and probes slowly', async (status) => {
    stage.emulator.fault({ kind: 'http', on: 'stream', status, count: 2 })
    const listener = stage.listen()
    await eventually(() => listener.state().isAlarm)
    expect(listener.state().because).toContain(String(status))
    expect((await eventually(async () => (await stage.gaps())[0])).reason).toBe(`http-${status}`)
    await pause(150)
    expect(attempted()).toBe(1)
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

  it('x13 does not come before the reset of the window', async () => {
    stage.emulator.fault({ kind: 'http', on: 'stream', status: 429, variant: 'rate-limit', resetInSeconds: 1, count: 1 })
    await connected(stage.listen())
    const [first, second] = stage.emulator.attempts()
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000)
  })

  it('x60 waits for the reset of X even if a clock is five minutes off', async () => {
    stage.emulator.configure({ clockOffsetMs: -300_000 })
    stage.emulator.fault({ kind: 'http', on: 'stream', status: 429, variant: 'rate-limit', resetInSeconds: 1, count: 1 })
    await connected(stage.listen())
    const [first, second] = stage.emulator.attempts()
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000)
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(5_000)
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
    const listener = stage.listen()
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
    const listener = stage.listen()
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
    const listener = await connected(stage.listen())
    await pause(600)
    expect(listener.state().connects).toBe(1)
    stage.emulator.fault({ kind: 'silent' })
    await eventually(() => listener.state().connects === 2)
    expect((await eventually(async () => (await stage.gaps())[0])).reason).toBe('silence')
    await connected(listener)
  })

  it('x21 sees a reset at once', async () => {
    const listener = await connected(stage.listen({ timings: { silenceMs: 60_000 } }))
    stage.emulator.fault({ kind: 'rst' })
    await eventually(() => stage.count('dropped') === 1, 1_000)
    expect((await eventually(async () => (await stage.gaps())[0])).reason).toBe('reset')
    await connected(listener)
  })

  it.each([[22, true], [23, false]] as const)('x%i reconnects after a goodbye of X (closing itself: %s)', async (_number, close) => {
    const listener = await connected(stage.listen({ timings: { silenceMs: 60_000 } }))
    const { id } = stage.emulator.inject('@PrahariUP before')
    await eventually(async () => (await stage.inbox()).some((row) => row.id === id))
    stage.emulator.fault({ kind: 'op-disconnect', close })
    await eventually(() => listener.state().connects === 2, 1_000)
    await connected(listener)
    expect(await eventually(async () => (await stage.gaps())[0])).toMatchObject({ reason: 'UpstreamOperationalDisconnect' })
    expect(stage.emulator.openStreams()).toHaveLength(1)
  })
})
