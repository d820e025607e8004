import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byUrgency } from '../../../src/contract/urgency.ts'
import { FLOOD_OVER, FLOOD_UNDER, FLOOD_WINDOW_MS, alertsIn, floodOf, itemsOf } from '../../../src/web/wall/flood.ts'
import { lay } from '../../../src/web/wall/plan.ts'
import { HOLDER, anAlert } from '../alerts.ts'

const T = 1_790_000_000_000
const alerts = fc.array(fc.record({
  severity: fc.constantFrom('critical' as const, 'high' as const), category: fc.constantFrom('fire' as const, 'accident' as const), district: fc.constantFrom('lucknow', 'agra', null),
  isHeld: fc.boolean(), isOpen: fc.boolean(),
}), { maxLength: 60 }).map((list) => list.map(({ severity, category, district, isHeld, isOpen }, index) => anAlert({
  id: `case-${index}`, severity, category, holder: isHeld ? HOLDER : null, isOpen, closedAt: isOpen ? null : T, raisedAt: T + index,
  where: district === null ? [] : [{ id: district, kind: 'district', name: district, nameHi: district }],
})).sort(byUrgency))

describe('floodOf', () => {
  it('begins above ten in ten minutes and ends below five', () => {
    const burst = Array.from({ length: 11 }, (_, i) => T + i * 1_000)
    expect(floodOf(burst.slice(0, 10), T + 20_000)).toEqual({ isFlood: false, count: 10 })
    expect(floodOf(burst, T + 20_000)).toEqual({ isFlood: true, count: 11 })
    expect(floodOf(burst, T + FLOOD_WINDOW_MS + 5_500)).toEqual({ isFlood: true, count: 5 })
    expect(floodOf(burst, T + FLOOD_WINDOW_MS + 6_000)).toEqual({ isFlood: false, count: 4 })
  })

  it('comes to the same on a page that watched and on one that was just opened', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 3_600_000 }), { maxLength: 80 }), (offsets) => {
      const raised = offsets.map((offset) => T + offset)
      let isFlood = false
      for (let now = T; now <= T + 4_200_000; now += 15_000) {
        const count = raised.filter((at) => at <= now && at > now - FLOOD_WINDOW_MS).length
        const found = floodOf(raised, now)
        expect(found.count).toBe(count)
        if (count > FLOOD_OVER) expect(found.isFlood).toBe(true)
        if (count < FLOOD_UNDER) expect(found.isFlood).toBe(false)
        isFlood = found.isFlood
      }
      expect(isFlood).toBe(false)
    }), { numRuns: 30 })
  })
})

describe('itemsOf', () => {
  it('loses no alert, and a critical one always stands alone', () => {
    fc.assert(fc.property(alerts, fc.boolean(), (list, isFlood) => {
      const items = itemsOf(list, isFlood)
      expect(items.flatMap((item) => alertsIn(item).map(({ id }) => id)).sort()).toEqual(list.map(({ id }) => id).sort())
      for (const item of items) {
        if (item.kind === 'alert') continue
        expect(item.alerts.length).toBeGreaterThan(1)
        expect(new Set(item.alerts.map(({ category, holder, where }) => `${category} ${holder === null} ${where[0]?.id}`)).size).toBe(1)
        expect(item.alerts.every(({ severity, isOpen }) => severity !== 'critical' && isOpen)).toBe(true)
      }
      if (!isFlood) expect(items.every(({ kind }) => kind === 'alert')).toBe(true)
    }))
  })
})

describe('lay', () => {
  it('shows or counts every open alert, and what closed takes the place of none', () => {
    fc.assert(fc.property(alerts, fc.boolean(), fc.double({ min: 8, max: 80, noNaN: true }), (list, isFlood, room) => {
      const { cards, tiles, hidden, counted } = lay(list, isFlood, room)
      const drawn = [...cards, ...tiles.flatMap((item) => alertsIn(item)), ...hidden]
      expect(drawn.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort())
      if (hidden.some(({ isOpen }) => isOpen)) expect([...cards, ...tiles.flatMap((item) => alertsIn(item))].every(({ isOpen }) => isOpen)).toBe(true)
      for (const alert of counted) expect(cards).not.toContain(alert)
      // What has no room is never more urgent than what has.
      const firstHidden = hidden.find(({ severity, holder, isOpen }) => severity === 'critical' && holder === null && isOpen)
      if (firstHidden) expect(tiles.every((item) => item.kind === 'alert' && item.alert.severity === 'critical')).toBe(true)
    }))
  })
})
