import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tailDockets } from '../../src/actions/tail-dockets.ts'
import type { SqliteStore } from '../../src/adapters/sqlite/store.ts'
import { nodeCrypto } from '../../src/app.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

let store: SqliteStore
let close: () => Promise<void>
beforeAll(async () => ({ store, close } = await openTestStore()))
afterAll(() => close())

const docketAt = (updatedAt: number): Docket => {
  const post = makePost()
  const opened = newDocket({ post, verdict: makeVerdict('normal'), receivedAt: updatedAt, number: `UPP-${post.id}`, authorId: null, matter: null, incident: null }, { policy: DEFAULT_LADDER_POLICY, now: updatedAt, sha256: nodeCrypto.sha256 })
  return { ...opened, updatedAt }
}
let serial = 0

describe('following dockets', () => {
  it('gives every change at least once, also after a restart and after a page that was never dealt with', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('write', 'change', 'read', 'read-and-die', 'restart'), { minLength: 5, maxLength: 40 }), async (steps) => {
      const name = `tail-${serial++}`
      let now = 1_790_000_000_000 + serial * 10_000_000
      const clocked = { ...store, dockets: store.dockets, checkpoints: store.checkpoints, now: () => now }
      let tail = tailDockets(clocked, name, 1_000)
      const written = new Map<string, number>()
      const read = new Map<string, number>()
      const take = async (isDone: boolean): Promise<number> => {
        const dockets = await tail.next()
        if (isDone) {
          for (const { id, version } of dockets) read.set(id, Math.max(read.get(id) ?? 0, version))
          await tail.done()
        }
        return dockets.length
      }
      for (const step of steps) {
        now += 700
        if (step === 'write') {
          const docket = docketAt(now)
          await store.dockets.insertMany([docket])
          written.set(docket.id, docket.version)
        } else if (step === 'change') {
          const [id] = [...written.keys()].slice(-1)
          const old = id === undefined ? undefined : await store.dockets.get(id)
          if (old) {
            await store.dockets.replace({ ...old, version: old.version + 1, updatedAt: now }, old.version)
            written.set(old.id, old.version + 1)
          }
        } else if (step === 'restart') tail = tailDockets(clocked, name, 1_000)
        else await take(step === 'read')
      }
      tail = tailDockets(clocked, name, 1_000)
      // It began a second before its first call: what was written before that is not its business.
      while ((await take(true)) > 0);
      for (const [id, version] of written) if (read.has(id)) expect(read.get(id)).toBe(version)
      expect(await take(true)).toBe(0)
    }), { numRuns: 25 })
  })

  it('gives what was written within the overlap and committed late', async () => {
    let now = 1_999_000_000_000
    const tail = tailDockets({ ...store, dockets: store.dockets, checkpoints: store.checkpoints, now: () => now }, 'late', 1_000)
    expect(await tail.next()).toEqual([])
    await tail.done()
    const late = docketAt(now - 3_000)
    now += 1_000
    await store.dockets.insertMany([late])
    expect((await tail.next()).map(({ id }) => id)).toEqual([late.id])
    await tail.done()
    expect(await tail.next()).toEqual([])
  })

  it('takes many in pages', async () => {
    const now = 2_100_000_000_000
    const many = Array.from({ length: 1_201 }, () => docketAt(now))
    await store.dockets.insertMany(many)
    const tail = tailDockets({ ...store, dockets: store.dockets, checkpoints: store.checkpoints, now: () => now + 10 }, 'pages', 1_000)
    const sizes: number[] = []
    for (let page = await tail.next(); page.length > 0; page = await tail.next()) {
      sizes.push(page.length)
      await tail.done()
    }
    expect(sizes).toEqual([500, 500, 201])
  })
})
