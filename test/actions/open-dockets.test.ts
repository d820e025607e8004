import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import type { OpenDeps } from '../../src/actions/open-dockets.ts'
import { receivePosts } from '../../src/actions/receive-posts.ts'
import { sweepInbox, SWEEP_AFTER_MS } from '../../src/actions/sweep-inbox.ts'
import type { InboxRow } from '../../src/actions/collections.ts'
import type { Store } from '../../src/actions/ports.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { makeJob, makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

let store: Store
let close: () => Promise<void>
let told: Docket[]
let deps: OpenDeps

beforeAll(async () => {
  ;({ store, close } = await openTestStore())
})
afterAll(() => close())
beforeEach(() => {
  told = []
  deps = {
    store, policy: DEFAULT_LADDER_POLICY, handles: DEFAULT_TRIAGE_POLICY, numbers: docketNumbers(store, 4),
    announcer: { announce: (dockets) => void told.push(...dockets) },
    crypto: { sha256: (text) => createHash('sha256').update(text).digest('hex') },
  }
})
const queues = { enqueueSos: () => Promise.resolve(), enqueueRoutine: () => Promise.resolve() }

describe('opening dockets', () => {
  it('P3 opens one docket per case however often and by however many it is asked', async () => {
    const job = makeJob('critical')
    await Promise.all(Array.from({ length: 20 }, () => openDockets(deps, [job])))
    const dockets = (await store.dockets.find({ index: 'byOpened', limit: 100 })).filter((docket) => docket.post.id === job.postId)
    expect(dockets).toHaveLength(1)
    expect(dockets[0]?.history.map((entry) => entry.what)).toEqual(['opened', 'alert-raised'])
  })

  it('announces again what a crash between write and broadcast left untold', async () => {
    const job = makeJob('high')
    await openDockets({ ...deps, announcer: { announce: () => undefined } }, [job])
    await openDockets(deps, [job])
    expect(told.map((docket) => docket.post.id)).toEqual([job.postId])
  })

  it('announces the very object it stored', async () => {
    const job = makeJob('critical')
    await openDockets(deps, [job])
    expect(told[0]).toEqual(await store.dockets.get(`case-${job.postId}`))
  })

  it('gives every docket a number of its own', async () => {
    const jobs = Array.from({ length: 30 }, () => makeJob('normal'))
    await Promise.all([openDockets(deps, jobs.slice(0, 15)), openDockets({ ...deps, numbers: docketNumbers(store, 4) }, jobs.slice(15))])
    const numbers = (await store.dockets.getMany(jobs.map((job) => `case-${job.postId}`))).map((docket) => docket.number)
    expect(new Set(numbers).size).toBe(30)
  })

  it('joins an edit to the docket of its case and raises it when it became worse; a retweet opens nothing new', async () => {
    const first = makeJob('normal')
    await openDockets(deps, [first])
    const edit = makeJob('critical', { caseId: first.postId, text: 'now they have knives' })
    expect(await openDockets(deps, [edit])).toMatchObject({ opened: 0, raised: 1, joined: 1 })
    expect(await openDockets(deps, [makeJob('critical', { caseId: first.postId, kind: 'retweet' })])).toMatchObject({ opened: 0, raised: 0 })
    const docket = await store.dockets.get(`case-${first.postId}`)
    expect(docket).toMatchObject({ alertOpen: 1, thread: [{ id: edit.postId }], verdict: { severity: 'critical' } })
    expect(docket?.history.map((entry) => entry.what)).toEqual(['opened', 'post-joined', 'alert-raised'])
  })
})

describe('receiving posts', () => {
  it('records before it counts, once, with the lane its severity asks for', async () => {
    const posts = [makePost({ text: 'sos' }), makePost({ text: 'normal' }), makePost({ text: 'none' })]
    const judge = (post: { text: string }) => makeVerdict(post.text === 'sos' ? 'critical' : post.text === 'normal' ? 'normal' : 'none')
    expect(await receivePosts({ store, queues, judge }, posts)).toMatchObject({ inserted: 3, sos: 1, routine: 1, isQueued: true })
    expect(await receivePosts({ store, queues, judge }, posts)).toMatchObject({ inserted: 0, duplicates: 3 })
    const rows = await Promise.all(posts.map((post) => store.inbox.get(post.id)))
    expect(rows.map((row) => [row?.state, row?.lane, row?.decision])).toEqual([['pending', 'sos', null], ['pending', 'routine', null], ['decided', 'none', 'not-actionable']])
  })

  it('P12 quarantines a post on which triage throws, with the reason, and its neighbours go on', async () => {
    const posts = [makePost(), makePost({ text: 'poison' }), makePost()]
    const judge = (post: { text: string }) => {
      if (post.text === 'poison') throw new Error('cannot read this')
      return makeVerdict('none')
    }
    expect(await receivePosts({ store, queues, judge }, posts)).toMatchObject({ inserted: 3, quarantined: 1 })
    expect(await store.inbox.get(posts[1]?.id ?? '')).toMatchObject({ state: 'quarantined', reason: 'triage failed: cannot read this' })
  })

  it('does not fail when the queues are away: the sweep opens the docket after its five seconds', async () => {
    const away = { enqueueSos: () => Promise.reject(new PrahariError('unavailable', 'Redis is away')), enqueueRoutine: queues.enqueueRoutine }
    const post = makePost()
    expect(await receivePosts({ store, queues: away, judge: () => makeVerdict('critical') }, [post])).toMatchObject({ inserted: 1, isQueued: false })
    await sweepInbox(deps, true)
    expect(await store.dockets.get(`case-${post.id}`)).toBeUndefined()
    const later = { ...deps, store: { inbox: store.inbox, dockets: store.dockets, incidents: store.incidents, echoes: store.echoes, now: () => store.now() + SWEEP_AFTER_MS.sos } }
    expect((await sweepInbox(later, true)).raised).toBeGreaterThanOrEqual(1)
    expect(await store.dockets.get(`case-${post.id}`)).toMatchObject({ alertOpen: 1 })
    expect(await store.inbox.get(post.id)).toMatchObject({ state: 'decided', decision: 'docket' })
  })

  it('quarantines a row that can never be opened, and opens its neighbours', async () => {
    const good = makePost()
    const bad = makePost()
    const row = (post: typeof good, verdict: InboxRow['verdict']): InboxRow => ({ id: post.id, version: 1, state: 'pending', decision: null, lane: 'sos', receivedAt: 1, post, verdict, docketId: null, reason: null })
    await store.inbox.insertMany([row(good, makeVerdict('critical')), row(bad, { ...makeVerdict('critical'), place: null as never })])
    expect(await sweepInbox(deps, false)).toMatchObject({ quarantined: 1 })
    expect(await store.inbox.get(bad.id)).toMatchObject({ state: 'quarantined', reason: expect.stringContaining('opening failed') as string })
    expect(await store.dockets.get(`case-${good.id}`)).toBeDefined()
  })
})
