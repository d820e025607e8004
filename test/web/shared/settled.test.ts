import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FRESH, newcomers, settle } from '../../../src/web/shared/settled.ts'

const everything = (): boolean => true
const one = (...ids: string[]): { name: string; ids: string[] }[] => [{ name: 'all', ids }]

describe('settle', () => {
  it('keeps what is shown in its place and appends newcomers', () => {
    expect(settle(one('b', 'c'), one('a', 'b', 'c'), everything)).toEqual(one('b', 'c', 'a'))
  })

  it('keeps an alert in the section it was shown in, until the hand is gone', () => {
    const shown = [{ name: 'unanswered', ids: ['a', 'b'] }, { name: 'mine', ids: [] }]
    const wanted = [{ name: 'unanswered', ids: ['b'] }, { name: 'mine', ids: ['a'] }]
    expect(settle(shown, wanted, everything)).toEqual(shown)
  })

  it('lets no section grow above another: newcomers wait below all of them, in the order in which they came', () => {
    const shown = [{ name: 'unanswered', ids: ['b'] }, { name: 'mine', ids: ['c'] }]
    const first = settle(shown, [{ name: 'unanswered', ids: ['a', 'b'] }, { name: 'mine', ids: ['c'] }], everything)
    expect(first).toEqual([...shown, { name: FRESH, ids: ['a'] }])
    expect(settle(first, [{ name: 'unanswered', ids: ['d', 'a', 'b'] }, { name: 'mine', ids: ['c'] }], everything)).toEqual([...shown, { name: FRESH, ids: ['a', 'd'] }])
  })

  it('lets go of what nobody knows any more', () => {
    expect(settle(one('a', 'b'), one('b'), (id) => id === 'b')).toEqual(one('b'))
  })

  it('starts anew for another list', () => {
    expect(settle([{ name: 'high', ids: ['a'] }], [{ name: 'critical', ids: ['a', 'b'] }], everything)).toEqual([{ name: 'critical', ids: ['a', 'b'] }])
    expect(newcomers([{ name: 'high', ids: ['a'] }], [{ name: 'critical', ids: ['b'] }])).toBe(0)
  })

  it('never moves a shown row up or down by an arrival', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(fc.property(ids, ids, (shown, wanted) => {
      expect(settle(one(...shown), one(...wanted), everything)[0]?.ids.slice(0, shown.length)).toEqual(shown)
    }))
  })
})

it('counts who came while the list was held', () => {
  expect(newcomers(one('a', 'b'), one('c', 'a', 'd'))).toBe(2)
})
