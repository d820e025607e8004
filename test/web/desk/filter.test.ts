import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docketQuery, DOCKET_MARKS } from '../../../src/contract/docket-row.ts'
import { ORIGINS } from '../../../src/domain/brief.ts'
import { DOCKET_STATUSES } from '../../../src/domain/docket.ts'
import { CATEGORIES, LANGUAGES, SEVERITIES } from '../../../src/domain/verdict.ts'
import { BUILT_IN, BUILT_IN_NAMES, filterOfView, queryOfView } from '../../../src/web/desk/built-in-views.ts'
import { EVERYTHING, isSameQuestion, readFilter, SORTS, toggled, without, writeFilter } from '../../../src/web/desk/filter.ts'
import type { Filter } from '../../../src/web/desk/filter.ts'

const some = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 })
const filters: fc.Arbitrary<Filter> = fc.record({
  status: some(DOCKET_STATUSES), severity: some(SEVERITIES), category: some(CATEGORIES), lang: some(LANGUAGES), origin: some(ORIGINS), is: some(DOCKET_MARKS),
  q: fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.trim()).filter((text) => text !== ''), node: fc.constantFrom('lucknow', 'ps-lucknow-chinhat'), owner: fc.constantFrom('me', 'nobody', 'hc-asha'),
  from: fc.nat(), to: fc.nat(), hour: fc.nat(23), sort: fc.constantFrom(...SORTS), offset: fc.nat(1_000_000),
}, { requiredKeys: ['sort', 'offset'] })

describe('the address of the desk', () => {
  it('says the whole filter, and reading it again gives the same', () => {
    fc.assert(fc.property(filters, (filter) => { expect(readFilter(`?${writeFilter(filter)}`)).toEqual(filter) }))
  })

  it('is what the server takes, whatever somebody typed', () => {
    const wild = fc.dictionary(fc.constantFrom('status', 'severity', 'category', 'lang', 'q', 'from', 'hour', 'sort', 'offset', 'owner', 'node', 'no-such'), fc.string({ maxLength: 20 }), { maxKeys: 8 })
    fc.assert(fc.property(wild, (query) => {
      const asked = Object.fromEntries(new URLSearchParams(writeFilter(readFilter(new URLSearchParams(query).toString()))))
      const { hour, ...rest } = asked
      expect(docketQuery.safeParse(Number(hour ?? 0) > 23 ? rest : asked).success).toBe(true)
    }))
  })

  it('keeps commas readable', () => {
    expect(writeFilter({ ...EVERYTHING, status: ['open', 'reopened'], sort: 'due' })).toBe('status=open,reopened&sort=due')
  })
})

describe('changing a filter', () => {
  it('toggles values, always on the first page; the last value takes the part away', () => {
    const one = toggled({ ...EVERYTHING, offset: 100 }, 'status', 'open')
    expect(one).toEqual({ ...EVERYTHING, status: ['open'] })
    expect(toggled(one, 'status', 'open')).toEqual(EVERYTHING)
    expect(without({ ...one, owner: 'me' }, 'status', 'owner')).toEqual(EVERYTHING)
  })

  it('knows the same question on another page and in another order', () => {
    expect(isSameQuestion({ ...EVERYTHING, owner: 'me' }, { ...EVERYTHING, owner: 'me', sort: 'oldest', offset: 50 })).toBe(true)
    expect(isSameQuestion({ ...EVERYTHING, owner: 'me' }, EVERYTHING)).toBe(false)
  })
})

describe('the views that everybody has', () => {
  const counts = { open: 1, inProcess: 10, closed: 100, reopened: 1_000, unread: 2, overdue: 3, mine: 4, sos: 5, nobody: 6, forwarded: 7, sentOn: 7, secondOfficer: 2, movedUp: 8, closedToday: 9 }
  it.each(BUILT_IN_NAMES)('%s is a query of the server, and survives being saved', (name) => {
    const { filter } = BUILT_IN[name]
    expect(docketQuery.safeParse(Object.fromEntries(new URLSearchParams(writeFilter(filter)))).success).toBe(true)
    expect(filterOfView(queryOfView({ ...filter, offset: 150 }))).toEqual(filter)
  })
  it('count what the server counted', () => {
    expect([BUILT_IN.open.count(counts), BUILT_IN.all.count(counts), BUILT_IN.sos.count(counts), BUILT_IN.nobody.count(counts), BUILT_IN['closed-today'].count(counts)]).toEqual([1_011, 1_111, 5, 6, 9])
  })
})
