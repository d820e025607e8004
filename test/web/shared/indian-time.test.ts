import { expect, it } from 'vitest'
import { atFieldTime, calendarDay, clockFrom, clockTime, fieldTime, grouped, shortTime } from '../../../src/web/shared/indian-time.ts'
import { en } from '../../../src/web/shared/texts/en.ts'
import { hi } from '../../../src/web/shared/texts/hi.ts'

const LATE = Date.UTC(2026, 10, 23, 18, 45, 9)

it('tells the time in India by 24 hours, into the next day', () => {
  expect(clockTime(LATE)).toBe('00:15:09')
  expect(shortTime(LATE)).toBe('00:15')
  expect(calendarDay(LATE, en)).toBe('Tue 24 Nov 2026')
  expect(calendarDay(LATE, hi)).toBe('मंगल 24 नवंबर 2026')
})

it('fills fields of date and time in Indian time, and reads them back', () => {
  expect(fieldTime(LATE)).toBe('2026-11-24T00:15')
  expect(atFieldTime('2026-11-24T00:15')).toBe(LATE - 9_000)
  expect(atFieldTime('')).toBeNull()
})

it.each([['6', '06:00'], ['6:30', '06:30'], ['0630', '06:30'], ['23.59', '23:59'], ['24:00', null], ['12:60', null], ['noon', null], ['', null]])('takes %j for %j', (typed, clock) => {
  expect(clockFrom(typed)).toBe(clock)
})

it('groups numbers the Indian way', () => {
  expect(grouped(1234567)).toBe('12,34,567')
})
