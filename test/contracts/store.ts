import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { INDEXES } from '../../src/actions/collections.ts'
import type { CollectionName, Counter, Stored } from '../../src/actions/collections.ts'
import type { Collection, Query, Store } from '../../src/actions/ports.ts'
import type { Pulse, StreamGap } from '../../src/domain/stream.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { asTheModel } from './as-the-model.ts'
import { queriesFor, rowsFor } from './index-queries.ts'
import { ModelCollection } from './model.ts'

/** One ledger under test. */
export interface Ledger {
  /** Another client of the same ledger, as another process would have. */
  open(): Promise<Store>
  /** Closes every client and removes the ledger. */
  dispose(): Promise<void>
}

/** What both stores promise. `fresh` makes an empty ledger. */
export function storeContract(title: string, fresh: () => Promise<Ledger>): void {
  describe(`store contract: ${title}`, () => {
    const section = (name: string, tests: (context: Context) => void, each: 'own ledger' | 'shared ledger'): void => void describe(name, () => {
      const [before, after] = each === 'own ledger' ? [beforeEach, afterEach] : [beforeAll, afterAll]
      let ledger: Ledger
      let store: Store
      before(async () => {
        ledger = await fresh()
        store = await ledger.open()
      })
      after(() => ledger.dispose())
      tests({ store: () => store, ledger: () => ledger })
    })
    section('writing', writing, 'own ledger')
    section('reading', reading, 'own ledger')
    section('values', values, 'shared ledger')
    section('clients', clients, 'own ledger')
    section('the model', ({ store }) => it('behaves as the model does, whatever is done to it', () => asTheModel(store())), 'shared ledger')
  })
}

interface Context {
  store(): Store
  ledger(): Ledger
}

const counter = (id: string, version = 1, next = 0): Counter => ({ id, version, next })
const pulse = (id: string, facts: Pulse['facts'], at = 1): Pulse => ({ id, version: 1, role: 'listen', at, facts })
const gap = (id: string, state: StreamGap['state'], startedAt: number, version = 1): StreamGap =>
  ({ id, version, state, startedAt, endedAt: null, reason: 'silence', recovered: 0, filledAt: null, checkpoints: {}, note: null })

function writing({ store }: Context): void {
  it('inserts once, and answers in the order given; of an id twice in one call the first wins', async () => {
    const { counters } = store()
    expect(await counters.insertMany([])).toEqual([])
    expect(await counters.insertMany([counter('a', 1, 1), counter('b'), counter('a', 1, 2)])).toEqual(['inserted', 'inserted', 'exists'])
    expect(await counters.insertMany([counter('b', 1, 9), counter('c'), counter('a', 1, 9)])).toEqual(['exists', 'inserted', 'exists'])
    expect(await counters.get('a')).toEqual(counter('a', 1, 1))
    expect(await counters.get('b')).toEqual(counter('b'))
  })

  it('replaces only the expected version, and a conflict changes nothing', async () => {
    const { counters } = store()
    await counters.insertMany([counter('a')])
    expect(await counters.replace(counter('a', 2, 5), 1)).toBe('replaced')
    expect(await counters.replace(counter('a', 2, 6), 1)).toBe('conflict')
    expect(await counters.replace(counter('a', 9, 6), 3)).toBe('conflict')
    expect(await counters.replace(counter('nobody', 2, 6), 1)).toBe('conflict')
    expect(await counters.get('a')).toEqual(counter('a', 2, 5))
    expect(await counters.get('nobody')).toBeUndefined()
  })

  it('judges each of many replaces by itself, in order', async () => {
    const { counters } = store()
    await counters.insertMany([counter('a'), counter('b'), counter('c', 4)])
    const changes = [
      { document: counter('a', 2, 1), expectedVersion: 1 },
      { document: counter('b', 3, 1), expectedVersion: 2 },
      { document: counter('missing', 2, 1), expectedVersion: 1 },
      { document: counter('c', 5, 1), expectedVersion: 4 },
      { document: counter('a', 3, 2), expectedVersion: 2 },
      { document: counter('a', 3, 3), expectedVersion: 2 },
    ]
    expect(await counters.replaceMany(changes)).toEqual(['replaced', 'conflict', 'conflict', 'replaced', 'replaced', 'conflict'])
    expect((await counters.getMany(['a', 'b', 'c'])).sort((one, two) => one.id.localeCompare(two.id))).toEqual([counter('a', 3, 2), counter('b'), counter('c', 5, 1)])
    expect(await counters.replaceMany([])).toEqual([])
  })

  it('moves a replaced row in every index', async () => {
    const { gaps } = store()
    await gaps.insertMany([gap('g', 'open', 5)])
    await gaps.replace({ ...gap('g', 'filled', 7, 2) }, 1)
    expect(await gaps.keys({ index: 'byState', equals: { state: 'open' }, limit: 5 })).toEqual([])
    expect(await gaps.keys({ index: 'byState', equals: { state: 'filled' }, range: { gte: 7 }, limit: 5 })).toEqual([{ id: 'g', version: 2 }])
    expect(await gaps.keys({ index: 'byStart', range: { lt: 7 }, limit: 5 })).toEqual([])
  })

  it('puts whatever is stored, and removes what there is', async () => {
    const { pulses } = store()
    await pulses.put(pulse('p', { n: 1 }))
    await pulses.put({ ...pulse('p', { m: 2 }), version: 1, at: 3 })
    expect(await pulses.get('p')).toEqual({ ...pulse('p', { m: 2 }), at: 3 })
    expect(await pulses.count({ index: 'byRole', equals: { role: 'listen' } })).toBe(1)
    await pulses.remove(['p', 'never-was'])
    await pulses.remove([])
    expect(await pulses.get('p')).toBeUndefined()
    expect(await pulses.count({ index: 'byRole', equals: { role: 'listen' } })).toBe(0)
  })

  it('refuses what no store can hold, and writes nothing of that call', async () => {
    const { counters, gaps } = store()
    const bad: Counter[] = [counter(''), counter('nul\0'), counter('half \ud83d'), counter('x'.repeat(600)), counter('v', 1.5), counter('v', -1), counter('v', Number.NaN)]
    for (const one of bad) await expect(counters.insertMany([counter('good'), one])).rejects.toMatchObject({ name: 'PrahariError', kind: 'invalid' })
    await expect(gaps.put(gap('g', 'open', Number.NaN))).rejects.toMatchObject({ kind: 'invalid', field: 'startedAt' })
    await expect(gaps.put({ ...gap('g', 'open', 1), note: 'x'.repeat(6_000_000) })).rejects.toMatchObject({ kind: 'invalid' })
    expect(await counters.getMany(['good', 'v'])).toEqual([])
  })
}

