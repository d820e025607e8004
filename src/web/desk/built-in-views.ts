import type { DocketList } from '../../contract/docket-row.ts'
import { EVERYTHING, readFilter, writeFilter } from './filter.ts'
import type { Filter } from './filter.ts'

/** Whatever is not closed. */
const NOT_CLOSED = { status: ['open', 'in-process', 'reopened'] } satisfies Partial<Filter>
type Counts = DocketList['counts']

/** The lists that everybody has, in the order of the rail, with the number that the server counts for each. */
export const BUILT_IN = {
  open: { filter: { ...EVERYTHING, ...NOT_CLOSED }, count: ({ open, inProcess, reopened }) => open + inProcess + reopened },
  sos: { filter: { ...EVERYTHING, ...NOT_CLOSED, is: ['sos'] }, count: ({ sos }) => sos },
  unread: { filter: { ...EVERYTHING, is: ['unread'] }, count: ({ unread }) => unread },
  mine: { filter: { ...EVERYTHING, ...NOT_CLOSED, owner: 'me' }, count: ({ mine }) => mine },
  nobody: { filter: { ...EVERYTHING, ...NOT_CLOSED, owner: 'nobody' }, count: ({ nobody }) => nobody },
  overdue: { filter: { ...EVERYTHING, is: ['overdue'], sort: 'due' }, count: ({ overdue }) => overdue },
  forwarded: { filter: { ...EVERYTHING, ...NOT_CLOSED, is: ['forwarded'], sort: 'due' }, count: ({ forwarded }) => forwarded },
  'sent-on': { filter: { ...EVERYTHING, ...NOT_CLOSED, is: ['sent-on'], sort: 'due' }, count: ({ sentOn }) => sentOn },
  'second-officer': { filter: { ...EVERYTHING, ...NOT_CLOSED, is: ['second-officer'] }, count: ({ secondOfficer }) => secondOfficer },
  'moved-up': { filter: { ...EVERYTHING, ...NOT_CLOSED, is: ['moved-up'] }, count: ({ movedUp }) => movedUp },
  'closed-today': { filter: { ...EVERYTHING, is: ['closed-today'], sort: 'updated' }, count: ({ closedToday }) => closedToday },
  all: { filter: { ...EVERYTHING, sort: 'newest' }, count: ({ open, inProcess, reopened, closed }) => open + inProcess + reopened + closed },
} as const satisfies Record<string, { filter: Filter; count: (counts: Counts) => number }>

export type BuiltIn = keyof typeof BUILT_IN
export const BUILT_IN_NAMES = Object.keys(BUILT_IN) as BuiltIn[]

/** The filter of a saved view, which the server keeps as the text of a query. */
export function filterOfView(query: string): Filter {
  return readFilter(query)
}

/** What is kept of a filter in a saved view: not the page that happened to be shown. */
export function queryOfView(filter: Filter): string {
  return writeFilter({ ...filter, offset: 0 })
}
