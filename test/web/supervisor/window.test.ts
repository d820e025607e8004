import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadOf, WINDOW_MS } from '../../../src/domain/load.ts'
import { withNews } from '../../../src/web/shared/summaries.ts'
import { ALL_BELOW, windowOf } from '../../../src/web/supervisor/window.ts'

it('whatever is in sight is drawn, the rest keeps its room, and a long list draws few rows', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 20, max: 120 }), (count, share, framePx, rowPx) => {
    const topPx = share * Math.max(0, count * rowPx - framePx)
    const { from, to, above, below } = windowOf(count, topPx, framePx, rowPx)
    expect(above + (to - from) * rowPx + below).toBe(count * rowPx)
    expect(from).toBeLessThanOrEqual(Math.floor(topPx / rowPx))
    expect(to).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((topPx + framePx) / rowPx)))
    if (count > ALL_BELOW) expect(to - from).toBeLessThanOrEqual(Math.ceil(framePx / rowPx) + 24)
  }))
})

it('the bands of load are those of ISA-18.2: up to one fine, up to two manageable, more than ten in ten minutes a flood', () => {
  const now = 1_800_000_000_000
  const alarms = (n: number): number[] => Array.from({ length: n }, (_, index) => now - index)
  expect([0, 1, 2, 3, 10, 11].map((n) => loadOf(alarms(n), now, 6).band)).toEqual(['fine', 'fine', 'manageable', 'over', 'over', 'flood'])
  expect(loadOf([now - WINDOW_MS, now - 6 * WINDOW_MS, now + 1, now], now, 6).windows).toEqual([0, 0, 0, 0, 1, 1])
})

it('of each summary the newest stands, whatever the order', () => {
  const one = (alertId: string, at: number) => ({ alertId, at, rungs: [], next: null })
  const known = withNews(new Map(), [one('a', 5), one('b', 1)])
  expect([...withNews(known, [one('a', 4), one('b', 2)]).values()].map(({ alertId, at }) => [alertId, at])).toEqual([['a', 5], ['b', 2]])
})
