import fc from 'fast-check'
import { expect } from 'vitest'
import { INDEXES } from '../../src/actions/collections.ts'
import type { Query, Store } from '../../src/actions/ports.ts'
import type { StreamGap } from '../../src/domain/stream.ts'
import { ModelCollection } from './model.ts'

const IDS = ['a', 'b', 'ग', 'd', '\u{1F600}']
const states = fc.constantFrom<StreamGap['state']>('open', 'filling', 'filled')
const arbitraryGap = fc.record({
  id: fc.constantFrom(...IDS), version: fc.integer({ min: 1, max: 4 }), state: states, startedAt: fc.integer({ min: 0, max: 6 }),
  endedAt: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0)), reason: fc.string({ unit: 'binary' }), recovered: fc.nat(), filledAt: fc.constant(null),
  checkpoints: fc.dictionary(fc.string({ unit: 'binary', maxLength: 5 }), fc.record({ sinceId: fc.string(), nextToken: fc.option(fc.string()), done: fc.boolean() }), { maxKeys: 3 }), note: fc.option(fc.string()),
}, { noNullPrototype: true })
const arbitraryQuery = fc.record({
  index: fc.constantFrom('byState' as const, 'byStart' as const), state: fc.option(states, { nil: undefined }),
  low: fc.option(fc.nat(6), { nil: undefined }), high: fc.option(fc.nat(6), { nil: undefined }), order: fc.constantFrom('asc' as const, 'desc' as const), limit: fc.integer({ min: 1, max: 6 }),
}).map(({ index, state, low, high, order, limit }): Query<'byState' | 'byStart'> => {
  const isFixed = index === 'byState' && state !== undefined
  const isRanged = index === 'byStart' || isFixed
  return { index, order, limit, ...(isFixed ? { equals: { state } } : {}), ...(isRanged ? { range: { ...(low === undefined ? {} : { gte: low }), ...(high === undefined ? {} : { lt: high }) } } : {}) }
})
const step = fc.oneof(
  fc.record({ do: fc.constant('insert' as const), rows: fc.array(arbitraryGap, { maxLength: 4 }) }),
  fc.record({ do: fc.constant('replace' as const), row: arbitraryGap, expected: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant('put' as const), row: arbitraryGap }),
  fc.record({ do: fc.constant('remove' as const), ids: fc.array(fc.constantFrom(...IDS), { maxLength: 2 }) }),
  fc.record({ do: fc.constant('query' as const), query: arbitraryQuery }),
)

/** Any sequence of operations is answered as the model answers it. */
export async function asTheModel({ gaps }: Store): Promise<void> {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
    await gaps.remove(IDS)
    const model = new ModelCollection<StreamGap>(INDEXES.gaps)
    for (const one of steps) {
      if (one.do === 'insert') expect(await gaps.insertMany(one.rows)).toEqual(model.insertMany(one.rows))
      else if (one.do === 'replace') expect(await gaps.replace(one.row, one.expected)).toBe(model.replace(one.row, one.expected))
      else if (one.do === 'put') expect(await gaps.put(one.row)).toBe(model.put(one.row))
      else if (one.do === 'remove') expect(await gaps.remove(one.ids)).toBe(model.remove(one.ids))
      else {
        expect(await gaps.find(one.query)).toEqual(model.find(one.query))
        expect(await gaps.keys(one.query)).toEqual(model.find(one.query).map(({ id, version }) => ({ id, version })))
      }
    }
    for (const id of IDS) expect(await gaps.get(id)).toEqual(model.get(id))
  }), { numRuns: 40 })
}
