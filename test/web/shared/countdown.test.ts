import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countdown, digits, elapsed } from '../../../src/web/shared/countdown.ts'

describe('countdown', () => {
  it.each([
    [60_000, 0, '1:00', false], [18_400, 0, '0:19', false], [1, 0, '0:01', false],
    [0, 0, '0:00', true], [0, 999, '0:00', true], [0, 42_000, '0:42', true], [0, 3_723_000, '1:02:03', true],
  ])('due at %i seen at %i shows %s', (dueAt, now, shown, isOverdue) => {
    expect(countdown(dueAt, now)).toEqual({ digits: shown, isOverdue })
  })

  it('never freezes, never goes below zero, and turns overdue exactly at its time', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), (leftMs) => {
      const now = 2e12
      const shown = countdown(now + leftMs, now)
      expect(shown.isOverdue).toBe(leftMs <= 0)
      expect(shown.digits).toMatch(/^(\d+:[0-5]\d|\d{1,2}):[0-5]\d$/)
      expect(countdown(now + leftMs, now + 1_000)).not.toEqual(leftMs > 0 && leftMs <= 1_000 ? null : shown)
    }))
  })
})

describe('digits', () => {
  it.each([[0, '0:00'], [59.9, '0:59'], [600, '10:00'], [3_600, '1:00:00'], [90_061, '25:01:01'], [-5, '0:00']])('%d s is %s', (seconds, shown) => {
    expect(digits(seconds)).toBe(shown)
  })
})

it('counts full seconds since a time', () => {
  expect(elapsed(1_000, 62_999)).toBe('1:01')
})
