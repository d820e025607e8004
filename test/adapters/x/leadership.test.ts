import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Listener } from '../../../src/adapters/x/listener.ts'
import { PrahariError } from '../../../src/domain/errors.ts'
import { closeStage, connected, eventually, openStage, pause, QUICK, stageFile, startStage } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
const children: ChildProcess[] = []
beforeAll(openStage)
afterAll(closeStage)
beforeEach(async () => {
  stage = await startStage()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await stage.stop()
})

interface Child {
  process: ChildProcess
  state: { isLeader: boolean; isConnected: boolean }
}

/** A listener in its own process, on the same store and emulator. */
function startChild(holder: string): Child {
  const script = fileURLToPath(new URL('child.ts', import.meta.url))
  const process_ = spawn(process.execPath, [script, stageFile(), stage.emulator.origin, holder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const child: Child = { process: process_, state: { isLeader: false, isConnected: false } }
  children.push(process_)
  createInterface({ input: process_.stdout }).on('line', (line) => {
    child.state = JSON.parse(line) as Child['state']
  })
  return child
}

const ids = async (): Promise<string[]> => (await stage.inbox()).map((row) => row.id).sort()
const inject = (text: string): string => stage.emulator.inject(`@PrahariUP ${text}`).id

describe('one active listener', () => {
  it('listens while the other stands by, and is followed at once after a clean stop, with a gap that says so', async () => {
    const first = await connected(stage.listen({ holder: 'first' }))
    const second = stage.listen({ holder: 'second' })
    await eventually(() => second.state().because === 'standing by: held by another')
    expect(stage.emulator.openStreams()).toHaveLength(1)
    await first.stop()
    await connected(second)
    expect(first.state()).toMatchObject({ isLeader: false, isConnected: false })
    expect(await eventually(async () => (await stage.gaps())[0])).toMatchObject({ reason: 'listener-stopped' })
    await eventually(async () => (await stage.gaps())[0]?.state === 'filled')
    expect(stage.emulator.attempts().filter(({ outcome }) => outcome === 'accepted')).toHaveLength(2)
  })

  it('P2 is followed within the lease and a bit after kill -9, and what was missed is recovered', async () => {
    const child = startChild('killed')
    await eventually(() => child.state.isConnected)
    const standby = stage.listen({ holder: 'standby' })
    const before = inject('before')
    await eventually(async () => (await ids()).length === 1)
    child.process.kill('SIGKILL')
    const killedAt = performance.now()
    await eventually(() => stage.emulator.openStreams().length === 0)
    const between = inject('between')
    await connected(standby)
    // The promise, though this lease is shorter: a busy machine does not get faster with it.
    expect(performance.now() - killedAt).toBeLessThan(25_000)
    const after = inject('after')
    await eventually(async () => (await ids()).length === 3)
    expect(await ids()).toEqual([before, between, after].sort())
    expect(await eventually(async () => { const [gap] = await stage.gaps(); return gap?.state === 'filled' ? gap : null })).toMatchObject({ reason: 'listener-started', recovered: 1 })
  })

  it('P2 is followed by a gap too when it dies before its first checkpoint: the very first listener on an empty ledger', async () => {
    const listener = await connected(stage.listen({ timings: { checkpointMs: 3_600_000 } }))
    expect(await stage.store.checkpoints.get('x-listener')).toMatchObject({ facts: { lastByteAt: expect.any(Number) as number } })
    await listener.stop()
  })

  it('x45 P2 loses nothing and records nothing twice when it is killed again and again', async () => {
    const sent: string[] = []
    for (let round = 0; round < 2; round++) {
      const child = startChild('same-holder')
      await eventually(() => child.state.isConnected)
      for (let index = 0; index < 20; index++) sent.push(inject(`${round}-${index}`))
      child.process.kill('SIGKILL')
      await eventually(() => stage.emulator.openStreams().length === 0)
      for (let index = 0; index < 130; index++) sent.push(inject(`${round}-down-${index}`))
    }
    await connected(stage.listen({ holder: 'same-holder' }))
    await eventually(async () => (await ids()).length === sent.length)
    expect(await ids()).toEqual(sent.toSorted())
    await eventually(async () => (await stage.gaps()).every((gap) => gap.state === 'filled'))
  })

  it('lets go before its lease ends when the store is away, and comes back with a gap', async () => {
    let isAway = false
    const { store } = stage
    const away = <Args extends unknown[], Value>(work: (...args: Args) => Promise<Value>) => (...args: Args): Promise<Value> =>
      isAway ? Promise.reject(new PrahariError('unavailable', 'away')) : work(...args)
    const leases = { ...store.leases, get: away(store.leases.get.bind(store.leases)) }
    const listener = await connected(stage.listen({ deps: { store: { ...store, leases } } }))
    isAway = true
    const began = performance.now()
    // The server sees the stream close a moment after the listener closed it.
    await eventually(() => !listener.state().isLeader && stage.emulator.openStreams().length === 0)
    expect(performance.now() - began).toBeLessThan(QUICK.leaseTtlMs)
    isAway = false
    await connected(listener)
    expect(await eventually(async () => (await stage.gaps())[0])).toMatchObject({ reason: 'lease-lost' })
  })

  it('stops within 5 s even when the store hangs', async () => {
    const { store } = stage
    let hangs = false
    const never = new Promise<never>(() => undefined)
    const hanging = <Args extends unknown[], Value>(work: (...args: Args) => Promise<Value>) => (...args: Args): Promise<Value> => (hangs ? never : work(...args))
    const collections = {
      gaps: { ...store.gaps, find: hanging(store.gaps.find.bind(store.gaps)), insertMany: hanging(store.gaps.insertMany.bind(store.gaps)) },
      checkpoints: { ...store.checkpoints, put: hanging(store.checkpoints.put.bind(store.checkpoints)) },
      leases: { ...store.leases, get: hanging(store.leases.get.bind(store.leases)) },
    }
    let received = 0
    const receive = (): Promise<{ inserted: number }> => (hangs ? never : Promise.resolve({ inserted: ++received }))
    const listener: Listener = await connected(stage.listen({ deps: { store: { ...store, ...collections }, receive } }))
    hangs = true
    inject('held')
    await eventually(() => listener.state().queued === 1)
    await pause(50)
    const began = performance.now()
    await listener.stop()
    expect(performance.now() - began).toBeLessThan(5_000)
    await eventually(() => stage.emulator.openStreams().length === 0)
  })
})
