import fc from 'fast-check'
import { expect, it } from 'vitest'
import { digestOf, isSameDigest } from '../../src/contract/digest.ts'

const keys = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), version: fc.integer({ min: 1, max: 1_000 }) }), { selector: (key) => key.id, maxLength: 50 })

it('is the same for the same set in any order, and another as soon as one version differs or one is missing', () => {
  fc.assert(fc.property(keys, fc.nat(), (set, seed) => {
    const digest = digestOf(set)
    expect(isSameDigest(digest, digestOf(set.toReversed()))).toBe(true)
    const at = set[seed % Math.max(1, set.length)]
    if (!at) return
    expect(isSameDigest(digest, digestOf(set.map((key) => (key === at ? { ...key, version: key.version + 1 } : key))))).toBe(false)
    expect(isSameDigest(digest, digestOf(set.filter((key) => key !== at)))).toBe(false)
  }))
})
