import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexIncludes, parseFrame, parsePost } from '../../../src/adapters/x/parse-post.ts'
import { MAX_POST_LENGTH } from '../../../src/domain/post.ts'
import type { Post } from '../../../src/domain/post.ts'
import { AUTHOR_ID, HANDLE, inPostDialect, makeData, makeFrame, makeIncludes, OWN_ID } from './frames.ts'

function postOf(frame: object): Post {
  const parsed = parseFrame(JSON.stringify(frame), HANDLE)
  if (parsed.kind !== 'post') throw new Error(`not a post: ${JSON.stringify(parsed)}`)
  return parsed.post
}

const ORIGINAL = { id: '2101900000000000001', text: 'मेरे घर में चोर घुस आए &lt;मदद&gt;', author_id: '42', edit_history_tweet_ids: ['2101899999999999999', '2101900000000000001'], entities: { mentions: [{ username: 'PrahariUP' }], hashtags: [{ tag: 'SOS' }] } }

describe('a post of the stream', () => {
  it('becomes a Post with everything that Prahari reads', () => {
    expect(postOf(makeFrame())).toEqual({
      id: '2101902377875288068', caseId: '2101902377875288068', kind: 'reply',
      text: '@PrahariUP 🚨 वार्ड 12, गांधी रोड पर पानी भर गया है & बच्चे फँसे हैं #जलभराव #WaterLogging',
      lang: 'hi', createdAt: Date.UTC(2026, 8, 21, 5, 12, 33),
      author: { id: AUTHOR_ID, handle: 'asha_ward12', name: 'Asha (Ward 12)', location: 'Nagar, भारत', followers: 143 },
      conversationId: '2101899764823896065', inReplyToId: '2101899764823896065', quotedId: null, mentions: ['prahariup'], hashtags: ['जलभराव', 'WaterLogging'],
      place: { name: 'Lucknow, India', countryCode: 'IN' }, point: [80.9462, 26.8467], mediaTypes: ['photo'],
      media: [{ key: '3_2101902377875288073', type: 'photo', url: 'https://pbs.twimg.com/media/FICTIONAL0001.jpg', alt: 'Flooded street; sparks at left' }], summoned: true,
      rules: ['prahari:mentions'], source: 'stream', missing: [],
    })
  })

  it('x27 tolerates unknown fields, and knows an unknown message from a broken one', () => {
    expect(postOf(makeFrame({ glow: { deep: [1] } }, {}, { new_thing: true })).id).toBe('2101902377875288068')
    expect(parseFrame('{"notice":{"type":"unknown"}}', HANDLE)).toEqual({ kind: 'unknown' })
    expect(parseFrame('{"data": <<<', HANDLE)).toEqual({ kind: 'quarantine', reason: 'not JSON' })
    for (const raw of ['"text"', '7', 'null', '[]', 'true']) expect(parseFrame(raw, HANDLE).kind).toBe('quarantine')
  })

  it('x28 keeps data beside errors, and takes errors alone for no post', () => {
    const errors = [{ title: 'Not Found Error', type: 'https://api.twitter.com/2/problems/resource-not-found' }]
    expect(postOf(makeFrame({}, {}, { errors })).id).toBe('2101902377875288068')
    expect(parseFrame(JSON.stringify({ errors }), HANDLE)).toEqual({ kind: 'control', disconnectType: null, title: 'Not Found Error' })
    const goodbye = { title: 'operational-disconnect', disconnect_type: 'UpstreamOperationalDisconnect', type: 'https://api.x.com/2/problems/operational-disconnect' }
    expect(parseFrame(JSON.stringify({ errors: [goodbye] }), HANDLE)).toMatchObject({ kind: 'control', disconnectType: 'UpstreamOperationalDisconnect' })
    expect(parseFrame(JSON.stringify({ errors: [{ type: 'https://api.twitter.com/2/problems/operational-disconnect' }] }), HANDLE)).toMatchObject({ disconnectType: 'OperationalDisconnect' })
  })

  it('x30 flags what X did not expand, and still reads the post', () => {
    const bare = { data: makeData(), matching_rules: [{ id: '1', tag: 'prahari:mentions' }] }
    const post = postOf(bare)
    expect(post.missing).toEqual(['author', 'place', 'referenced', 'media'])
    expect(post).toMatchObject({ author: { id: AUTHOR_ID, handle: '', location: null }, place: null, mediaTypes: ['photo'], point: [80.9462, 26.8467] })
  })

  it('x31 has the tags of all rules that matched, once', () => {
    const rules = [{ id: '1', tag: 'prahari:mentions' }, { id: '2', tag: 'prahari:hazard' }, { id: '3', tag: 'prahari:mentions' }, { id: '4' }]
    expect(postOf(makeFrame({}, {}, { matching_rules: rules })).rules).toEqual(['prahari:mentions', 'prahari:hazard', 'rule:4'])
  })

  it('x34 belongs to the case of its first version', () => {
    const edit = postOf(makeFrame({ id: '2101902377875288999', edit_history_tweet_ids: ['2101902377875288068', '2101902377875288999'] }))
    expect(edit).toMatchObject({ id: '2101902377875288999', caseId: '2101902377875288068' })
  })

  it('x35 takes text and entities of a long post from its note', () => {
    const note = { text: `${'लंबा '.repeat(200)}#पूरा &amp; &amp;amp;`, entities: { hashtags: [{ tag: 'पूरा' }], mentions: [] } }
    const post = postOf(makeFrame({ note_tweet: note }))
    expect(post.text).toBe(`${'लंबा '.repeat(200)}#पूरा & &amp;`)
    expect(post).toMatchObject({ hashtags: ['पूरा'], mentions: [], summoned: false })
  })

  it('x36 tells retweet, quote, reply and post apart, and reads a retweet in full', () => {
    const retweet = makeFrame(
      { text: 'RT @ravi: मेरे घर में…', referenced_tweets: [{ type: 'retweeted', id: ORIGINAL.id }], attachments: undefined, geo: undefined },
      { tweets: [ORIGINAL], users: [{ id: '42', username: 'ravi', name: 'Ravi' }] },
    )
    expect(postOf(retweet)).toMatchObject({
      id: '2101902377875288068', kind: 'retweet', caseId: '2101899999999999999', text: 'मेरे घर में चोर घुस आए <मदद>',
      author: { id: '42', handle: 'ravi' }, hashtags: ['SOS'], summoned: true, missing: [],
    })
    const lost = postOf(makeFrame({ text: 'RT @ravi: मेरे घर में…', referenced_tweets: [{ type: 'retweeted', id: ORIGINAL.id }] }, { tweets: [] }))
    expect(lost).toMatchObject({ kind: 'retweet', caseId: ORIGINAL.id, text: 'RT @ravi: मेरे घर में…', missing: ['referenced'] })
    expect(postOf(makeFrame({ referenced_tweets: [{ type: 'quoted', id: '5' }] })).kind).toBe('quote')
    expect(postOf(makeFrame({ referenced_tweets: undefined })).kind).toBe('post')
  })

  it('is summoned by a quote of one of our posts as by a mention', () => {
    const quoting = (author: string): Post => postOf(makeFrame(
      { entities: {}, referenced_tweets: [{ type: 'quoted', id: '2101899764823896065' }] },
      { tweets: [{ id: '2101899764823896065', text: 'Rain alert', author_id: author }] },
    ))
    expect(quoting(OWN_ID).summoned).toBe(true)
    expect(quoting(AUTHOR_ID).summoned).toBe(false)
  })

  it('x37 decodes entities once, and takes a hashtag right after an emoji as X names it', () => {
    const post = postOf(makeFrame({ text: '🚨#WaterLogging &amp;lt; &lt;b&gt;', entities: { hashtags: [{ start: 1, end: 14, tag: 'WaterLogging' }] } }))
    expect(post).toMatchObject({ text: '🚨#WaterLogging &lt; <b>', hashtags: ['WaterLogging'] })
  })

  it('x38 tells a point, a place, neither, and the profile apart', () => {
    expect(postOf(makeFrame({ geo: { coordinates: { type: 'Point', coordinates: [80.9, 26.8] } } }))).toMatchObject({ point: [80.9, 26.8], place: null })
    expect(postOf(makeFrame({ geo: { place_id: '07d9f3a1c2b4e001' } }))).toMatchObject({ point: null, place: { name: 'Lucknow, India' } })
    expect(postOf(makeFrame({ geo: undefined }))).toMatchObject({ point: null, place: null, author: { location: 'Nagar, भारत' } })
    for (const wrong of [[26.8, 180.9], ['80.9', '26.8'], [80.9], null]) {
      expect(postOf(makeFrame({ geo: { coordinates: { type: 'Point', coordinates: wrong } } })).point).toBeNull()
    }
  })

  it('x40 is the same post in either vocabulary', () => {
    const whole = makeFrame(
      { note_tweet: { text: 'note', entities: {} }, edit_history_tweet_ids: ['1', '2101902377875288068'], referenced_tweets: [{ type: 'retweeted', id: ORIGINAL.id }] },
      { tweets: [{ ...ORIGINAL, note_tweet: { text: 'whole' } }] },
    )
    expect(parseFrame(JSON.stringify(inPostDialect(whole)), HANDLE)).toEqual(parseFrame(JSON.stringify(whole), HANDLE))
  })

  it('knows the time of a post without created_at from its id', () => {
    expect(new Date(postOf(makeFrame({ created_at: undefined })).createdAt).toISOString()).toBe('2026-09-21T05:12:33.000Z')
    expect(new Date(postOf(makeFrame({ created_at: 'yesterday' })).createdAt).getUTCFullYear()).toBe(2026)
  })

  it('is quarantined without an id or a text, and with nothing else', () => {
    for (const wrong of [{ id: 7 }, { id: '12345678901234567890' }, { id: '-1' }, { text: null }, { text: ['a'] }]) {
      expect(parseFrame(JSON.stringify(makeFrame(wrong)), HANDLE)).toMatchObject({ kind: 'quarantine' })
    }
  })

  it('carries nothing that breaks a store: no NUL, no half surrogate, no endless text', () => {
    const post = postOf(makeFrame({ text: `a\u0000b\ud83dc${'🚨'.repeat(MAX_POST_LENGTH)}` }, { users: [{ id: AUTHOR_ID, username: 'x', name: '\ud800'.repeat(300) }] }))
    expect([...post.text]).toHaveLength(MAX_POST_LENGTH)
    expect(post.text.startsWith('ab\ufffdc🚨')).toBe(true)
    expect(post.text.isWellFormed() && post.author.name.isWellFormed()).toBe(true)
    expect(post.author.name).toHaveLength(200)
  })

  it('comes from search with the tag of the query', () => {
    const parsed = parsePost(makeData(), indexIncludes(makeIncludes()), { source: 'search', handle: HANDLE, rules: ['prahari:mentions'] })
    expect(parsed).toMatchObject({ kind: 'post', post: { source: 'search', rules: ['prahari:mentions'], missing: [] } })
  })
})

