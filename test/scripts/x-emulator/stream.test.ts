import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from '../../../scripts/x-emulator/server.ts'
import { addRules, call, openStream, until } from './client.ts'

let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator()
  await addRules(emulator, '@PrahariUP')
})
afterEach(() => emulator.stop())

describe('connecting', () => {
  it('needs a token and rules', async () => {
    expect((await call(emulator, 'GET', '/2/tweets/search/stream', { token: 'wrong' })).status).toBe(401)
    expect((await call(emulator, 'GET', '/2/tweets/search/stream', { user: true })).status).toBe(403)
    await call(emulator, 'POST', '/2/tweets/search/stream/rules?delete_all=true')
    const { status, body } = await call(emulator, 'GET', '/2/tweets/search/stream')
    expect([status, body['connection_issue']]).toEqual([409, 'RuleConfigurationIssue'])
  })

  it('is for one at a time', async () => {
    const first = await openStream(emulator)
    const second = await call(emulator, 'GET', '/2/tweets/search/stream')
    expect(second.status).toBe(429)
    expect(second.body).toMatchObject({ title: 'ConnectionException', connection_issue: 'TooManyConnections' })
    expect(Number(second.headers.get('x-rate-limit-remaining'))).toBeGreaterThan(0)
    first.close()
    await until(() => emulator.openStreams().length === 0)
    expect((await openStream(emulator)).status).toBe(200)
    expect(emulator.attempts().map(attempt => attempt.outcome)).toEqual(['accepted', 'refused', 'accepted'])
  })

  it('closes the old stream where that is switched on', async () => {
    emulator.configure({ kickOld: true })
    const first = await openStream(emulator)
    const second = await openStream(emulator)
    await until(() => first.isClosed())
    expect([second.status, emulator.openStreams().length]).toEqual([200, 1])
  })

  it('ends with 429 after 50 attempts until the window is over', async () => {
    await call(emulator, 'POST', '/2/tweets/search/stream/rules?delete_all=true')
    for (let attempt = 0; attempt < 50; attempt++) await call(emulator, 'GET', '/2/tweets/search/stream')
    const refused = await call(emulator, 'GET', '/2/tweets/search/stream')
    expect([refused.status, refused.headers.get('x-rate-limit-remaining')]).toEqual([429, '0'])
    const reset = Number(refused.headers.get('x-rate-limit-reset'))
    emulator.configure({ clockOffsetMs: reset * 1000 - Date.now() + 1000 })
    expect((await call(emulator, 'GET', '/2/tweets/search/stream')).status).toBe(409)
  })

  it('refuses the past to all but Enterprise', async () => {
    const refused = await call(emulator, 'GET', '/2/tweets/search/stream?backfill_minutes=2')
    expect([refused.status, refused.body['reason']]).toEqual([403, 'client-not-enrolled'])
  })
})

