import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctVerdict } from '../../src/actions/correct-verdict.ts'
import type { CorrectionTarget } from '../../src/actions/correct-verdict.ts'
import { exportCorrections } from '../../src/actions/export-corrections.ts'
import type { LabelledPost } from '../../src/actions/export-corrections.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import type { Store } from '../../src/actions/ports.ts'
import { receivePosts } from '../../src/actions/receive-posts.ts'
import { recordCorrections } from '../../src/actions/record-corrections.ts'
import { sweepInbox } from '../../src/actions/sweep-inbox.ts'
import type { CorrectionWish } from '../../src/domain/correction.ts'
import { firstBreak } from '../../src/domain/history.ts'
import { findNode } from '../../src/domain/jurisdiction.ts'
import type { Viewer } from '../../src/domain/person.ts'
import type { Post } from '../../src/domain/post.ts'
import type { Severity, Verdict } from '../../src/domain/verdict.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'
import { correctDeps, DESK, SHA256 } from './correcting.ts'
import type { Death } from './correcting.ts'

let store: Store
let folder: string
let close: () => Promise<void>
beforeAll(async () => { ({ store, folder, close } = await openTestStore()) })
afterAll(() => close())

const queues = { enqueueSos: () => Promise.resolve(), enqueueRoutine: () => Promise.resolve() }
let keys = 0
const wish = (changes: Partial<CorrectionWish>): CorrectionWish => ({ key: `key-number-${++keys}`, note: null, ...changes })
const officer = (scopeId: string): Viewer => ({ personId: `officer-${scopeId}`, name: 'An Officer', role: 'officer', scopePath: findNode(scopeId)?.path ?? '' })

/** A post as received, and its docket where it gets one. Authors differ, so that no two belong together. */
async function arrive(severity: Severity, post: Partial<Post> = {}, verdict: Partial<Verdict> = {}): Promise<{ postId: string; docketId: string }> {
  const made = makePost(post)
  made.author = { ...made.author, id: made.id }
  await receivePosts({ store, queues, judge: () => makeVerdict(severity, verdict) }, [made])
  const row = await store.inbox.get(made.id)
  if (row?.state === 'pending' && row.verdict) await openDockets(correctDeps(store), [{ postId: made.id, receivedAt: row.receivedAt, post: made, verdict: row.verdict }])
  return { postId: made.id, docketId: `case-${made.id}` }
}
const rowsOf = (postId: string) => store.corrections.find({ index: 'byPost', equals: { postId }, limit: 100 })

