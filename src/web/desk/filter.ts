import type { DOCKET_MARKS, DocketQuery } from '../../contract/docket-row.ts'
import { ORIGINS } from '../../domain/brief.ts'
import { DOCKET_STATUSES } from '../../domain/docket.ts'
import { CATEGORIES, LANGUAGES, SEVERITIES } from '../../domain/verdict.ts'

export type Mark = (typeof DOCKET_MARKS)[number]
/** What the queue is filtered by: the page's address, the query of the list and a saved view are one and the same text. */
export type Filter = Omit<DocketQuery, 'limit'>

export const SORTS = ['urgency', 'newest', 'oldest', 'due', 'updated'] as const satisfies readonly Filter['sort'][]
export const EVERYTHING: Filter = { sort: 'urgency', offset: 0 }
/** Rows of one page of the queue. */
export const PAGE_ROWS = 50

const LISTS = { status: DOCKET_STATUSES, severity: SEVERITIES, category: CATEGORIES, lang: LANGUAGES, origin: ORIGINS } as const
const NUMBERS = ['from', 'to', 'hour'] as const
const WORDS = ['q', 'node', 'owner', 'flag', 'followers'] as const

/** The filter that an address names. What it does not know is left out: an address is typed by people and made by other pages. */
export function readFilter(search: string): Filter {
  const given = new URLSearchParams(search)
  const filter: Filter = { ...EVERYTHING }
  for (const name of Object.keys(LISTS) as (keyof typeof LISTS)[]) {
    const values = (given.get(name) ?? '').split(',').filter((value) => (LISTS[name] as readonly string[]).includes(value))
    if (values.length > 0) Object.assign(filter, { [name]: values })
  }
  // Marks are many and grow on the server: whatever looks like one is passed on.
  const marks = (given.get('is') ?? '').split(',').filter((mark) => /^[a-z-]{2,40}$/.test(mark))
  if (marks.length > 0) filter.is = marks as Mark[]
  for (const name of NUMBERS) {
    const value = Number(given.get(name) ?? Number.NaN)
    if (Number.isSafeInteger(value) && value >= 0) filter[name] = value
  }
  for (const name of WORDS) {
    const value = (given.get(name) ?? '').trim().slice(0, name === 'q' ? 200 : 80)
    if (value) Object.assign(filter, { [name]: value })
  }
  filter.sort = SORTS.find((sort) => sort === given.get('sort')) ?? 'urgency'
  const offset = Number(given.get('offset') ?? 0)
  filter.offset = Number.isSafeInteger(offset) && offset > 0 ? Math.min(1_000_000, offset) : 0
  return filter
}

/** The filter as the text of a query, without what goes without saying; the same filter is always the same text. */
export function writeFilter(filter: Filter): string {
  const query = new URLSearchParams()
  for (const name of Object.keys(LISTS) as (keyof typeof LISTS)[]) if (filter[name]?.length) query.set(name, filter[name].join(','))
  if (filter.is?.length) query.set('is', filter.is.join(','))
  for (const name of [...NUMBERS, ...WORDS]) if (filter[name] !== undefined && filter[name] !== '') query.set(name, String(filter[name]))
  if (filter.sort !== 'urgency') query.set('sort', filter.sort)
  if (filter.offset > 0) query.set('offset', String(filter.offset))
  // Commas are allowed in a query, and people read addresses.
  return query.toString().replaceAll('%2C', ',')
}

/** The filter with one value of a list added, or taken out where it was in. */
export function toggled<Name extends 'status' | 'severity' | 'category' | 'lang' | 'origin' | 'is'>(filter: Filter, name: Name, value: NonNullable<Filter[Name]>[number]): Filter {
  const values: readonly string[] = filter[name] ?? []
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
  const changed = { ...filter, offset: 0, [name]: next }
  return next.length > 0 ? changed : without(changed, name)
}

/** The filter without one of its parts, from its first page on. */
export function without(filter: Filter, ...names: (keyof Filter)[]): Filter {
  return { ...Object.fromEntries(Object.entries({ ...filter, offset: 0 }).filter(([name]) => !names.includes(name as keyof Filter))), sort: filter.sort, offset: 0 }
}

/** Whether two filters ask for the same dockets, on whatever page and in whatever order. */
export function isSameQuestion(a: Filter, b: Filter): boolean {
  const plain = (filter: Filter): string => writeFilter({ ...filter, sort: 'urgency', offset: 0 })
  return plain(a) === plain(b)
}
