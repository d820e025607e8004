import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { holdLease, releaseLease } from '../../src/actions/hold-lease.ts'
import type { Store } from '../../src/actions/ports.ts'
import { openTestStore } from '../store.ts'

let opened: Awaited<ReturnType<typeof openTestStore>>
let now = 1_790_000_000_000
let store: Pick<Store, 'leases' | 'now'>
let id = ''
let serial = 0

beforeAll(async () => {
  opened = await openTestStore()
  store = { leases: opened.store.leases, now: () => now }
})
afterAll(() => opened.close())
beforeEach(() => {
  id = `lease-${++serial}`
})

const ask = (holder: string, by = store): ReturnType<typeof holdLease> => holdLease(by, { id, holder, ttlMs: 15_000 })

describe('a lease', () => {
  it('goes to the first who asks, and stays with whoever renews it', async () => {
    expect(await ask('a')).toMatchObject({ did: 'claimed', isHeld: true, expiresAt: now + 15_000 })
    expect(await ask('b')).toMatchObject({ did: 'refused', because: 'held by another', isHeld: false, expiresAt: now + 15_000 })
    for (let renewal = 0; renewal < 10; renewal++) {
      now += 14_999
      expect(await ask('a')).toMatchObject({ did: 'renewed', expiresAt: now + 15_000 })
      expect((await ask('b')).isHeld).toBe(false)
    }
  })

  it('goes to another when it has run out, and not back', async () => {
    await ask('a')
    now += 15_000
    expect(await ask('b')).toMatchObject({ did: 'claimed', because: 'the holder let it expire' })
    expect((await ask('a')).isHeld).toBe(false)
  })

  it('can be renewed late as long as nobody else asked', async () => {
    await ask('a')
    now += 60_000
    expect(await ask('a')).toMatchObject({ did: 'renewed', isHeld: true })
  })

  it('is free at once after a clean stop, and cannot be given back by another', async () => {
    await ask('a')
    expect((await releaseLease(store, { id, holder: 'b' })).did).toBe('nothing')
    expect((await ask('b')).isHeld).toBe(false)
    expect((await releaseLease(store, { id, holder: 'a' })).did).toBe('released')
    expect(await ask('b')).toMatchObject({ isHeld: true, expiresAt: now + 15_000 })
    expect((await releaseLease(store, { id: 'never', holder: 'a' })).did).toBe('nothing')
  })

  it('has one holder however many ask at once, free or expired', async () => {
    for (const round of ['free', 'expired']) {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(`${round}-${index}`)))
      expect(answers.filter((answer) => answer.isHeld)).toHaveLength(1)
      now += 15_000
    }
  })

  it('is judged by the clock of the store alone', async () => {
    await ask('a')
    const stored = await store.leases.get(id)
    expect(stored).toEqual({ id, version: 1, holder: 'a', expiresAt: now + 15_000 })
  })
})
