import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST_MM_PER_M, MAX_ENLARGED, PREFERRED_MM_PER_M, enlargedFor, farthestSeatM, letterHeights } from '../../../src/web/shared/room.ts'

describe('letter heights', () => {
  it('have the angles that they are named for', () => {
    const minutes = (mmPerM: number): number => Math.atan(mmPerM / 1000) * 180 / Math.PI * 60
    expect(minutes(LEAST_MM_PER_M)).toBeCloseTo(16, 1)
    expect(minutes(PREFERRED_MM_PER_M)).toBeCloseTo(20, 1)
  })

  it('of a place on a 55-inch panel: comfortable at five metres without enlarging, and 4K changes nothing', () => {
    const place = letterHeights({ distanceM: 5, panelInches: 55 }).find(({ name }) => name === 'place')
    expect(place?.mm).toBeCloseTo(29.5, 1)
    expect(place?.isPreferred).toBe(true)
    expect(enlargedFor({ distanceM: 5, panelInches: 55 })).toBe(1)
  })

  it('are enlarged with the distance as far as there is room, and said to be too small beyond', () => {
    expect(enlargedFor({ distanceM: 7, panelInches: 55 })).toBeCloseTo(1.103, 2)
    expect(enlargedFor({ distanceM: 12, panelInches: 55 })).toBe(MAX_ENLARGED)
    expect(letterHeights({ distanceM: 12, panelInches: 55 }).every(({ isEnough }) => isEnough)).toBe(false)
    fc.assert(fc.property(fc.double({ min: 0.5, max: 30, noNaN: true }), fc.double({ min: 7, max: 300, noNaN: true }), (distanceM, panelInches) => {
      const room = { distanceM, panelInches }
      const enlarged = enlargedFor(room)
      expect(enlarged).toBeGreaterThanOrEqual(1)
      expect(enlarged).toBeLessThanOrEqual(MAX_ENLARGED)
      for (const { name, isEnough } of letterHeights(room)) if (enlarged < MAX_ENLARGED && ['place', 'countdown', 'clock'].includes(name)) expect(isEnough).toBe(true)
      if (distanceM <= farthestSeatM(panelInches)) expect(letterHeights(room).every(({ isEnough }) => isEnough)).toBe(true)
    }))
  })
})
