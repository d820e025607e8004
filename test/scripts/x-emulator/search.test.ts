import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from '../../../scripts/x-emulator/server.ts'
import { snowflakeAt } from '../../../scripts/x-emulator/snowflake.ts'
import { call } from './client.ts'

const DAY = 24 * 60 * 60_000
let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator()
})
afterEach(() => emulator.stop())

/** A post of `ageMs` ago. */
const old = (text: string, ageMs: number, more = {}) => emulator.inject({ text, createdAt: emulator.now() - ageMs, ...more }).id
const search = (parameters: string) => call(emulator, 'GET', `/2/tweets/search/recent?${parameters}`)
const idsOf = (data: unknown) => ((data ?? []) as { id: string }[]).map(({ id }) => id)

describe('recent search', () => {
  it('is newest first, without matching rules', async () => {
    const ids = [old('aag a', 90_000), old('aag b', 80_000), old('paani', 70_000), old('aag c', 60_000)]
    const { status, body, headers } = await search('query=aag')
    expect(status).toBe(200)
    expect(idsOf(body.data)).toEqual([ids[3], ids[1], ids[0]])
    expect(body.meta).toEqual({ newest_id: ids[3], oldest_id: ids[0], result_count: 3 })
    expect(body).not.toHaveProperty('matching_rules')
    expect(headers.get('x-rate-limit-limit')).toBe('450')
  })

  it('has no data when nothing is found', async () => {
    const { body } = await search('query=aag')
    expect(body).toEqual({ meta: { result_count: 0 } })
  })

  it('pages without loss or repetition, while new posts arrive', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => old(`aag ${index}`, 300_000 - index))
    const found: string[] = []
    let token: unknown
    let pages = 0
    do {
      const { body } = await search(`query=aag&max_results=100&since_id=${snowflakeAt(emulator.now() - DAY)}${token === undefined ? '' : `&next_token=${String(token)}`}`)
      found.push(...idsOf(body.data))
      token = body.meta?.['next_token']
      pages++
      old('aag meanwhile', 200_000 - pages)
    } while (token !== undefined)
    expect(pages).toBe(3)
    expect(found).toEqual(ids.toReversed())
  })

  it('does not see the newest half minute, by default', async () => {
    const id = old('aag', 31_000)
    old('aag', 10_000)
    expect(idsOf((await search('query=aag')).body.data)).toEqual([id])
    emulator.fault({ kind: 'search-lag', ms: 0, count: 1 })
    expect(idsOf((await search('query=aag')).body.data)).toHaveLength(2)
  })

  it('leaves out retweets, old versions, deleted and protected posts', async () => {
    emulator.configure({ searchLagMs: 0 })
    const first = old('aag yahan', 5000)
    emulator.retweet(first)
    const second = emulator.edit(first, 'aag wahan').id
    emulator.remove(old('aag gayi', 4000))
    old('aag chhupi', 3000, { author: 'gupt', isProtected: true })
    emulator.configure({ clockOffsetMs: 10 })
    expect(idsOf((await search('query=aag')).body.data)).toEqual([second])
  })

  it('keeps to since_id, until_id, start_time and end_time', async () => {
    const [a, b, c, d] = [old('aag', 400_000), old('aag', 300_000), old('aag', 200_000), old('aag', 100_000)]
    expect(idsOf((await search(`query=aag&since_id=${a}&until_id=${d}`)).body.data)).toEqual([c, b])
    const time = (age: number) => new Date(emulator.now() - age).toISOString()
    expect(idsOf((await search(`query=aag&start_time=${time(350_000)}&end_time=${time(150_000)}`)).body.data)).toEqual([c, b])
  })

  it.each([
    ['since_id=1&start_time=2026-11-20T00:00:00Z', /in conjunction with/],
    ['since_id=abc', /not a valid Post id/],
    ['max_results=9', /between 10 and 100/],
    ['max_results=101', /between 10 and 100/],
    ['next_token=rubbish', /next_token/],
    ['start_time=yesterday', /ISO 8601/],
  ])('refuses %s', async (parameters, message) => {
    const { status, body } = await search(`query=aag&${parameters}`)
    expect(status).toBe(400)
    expect(body['title']).toBe('Invalid Request')
    expect(String(body.errors?.[0]?.['message'])).toMatch(message)
  })

  it('refuses a cursor older than seven days and suggests one that works', async () => {
    const { status, body } = await search(`query=aag&since_id=${snowflakeAt(emulator.now() - 8 * DAY)}`)
    expect(status).toBe(400)
    const message = String(body.errors?.[0]?.['message'])
    expect(message).toMatch(/^'since_id' must be a tweet id created after \d{4}-\d\d-\d\dT\d\d:\d\dZ\./)
    const suggested = /larger than (\d+)$/.exec(message)?.[1]
    emulator.configure({ clockOffsetMs: -1000 })
    expect((await search(`query=aag&since_id=${String(suggested)}`)).status).toBe(200)
  })

  it('refuses an end nearer than ten seconds and a start before the window', async () => {
    expect((await search(`query=aag&end_time=${new Date(emulator.now() - 5000).toISOString()}`)).status).toBe(400)
    expect((await search(`query=aag&start_time=${new Date(emulator.now() - 8 * DAY).toISOString()}`)).status).toBe(400)
  })

  it('refuses bad and long queries', async () => {
    expect((await search('query=')).status).toBe(400)
    expect((await search('query=foo:bar')).status).toBe(400)
    expect((await search(`query=${'a'.repeat(513)}`)).status).toBe(400)
    emulator.configure({ tier: 'enterprise' })
    expect((await search(`query=${'a'.repeat(513)}`)).status).toBe(200)
  })

  it('counts against the limit and says when it ends', async () => {
    emulator.configure({ limits: { search: 2 } })
    const answers = [await search('query=a'), await search('query=a'), await search('query=a')]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers.map(({ headers }) => headers.get('x-rate-limit-remaining'))).toEqual(['1', '0', '0'])
  })

  it('ignores unknown fields, or refuses them when strict', async () => {
    old('aag', 60_000)
    expect((await search('query=aag&tweet.fields=lang,nonsense')).body.data).toMatchObject([{ lang: 'en' }])
    emulator.configure({ strictFields: true })
    expect((await search('query=aag&tweet.fields=lang,nonsense')).status).toBe(400)
  })

  it('answers post.fields in the post vocabulary', async () => {
    const root = old('aag pehli', 70_000)
    old('aag doosri', 60_000, { quote: root })
    const { body } = await search('query=aag&post.fields=referenced_posts&expansions=referenced_posts.id')
    expect(body.data).toMatchObject([{ referenced_posts: [{ type: 'quoted', id: root }], edit_history_post_ids: [expect.any(String)] }, {}])
    expect(body['includes']).toMatchObject({ posts: [{ id: root }] })
  })
})

describe('mentions', () => {
  it('finds who named the account, retweets included', async () => {
    const ids = [old('@PrahariUP aag', 90_000), old('koi aur', 80_000), old('dekho @prahariup', 70_000)]
    const { body } = await call(emulator, 'GET', `/2/users/${emulator.account.id}/mentions?max_results=5`)
    expect(idsOf(body.data)).toEqual([ids[2], ids[0]])
  })

  it('tells an unknown user from a bad id', async () => {
    expect((await call(emulator, 'GET', '/2/users/42/mentions')).body.errors).toHaveLength(1)
    expect((await call(emulator, 'GET', '/2/users/abc/mentions')).status).toBe(404)
  })
})
