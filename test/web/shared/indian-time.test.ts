import { expect, it } from 'vitest'
import { calendarDay, clockTime, grouped, shortTime } from '../../../src/web/shared/indian-time.ts'
import { en } from '../../../src/web/shared/texts/en.ts'
import { hi } from '../../../src/web/shared/texts/hi.ts'

const LATE = Date.UTC(2026, 10, 23, 18, 45, 9)

it('tells the time in India by 24 hours, into the next day', () => {
  expect(clockTime(LATE)).toBe('00:15:09')
  expect(shortTime(LATE)).toBe('00:15')
  expect(calendarDay(LATE, en)).toBe('Tue 24 Nov 2026')
  expect(calendarDay(LATE, hi)).toBe('मंगल 24 नवंबर 2026')
})

it('groups numbers the Indian way', () => {
  expect(grouped(1234567)).toBe('12,34,567')
})
