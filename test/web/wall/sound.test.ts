import { describe, expect, it } from 'vitest'
import { RHYTHMS, causeOf, isBurstDue } from '../../../src/web/wall/sound.ts'

describe('causeOf', () => {
  it('sounds blindness before anything, then the worst that waits, else nothing', () => {
    expect(causeOf({ isStale: true, unanswered: ['critical'] })).toBe('blind')
    expect(causeOf({ isStale: false, unanswered: ['high', 'critical'] })).toBe('critical')
    expect(causeOf({ isStale: false, unanswered: ['high'] })).toBe('high')
    expect(causeOf({ isStale: false, unanswered: ['normal'] })).toBeNull()
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
  expect(new Set(rhythms.map(({ startsS }) => startsS.join())).size).toBe(rhythms.length)
  for (const { startsS, toneS, everyS } of rhythms) {
    expect((startsS.at(-1) ?? 0) + toneS).toBeLessThan(everyS)
    for (const [i, start] of startsS.entries()) if (i > 0) expect(start).toBeGreaterThan((startsS[i - 1] ?? 0) + toneS)
  }
})
