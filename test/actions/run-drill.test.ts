import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import type { Store } from '../../src/actions/ports.ts'
import { changeDrill, drillSteps } from '../../src/actions/change-drill.ts'
import { readDrill } from '../../src/actions/read-drill.ts'
import { receivePosts } from '../../src/actions/receive-posts.ts'
import { removeOldDrills, runDrill } from '../../src/actions/run-drill.ts'
import type { DrillDeps } from '../../src/actions/run-drill.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { KEEP_MS, reach } from '../../src/domain/drill.ts'
import type { Drill } from '../../src/domain/drill.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { Post } from '../../src/domain/post.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { overriding } from '../faults/overriding.ts'
import { makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

const EVERY_MS = 300_000
const T0 = 1_800_000_000_000
let real: Store
let store: Store
let close: () => Promise<void>
let now = T0
let deps: DrillDeps
const memory = () => ({ slot: null, pushed: new Set<string>() })
const queues = { enqueueSos: () => Promise.resolve(), enqueueRoutine: () => Promise.resolve() }
const drills = (): Promise<Drill[]> => store.drills.find({ index: 'byStart', order: 'asc', limit: 100 })

beforeAll(async () => {
  ;({ store: real, close } = await openTestStore())
  store = overriding(real, { now: () => now })
})
afterAll(() => close())
beforeEach(async () => {
  now += 10 * EVERY_MS
  await store.drills.remove((await drills()).map(({ id }) => id))
  deps = {
    store, crypto, announcer: { announce: () => undefined }, everyMs: EVERY_MS, handle: 'PrahariUP', post: null, push: () => Promise.resolve(null),
    receive: (post: Post) => receivePosts({ store, queues, judge: () => makeVerdict('critical') }, [post]),
  }
})
const open = async (): Promise<void> => {
  const rows = await store.inbox.find({ index: 'byState', equals: { state: 'pending', lane: 'sos' }, limit: 10 })
  await openDockets({ store, announcer: { announce: () => undefined }, numbers: docketNumbers(store, 1), crypto, policy: DEFAULT_LADDER_POLICY, handles: DEFAULT_TRIAGE_POLICY }, rows.map(({ id, receivedAt, post, verdict }) => ({ postId: id, receivedAt, post, verdict: verdict ?? makeVerdict('critical') })))
}

describe('running drills', () => {
  it('keeps the times at which steps happened, however slow and contested the ledger is', async () => {
    await runDrill(deps, memory())
    const [{ id } = { id: '' }] = await drills()
    const at = now
    let lost = 2
    const contested = overriding(store, { drills: overriding(store.drills, { async replace(drill, version) {
      now += 40
      return lost-- > 0 ? 'conflict' : store.drills.replace(drill, version)
    } }) })
    const write = drillSteps(contested)
    const emitted = write(id, 'emitted')
    now += 5
    await Promise.all([emitted, write(id, 'painted', { paintedBy: 'wall' })])
    expect((await drills())[0]).toMatchObject({ at: { emitted: at, painted: at + 5 }, paintedBy: 'wall' })
  })

  it('begins one in a time slot, however many processes look, and the next only in the next slot', async () => {
    await Promise.all(Array.from({ length: 5 }, () => runDrill(deps, memory())))
    expect(await drills()).toHaveLength(1)
    now += EVERY_MS
    await runDrill(deps, memory())
    await runDrill(deps, memory())
    expect((await drills()).map(({ state }) => state)).toEqual(['failed', 'running'])
  })

  it('ends when a screen painted it, closes its alert, and measures the push where there is a device', async () => {
    const pushed = { ...deps, push: () => Promise.resolve(120) }
    const mine = memory()
    await runDrill(pushed, mine)
    await open()
    expect(await runDrill(pushed, mine)).toEqual([])
    const [drill] = await drills()
    for (const step of ['emitted', 'painted'] as const) await changeDrill(store, drill?.id ?? '', (one) => reach(one, step, now))
    const [ended] = await runDrill(pushed, mine)
    expect(ended).toMatchObject({ state: 'passed', pushMs: 120 })
    expect((await store.dockets.get(ended?.docketId ?? ''))?.alertOpen).toBe(0)
    expect(await readDrill(store, EVERY_MS)).toMatchObject({ isOk: true, legs: expect.arrayContaining([{ leg: 'push', ms: 120 }]) as unknown })
  })

  it('of a killed process is judged by another one', async () => {
    await expect(runDrill({ ...deps, receive: () => Promise.reject(new Error('killed')) }, memory())).rejects.toThrow('killed')
    now += 9_000
    expect(await runDrill(deps, memory())).toMatchObject([{ state: 'failed', because: 'posted, but not received' }])
  })

  it('names the leg that is broken: no alert was raised', async () => {
    await runDrill(deps, memory())
    now += 8_500
    expect(await runDrill(deps, memory())).toMatchObject([{ state: 'failed', because: 'recorded, but no alert was raised' }])
  })

  it('that stays away is a finding; what is a day old is removed with all that it left', async () => {
    const mine = memory()
    await runDrill(deps, mine)
    await open()
    await runDrill(deps, mine)
    now += 10_000
    const [ended] = await runDrill(deps, mine)
    expect(await readDrill(store, EVERY_MS)).toMatchObject({ isOk: false, because: 'raised, but not sent to the screens' })
    now += 3 * EVERY_MS
    expect(await readDrill(store, EVERY_MS)).toMatchObject({ isOk: false, because: 'no drill has run since' })
    expect(await removeOldDrills(store)).toBe(0)
    now += KEEP_MS
    expect(await removeOldDrills(store)).toBe(1)
    expect(await Promise.all([store.dockets.get(ended?.docketId ?? ''), store.inbox.get(ended?.postId ?? '')])).toEqual([undefined, undefined])
    expect(await readDrill(store, EVERY_MS)).toBeNull()
    expect(await readDrill(store, 0)).toBeNull()
  })
})
