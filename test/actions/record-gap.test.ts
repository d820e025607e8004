import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeGap, endOpenGaps, GAP_AFTER_MS, GAP_BEFORE_MS, openGap, planRecovery, recordPage } from '../../src/actions/record-gap.ts'
import type { GapStore } from '../../src/actions/record-gap.ts'
import type { StreamGap } from '../../src/domain/stream.ts'
import { openTestStore } from '../store.ts'

const T = 1_790_000_000_000
const ALWAYS = (): boolean => true
let opened: Awaited<ReturnType<typeof openTestStore>>
let store: GapStore

beforeAll(async () => {
  opened = await openTestStore()
  store = opened.store
})
afterAll(() => opened.close())
beforeEach(async () => {
  const all = await store.gaps.find({ index: 'byStart', limit: 1_000 })
  await store.gaps.remove(all.map((gap) => gap.id))
})

const cut = (lastByteAt: number, more: Partial<Parameters<typeof openGap>[1]> = {}): ReturnType<typeof openGap> =>
  openGap(store, { lastByteAt, reason: 'closed-by-x', isContinuation: false, ...more })
const all = (): Promise<StreamGap[]> => store.gaps.find({ index: 'byStart', order: 'asc', limit: 100 })

describe('a gap', () => {
  it('is visible while it lasts, and reaches from before the last byte to after the reconnect', async () => {
    expect(await cut(T)).toMatchObject({ did: 'opened', gap: { state: 'open', startedAt: T - GAP_BEFORE_MS, endedAt: null, reason: 'closed-by-x' } })
    expect(await all()).toHaveLength(1)
    const { ended } = await endOpenGaps(store, T + 90_000, ALWAYS)
    expect(ended).toMatchObject([{ state: 'filling', endedAt: T + 90_000 + GAP_AFTER_MS }])
    expect(await endOpenGaps(store, T + 95_000, ALWAYS)).toMatchObject({ did: 'nothing', ended: [] })
  })

  it('is one for one cut, however often it is said', async () => {
    const said = await Promise.all(Array.from({ length: 8 }, () => cut(T)))
    expect(said.filter(({ did }) => did === 'opened')).toHaveLength(1)
    expect(said.filter(({ did }) => did === 'already-open')).toHaveLength(7)
    expect(await all()).toHaveLength(1)
  })

  it('goes on when the connection in between never worked, and is another when it did', async () => {
    await cut(T)
    await endOpenGaps(store, T + 5_000, ALWAYS)
    expect(await cut(T + 5_100, { isContinuation: true })).toMatchObject({ did: 'reopened', gap: { startedAt: T - GAP_BEFORE_MS, endedAt: null, state: 'open' } })
    await endOpenGaps(store, T + 9_000, ALWAYS)
    expect((await cut(T + 99_000)).did).toBe('opened')
    expect(await all()).toHaveLength(2)
  })

  it('is not opened again once its recovery has begun', async () => {
    const { gap } = await cut(T)
    await endOpenGaps(store, T + 5_000, ALWAYS)
    await planRecovery(store, gap.id, { checkpoints: { mentions: { sinceId: '5', nextToken: null, done: false } }, note: null })
    expect((await cut(T + 5_100, { isContinuation: true })).did).toBe('opened')
    expect(await all()).toHaveLength(2)
  })

  it('stays open when the stream is cut again before it could be ended', async () => {
    await cut(T)
    expect((await endOpenGaps(store, T + 1_000, () => false)).ended).toEqual([])
    expect(await all()).toMatchObject([{ state: 'open' }])
  })

  it('x44 is filled only when the last page of every rule is in', async () => {
    const { gap } = await cut(T)
    await endOpenGaps(store, T + 90_000, ALWAYS)
    const start = { sinceId: '5', nextToken: null, done: false }
    await planRecovery(store, gap.id, { checkpoints: { a: start, b: start }, note: 'retweets are not in search' })
    const page = (tag: string, nextToken: string | null, recovered: number): ReturnType<typeof recordPage> =>
      recordPage(store, gap.id, { tag, checkpoint: { sinceId: '5', nextToken, done: nextToken === null }, recovered })
    const close = (lost: string | null): ReturnType<typeof closeGap> => closeGap(store, gap.id, { at: T + 200_000, lost })
    await page('a', 'p2', 100)
    expect((await close(null)).gap.state).toBe('filling')
    await page('a', null, 50)
    expect((await close(null)).gap.state).toBe('filling')
    await page('b', null, 0)
    expect((await close(null)).gap).toMatchObject({ state: 'filled', recovered: 150, filledAt: T + 200_000, note: 'retweets are not in search' })
  })

  it('is unrecoverable with what was lost in words', async () => {
    const { gap } = await cut(T)
    await endOpenGaps(store, T + 90_000, ALWAYS)
    await planRecovery(store, gap.id, { checkpoints: { bio: { sinceId: '5', nextToken: null, done: true } }, note: 'bio cannot be searched' })
    expect((await closeGap(store, gap.id, { at: T, lost: 'all of bio' })).gap).toMatchObject({ state: 'unrecoverable', filledAt: null, note: 'bio cannot be searched; all of bio' })
  })

  it('keeps its plan when it is planned twice, and takes no page of a plan that is gone', async () => {
    const { gap } = await cut(T)
    await endOpenGaps(store, T + 1, ALWAYS)
    await planRecovery(store, gap.id, { checkpoints: { a: { sinceId: '7', nextToken: 'p', done: false } }, note: null })
    const again = await planRecovery(store, gap.id, { checkpoints: { a: { sinceId: '1', nextToken: null, done: false } }, note: null })
    expect(again.gap.checkpoints).toEqual({ a: { sinceId: '7', nextToken: 'p', done: false } })
    await cut(T)
    const late = await recordPage(store, gap.id, { tag: 'a', checkpoint: { sinceId: '7', nextToken: null, done: true }, recovered: 3 })
    expect(late.gap).toMatchObject({ state: 'open', checkpoints: {}, recovered: 0 })
  })

  it('P2 is not closed unread by a recovery that began before it was opened and ended again', async () => {
    const { gap } = await cut(T)
    await endOpenGaps(store, T + 1, ALWAYS)
    await planRecovery(store, gap.id, { checkpoints: { a: { sinceId: '7', nextToken: null, done: false } }, note: null })
    await cut(T)
    await endOpenGaps(store, T + 60_000, ALWAYS)
    expect((await closeGap(store, gap.id, { at: T + 60_001, lost: null })).gap).toMatchObject({ state: 'filling', checkpoints: {} })
  })

  it('counts pages right when two write at once', async () => {
    const { gap } = await cut(T)
    await endOpenGaps(store, T + 1, ALWAYS)
    const start = { sinceId: '5', nextToken: null, done: false }
    await planRecovery(store, gap.id, { checkpoints: { a: start, b: start }, note: null })
    await Promise.all(['a', 'b', 'a', 'b'].map((tag) => recordPage(store, gap.id, { tag, checkpoint: { ...start, done: true }, recovered: 10 })))
    expect((await store.gaps.get(gap.id))?.recovered).toBe(40)
  })

  it('that is not there is an error that names it', async () => {
    await expect(closeGap(store, 'gap-none', { at: T, lost: null })).rejects.toMatchObject({ kind: 'not-found' })
  })
})
