import { z } from 'zod'
import { ROLES } from '../domain/person.ts'
import { docketList, docketQuery } from './docket-row.ts'
import { dailyQuery, dailyView, reportQuery, reportTableQuery, reportView } from './reports.ts'
import type { Route } from './route.ts'

/** Lists of dockets, search and reports. */
export const BOOK_ROUTES = {
  dockets: {
    method: 'get', path: '/api/dockets', access: 'not-wall', summary: 'Dockets of the area: filtered, searched in both scripts, sorted, with counts of the whole area',
    query: docketQuery, answer: docketList,
  },
  owners: {
    method: 'get', path: '/api/owners', access: 'not-wall', summary: 'Persons by whom the list of dockets can be narrowed: who may act in the area, found by name in either script or by id',
    query: z.strictObject({ q: z.string().trim().max(60).default(''), limit: z.coerce.number().int().min(1).max(50).default(8) }),
    answer: z.object({ owners: z.array(z.object({ personId: z.string(), name: z.string(), role: z.enum(ROLES), scopeName: z.string(), scopeNameHi: z.string() })) }),
  },
  docketsCsv: {
    method: 'get', path: '/api/dockets.csv', access: 'may-report', gives: 'csv', summary: 'The same dockets as CSV, at most 50,000, without texts and authors; limit and offset say nothing',
    query: docketQuery.omit({ limit: true, offset: true }).strict(), answer: z.unknown(),
  },
  report: { method: 'get', path: '/api/reports', access: 'may-report', summary: 'Live report of an area and a stretch of time; every number names the dockets behind it', query: reportQuery, answer: reportView },
  reportCsv: { method: 'get', path: '/api/reports.csv', access: 'may-report', gives: 'csv', summary: 'One table of a report as CSV', query: reportTableQuery, answer: z.unknown() },
  dailySummary: { method: 'get', path: '/api/reports/daily', access: 'may-report', summary: 'One day in India in short, against the day before', query: dailyQuery, answer: dailyView },
} as const satisfies Record<string, Route>
