import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PrahariError } from '../../../src/domain/errors.ts'
import { MAX_POST_LENGTH } from '../../../src/domain/post.ts'
import type { Post } from '../../../src/domain/post.ts'
import { closeStage, connected, eventually, MENTIONS, openStage, pause, startStage } from './stage.ts'
import type { Stage } from './stage.ts'

const CRY = '@PrahariUP 🚨 बचाओ, क्षत्रिय नगर में आग & धुआँ 👨‍👩‍👧 <मदद> #आग'

let stage: Stage
beforeAll(openStage)
afterAll(closeStage)
beforeEach(async () => {
  stage = await startStage()
})
afterEach(() => stage.stop())

async function posts(count: number): Promise<Post[]> {
  const rows = await eventually(async () => {
    const all = await stage.inbox()
    return all.length >= count ? all : null
  })
  return rows.map((row) => row.post)
}

const quarantined = async (): Promise<string[]> => (await stage.store.quarantine.find({ index: 'byReceived', limit: 100 })).map((frame) => frame.reason)

describe('frames on the wire', () => {
  it('x24 arrive as they were written when every byte comes alone', async () => {
    await connected(stage.listen())
    stage.emulator.fault({ kind: 'split', count: 2 })
    stage.emulator.inject(CRY)
    stage.emulator.inject(CRY)
    expect((await posts(2)).map((post) => post.text)).toEqual([CRY, CRY])
  })

  it('x25 arrive in full when heartbeats and frames are glued together', async () => {
    await connected(stage.listen())
    stage.emulator.fault({ kind: 'heartbeat', mode: 'glued', count: 1 })
    stage.emulator.fault({ kind: 'glue', frames: 5, count: 1 })
    for (let index = 0; index < 5; index++) stage.emulator.inject(`${CRY} ${index}`)
    expect((await posts(5)).map((post) => post.text)).toEqual([0, 1, 2, 3, 4].map((index) => `${CRY} ${index}`))
  })

  it('x26 that are malformed are kept aside, and the next survive', async () => {
    const listener = await connected(stage.listen())
    for (const how of ['truncated', 'garbage', 'not-object'] as const) {
      stage.emulator.fault({ kind: 'malformed', how, count: 1 })
      stage.emulator.inject('@PrahariUP broken')
    }
    stage.emulator.fault({ kind: 'malformed', how: 'bare-newline', count: 1 })
    stage.emulator.inject('@PrahariUP by line feed')
    stage.emulator.inject('@PrahariUP whole')
    expect((await posts(2)).map((post) => post.text)).toEqual(['@PrahariUP by line feed', '@PrahariUP whole'])
    expect((await eventually(async () => ((await quarantined()).length === 3 ? quarantined() : null))).sort()).toEqual(['not JSON', 'not JSON', 'not a JSON object'])
    expect(listener.state()).toMatchObject({ connects: 1, quarantined: 3, posts: 2 })
  })

  it('x27 of an unknown kind are kept as they came', async () => {
    await connected(stage.listen())
    stage.emulator.fault({ kind: 'unknown-message', body: { notice: { type: 'new', detail: 'नया' } }, count: 1 })
    stage.emulator.inject(CRY)
    await posts(1)
    const [frame] = await eventually(() => stage.store.quarantine.find({ index: 'byReceived', limit: 10 }).then((all) => (all.length > 0 ? all : null)))
    expect(frame).toMatchObject({ reason: 'unknown kind of message', raw: '{"notice":{"type":"new","detail":"नया"}}' })
  })

  it('x28 x30 with errors or without includes are posts nevertheless', async () => {
    await connected(stage.listen())
    stage.emulator.fault({ kind: 'partial-errors', count: 1 })
    stage.emulator.inject('@PrahariUP one')
    stage.emulator.fault({ kind: 'missing-includes', count: 1 })
    stage.emulator.inject({ text: '@PrahariUP two', place: 'Gomti Nagar, Lucknow' })
    stage.emulator.raw('{"errors":[{"title":"Oddity","detail":"x"}]}\r\n')
    const [one, two] = await posts(2)
    expect(one?.missing).toEqual([])
    expect(two?.missing).toEqual(['author', 'place'])
    await eventually(async () => (await quarantined()).includes('message of X: Oddity'))
  })

  it('x29 are not lost when their receiver fails, and a poisonous one stops nothing', async () => {
    const tries = new Map<string, number>()
    const taken: string[] = []
    await connected(stage.listen({
      deps: {
        receive: async (batch) => {
          for (const post of batch) {
            const attempt = (tries.get(post.text) ?? 0) + 1
            tries.set(post.text, attempt)
            if (post.text.includes('flaky') && attempt < 3) throw new Error('once more')
            if (post.text.includes('poison')) throw new PrahariError('invalid', 'does not fit')
          }
          taken.push(...batch.map((post) => post.text))
          return { inserted: batch.length }
        },
      },
    }))
    stage.emulator.fault({ kind: 'glue', frames: 3, count: 1 })
    for (const text of ['@PrahariUP good', '@PrahariUP flaky', '@PrahariUP poison']) stage.emulator.inject(text)
    await eventually(() => taken.includes('@PrahariUP flaky') && taken.includes('@PrahariUP good'))
    await eventually(async () => (await quarantined()).includes('receiving failed: does not fit'))
    expect(taken).toHaveLength(2)
  })

  it('x31 that match two rules are one record with both tags', async () => {
    await connected(stage.listen({ rules: [MENTIONS, { tag: 'fire', value: '#आग' }] }))
    stage.emulator.inject(CRY)
    expect((await posts(1))[0]?.rules).toEqual(['prahari:mentions', 'prahari:fire'])
  })

  it('x32 x33 that come twice or out of order are each recorded once', async () => {
    const listener = await connected(stage.listen())
    stage.emulator.fault({ kind: 'duplicate', times: 3, count: 4 })
    stage.emulator.fault({ kind: 'reorder', window: 4, count: 1 })
    const ids = [1, 2, 3, 4].map((index) => stage.emulator.inject(`@PrahariUP ${index}`).id)
    expect((await posts(4)).map((post) => post.id).sort()).toEqual(ids.toSorted())
    await eventually(() => listener.state().posts > 12)
    expect(await stage.inbox()).toHaveLength(4)
    const checkpoint = await eventually(async () => {
      const now = await stage.store.checkpoints.get('x-listener')
      return now?.facts['max:prahari:mentions'] === ids.toSorted().at(-1) ? now : null
    })
    expect(checkpoint.facts.lastByteAt).toBeGreaterThan(0)
  })

  it('x34 of an edit are two records of one case', async () => {
    await connected(stage.listen())
    const first = stage.emulator.inject('@PrahariUP help at Hazratganj')
    const second = stage.emulator.edit(first.id, '@PrahariUP help at Aliganj')
    const both = await posts(2)
    expect(both.map((post) => post.caseId)).toEqual([first.id, first.id])
    expect(both.map((post) => post.id)).toEqual([first.id, second.id])
  })

  it('x35 x36 of long posts and of their retweets hold the whole text', async () => {
    await connected(stage.listen())
    const long = `@PrahariUP ${'बहुत लंबी शिकायत & सबूत '.repeat(60)}#अंत`
    const { id } = stage.emulator.inject(long)
    stage.emulator.retweet(id, 'somebody_else')
    const [original, retweet] = await posts(2)
    expect(original).toMatchObject({ kind: 'post', text: long, hashtags: ['अंत'] })
    expect(retweet).toMatchObject({ kind: 'retweet', caseId: id, text: long, author: original?.author, missing: [] })
  })

  it('x38 x39 with places, points, or withheld in a country are read as what they are', async () => {
    await connected(stage.listen())
    stage.emulator.inject({ text: '@PrahariUP at', point: [80.9462, 26.8467], place: 'Lucknow', location: 'Mumbai' })
    stage.emulator.inject({ text: '@PrahariUP in', place: 'Gomti Nagar, Lucknow', withheld: ['IN'] })
    const [at, within] = await posts(2)
    expect(at).toMatchObject({ point: [80.9462, 26.8467], place: { name: 'Lucknow, India', countryCode: 'IN' }, author: { location: 'Mumbai' } })
    expect(within).toMatchObject({ point: null, place: { name: 'Gomti Nagar, Lucknow' } })
  })

  it('x40 in the post.* vocabulary are the same records', async () => {
    await connected(stage.listen())
    const id = stage.emulator.inject(CRY).id
    await posts(1)
    const { posts: _posts, ...rest } = { posts: 0, row: (await stage.inbox())[0] }
    await stage.store.inbox.remove([id])
    stage.emulator.configure({ dialect: 'post' })
    stage.emulator.fault({ kind: 'end' })
    await eventually(async () => (await stage.gaps())[0]?.state === 'filled')
    const again = (await posts(1))[0]
    expect(again).toEqual({ ...rest.row?.post, source: 'search' })
  })

  it('of monstrous size cost one post at most', async () => {
    await connected(stage.listen())
    stage.emulator.fault({ kind: 'oversized', length: 100_000, count: 1 })
    stage.emulator.inject('@PrahariUP long')
    stage.emulator.raw(`{"data":"${'x'.repeat(3 * 1024 * 1024)}"}\r\n`)
    stage.emulator.inject('@PrahariUP after')
    const [long, after] = await posts(2)
    expect([...(long?.text ?? '')]).toHaveLength(MAX_POST_LENGTH)
    expect(after?.text).toBe('@PrahariUP after')
    await eventually(async () => (await quarantined()).some((reason) => reason.startsWith('longer than')))
    expect((await stage.store.quarantine.find({ index: 'byReceived', limit: 10 }))[0]?.raw.length).toBe(65_536)
  })
})

