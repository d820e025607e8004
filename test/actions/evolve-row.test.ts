import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Counter } from '../../src/actions/collections.ts'
import { evolveRow } from '../../src/actions/evolve-row.ts'
import type { Store } from '../../src/actions/ports.ts'
import { openTestStore } from '../store.ts'

let store: Store
let close: () => Promise<void>
beforeEach(async () => { ({ store, close } = await openTestStore()) })
afterEach(() => close())

const counted = (known?: Counter): Counter => ({ id: 'n', version: (known?.version ?? 0) + 1, next: (known?.next ?? 0) + 1 })
const evolve = (decide: (known?: Counter) => Counter | undefined | Promise<Counter | undefined>, known?: Counter) => evolveRow(store.counters, 'n', 'the count', decide, known)

describe('a guarded change', () => {
  it('inserts where there is none, replaces where there is one, and writes nothing for the same row', async () => {
    expect(await evolve(counted)).toEqual({ before: undefined, row: { id: 'n', version: 1, next: 1 } })
    expect((await evolve(counted)).row).toMatchObject({ version: 2, next: 2 })
    const { before, row } = await evolve((known) => known)
    expect(row).toBe(before)
    expect(await store.counters.get('n')).toMatchObject({ version: 2 })
  })

  it('loses no step of many at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => evolve(counted)))
    expect(await store.counters.get('n')).toMatchObject({ version: 12, next: 12 })
  })

  it('decides anew on what the winner wrote, and on nothing where the row has gone', async () => {
    const { row: stale } = await evolve(counted)
    await evolve(counted)
    const seen: (number | undefined)[] = []
    expect((await evolve((known) => { seen.push(known?.version); return counted(known) }, stale)).row).toMatchObject({ version: 3 })
    expect(seen).toEqual([1, 2])
    await store.counters.remove(['n'])
    expect((await evolve((known) => known && counted(known), stale)).row).toBeUndefined()
    expect(await store.counters.get('n')).toBeUndefined()
  })

  it('gives up where somebody is always faster, and ends by what the decision throws', async () => {
    await evolve(counted)
    const always = evolve(async (known) => {
      await store.counters.replace(counted(known), known?.version ?? 0)
      return counted(known)
    })
    await expect(always).rejects.toMatchObject({ kind: 'unavailable', message: 'the count is changing too fast, try again' })
    await expect(evolve(() => { throw new Error('refused') })).rejects.toThrow('refused')
  })
})