describe('a docket', () => {
  it('is corrected once per key however often it comes, and every correction is a row for learning', async () => {
    const { docketId, postId } = await arrive('normal', { text: 'pati ne ghar se nikal diya' })
    const once = wish({ severity: 'high', category: 'domestic_violence', note: 'she is outside now' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => correctVerdict(correctDeps(store), DESK, { docketId }, once)))
    expect(answers.filter(({ did }) => did === 'corrected')).toHaveLength(1)
    await correctVerdict(correctDeps(store), DESK, { docketId }, wish({ place: 'agra' }))
    const docket = await store.dockets.get(docketId)
    expect(docket?.history.filter(({ what }) => what === 'corrected')).toHaveLength(2)
    expect(docket).toMatchObject({ alertOpen: 1, path: findNode('agra')?.path, alert: { severity: 'high' } })
    expect((await rowsOf(postId)).map(({ text, machine, was, is, name, note }) => [text, machine.severity, was.severity, is.severity, is.districtId, name, note])).toEqual([
      ['pati ne ghar se nikal diya', 'normal', 'normal', 'high', 'lucknow', 'Meena', 'she is outside now'],
      ['pati ne ghar se nikal diya', 'normal', 'high', 'high', 'agra', 'Meena', null],
    ])
  })

  it('is not to be found from another district, and not corrected by those who only look', async () => {
    const { docketId } = await arrive('critical')
    for (const target of [{ docketId }, { docketId: 'case-none' }]) {
      await expect(correctVerdict(correctDeps(store), officer('agra'), target, wish({ category: 'fire' }))).rejects.toMatchObject({ kind: 'not-found' })
    }
    for (const role of ['wall', 'auditor'] as const) {
      await expect(correctVerdict(correctDeps(store), { ...DESK, role }, { docketId }, wish({ category: 'fire' }))).rejects.toMatchObject({ kind: 'forbidden' })
    }
    expect((await store.dockets.get(docketId))?.version).toBe(1)
  })

  it('out of the corrector\'s own area is answered as done, and the repeat too', async () => {
    const { docketId } = await arrive('critical')
    const away = wish({ place: 'agra' })
    expect(await correctVerdict(correctDeps(store), officer('lucknow'), { docketId }, away)).toMatchObject({ did: 'corrected', isStillSeen: false })
    expect(await correctVerdict(correctDeps(store), officer('lucknow'), { docketId }, away)).toMatchObject({ did: 'nothing', isStillSeen: false })
    await expect(correctVerdict(correctDeps(store), officer('lucknow'), { docketId }, wish({ place: 'lucknow' }))).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('corrected by many at once keeps every correction', async () => {
    const { docketId, postId } = await arrive('critical')
    const categories = ['fire', 'animal', 'traffic', 'disaster', 'medical', 'accident'] as const
    await Promise.all(categories.map((category) => correctVerdict(correctDeps(store), DESK, { docketId }, wish({ category }))))
    const docket = await store.dockets.get(docketId)
    expect(docket?.corrections?.map(({ is }) => is.category).sort()).toEqual([...categories].sort())
    expect(docket?.verdict.category).toBe(docket?.corrections?.at(-1)?.is.category)
    expect(firstBreak(docket?.history ?? [], SHA256)).toBeNull()
    expect(await rowsOf(postId)).toHaveLength(6)
  })
})

describe('a post without a docket', () => {
  it('raised to SoS opens its docket by the normal path and rings', async () => {
    const { postId, docketId } = await arrive('none', { text: 'woh chup ho gayi hai ab' }, { category: 'spam_other' })
    const done = await correctVerdict(correctDeps(store), DESK, { postId }, wish({ severity: 'critical', category: 'domestic_violence' }))
    expect(done.docket).toMatchObject({ id: docketId, alertOpen: 1, verdict: { severity: 'critical' }, machine: { severity: 'none', category: 'spam_other' } })
    expect(done.docket?.history.map(({ what, who }) => `${what} ${who}`)).toEqual(['opened system', 'corrected meena', 'alert-raised system'])
    expect(firstBreak(done.docket?.history ?? [], SHA256)).toBeNull()
    expect(await store.inbox.get(postId)).toMatchObject({ state: 'decided', decision: 'docket', docketId, machine: { severity: 'none' }, corrections: [{ name: 'Meena' }] })
    expect(await rowsOf(postId)).toHaveLength(1)
    expect((await sweepInbox(correctDeps(store), false)).opened).toBe(0)
  })

  it('corrected again goes to its docket; the same act again changes nothing', async () => {
    const { postId } = await arrive('low')
    const first = wish({ severity: 'normal' })
    await correctVerdict(correctDeps(store), DESK, { postId }, first)
    expect((await correctVerdict(correctDeps(store), DESK, { postId }, first)).did).toBe('nothing')
    const { docket } = await correctVerdict(correctDeps(store), DESK, { postId }, wish({ severity: 'high' }))
    expect(docket).toMatchObject({ alertOpen: 1, machine: { severity: 'low' } })
    expect(docket?.corrections).toHaveLength(2)
    expect(await rowsOf(postId)).toHaveLength(2)
  })

  it('stays without one where nothing needs to be done, and is learnt from all the same', async () => {
    const { postId } = await arrive('none')
    expect(await correctVerdict(correctDeps(store), DESK, { postId }, wish({ category: 'gratitude' }))).toMatchObject({ did: 'corrected', docket: null })
    expect(await store.inbox.get(postId)).toMatchObject({ state: 'decided', lane: 'none', verdict: { category: 'gratitude' } })
    expect(await rowsOf(postId)).toMatchObject([{ docketId: null, is: { category: 'gratitude' } }])
  })

  it('of an unknown place belongs to the state alone', async () => {
    const { postId } = await arrive('none', {}, { place: { districtId: null, stationId: null, locality: null, confidence: 0, candidates: [], elsewhere: null } })
    await expect(correctVerdict(correctDeps(store), officer('lucknow'), { postId }, wish({ severity: 'high' }))).rejects.toMatchObject({ kind: 'not-found' })
    expect((await correctVerdict(correctDeps(store), DESK, { postId }, wish({ severity: 'high', place: 'lucknow' }))).docket?.path).toBe(findNode('lucknow')?.path)
  })
})

describe('a process killed in the middle', () => {
  const CHILD = fileURLToPath(new URL('./correcting.ts', import.meta.url))
  const die = (death: Death, target: CorrectionTarget, what: CorrectionWish): void => {
    const { signal, stdout } = spawnSync(process.execPath, [CHILD, join(folder, 'prahari.sqlite'), death, JSON.stringify(target), JSON.stringify(what)], { encoding: 'utf8' })
    expect([signal, stdout]).toEqual(['SIGKILL', ''])
  }

  it('after the docket: it rings already, and the row for learning comes by itself', async () => {
    const { docketId, postId } = await arrive('normal')
    const what = wish({ severity: 'critical' })
    die('dockets.replace', { docketId }, what)
    expect(await store.dockets.get(docketId)).toMatchObject({ alertOpen: 1, corrections: [{ key: what.key }] })
    expect(await rowsOf(postId)).toEqual([])
    expect((await recordCorrections(store, 0)).mended).toBe(1)
    expect((await correctVerdict(correctDeps(store), DESK, { docketId }, what)).did).toBe('nothing')
    expect(await rowsOf(postId)).toHaveLength(1)
    expect((await store.dockets.get(docketId))?.history.filter(({ what: one }) => one === 'alert-raised')).toHaveLength(1)
  })

  it('after the inbox row, or after its docket: the sweep opens what was not, nothing rings twice', async () => {
    for (const death of ['inbox.replace', 'dockets.insertMany'] as const) {
      const { docketId, postId } = await arrive('none')
      const what = wish({ severity: 'critical' })
      die(death, { postId }, what)
      expect(await store.inbox.get(postId)).toMatchObject({ state: 'pending', lane: 'sos', corrections: [{ key: what.key }] })
      await sweepInbox(correctDeps(store), false)
      expect(await store.dockets.get(docketId)).toMatchObject({ alertOpen: 1, machine: { severity: 'none' }, corrections: [{ key: what.key }] })
      expect(await store.inbox.get(postId)).toMatchObject({ state: 'decided', docketId })
      await recordCorrections(store, 0)
      expect((await correctVerdict(correctDeps(store), DESK, { postId }, what)).did).toBe('nothing')
      expect(await rowsOf(postId)).toHaveLength(1)
      expect((await store.dockets.get(docketId))?.history.map(({ what: one }) => one)).toEqual(['opened', 'corrected', 'alert-raised'])
    }
  })

  it('after the row for learning of a post that needs no docket: the same act again finishes it', async () => {
    const { postId } = await arrive('none')
    const what = wish({ category: 'gratitude' })
    die('corrections.insertMany', { postId }, what)
    await correctVerdict(correctDeps(store), DESK, { postId }, what)
    expect(await store.inbox.get(postId)).toMatchObject({ verdict: { category: 'gratitude' }, corrections: [{ key: what.key }] })
    expect(await rowsOf(postId)).toHaveLength(1)
  })
})

describe('the export', () => {
  it('has each post once with its newest correction, masked, places only where a person named them, protected ones on demand', async () => {
    const text = 'मदद करो @PrahariUP @neighbour_x 98765 43210 https://t.co/abc'
    const { docketId } = await arrive('normal', { text: `${text} एक` })
    await correctVerdict(correctDeps(store), DESK, { docketId }, wish({ place: 'agra' }))
    await correctVerdict(correctDeps(store), DESK, { docketId }, wish({ severity: 'high' }))
    const unplaced = await arrive('normal', { text: `${text} दो` })
    await correctVerdict(correctDeps(store), DESK, unplaced, wish({ category: 'fire' }))
    const hidden = await arrive('normal', { text: `${text} तीन` }, { isProtected: true })
    await correctVerdict(correctDeps(store), DESK, hidden, wish({ severity: 'high' }))
    const all = async (withProtected: boolean): Promise<LabelledPost[]> => {
      const posts: LabelledPost[] = []
      for await (const chunk of exportCorrections(store, { withProtected, keepHandles: new Set(['prahariup']) })) posts.push(...chunk)
      return posts.filter((one) => one.text.startsWith('मदद करो'))
    }
    const masked = 'मदद करो @PrahariUP @user [number] [link]'
    expect((await all(false)).sort((a, b) => (a.text < b.text ? -1 : 1))).toEqual([
      { text: `${masked} एक`, severity: 'high', category: 'assault', district: 'agra', lang: 'en' },
      { text: `${masked} दो`, severity: 'normal', category: 'fire', lang: 'en' },
    ])
    expect((await all(true)).map((one) => one.text)).toContain(`${masked} तीन`)
  })
})