describe('a store that is slow or away', () => {
  it('x56 makes the listener hold what it read, stop reading, and catch up without a loss', async () => {
    let isAway = true
    const taken = new Set<string>()
    const listener = await connected(stage.listen({
      timings: { intakeBytes: 20_000 },
      deps: {
        receive: async (batch) => {
          await pause(2)
          if (isAway) throw new PrahariError('unavailable', 'the store is away')
          for (const post of batch) taken.add(post.id)
          return { inserted: batch.length }
        },
      },
    }))
    const ids: string[] = []
    for (let index = 0; index < 300; index++) ids.push(stage.emulator.inject(`@PrahariUP ${index} ${'x'.repeat(200)}`).id)
    await eventually(() => stage.count('paused') === 1)
    await pause(100)
    expect(listener.state()).toMatchObject({ isConnected: true, because: 'connected, but the store does not take posts' })
    expect(listener.state().queuedBytes).toBeLessThan(20_000 + 2 * 65_536 * 2)
    isAway = false
    await eventually(() => taken.size === 300)
    expect(ids.every((id) => taken.has(id))).toBe(true)
    await eventually(() => listener.state().queued === 0)
    expect(listener.state()).toMatchObject({ connects: 1, because: 'connected' })
  })

  it('x57 that lasts makes it give the stream up in our way, with a gap, and take the rest from search', async () => {
    let isAway = true
    const taken = new Set<string>()
    const listener = await connected(stage.listen({
      timings: { intakeBytes: 5_000, pauseLimitMs: 60 },
      deps: {
        receive: async (batch) => {
          if (isAway) throw new PrahariError('unavailable', 'the store is away')
          for (const post of batch) taken.add(post.id)
          return { inserted: batch.length }
        },
      },
    }))
    const ids = Array.from({ length: 40 }, (_, index) => stage.emulator.inject(`@PrahariUP ${index}`).id)
    await eventually(() => stage.count('dropped') === 1)
    expect((await eventually(async () => (await stage.gaps())[0])).reason).toBe('store-too-slow')
    ids.push(stage.emulator.inject('@PrahariUP while away').id)
    await pause(100)
    expect(listener.state().connects).toBe(1)
    isAway = false
    await connected(listener)
    await eventually(() => ids.every((id) => taken.has(id)))
  })

  it('never counts as seen what is not recorded yet', async () => {
    const listener = await connected(stage.listen({
      deps: { receive: () => Promise.reject(new PrahariError('unavailable', 'the store is away')) },
    }))
    stage.emulator.inject('@PrahariUP help')
    await eventually(() => listener.state().queued === 1)
    const readAt = listener.state().lastPostAt ?? 0
    await eventually(() => (listener.state().lastByteAt ?? 0) > readAt + 200)
    const checkpoint = await stage.store.checkpoints.get('x-listener')
    expect(Number(checkpoint?.facts.lastByteAt)).toBeLessThanOrEqual(readAt)
  })
})