describe('hostile frames', () => {
  const whole = makeFrame({ note_tweet: { text: 'x' } })
  const paths = pathsOf(whole)

  it('never make it throw, whatever stands in any one place', () => {
    fc.assert(fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
      const parsed = parseFrame(JSON.stringify(replaced(whole, path, value)), HANDLE)
      if (parsed.kind === 'post') expect(isSound(parsed.post)).toBe(true)
    }), { numRuns: 600 })
  })

  it('never make it throw, whatever they are', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (raw) => {
      expect(['post', 'control', 'unknown', 'quarantine']).toContain(parseFrame(raw, HANDLE).kind)
    }), { numRuns: 150 })
  })

  it('survive depth and prototype tricks', () => {
    expect(parseFrame('['.repeat(100_000), HANDLE).kind).toBe('quarantine')
    expect(parseFrame(`{"data":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, HANDLE).kind).toBe('quarantine')
    const parsed = parseFrame('{"data":{"id":"5","text":"t","__proto__":{"lang":"xx"},"constructor":1},"includes":{"__proto__":{"users":[]}}}', HANDLE)
    expect(parsed).toMatchObject({ kind: 'post', post: { lang: null } })
    expect(({} as Record<string, unknown>).lang).toBeUndefined()
  })
})

function isSound(post: Post): boolean {
  return /^\d{1,19}$/.test(post.id) && /^\d{1,19}$/.test(post.caseId) && Number.isFinite(post.createdAt) && post.text.isWellFormed() && !post.text.includes('\u0000')
    && post.mentions.every((one) => typeof one === 'string') && post.missing.every((one) => ['author', 'place', 'referenced', 'media'].includes(one))
}

type Path = (string | number)[]

function pathsOf(value: unknown, at: Path = []): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...at, key])) : []
  return [...(at.length > 0 ? [at] : []), ...inner]
}

function replaced(value: unknown, path: Path, put: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return put
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>
  copy[key] = replaced(copy[key], rest, put)
  return copy
}
