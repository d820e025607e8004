import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_SILENCE_MS, RHYTHMS, causeOf, holds, isBurstDue, silenceOf } from '../../../src/web/shared/sound.ts'
import { SEVERITIES } from '../../../src/domain/verdict.ts'

const waiting = (...severities: ('critical' | 'high' | 'normal')[]) => severities.map((severity, index) => ({ id: String(index), severity }))

describe('causeOf', () => {
  it('sounds blindness before anything, then the worst that waits, else nothing', () => {
    const state = { isStale: false, isOnDuty: true }
    expect(causeOf({ ...state, isStale: true, waiting: waiting('critical') })).toBe('blind')
    expect(causeOf({ ...state, waiting: waiting('high', 'critical') })).toBe('critical')
    expect(causeOf({ ...state, waiting: waiting('high') })).toBe('high')
    expect(causeOf({ ...state, waiting: waiting('normal') })).toBeNull()
  })

  it('leaves who is off duty in peace', () => {
    expect(causeOf({ isStale: true, isOnDuty: false, waiting: waiting('critical') })).toBeNull()
  })
})

describe('silence', () => {
  const alert = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), severity: fc.constantFrom(...SEVERITIES) })
  const state = fc.record({ isStale: fc.boolean(), waiting: fc.uniqueArray(alert, { selector: ({ id }) => id }) })

  it('holds for two minutes at most, and for nothing that was not there', () => {
    fc.assert(fc.property(state, state, fc.nat({ max: 200_000 }), (then, now, laterMs) => {
      const silence = silenceOf(then, 1_000)
      const isNews = (now.isStale && !then.isStale) || now.waiting.some(({ id, severity }) => (severity === 'critical' || severity === 'high') && !then.waiting.some((one) => one.id === id))
      expect(holds(silence, now, 1_000 + laterMs)).toBe(laterMs < LONGEST_SILENCE_MS && !isNews)
    }))
    expect(holds(null, { isStale: false, waiting: [] }, 0)).toBe(false)
  })
})

describe('isBurstDue', () => {
  it('sounds a new cause at once and repeats the same after its distance', () => {
    expect(isBurstDue('high', null, 0)).toBe(true)
    expect(isBurstDue('critical', { cause: 'high', at: 0 }, 1)).toBe(true)
    expect(isBurstDue('critical', { cause: 'critical', at: 0 }, RHYTHMS.critical.everyS * 1000 - 1)).toBe(false)
    expect(isBurstDue('critical', { cause: 'critical', at: 0 }, RHYTHMS.critical.everyS * 1000)).toBe(true)
  })
})

it('gives each cause a rhythm of its own, silent before the next burst', () => {
  const rhythms = Object.values(RHYTHMS)
  // By the distances of the beats alone, at whatever height.
  const beat = ({ startsS }: (typeof rhythms)[number]): string => startsS.slice(1).map((start, i) => (start - (startsS[i] ?? 0)).toFixed(2)).join()
  expect(new Set(rhythms.map(beat)).size).toBe(rhythms.length)
  expect(new Set(rhythms.map(({ startsS }) => startsS.length)).size).toBeGreaterThan(1)
  for (const { startsS, toneS, everyS } of rhythms) {
    expect((startsS.at(-1) ?? 0) + toneS).toBeLessThan(everyS)
    for (const [i, start] of startsS.entries()) if (i > 0) expect(start).toBeGreaterThan((startsS[i - 1] ?? 0) + toneS)
  }
})
