import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawSample } from '../../src/actions/draw-sample.ts'
import { readSample } from '../../src/actions/read-sample.ts'
import type { InboxRow } from '../../src/actions/collections.ts'
import type { PostSource } from '../../src/domain/post.ts'
import { indianDay } from '../../src/domain/docket.ts'
import { startOfIndianDay } from '../../src/domain/sample.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

let opened: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => { opened = await openTestStore() })
afterAll(() => opened.close())

test('a sample has what the stream brought and did not ring: nothing that a person chose, and what the machine said of it', async () => {
  const { store } = opened
  const day = indianDay(store.now() - 2 * 86_400_000)
  const receivedAt = (startOfIndianDay(day) ?? 0) + 3_600_000
  const row = (source: PostSource, changes: Partial<InboxRow> = {}): InboxRow => {
    const post = makePost({ source })
    return { id: post.id, version: 1, state: 'decided', decision: 'docket', lane: 'routine', receivedAt, post, verdict: makeVerdict('normal'), docketId: null, reason: null, ...changes }
  }
  const streamed = row('stream')
  const taken = row('search', { verdict: makeVerdict('critical'), machine: makeVerdict('low') })
  const called = row('phone')
  await store.inbox.insertMany([streamed, taken, called, row('walk-in'), row('lookup'), row('drill'), row('phone', { verdict: makeVerdict('critical') })])
  const viewer = { personId: 'a', name: 'A', role: 'supervisor' as const, scopePath: '/up/' }
  const sample = await drawSample({ store, pause: () => Promise.resolve() }, viewer, day, 100)
  expect(sample.strata.flatMap(({ ids }) => ids).sort()).toEqual([streamed.id, taken.id].sort())
  expect(sample.rang).toEqual([])
  // Nor is it read where somebody names it.
  await expect(readSample(store, viewer, { day, postId: called.id, severity: 'high', category: null })).rejects.toMatchObject({ kind: 'invalid', field: 'postId' })
  expect(await readSample(store, viewer, { day, postId: streamed.id, severity: 'low', category: null })).toMatchObject({ did: 'read' })
})
