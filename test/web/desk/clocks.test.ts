import { describe, expect, it } from 'vitest'
import { clockLines, span } from '../../../src/web/desk/clocks.ts'
import { dayOf, endOfDay, momentFrom, momentOf, startOfDay } from '../../../src/web/desk/days.ts'

const UNITS = { d: 'd', h: 'h', min: 'min', s: 's' }
const MIN = 60_000

describe('the clocks of a docket', () => {
  const clocks = {
    postedAt: 0, receivedAt: 2 * MIN, acknowledgedAt: 12 * MIN, progressAt: 90 * MIN, repliedAt: null, closedAt: null,
    acknowledgeBy: 32 * MIN, progressBy: 60 * MIN, replyBy: 32 * MIN, closeBy: 10_000 * MIN,
  }
  it('are counted from the post and from the receipt, and say whether they were kept', () => {
    expect(clockLines({ clocks }, 100 * MIN)).toEqual([
      { name: 'acknowledged', at: 12 * MIN, by: 32 * MIN, state: 'in-time', sincePostMs: 12 * MIN, sinceReceiptMs: 10 * MIN },
      { name: 'progress', at: 90 * MIN, by: 60 * MIN, state: 'late', sincePostMs: 90 * MIN, sinceReceiptMs: 88 * MIN },
      { name: 'replied', at: null, by: 32 * MIN, state: 'overdue', sincePostMs: 100 * MIN, sinceReceiptMs: 98 * MIN },
      { name: 'closed', at: null, by: 10_000 * MIN, state: 'running', sincePostMs: 100 * MIN, sinceReceiptMs: 98 * MIN },
    ])
  })
})

it.each([
  [0, '0 s'], [-5, '0 s'], [59_999, '59 s'], [MIN, '1 min'], [59 * MIN, '59 min'], [60 * MIN, '1 h'], [61 * MIN, '1 h 1 min'], [24 * 60 * MIN, '1 d'], [49 * 60 * MIN, '2 d 1 h'],
])('%d ms is %s', (ms, words) => {
  expect(span(ms, UNITS)).toBe(words)
})

describe('days and moments are India\'s', () => {
  it('begin at half past six in the evening of UTC', () => {
    expect(startOfDay('2026-11-25')).toBe(Date.UTC(2026, 10, 24, 18, 30))
    expect(endOfDay('2026-11-25')).toBe(Date.UTC(2026, 10, 25, 18, 30))
    expect(dayOf(Date.UTC(2026, 10, 24, 18, 30))).toBe('2026-11-25')
    expect(momentOf(Date.UTC(2026, 10, 24, 18, 31))).toBe('2026-11-25T00:01')
    expect(momentFrom('2026-11-25T00:01')).toBe(Date.UTC(2026, 10, 24, 18, 31))
  })
  it.each(['', 'yesterday', '2026-13-45', '2026-11-25T99:99'])('%j is none', (text) => {
    expect([startOfDay(text), momentFrom(text)]).toEqual([null, null])
  })
})
