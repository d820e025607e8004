import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from '../../../scripts/x-emulator/server.ts'
import { addRules, call, openStream, until } from './client.ts'

const FIELDS = '?tweet.fields=created_at,author_id,entities,conversation_id&expansions=author_id'
let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator({ settings: { searchLagMs: 0 } })
  await addRules(emulator, '@PrahariUP', '"bachao"')
})
afterEach(() => emulator.stop())

describe('a burst', () => {
  it('sends whole posts, each with its own id, author and text', async () => {
    const reader = await openStream(emulator, FIELDS)
    const report = await emulator.burst({ ratePerSecond: 4000, seconds: 0.25, sosShare: 0.2, actionableShare: 0.5 })
    expect(report).toMatchObject({ posts: 1000, frames: 1000 })
    expect(report.sos / 1000).toBeGreaterThan(0.1)
    expect(report.actionable / 1000).toBeGreaterThan(0.4)
    await until(() => reader.frames().length === 1000)
    const frames = reader.frames()
    for (const key of ['id', 'text', 'author_id'] as const) expect(new Set(frames.map(frame => frame.data[key])).size).toBe(1000)
    for (const { data, includes, matching_rules: rules } of frames) {
      expect(data['conversation_id']).toBe(data.id)
      expect(includes?.['users']?.[0]?.['id']).toBe(data['author_id'])
      expect(rules[0]?.tag).toBe('t:@PrahariUP')
      expect(Math.abs(Date.parse(String(data['created_at'])) - Date.now())).toBeLessThan(60_000)
    }
    expect(frames.some(frame => frame.matching_rules.length === 2)).toBe(true)
  })

  it('can be read back by search and lookup', async () => {
    const { lastId } = await emulator.burst({ ratePerSecond: 1000, seconds: 0.1 })
    emulator.configure({ clockOffsetMs: 50 })
    const { body } = await call(emulator, 'GET', `/2/tweets/search/recent${FIELDS}&query=@PrahariUP&max_results=100`)
    expect(body.meta).toMatchObject({ result_count: 100, newest_id: lastId })
    expect(body['includes']).toMatchObject({ users: { length: 100 } })
    const first = (body.data as { author_id: string }[])[0]
    const { data: author } = (await call(emulator, 'GET', `/2/users/${String(first?.author_id)}`)).body
    expect(author).toEqual({ id: first?.author_id, username: expect.stringMatching(/^b\d{11}$/), name: expect.stringMatching(/^b\d{11}$/) })
  })

  it('keeps to what the reader drains when told to go as fast as it can', async () => {
    const reader = await openStream(emulator)
    const report = await emulator.burst({ ratePerSecond: 'max', seconds: 0.3, keep: false })
    expect(report.posts).toBeGreaterThan(500)
    await until(() => reader.frames().length === report.frames)
    expect(emulator.openStreams()).toHaveLength(1)
  })

  it('goes through the frame faults', async () => {
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'drop', count: 30 })
    await emulator.burst({ ratePerSecond: 1000, seconds: 0.1 })
    await until(() => reader.frames().length === 70)
  })

  it('says so when no rule can match', async () => {
    await call(emulator, 'POST', '/2/tweets/search/stream/rules?delete_all=true')
    await expect(emulator.burst({ ratePerSecond: 10, seconds: 0.1 })).rejects.toThrow(/no rule of the stream/)
  })
})
