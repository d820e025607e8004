import type { ReportQuery, ReportRow, ReportTable } from '../contract/reports.ts'
import { toCsv } from '../domain/csv.ts'
import type { Viewer } from '../domain/person.ts'
import { CLOCKS, COUNT_NAMES } from '../domain/report-sums.ts'
import { SLA_STEPS } from '../domain/sla.ts'
import { reduceBook, stretchOf, tableOf } from './read-report.ts'
import type { ReportDeps } from './read-report.ts'

const MEASURES = ['inTime', 'late', 'waiting', 'share', 'p50', 'p90', 'p95'] as const

/** One table of a report as CSV, stations of the whole area included. Times in seconds. @throws PrahariError forbidden, invalid, unavailable. */
export async function exportReport(deps: ReportDeps, viewer: Viewer, wish: ReportQuery & { table: ReportTable }): Promise<string> {
  const now = deps.store.now()
  const { node, from, to } = stretchOf(viewer, wish, now)
  const report = await reduceBook(deps, node.path, { from, to, now })
  const head = [wish.table, 'name', 'name (Hindi)', ...COUNT_NAMES, ...SLA_STEPS.flatMap((step) => CLOCKS.flatMap((clock) => MEASURES.map((measure) => `${step} ${clock} ${measure}`)))]
  return toCsv([head, ...tableOf(report, wish.table, node, '').map(lineOf)])
}

function lineOf({ key, name, nameHi, counts, steps }: ReportRow): (string | number | null)[] {
  return [key, name, nameHi, ...COUNT_NAMES.map((count) => counts[count]), ...SLA_STEPS.flatMap((step) => CLOCKS.flatMap((clock) => MEASURES.map((measure) => steps[step][clock][measure])))]
}
