import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepMedia } from '../../src/actions/keep-media.ts'
import type { MediaSource } from '../../src/actions/ports.ts'
import { tailDockets } from '../../src/actions/tail-dockets.ts'
import { createPictures } from '../../src/adapters/pictures/redraw.ts'
import type { SqliteStore } from '../../src/adapters/sqlite/store.ts'
import { nodeCrypto } from '../../src/app.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import type { PostMedia } from '../../src/domain/post.ts'
import { photoWithPlace } from '../photos.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

let store: SqliteStore
let close: () => Promise<void>
let photo: Buffer
beforeAll(async () => {
  ;({ store, close } = await openTestStore())
  photo = await photoWithPlace('jpeg', { width: 640, height: 480 })
})
afterAll(() => close())

let serial = 0
async function docketWith(media: PostMedia[]): Promise<string> {
  const now = store.now()
  const post = makePost({ media, mediaTypes: media.map(({ type }) => type) })
  const docket = newDocket({ post, verdict: makeVerdict('normal'), receivedAt: now, number: `UPP-20261124-${String(++serial).padStart(6, '0')}`, authorId: null, matter: null, incident: null }, { policy: DEFAULT_LADDER_POLICY, now, sha256: nodeCrypto.sha256 })
  await store.dockets.insertMany([docket])
  return docket.id
}
const medium = (key: string, changes: Partial<PostMedia> = {}): PostMedia => ({ key, type: 'photo', url: `https://pbs.twimg.com/media/${key}.jpg`, alt: null, ...changes })

describe('keeping what posts show', () => {
  const asked: string[] = []
  let isDown = false
  const source: MediaSource = {
    fetch(url) {
      asked.push(url)
      if (isDown) return Promise.reject(new PrahariError('unavailable', 'X cannot be reached for the picture'))
      if (url.includes('gone')) return Promise.reject(new PrahariError('invalid', 'X answers 404 for the picture'))
      return Promise.resolve(url.includes('html') ? Buffer.from('<html>no picture</html>') : photo)
    },
  }
  let ahead = 0
  const late = (): SqliteStore => ({ ...store, media: store.media, attachments: store.attachments, dockets: store.dockets, checkpoints: store.checkpoints, now: () => store.now() + ahead })
  const round = async (name: string): Promise<Awaited<ReturnType<typeof keepMedia>>> => keepMedia({ store: late(), source, pictures: createPictures(), crypto: nodeCrypto }, tailDockets(late(), name, 600_000))

  it('keeps photos and stills without their metadata, gives up what is gone or no picture, and does it once', async () => {
    const id = await docketWith([medium('3_1'), medium('7_2', { type: 'video' }), medium('3_gone'), medium('3_html'), medium('3_none', { url: null })])
    await round('one')
    const rows = await store.media.find({ index: 'byDocket', equals: { docketId: id }, limit: 10 })
    expect(Object.fromEntries(rows.map(({ key, state }) => [key, state]))).toEqual({ '3_1': 'kept', '7_2': 'kept', '3_gone': 'failed', '3_html': 'failed' })
    const full = await store.attachments.get(`${id}.3_1.full`)
    const bytes = Buffer.from(full?.data ?? '', 'base64')
    expect(bytes.includes('Prahari test camera')).toBe(false)
    expect(rows.find(({ key }) => key === '3_1')).toMatchObject({ sentSha256: nodeCrypto.sha256(photo), keptSha256: nodeCrypto.sha256(bytes) })
    const before = asked.length
    await round('one')
    await round('another process')
    expect(asked.length).toBe(before)
  })

  it('comes again with growing distance while X is away, and gives up in the end', async () => {
    isDown = true
    const id = await docketWith([medium('3_later')])
    await round('two')
    const row = async () => store.media.get(`${id}.3_later`)
    expect(await row()).toMatchObject({ state: 'due', tries: 1 })
    const first = (await row())?.dueAt ?? 0
    await round('two')
    expect((await row())?.tries).toBe(1)
    ahead = 31_000
    await round('two')
    expect((await row())?.tries).toBe(2)
    expect(((await row())?.dueAt ?? 0) - first).toBeGreaterThan(60_000)
    isDown = false
    ahead = 200_000
    await round('two')
    expect(await row()).toMatchObject({ state: 'kept', tries: 3, dueAt: null })
  })
})
