import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestOffset, createClock } from '../../../src/web/shared/clock.ts'

describe('bestOffset', () => {
  it('takes the sample with the shortest round trip', () => {
    expect(bestOffset([
      { sentAt: 0, receivedAt: 300, serverNow: 10_000 },
      { sentAt: 400, receivedAt: 420, serverNow: 10_410 },
    ])).toEqual({ offset: 10_000, rtt: 20 })
  })

  it('knows nothing without samples', () => {
    expect(bestOffset([])).toBeNull()
  })

  it('is wrong by half of the shortest round trip at most, however lopsided the ways are', () => {
    const exchange = fc.record({ sentAt: fc.integer({ min: 0, max: 60_000 }), there: fc.integer({ min: 0, max: 3_000 }), back: fc.integer({ min: 0, max: 3_000 }) })
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.array(exchange, { minLength: 1, maxLength: 5 }), (truth, exchanges) => {
      const best = bestOffset(exchanges.map(({ sentAt, there, back }) => ({ sentAt, receivedAt: sentAt + there + back, serverNow: sentAt + there + truth })))
      const shortest = Math.min(...exchanges.map(({ there, back }) => there + back))
      expect(Math.abs((best?.offset ?? Infinity) - truth)).toBeLessThanOrEqual(shortest / 2)
    }))
  })
})

describe('createClock', () => {
  it('does not know the time before the server said it, then ticks on the monotonic clock', () => {
    let monotonic = 100
    const clock = createClock(() => monotonic)
    clock.tick()
    expect(clock.now.value).toBeNull()
    clock.measure([{ sentAt: 90, receivedAt: 100, serverNow: 50_000 }])
    expect(clock.now.value).toBe(50_005)
    monotonic += 1_000
    clock.tick()
    expect(clock.now.value).toBe(51_005)
  })

  it('is moved forward at once by a stamp from the future, and asks to be measured', () => {
    const clock = createClock(() => 0)
    clock.measure([{ sentAt: 0, receivedAt: 0, serverNow: 1_000 }])
    expect(clock.learn(90_000)).toBe(false)
    expect(clock.now.value).toBe(90_000)
    expect(clock.learn(90_000)).toBe(true)
  })

  it('stays where it is for a stamp from the past, and asks to be measured when the lag is long', () => {
    const clock = createClock(() => 0)
    clock.measure([{ sentAt: 0, receivedAt: 0, serverNow: 100_000 }])
    expect(clock.learn(99_800)).toBe(true)
    expect(clock.learn(40_000)).toBe(false)
    expect(clock.now.value).toBe(100_000)
  })
})