describe('an open stream', () => {
  it('brings what the reader asked for, one line and CRLF each', async () => {
    const reader = await openStream(emulator, '?tweet.fields=created_at,entities&expansions=author_id,referenced_tweets.id,geo.place_id,attachments.media_keys&user.fields=location&media.fields=url')
    const root = emulator.inject({ text: 'pehle ki baat', author: 'asha' })
    emulator.inject({ text: 'आग 🔥 @PrahariUP', author: 'ravi', authorName: 'रवि', location: 'Lucknow', replyTo: root.id, place: 'Lucknow', media: ['photo'] })
    await until(() => reader.frames().length === 1)
    const [frame] = reader.frames()
    expect(Object.keys(frame?.data ?? {}).sort()).toEqual(['attachments', 'author_id', 'created_at', 'edit_history_tweet_ids', 'entities', 'geo', 'id', 'referenced_tweets', 'text'])
    expect(frame?.includes?.['users']).toEqual([{ id: frame?.data['author_id'], username: 'ravi', name: 'रवि', location: 'Lucknow' }])
    expect(frame?.includes?.['tweets']?.[0]).toMatchObject({ id: root.id, text: 'pehle ki baat' })
    expect(frame?.includes?.['places']).toHaveLength(1)
    expect(frame?.includes?.['media']?.[0]).toHaveProperty('url')
    expect(reader.body().endsWith('}\r\n')).toBe(true)
  })

  it('brings three fields when nothing was asked for', async () => {
    const reader = await openStream(emulator)
    emulator.inject('@PrahariUP suniye')
    await until(() => reader.frames().length === 1)
    expect(Object.keys(reader.frames()[0]?.data ?? {}).sort()).toEqual(['edit_history_tweet_ids', 'id', 'text'])
    expect(reader.frames()[0]).not.toHaveProperty('includes')
  })

  it('names what it could not expand', async () => {
    const root = emulator.inject('gayab hone wali')
    const { id } = emulator.inject({ text: '@PrahariUP dekhiye', quote: root.id })
    emulator.remove(root.id)
    const reader = await openStream(emulator, '?expansions=referenced_tweets.id')
    emulator.retweet(id)
    emulator.inject({ text: '@PrahariUP phir', quote: root.id })
    await until(() => reader.frames().length === 2)
    expect(reader.frames()[1]?.errors?.[0]).toMatchObject({ resource_id: root.id, title: 'Not Found Error' })
  })

  it('has heartbeats, also in between', async () => {
    emulator.configure({ heartbeatMs: 10 })
    const reader = await openStream(emulator)
    await until(() => reader.heartbeats() >= 3)
  })

  it('brings an edit as a new post and a deletion not at all', async () => {
    const reader = await openStream(emulator)
    const first = emulator.inject('@PrahariUP gomti nagr')
    const second = emulator.edit(first.id, '@PrahariUP gomti nagar')
    emulator.remove(second.id)
    emulator.inject('@PrahariUP bas')
    await until(() => reader.frames().length === 3)
    expect(reader.frames()[1]?.data['edit_history_tweet_ids']).toEqual([first.id, second.id])
  })

  it('speaks the post dialect when told to', async () => {
    emulator.configure({ dialect: 'post' })
    const reader = await openStream(emulator, '?tweet.fields=referenced_tweets,note_tweet,public_metrics&expansions=referenced_tweets.id')
    const root = emulator.inject('@PrahariUP pehla')
    emulator.inject({ text: `@PrahariUP ${'लंबा '.repeat(100)}`, quote: root.id })
    await until(() => reader.frames().length === 2)
    const frame = reader.frames()[1]
    expect(frame?.data).toHaveProperty('edit_history_post_ids')
    expect(frame?.data).toHaveProperty('referenced_posts')
    expect(frame?.data).toHaveProperty('note_post')
    expect(frame?.data['public_metrics']).toHaveProperty('repost_count')
    expect(frame?.includes?.['posts']).toHaveLength(1)
  })

  it('drops a reader that does not read, and says so', async () => {
    emulator.configure({ slowReaderBytes: 200_000 })
    const reader = await openStream(emulator)
    reader.response.pause()
    await emulator.burst({ ratePerSecond: 20_000, seconds: 1, keep: false })
    expect(emulator.openStreams()).toEqual([])
    const { body } = await call(emulator, 'GET', '/2/connections?status=inactive')
    expect(body.data).toMatchObject([{ disconnect_reason: 'SlowReader' }])
  })

  it('can be killed by the app to free the slot', async () => {
    const reader = await openStream(emulator)
    expect((await call(emulator, 'GET', '/2/connections')).body.meta).toEqual({ result_count: 1 })
    const { body } = await call(emulator, 'DELETE', '/2/connections/filtered_stream')
    expect(body.data).toMatchObject({ successful_kills: 1, failed_kills: 0 })
    await until(() => reader.isClosed())
    expect((await openStream(emulator)).status).toBe(200)
  })
})
