import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkAccess, createXClient } from '../../../src/adapters/x/client.ts'
import { syncRules } from '../../../src/adapters/x/rules.ts'
import { closeStage, connected, eventually, MENTIONS, openStage, pause, startStage, TOKEN } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
beforeAll(openStage)
afterAll(closeStage)
beforeEach(async () => {
  stage = await startStage()
})
afterEach(() => stage.stop())

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
    expect(stage.emulator.attempts()).toEqual([])
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

  it('that are wanted since, because an administrator named one more of our accounts, reach X while the stream goes on', async () => {
    const rules = [MENTIONS]
    const listener = await connected(stage.listen({ rules }))
    rules[0] = { ...MENTIONS, value: '@PrahariUP OR @prahari_help' }
    await eventually(() => stage.emulator.rules()[0]?.value === '@PrahariUP OR @prahari_help')
    const { id } = stage.emulator.inject('@prahari_help somebody is at the door')
    await eventually(async () => (await stage.inbox()).some((row) => row.id === id))
    expect([stage.emulator.rules().length, listener.state().connects]).toEqual([1, 1])
  })

  it('that somebody removed come back by themselves', async () => {
    await connected(stage.listen({ timings: { ruleCheckMs: 50 } }))
    await api().v2.updateStreamRules({ delete: { ids: stage.emulator.rules().map(({ id }) => id) } })
    await eventually(() => stage.emulator.rules().length === 1)
  })
})