function reading({ store }: Context): void {
  it('gets many: those that exist, each once', async () => {
    const { counters } = store()
    const all = Array.from({ length: 300 }, (_, index) => counter(`c${index}`, 1, index))
    await counters.insertMany(all)
    const found = await counters.getMany([...all.map(({ id }) => id), 'c7', 'never-was', 'nul\0', '\ud83d'])
    expect(found.sort((one, two) => one.next - two.next)).toEqual(all)
    expect(await counters.getMany([])).toEqual([])
    expect(await counters.get('nul\0')).toBeUndefined()
  })

  it.each(INDEXED)('answers %s by every declared index: prefixes, ranges, orders, limits', async (name) => {
    const collection = store()[name] as unknown as Collection<Stored, string>
    const rows = rowsFor([...new Set(Object.values<readonly string[]>(INDEXES[name]).flat())])
    const model = new ModelCollection<Stored>(INDEXES[name])
    await collection.insertMany(rows)
    model.insertMany(rows)
    for (const query of Object.entries<readonly string[]>(INDEXES[name]).flatMap(([index, fields]) => queriesFor(index, fields))) {
      const expected = model.find(query)
      expect(await collection.find(query), JSON.stringify(query)).toEqual(expected)
      expect(await collection.keys(query), JSON.stringify(query)).toEqual(expected.map(({ id, version }) => ({ id, version })))
      const { order: _order, limit: _limit, ...condition } = query
      expect(await collection.count(condition), JSON.stringify(query)).toBe(model.find({ ...query, limit: 10_000 }).length)
    }
  })

  it('refuses a query that no index answers, or without honest bounds', async () => {
    const { gaps } = store()
    const bad: object[] = [
      { index: 'byNothing', limit: 1 }, { index: 'toString', limit: 1 }, { index: 'byState', limit: 0 }, { index: 'byState', limit: 10_001 },
      { index: 'byState', limit: 1.5 }, { index: 'byState', limit: Number.NaN }, { index: 'byState', equals: { startedAt: 1 }, limit: 1 },
      { index: 'byState', equals: { state: { $ne: null } }, limit: 1 }, { index: 'byState', equals: { state: null }, limit: 1 },
      { index: 'byState', equals: { state: 'a\0' }, limit: 1 }, { index: 'byStart', range: { gte: '1', lt: 2 }, limit: 1 },
      { index: 'byStart', range: { gte: Number.NaN }, limit: 1 }, { index: 'byStart', order: 'sideways', limit: 1 },
      { index: 'byState', equals: { state: 'open', startedAt: 1 }, range: { gte: 1 }, limit: 1 },
    ]
    for (const query of bad) await expect(gaps.find(query as Query<'byState'>), JSON.stringify(query)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(gaps.keys({ index: 'byState', limit: 1_000_001 })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('reads thousands of rows whole and in order', async () => {
    const { gaps } = store()
    const rows = Array.from({ length: 3_000 }, (_, at) => ({ ...gap(`g${at}`, 'filled', at), note: 'लंबा नोट '.repeat(20) }))
    await gaps.insertMany(rows)
    expect(await gaps.find({ index: 'byStart', order: 'asc', limit: 10_000 })).toEqual(rows)
    expect(await gaps.keys({ index: 'byStart', order: 'desc', limit: 1_000_000 })).toEqual(rows.map(({ id }) => ({ id, version: 1 })).reverse())
  })

  it('keeps a clock and answers a ping', async () => {
    await store().ping()
    expect(Math.abs(store().now() - Date.now())).toBeLessThan(2_000)
  })
}

const INDEXED = (Object.keys(INDEXES) as CollectionName[]).filter((name) => Object.keys(INDEXES[name]).length > 0)

function values({ store }: Context): void {
  it.each([
    ['Devanagari', 'बचाओ! चौक, लखनऊ में मारपीट हो रही है'],
    ['emoji and joiners', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🚨'],
    ['bidi controls', '\u202Egnp.exe\u202C \u2066x\u2069 \u200F'],
    ['NUL and controls', 'a\0b\u0001\u001f\u007f'],
    ['lone surrogates', 'x\ud83d y\udc00 \udc00\ud83d'],
    ['noncharacters', '\uFDD0\uFFFE\uFFFF \uFDD0d83d'],
    ['quotes and escapes', `'"\\ \\ud83d \\u0000 ; DROP TABLE inbox --`],
  ])('brings back a post with %s as it was', async (_name, text) => {
    const post = makePost({ text, hashtags: [text], author: { id: '1', handle: 'a', name: text, location: text, followers: null } })
    const row = { id: post.id, version: 1, state: 'pending', decision: null, lane: 'sos', receivedAt: 1, post, verdict: makeVerdict('critical'), docketId: null, reason: text } as const
    expect(await store().inbox.insertMany([row, { ...row, id: `${post.id}-neighbour` }])).toEqual(['inserted', 'inserted'])
    expect(await store().inbox.get(post.id)).toEqual(row)
    expect(await store().inbox.get(`${post.id}-neighbour`)).toEqual({ ...row, id: `${post.id}-neighbour` })
  })

  it('keeps odd keys of free objects', async () => {
    const facts = { $set: 1, 'a.b': 2, '': 3, '$': 4, 'कुंजी': 5, '%24': 6, 'nul\0': 7, '\ud83d': 8, '__proto__x': 9, constructor: 10, _id: 11, id: 12, '10': 13, toJSON: 14, '\uFDD0': 15 }
    await store().pulses.put(pulse('p', facts))
    expect(await store().pulses.get('p')).toEqual(pulse('p', facts))
    const checkpoints = { '$or.tag': { sinceId: '1', nextToken: null, done: false }, 'prahari:mentions.hi': { sinceId: '', nextToken: 'x', done: true } }
    await store().gaps.put({ ...gap('g', 'filling', 1), checkpoints })
    expect((await store().gaps.get('g'))?.checkpoints).toEqual(checkpoints)
    const own = JSON.parse('{"id":"own","version":1,"role":"r","at":1,"facts":{"__proto__":"x"}}') as Pulse
    await store().pulses.put(own)
    expect(JSON.stringify((await store().pulses.get('own'))?.facts)).toBe('{"__proto__":"x"}')
  })

  it('keeps null, drops undefined, keeps numbers exactly, and empty lists and objects', async () => {
    const facts = { big: Number.MAX_SAFE_INTEGER, negative: -2_147_483_649, fraction: 0.1, tiny: 5e-324, huge: 1.7e308, nothing: null, yes: true, text: '' }
    await store().pulses.put({ ...pulse('p', facts), extra: undefined, list: [], free: {} } as Pulse)
    const back = await store().pulses.get('p')
    expect(back).toEqual({ ...pulse('p', facts), list: [], free: {} })
    expect(Object.keys(back ?? {})).not.toContain('extra')
  })

  it('keeps lists in lists', async () => {
    const free = { pairs: [[0.9, 60], [0.95, 106]], deep: [[[], [[{ a: [['x\ud83d']] }]]], null], _list: [[1]] }
    await store().pulses.put({ ...pulse('p', {}), free } as Pulse)
    expect(await store().pulses.get('p')).toEqual({ ...pulse('p', {}), free })
  })

  it('holds a document of 300 kB', async () => {
    const row = { id: 'big', version: 1, receivedAt: 1, reason: 'long', raw: 'भारत का नागरिक '.repeat(20_000) }
    await store().quarantine.insertMany([row])
    expect(await store().quarantine.get('big')).toEqual(row)
  })
}

function clients({ store, ledger }: Context): void {
  it('lets one of four clients insert a row', async () => {
    const four = await Promise.all([0, 1, 2, 3].map(() => ledger().open()))
    const ids = Array.from({ length: 50 }, (_, index) => `id-${index}`)
    const answers = await Promise.all(four.map((one, who) => one.counters.insertMany(ids.map((id) => counter(id, 1, who)))))
    for (const [at, id] of ids.entries()) {
      const winners = answers.flatMap((answer, who) => (answer[at] === 'inserted' ? [who] : []))
      expect(winners).toHaveLength(1)
      expect((await store().counters.get(id))?.next).toBe(winners[0])
    }
  })

  it('lets one of two clients win every race for a version, and stores what the winner wrote', async () => {
    const racers = [store(), await ledger().open()]
    await store().counters.insertMany([counter('raced')])
    for (let version = 1; version <= 60; version++) {
      const answers = await Promise.all(racers.flatMap((one, who) => [0, 1].map((nth) => one.counters.replace(counter('raced', version + 1, who * 2 + nth), version))))
      const winners = answers.flatMap((answer, who) => (answer === 'replaced' ? [who] : []))
      expect(winners, `round ${version}`).toHaveLength(1)
      expect(await store().counters.get('raced')).toEqual(counter('raced', version + 1, winners[0]))
    }
  })

  it('adds up: two clients that retry their conflicts lose no step', async () => {
    const racers = [store(), await ledger().open()]
    await store().counters.insertMany([counter('sum')])
    await Promise.all(racers.map(async (one) => {
      for (let steps = 0; steps < 40;) {
        const seen = await one.counters.get('sum')
        if (seen && (await one.counters.replace(counter('sum', seen.version + 1, seen.next + 1), seen.version)) === 'replaced') steps++
      }
    }))
    expect(await store().counters.get('sum')).toEqual(counter('sum', 81, 80))
  })

  it('reads what any client was told is written', async () => {
    const other = await ledger().open()
    for (let at = 0; at < 30; at++) {
      await store().gaps.insertMany([gap(`g${at}`, 'open', at)])
      expect(await other.gaps.get(`g${at}`)).toBeDefined()
      expect(await other.gaps.count({ index: 'byState', equals: { state: 'open' } })).toBe(at + 1)
      expect(await store().gaps.keys({ index: 'byStart', range: { gte: at }, limit: 9 })).toHaveLength(1)
    }
  })

  it('finishes what waits before it closes, and is unavailable afterwards', async () => {
    const other = await ledger().open()
    const waiting = Promise.all(Array.from({ length: 50 }, (_, at) => other.counters.insertMany([counter(`w${at}`)])))
    await other.close()
    expect((await waiting).flat()).toEqual(Array.from({ length: 50 }, () => 'inserted'))
    await other.close()
    expect(await store().counters.getMany(['w0', 'w49'])).toHaveLength(2)
    const unavailable = { name: 'PrahariError', kind: 'unavailable' }
    await expect(other.ping()).rejects.toMatchObject(unavailable)
    await expect(other.counters.get('w0')).rejects.toMatchObject(unavailable)
    await expect(other.counters.insertMany([counter('late')])).rejects.toMatchObject(unavailable)
    await expect(other.counters.replace(counter('w0', 2), 1)).rejects.toMatchObject(unavailable)
    await expect(other.gaps.find({ index: 'byStart', limit: 1 })).rejects.toMatchObject(unavailable)
    await expect(other.gaps.count({ index: 'byStart' })).rejects.toMatchObject(unavailable)
    await expect(other.counters.remove(['w0'])).rejects.toMatchObject(unavailable)
    expect(await store().counters.get('late')).toBeUndefined()
  })
}
