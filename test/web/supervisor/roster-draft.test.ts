import fc from 'fast-check'
import { expect, it } from 'vitest'
import { draftOf, freeName, moved, patternOf, toggled } from '../../../src/web/supervisor/roster/draft.ts'

const letters = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))

it('moves one person by one place and loses nobody', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  fc.assert(fc.property(letters, fc.nat(4), fc.constantFrom<1 | -1>(1, -1), (list, index, step) => {
    const after = moved(list, index, step)
    expect([...after].sort()).toEqual([...list].sort())
    if (index + step >= 0 && index + step < list.length && index < list.length) expect(after[index + step]).toBe(list[index])
  }))
})

it('twice toggled is as before, whatever the order', () => {
  fc.assert(fc.property(letters, fc.constantFrom('a', 'b', 'c', 'd'), (list, item) => {
    expect([...toggled(toggled(list, item), item)].sort()).toEqual([...list].sort())
  }))
})

it('names a new row as no other is named', () => {
  expect(freeName('Shift', [])).toBe('Shift 1')
  expect(freeName('Shift', ['Shift 3', 'night'])).toBe('Shift 4')
})

it('sends what it was given, without the keys of the rows', () => {
  const shifts = [{ id: 'x', name: 'day', days: [1], from: '08:00', to: '20:00', personIds: ['a'] }]
  const rotations = [{ id: 'y', name: 'weekly', personIds: ['a', 'b'], startsAt: 5, turnDays: 7 }]
  expect(patternOf(draftOf({ version: 3, shifts, rotations }))).toEqual({
    version: 3, shifts: [{ name: 'day', days: [1], from: '08:00', to: '20:00', personIds: ['a'] }], rotations: [{ name: 'weekly', personIds: ['a', 'b'], startsAt: 5, turnDays: 7 }],
  })
})
