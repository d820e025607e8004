import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctVerdict } from '../../src/actions/correct-verdict.ts'
import type { Store } from '../../src/actions/ports.ts'
import { receivePosts } from '../../src/actions/receive-posts.ts'
import { replayInbox } from '../../src/actions/replay-inbox.ts'
import { replayPosts } from '../../src/actions/replay-posts.ts'
import type { Judge, ReplayPost } from '../../src/actions/replay-posts.ts'
import type { Severity } from '../../src/domain/verdict.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'
import { correctDeps, DESK } from './correcting.ts'

/** A judge that reads its answer from the text: `high fire agra`. */
const byText: Judge = ({ text }) => {
  if (text === 'boom') throw new Error('triage failed')
  const [severity = 'none', category = 'assault', districtId = 'lucknow'] = text.split(' ')
  return makeVerdict(severity as Severity, {
    category: category as 'fire', reasons: [3, -40, 12, 5].map((weight) => ({ signal: 's', weight, because: `reason ${weight}` })),
    place: { districtId: districtId === 'unknown' ? null : districtId, stationId: null, locality: null, confidence: 1, candidates: [], elsewhere: null },
  })
}
const was = (severity: Severity, category?: 'assault' | 'fire', districtId?: string | null): ReplayPost['before'] => ({ severity, ...(category ? { category } : {}), ...(districtId === undefined ? {} : { districtId }) })
const post = (text: string, before: ReplayPost['before'], person: ReplayPost['person'] = null): ReplayPost => ({ id: text, post: makePost({ text }), before, person })
async function* once(posts: readonly ReplayPost[]): AsyncGenerator<readonly ReplayPost[]> {
  await Promise.resolve()
  yield posts
}
const replay = (posts: readonly ReplayPost[], show = 10) => replayPosts(once(posts), { judge: byText, byDefault: () => makeVerdict('low'), show, pause: () => Promise.resolve() })

describe('replaying posts', () => {
  it('says what would ring, what would not any more, and every other change', async () => {
    const report = await replay([
      post('high assault', was('normal', 'assault', 'lucknow')), post('critical fire agra', was('none', 'assault', 'lucknow')), post('low assault', was('critical', 'assault', 'lucknow')),
      post('normal fire', was('high', 'fire', 'lucknow')), post('critical assault', was('high', 'assault', 'lucknow')), post('none assault', was('none', 'assault', 'lucknow')), post('boom', was('none')), post('high', null),
    ])
    expect(report).toMatchObject({
      posts: 8, failed: 1, rings: { before: 3, after: 4, per1000Before: 375, per1000After: 500 }, gained: { count: 3 }, lost: { count: 2 },
      categories: { changed: 1, pairs: [{ from: 'assault', to: 'fire', count: 1 }] }, districts: { count: 1, shown: [{ from: 'lucknow', to: 'agra' }] },
    })
    expect(report.gained.shown.map(({ id, from, to }) => [id, from, to])).toEqual([['critical fire agra', 'none', 'critical'], ['high assault', 'normal', 'high'], ['high', 'low', 'high']])
    expect(report.lost.shown.map(({ id }) => id)).toEqual(['low assault', 'normal fire'])
    expect(report.gained.shown[0]?.reasons).toEqual(['-40 reason -40', '+12 reason 12', '+5 reason 5'])
    expect(report.severities).toContainEqual({ from: 'high', to: 'critical', count: 1 })
  })

  it('compares only what was known, keeps few examples of many, and says how persons see it', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => post(`high fire`, was('low'), at < 4 ? { severity: at < 3 ? 'high' : 'low', category: 'fire', districtId: null } : null))
    const report = await replay(many, 3)
    expect([report.gained.count, report.gained.shown.length, report.categories.changed, report.districts.count]).toEqual([1_000, 3, 0, 0])
    expect(report.corrected).toEqual({ posts: 4, agreedBefore: 1, agreeNow: 3 })
    expect((await replay(many, 0)).gained).toEqual({ count: 1_000, shown: [] })
    expect(await replay([])).toMatchObject({ posts: 0, rings: { per1000Before: 0, per1000After: 0 } })
  })

  it('lets others have their turn all along', async () => {
    let pauses = 0
    const posts = Array.from({ length: 1_000 }, () => post('low', was('low')))
    await replayPosts(once(posts), { judge: byText, byDefault: byText, show: 0, pause: () => { pauses++; return Promise.resolve() } })
    expect(pauses).toBe(100)
  })
})

describe('replaying the inbox', () => {
  let store: Store
  let close: () => Promise<void>
  beforeAll(async () => { ({ store, close } = await openTestStore()) })
  afterAll(() => close())

  it('compares with what the machine said, not with what persons made of it, within the area, newest first up to the limit', async () => {
    const queues = { enqueueSos: () => Promise.resolve(), enqueueRoutine: () => Promise.resolve() }
    const posts = Array.from({ length: 600 }, (_, at) => makePost({ text: at % 3 === 0 ? 'high' : 'low' }))
    await receivePosts({ store, queues, judge: (one) => makeVerdict('low', { place: byText({ ...one, text: `low assault ${one.text === 'high' ? 'lucknow' : 'agra'}` }).place }) }, posts)
    const [first] = posts
    await correctVerdict(correctDeps(store), DESK, { postId: first?.id ?? '' }, { key: 'correct-it-1', severity: 'critical', note: null })
    const deps = { store, judge: byText, pause: () => Promise.resolve() }
    const stretch = { from: 0, to: store.now() + 1, most: 10_000, show: 5 }
    expect(await replayInbox(deps, null, stretch)).toMatchObject({ posts: 600, rings: { before: 0, after: 200 }, gained: { count: 200 }, corrected: { posts: 1, agreedBefore: 0, agreeNow: 0 } })
    expect(await replayInbox(deps, { ...DESK, role: 'supervisor', scopePath: '/up/z-agra/' }, stretch)).toMatchObject({ posts: 400, gained: { count: 0 } })
    expect((await replayInbox(deps, null, { ...stretch, most: 50 })).posts).toBe(50)
    expect((await replayInbox(deps, null, { ...stretch, to: 1 })).posts).toBe(0)
    expect(() => replayInbox(deps, DESK, stretch)).toThrow(expect.objectContaining({ kind: 'forbidden' }))
  })
})
