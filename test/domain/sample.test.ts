import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indianDay } from '../../src/domain/docket.ts'
import { chanceFrom, drawStrata, mixed, startOfIndianDay, STRATA, stratumOf } from '../../src/domain/sample.ts'
import type { StratumName } from '../../src/domain/sample.ts'

const frameOf = (sizes: readonly number[]): Map<StratumName, string[]> =>
  new Map(STRATA.map(({ name }, at) => [name, Array.from({ length: sizes[at] ?? 0 }, (_, n) => `${name}-${String(n).padStart(5, '0')}`)]))

describe('a sample', () => {
  it('has exactly its size where there are enough, no post twice, and its strata from their own', () => {
    fc.assert(fc.property(fc.array(fc.nat(300), { minLength: 4, maxLength: 4 }), fc.nat(400), fc.nat(), (sizes, size, seed) => {
      const frame = frameOf(sizes)
      const drawn = drawStrata(frame, size, chanceFrom(seed))
      const ids = mixed(drawn)
      expect(ids.length).toBe(Math.min(size, sizes.reduce((sum, one) => sum + one, 0)))
      expect(new Set(ids).size).toBe(ids.length)
      for (const { stratum, posts, ids: own } of drawn) {
        expect(posts).toBe(frame.get(stratum)?.length)
        expect(own.every((id) => id.startsWith(stratum))).toBe(true)
        expect(mixed(drawn).filter((id) => own.includes(id))).toEqual(own)
      }
      const shuffled = new Map([...frame].map(([name, all]) => [name, [...all].reverse()]))
      expect(drawStrata(shuffled, size, chanceFrom(seed))).toEqual(drawn)
    }), { numRuns: 60 })
  })

  it('draws near-misses more often', () => {
    const drawn = drawStrata(frameOf([100, 1_000, 1_000, 10_000]), 200, chanceFrom(1))
    expect(drawn.map(({ ids }) => ids.length)).toEqual([80, 60, 30, 30])
  })

  it('is fair within a stratum: each post is drawn about as often as any other', () => {
    const times = new Map<string, number>()
    for (let seed = 0; seed < 2_000; seed++) for (const id of drawStrata(frameOf([20, 0, 0, 0]), 5, chanceFrom(seed))[0]?.ids ?? []) times.set(id, (times.get(id) ?? 0) + 1)
    expect(times.size).toBe(20)
    for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(100)
  })

  it('knows the strata of scores, and Indian days', () => {
    expect([59, 45, 44, 30, 29, 10, 9, 0].map(stratumOf)).toEqual(['near-miss', 'near-miss', 'complaint', 'complaint', 'faint', 'faint', 'silent', 'silent'])
    expect(startOfIndianDay('20261123')).toBe(Date.parse('2026-11-22T18:30:00Z'))
    for (const wrong of ['20261301', '20260230', '2026-11-23', '', '99', 'x'.repeat(8)]) expect(startOfIndianDay(wrong), wrong).toBeNull()
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
      const start = day * 86_400_000 - 19_800_000
      expect(startOfIndianDay(indianDay(start))).toBe(start)
    }))
  })
})
