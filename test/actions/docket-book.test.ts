import { afterAll, beforeAll, expect, test } from 'vitest'
import { docketBook } from '../../src/actions/docket-book.ts'
import type { BookNews, DocketBook } from '../../src/actions/docket-book.ts'
import { briefTail, projectBriefs, reconcileBriefs } from '../../src/actions/project-briefs.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { DRILL_PATH } from '../../src/domain/drill.ts'
import { STATE_PATH } from '../../src/domain/area.ts'
import { makeBriefDocket } from '../dockets.ts'
import { openTestStore } from '../store.ts'

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const DAY_MS = 86_400_000
let opened: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => { opened = await openTestStore() })
afterAll(() => opened.close())

/** A docket of this minute, in the store. */
async function written(changes: Parameters<typeof makeBriefDocket>[0] = {}): Promise<Docket> {
  const now = opened.store.now()
  const docket = makeBriefDocket({ receivedAt: now, updatedAt: now, ...changes })
  await opened.store.dockets.insertMany([docket])
  return docket
}

async function changed(docket: Docket, changes: Partial<Docket>): Promise<Docket> {
  const next = { ...docket, version: docket.version + 1, updatedAt: opened.store.now(), ...changes }
  expect(await opened.store.dockets.replace(next, docket.version)).toBe('replaced')
  return next
}

function openBook(): DocketBook {
  return docketBook({ store: opened.store, pause, keepMs: 30 * DAY_MS })
}

async function statusesOf(book: DocketBook): Promise<string[]> {
  const found: string[] = []
  await book.each(STATE_PATH, null, (facts) => found.push(facts.status))
  return found.toSorted()
}

test('briefs follow their dockets through a kill between two steps, two sweeps at once, and a pause', async () => {
  const { store } = opened
  const [one, two] = [await written({ text: 'chori' }), await written()]
  const killed = briefTail(store)
  // Killed after it read and before it said that it was done.
  expect(await killed.next()).toHaveLength(2)
  const again = briefTail(store)
  expect(await projectBriefs(store, again)).toBe(2)
  const closed = await changed(one, { status: 'closed' })
  await Promise.all([projectBriefs(store, briefTail(store)), projectBriefs(store, briefTail(store)), projectBriefs(store, again)])
  expect(await store.briefs.get(one.id)).toMatchObject({ version: closed.version, status: 'closed' })
  expect(await store.briefs.get(two.id)).toMatchObject({ version: 1, status: 'open' })
  // A writer that hung: what it commits now carries a time that every tail has passed.
  const late = await changed(two, { status: 'in-process', updatedAt: store.now() - 600_000 })
  await projectBriefs(store, again)
  expect(await store.briefs.get(two.id)).toMatchObject({ version: 1 })
  expect(await reconcileBriefs(store)).toBe(1)
  expect(await store.briefs.get(two.id)).toMatchObject({ version: late.version, status: 'in-process' })
  expect(await reconcileBriefs(store)).toBe(0)
})

test('a drill has no brief', async () => {
  const { store } = opened
  const docket = makeBriefDocket({ path: DRILL_PATH, receivedAt: store.now() })
  await store.dockets.insertMany([{ ...docket, post: { ...docket.post, source: 'drill' } }])
  await projectBriefs(store, briefTail(store))
  expect(await store.briefs.get(docket.id)).toBeUndefined()
})

test('a book has what is stored after its start, hears of each change once, and forgets what is too old', async () => {
  const { store } = opened
  const before = await written({ status: 'reopened' })
  const old = await written({ receivedAt: store.now() - 31 * DAY_MS })
  await projectBriefs(store, briefTail(store))
  const book = openBook()
  const news: BookNews[] = []
  book.onNews((some) => news.push(...some))
  expect(book.isComplete).toBe(false)
  await book.load()
  await book.follow()
  expect(book.isComplete).toBe(true)
  expect(news).toEqual([])
  expect(await statusesOf(book)).toEqual(['closed', 'in-process', 'reopened'])
  expect(old.openedAt).toBeLessThan(store.now() - 30 * DAY_MS)

  // Announced before it is projected: told at once, and once.
  const closed = await changed(before, { status: 'closed', path: '/up/z-agra/c-agra/agra/' })
  book.take([closed])
  book.take([closed, before])
  await projectBriefs(store, briefTail(store))
  await book.follow()
  expect(news.map(({ brief, seenBefore }) => [brief.version, brief.status, seenBefore?.path])).toEqual([[closed.version, 'closed', before.path]])

  // Not announced here at all: another process wrote it while nobody listened.
  const unheard = await changed(closed, { status: 'reopened' })
  await projectBriefs(store, briefTail(store))
  await book.follow()
  expect(news.at(-1)).toMatchObject({ brief: { version: unheard.version }, seenBefore: { path: closed.path } })
  expect(await statusesOf(book)).toEqual(['closed', 'in-process', 'reopened'])
})

test('a page of dockets opened in one and the same moment is read to its end', async () => {
  const { store } = opened
  const at = store.now() - DAY_MS
  const many = Array.from({ length: 1_300 }, () => makeBriefDocket({ receivedAt: at, path: '/up/z-meerut/' }))
  await store.dockets.insertMany(many)
  await projectBriefs(store, briefTail(store))
  await reconcileBriefs(store)
  for (const docket of many.slice(0, 3)) await changed(docket, {})
  const tail = briefTail(store)
  await projectBriefs(store, tail)
  const book = openBook()
  await book.load()
  let found = 0
  await book.each('/up/z-meerut/', null, () => { found++ })
  expect(found).toBe((await store.briefs.count({ index: 'byOpened', range: { gte: at, lte: at } })))
})
