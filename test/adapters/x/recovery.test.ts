import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { idAt } from '../../../src/adapters/x/snowflake.ts'
import { PrahariError } from '../../../src/domain/errors.ts'
import type { StreamGap } from '../../../src/domain/stream.ts'
import { closeStage, connected, eventually, MENTIONS, openStage, pause, QUICK_LADDER, startStage } from './stage.ts'
import type { Stage } from './stage.ts'

const DAY = 86_400_000

let stage: Stage
beforeAll(openStage)
afterAll(closeStage)
beforeEach(async () => {
  stage = await startStage()
})
afterEach(() => stage.stop())

const searches = (): Record<string, unknown>[] => stage.emulator.requests().filter(({ path }) => path === '/2/tweets/search/recent').map(({ query }) => query)
const ids = async (): Promise<string[]> => (await stage.inbox()).map((row) => row.id).sort()

async function closed(state: StreamGap['state'] = 'filled', index = 0): Promise<StreamGap> {
  return eventually(async () => {
    const gap = (await stage.gaps())[index]
    return gap?.state === state ? gap : null
  })
}

/** Posts that the stream never delivers, as in an outage. */
function missed(count: number, agoMs = 0): string[] {
  return Array.from({ length: count }, (_, index) => stage.emulator.inject({ text: `@PrahariUP missed ${index}`, deliver: false, createdAt: stage.emulator.now() - agoMs + index }).id)
}

/** As if a listener had been killed then. */
async function lastSeen(lastByteAt: number): Promise<void> {
  await stage.store.checkpoints.put({ id: 'x-listener', version: 1, at: lastByteAt, facts: { lastByteAt, lastPostAt: null } })
}

