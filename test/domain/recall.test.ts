import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateRecall } from '../../src/domain/recall.ts'
import type { StratumReading } from '../../src/domain/recall.ts'
import { chanceFrom } from '../../src/domain/sample.ts'

const stratum = fc.record({ posts: fc.nat(2_000), readShare: fc.double({ min: 0, max: 1, noNaN: true }), missShare: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ posts, readShare, missShare }): StratumReading => {
    const read = Math.floor(posts * readShare)
    return { posts, read, missed: Math.floor(read * missShare) }
  })

describe('recall by a stratified sample', () => {
  it('holds its bounds in order and within what was seen, whatever was read', () => {
    fc.assert(fc.property(fc.nat(500), fc.array(stratum, { maxLength: 4 }), (rang, strata) => {
      const { missed, recall } = estimateRecall({ rang, strata })
      const found = strata.reduce((sum, one) => sum + one.missed, 0)
      const possible = strata.reduce((sum, one) => sum + one.posts - one.read + one.missed, 0)
      expect(missed.low).toBeGreaterThanOrEqual(found)
      expect(missed.high).toBeLessThanOrEqual(Math.max(possible, missed.value) + 1e-6)
      expect(missed.low).toBeLessThanOrEqual(missed.value + 1e-9 + (strata.some((one) => one.read === 0) ? Infinity : 0))
      expect(missed.high).toBeGreaterThanOrEqual(missed.value - 1e-9)
      if (recall) for (const bound of [recall.low, recall.value, recall.high]) expect(bound >= 0 && bound <= 1).toBe(true)
      if (recall) expect(recall.low <= recall.value + 1e-9 && recall.value <= recall.high + 1e-9).toBe(true)
    }))
  })

  it('is exact where everything was read, and says nothing where a stratum was not', () => {
    expect(estimateRecall({ rang: 90, strata: [{ posts: 100, read: 100, missed: 7 }, { posts: 50, read: 50, missed: 3 }] }).recall).toEqual({ value: 0.9, low: 0.9, high: 0.9 })
    expect(estimateRecall({ rang: 90, strata: [{ posts: 100, read: 0, missed: 0 }] })).toMatchObject({ recall: null, unread: 1 })
    expect(estimateRecall({ rang: 0, strata: [{ posts: 5, read: 5, missed: 0 }] }).recall).toBeNull()
  })

  it('grows surer with every post read, and stays unsure where no miss was seen', () => {
    const width = (read: number): number => {
      const { missed } = estimateRecall({ rang: 50, strata: [{ posts: 5_000, read, missed: 0 }] })
      return missed.high - missed.low
    }
    const widths = [50, 100, 200, 400, 1_000].map(width)
    expect(widths).toEqual([...widths].sort((a, b) => b - a))
    expect(width(200)).toBeGreaterThan(50)
  })

  it('covers the truth in at least 93 of 100 drawings', () => {
    const chance = chanceFrom(20_261_123)
    const truth = [{ posts: 200, missed: 12 }, { posts: 900, missed: 6 }, { posts: 3_000, missed: 2 }]
    const total = truth.reduce((sum, one) => sum + one.missed, 0)
    let covered = 0
    const RUNS = 600
    for (let run = 0; run < RUNS; run++) {
      const strata = truth.map(({ posts, missed }): StratumReading => {
        const read = 80
        let [found, left, cries] = [0, posts, missed]
        for (let at = 0; at < read; at++, left--) {
          if (chance() * left >= cries) continue
          found++
          cries--
        }
        return { posts, read, missed: found }
      })
      const { missed } = estimateRecall({ rang: 100, strata })
      if (missed.low <= total && total <= missed.high) covered++
    }
    expect(covered / RUNS).toBeGreaterThan(0.93)
  })
})
