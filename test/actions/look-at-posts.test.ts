import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtPosts } from '../../src/actions/look-at-posts.ts'
import type { LookDeps } from '../../src/actions/look-at-posts.ts'
import { checkAccess, createXClient } from '../../src/adapters/x/client.ts'
import type { XClient } from '../../src/adapters/x/client.ts'
import { createLookup } from '../../src/adapters/x/lookup.ts'
import type { SqliteStore } from '../../src/adapters/sqlite/store.ts'
import { nodeCrypto } from '../../src/app.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import type { Post } from '../../src/domain/post.ts'
import { createEmulator } from '../../scripts/x-emulator/server.ts'
import type { Emulator } from '../../scripts/x-emulator/server.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

let store: SqliteStore
let close: () => Promise<void>
let emulator: Emulator
let client: XClient
const received: Post[] = []
beforeAll(async () => {
  ;[{ store, close }, emulator] = await Promise.all([openTestStore(), createEmulator()])
  client = createXClient(checkAccess(emulator.origin, emulator.tokens.app))
})
afterAll(async () => {
  client.destroy()
  await Promise.all([emulator.stop(), close()])
})

const deps = (): LookDeps => ({
  store, crypto: nodeCrypto, announcer: { announce: () => undefined }, lookup: createLookup(client.api, emulator.account.username, () => store.now()),
  receive: (posts) => Promise.resolve(received.push(...posts)),
})
let serial = 0
async function docketOf(post: Post): Promise<Docket> {
  const now = store.now()
  const docket = newDocket({ post, verdict: makeVerdict('normal'), receivedAt: now, number: `UPP-20261124-${String(++serial).padStart(6, '0')}`, authorId: null, matter: null, incident: null }, { policy: DEFAULT_LADDER_POLICY, now, sha256: nodeCrypto.sha256 })
  await store.dockets.insertMany([docket])
  return docket
}
const posted = (text: string): Post => makePost({ ...makePost({ id: emulator.inject(`@${emulator.account.username} ${text}`).id }), text })

describe('looking at posts again', () => {
  it('marks what is gone, unmarks what is there again, takes in an edit that never came, and goes round', async () => {
    const [gone, stays, edited] = [await docketOf(posted('somebody follows me')), await docketOf(posted('the street light is broken')), await docketOf(posted('they took my phon'))]
    const byHand = await docketOf(makePost({ id: 'hand-1' }))
    emulator.remove(gone.post.id)
    const newest = emulator.edit(edited.post.id, `@${emulator.account.username} they took my phone`).id

    expect(await lookAtPosts(deps(), 0)).toMatchObject({ did: 'looked', changed: 1 })
    const marked = await store.dockets.get(gone.id)
    expect(marked?.post.deletedAt).toBeGreaterThan(0)
    expect(marked?.history.at(-1)).toMatchObject({ what: 'post-gone', facts: { postId: gone.post.id } })
    expect(marked?.post.text).toBe(gone.post.text)
    for (const { id, version } of [stays, edited, byHand]) expect((await store.dockets.get(id))?.version).toBe(version)
    expect(received.map(({ id, caseId }) => [id, caseId])).toEqual([[newest, edited.post.id]])

    expect(await lookAtPosts(deps(), 0)).toMatchObject({ changed: 0 })
    const back = await docketOf({ ...posted('it was only hidden'), deletedAt: 1 })
    await lookAtPosts(deps(), 0)
    expect((await store.dockets.get(back.id))?.post.deletedAt).toBeUndefined()
    expect((await store.dockets.get(back.id))?.history.at(-1)?.what).toBe('post-back')
  })

  it('marks nothing while X does not answer, and goes on where it was', async () => {
    const docket = await docketOf(posted('no answer today'))
    emulator.remove(docket.post.id)
    const broken: LookDeps = { ...deps(), lookup: { lookup: () => Promise.reject(new Error('X is away')) } }
    await expect(lookAtPosts(broken, 0)).rejects.toThrow('X is away')
    expect((await store.dockets.get(docket.id))?.version).toBe(docket.version)
    await lookAtPosts(deps(), 0)
    expect((await store.dockets.get(docket.id))?.post.deletedAt).toBeGreaterThan(0)
  })

  it('asks no sooner than it may, whichever process asked and however often it is started', async () => {
    await lookAtPosts(deps(), 0)
    const before = emulator.requests().length
    for (let start = 0; start < 3; start++) expect(await lookAtPosts(deps(), 60_000)).toMatchObject({ did: 'nothing', looked: 0 })
    expect(emulator.requests().length).toBe(before)
  })

  it('sees all of many, a request at a time', async () => {
    const many = await Promise.all(Array.from({ length: 230 }, () => docketOf(posted('one of many'))))
    for (const { post } of many) emulator.remove(post.id)
    for (let round = 0; round < 5; round++) expect((await lookAtPosts(deps(), 0)).looked).toBeLessThanOrEqual(100)
    const left = (await store.dockets.getMany(many.map(({ id }) => id))).filter(({ post }) => post.deletedAt === undefined)
    expect(left.length).toBe(0)
  })
})