describe('recovery by search', () => {
  it('x41 brings back an outage, every post once; retweets are said to be lost', async () => {
    const now = Date.now()
    await lastSeen(now - 90_000)
    const lost = [80_000, 50_000, 20_000, 1_000].flatMap((ago) => missed(3, ago))
    stage.emulator.inject({ text: 'RT @x: help', retweetOf: lost[0] ?? '', deliver: false, createdAt: now - 30_000 })
    const listener = await connected(stage.listen())
    const gap = await closed()
    expect(gap).toMatchObject({ reason: 'listener-started', startedAt: now - 90_000 - 120_000, recovered: 12, note: 'retweets are not in search' })
    expect(gap.endedAt).toBeGreaterThan(now + 29_000)
    expect(await ids()).toEqual(lost.toSorted())
    expect((await stage.inbox()).map((row) => [row.post.source, row.post.rules])).toEqual(lost.map(() => ['search', ['prahari:mentions']]))
    await eventually(() => listener.state().recovered === 12)
    expect(listener.state().blindSince).toBeNull()
  })

  it('x22 x32 opens the gap at the cut, ends it at the reconnect, and records what came both ways once', async () => {
    const listener = await connected(stage.listen({ timings: { ladder: { ...QUICK_LADDER, httpFirstMs: 300 } } }))
    const both = stage.emulator.inject('@PrahariUP both').id
    await eventually(async () => (await ids()).length === 1)
    stage.emulator.fault({ kind: 'http', on: 'stream', status: 503, count: 1 })
    stage.emulator.fault({ kind: 'rst' })
    await eventually(async () => (await stage.gaps())[0]?.state === 'open')
    expect(listener.state().blindSince).toBeGreaterThan(Date.now() - 5_000)
    const lost = missed(2)
    await connected(listener)
    expect((await closed()).recovered).toBe(2)
    expect(await ids()).toEqual([both, ...lost].sort())
  })

  it('x42 waits until search can see the last seconds before the reconnect', async () => {
    stage.emulator.configure({ searchLagMs: 400 })
    const listener = await connected(stage.listen({ timings: { recoveryDelayMs: 600 } }))
    const lost = missed(1)
    stage.emulator.fault({ kind: 'end' })
    await eventually(() => listener.state().connects === 2)
    const gap = await closed()
    expect(await ids()).toEqual(lost)
    expect((gap.filledAt ?? 0) - (gap.endedAt ?? 0)).toBeGreaterThanOrEqual(600 - 30_000)
    expect(searches()).toHaveLength(1)
  })

  it('x43 x47 reads three pages for 250 posts, with the same since_id and without times', async () => {
    await lastSeen(Date.now() - 60_000)
    const lost = missed(250, 30_000)
    await connected(stage.listen())
    expect((await closed()).recovered).toBe(250)
    expect(await ids()).toEqual(lost.toSorted())
    const [gap] = await stage.gaps()
    expect(searches()).toHaveLength(3)
    for (const query of searches()) {
      expect(query).toMatchObject({ since_id: idAt(gap?.startedAt ?? 0), max_results: '100' })
      expect(query).not.toHaveProperty('start_time')
      expect(query).not.toHaveProperty('end_time')
    }
    const newest = lost.toSorted().at(-1)
    await eventually(async () => (await stage.store.checkpoints.get('x-listener'))?.facts['max:prahari:mentions'] === newest)
  })

  it('x44 waits for the reset on page 2 and goes on with the same token; the gap is not filled meanwhile', async () => {
    stage.emulator.fault({ kind: 'http', on: 'search', status: 429, variant: 'rate-limit', resetInSeconds: 0.2, page: 2, count: 1 })
    await lastSeen(Date.now() - 60_000)
    const lost = missed(150, 30_000)
    await connected(stage.listen())
    await eventually(() => stage.count('rate-limited') === 1)
    const [gap] = await stage.gaps()
    expect(gap).toMatchObject({ state: 'filling', recovered: 100, checkpoints: { mentions: { done: false } } })
    expect((await closed()).recovered).toBe(150)
    expect(await ids()).toEqual(lost.toSorted())
    const [, second, third] = searches()
    expect(third).toEqual(second)
    expect(third?.next_token).toBe(gap?.checkpoints.mentions?.nextToken)
  })

  it('goes on after a 503 on page 2, a cut answer and an unauthorised one', async () => {
    stage.emulator.fault({ kind: 'http', on: 'search', status: 503, variant: 'html', page: 2, count: 1 })
    stage.emulator.fault({ kind: 'http', on: 'search', status: 401, page: 2, count: 1 })
    await lastSeen(Date.now() - 60_000)
    missed(150, 30_000)
    await connected(stage.listen())
    expect((await closed()).recovered).toBe(150)
    expect(searches()).toHaveLength(4)
  })

  it('x45 goes on from the checkpoint of a listener that died between two pages', async () => {
    const lost = missed(150, 30_000)
    const now = Date.now()
    const sinceId = idAt(now - 180_000)
    await lastSeen(now - 60_000)
    stage.emulator.fault({ kind: 'http', on: 'search', status: 503, page: 2 })
    const first = await connected(stage.listen({ holder: 'first' }))
    await eventually(() => stage.count('search-failed') > 0)
    await first.stop()
    const [gap] = await stage.gaps()
    expect(gap).toMatchObject({ recovered: 100, checkpoints: { mentions: { sinceId, done: false, nextToken: expect.any(String) } } })
    stage.emulator.clearFaults()
    const before = searches().length
    await connected(stage.listen({ holder: 'second' }))
    expect((await closed()).recovered).toBe(150)
    expect(searches().slice(before)[0]?.next_token).toBe(gap?.checkpoints.mentions?.nextToken)
    expect(await ids()).toEqual(lost.toSorted())
  })

  it('x45 counts a page as read only when its posts are durable', async () => {
    await lastSeen(Date.now() - 60_000)
    missed(150, 30_000)
    let tries = 0
    const receive = (): Promise<never> => {
      tries++
      return Promise.reject(new PrahariError('unavailable', 'the store is away'))
    }
    const first = await connected(stage.listen({ deps: { receive } }))
    await eventually(() => tries > 3)
    expect(await stage.gaps()).toMatchObject([{ state: 'filling', recovered: 0, checkpoints: { mentions: { nextToken: null, done: false } } }])
    await first.stop()
    stage.listen()
    expect((await closed()).recovered).toBe(150)
  })

  it('x46 adopts the since_id that X suggests, and says what is out of reach', async () => {
    stage.emulator.configure({ clockOffsetMs: 2 * 3_600_000 })
    await lastSeen(Date.now() - 8 * DAY)
    const within = stage.emulator.inject({ text: '@PrahariUP within', deliver: false, createdAt: Date.now() - 6 * DAY }).id
    await connected(stage.listen())
    const gap = await closed('unrecoverable')
    expect(await ids()).toEqual([within])
    expect(gap).toMatchObject({ recovered: 1, filledAt: null })
    expect(gap.note).toMatch(/mentions: what came before 20.* is older than search remembers/)
    const [first, second] = searches().map(({ since_id }) => BigInt(String(since_id)))
    expect(second).toBeGreaterThan(first ?? 0n)
  })

  it('x8 says which rules search cannot ask, and fills the others', async () => {
    await lastSeen(Date.now() - 60_000)
    const lost = missed(1, 30_000)
    stage.listen({ rules: [MENTIONS, { tag: 'long', value: `#SOS OR ${'x'.repeat(520)}` }] })
    const gap = await closed('unrecoverable')
    expect(await ids()).toEqual(lost)
    expect(gap.note).toMatch(/long cannot be searched \(528 characters, search takes 512\); not all of long could be read/)
    expect(gap.checkpoints.mentions?.done).toBe(true)
  })

  it('x48 finds by the sweep what the stream dropped silently', async () => {
    const listener = await connected(stage.listen({ timings: { sweepMs: 100 } }))
    stage.emulator.fault({ kind: 'drop', count: 2 })
    const dropped = [stage.emulator.inject('@PrahariUP one').id, stage.emulator.inject('@PrahariUP two').id]
    await eventually(async () => (await ids()).length === 2)
    expect(await ids()).toEqual(dropped.sort())
    await eventually(() => listener.state().missedByStream === 2)
    await pause(150)
    expect(listener.state().missedByStream).toBe(2)
    expect(await stage.gaps()).toEqual([])
  })

  it('reads a rule from its start when X has forgotten the token', async () => {
    const now = Date.now()
    const lost = missed(2, 30_000)
    const gap: StreamGap = {
      id: 'gap-1', version: 1, state: 'filling', startedAt: now - 60_000, endedAt: now - 20_000, reason: 'silence', recovered: 0, filledAt: null,
      checkpoints: { mentions: { sinceId: idAt(now - 60_000), nextToken: 'forgotten', done: false } }, note: null,
    }
    await stage.store.gaps.insertMany([gap])
    stage.listen()
    expect((await closed()).recovered).toBe(2)
    expect(await ids()).toEqual(lost.toSorted())
  })
})
