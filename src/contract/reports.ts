import { z } from 'zod'
import { DIMENSIONS } from '../domain/report.ts'
import { CLOCKS, COUNT_NAMES, COUNTS, LATE_MARKS } from '../domain/report-sums.ts'
import type { CountName } from '../domain/report-sums.ts'
import { SLA_STEPS } from '../domain/sla.ts'
import type { SlaStep } from '../domain/sla.ts'
import { nodeView } from './docket-row.ts'
import { blindWalls } from './walls.ts'

/** The tables of a report: the nodes of the tree, and what else dockets are divided by. */
export const REPORT_TABLES = ['zones', 'ranges', 'districts', 'stations', ...DIMENSIONS] as const
export type ReportTable = (typeof REPORT_TABLES)[number]

const window = {
  node: z.string().max(80).optional().describe('Node of the tree, by id; default: the own area'),
  from: z.coerce.number().int().positive().optional().describe('Received from (included), epoch milliseconds; default: seven days before `to`'),
  to: z.coerce.number().int().positive().optional().describe('Until (excluded); default: now'),
}
export const reportQuery = z.strictObject(window)
export type ReportQuery = z.infer<typeof reportQuery>
export const reportTableQuery = z.strictObject({ ...window, table: z.enum(REPORT_TABLES) })
export const dailyQuery = z.strictObject({ node: window.node, day: z.string().regex(/^\d{8}$/, 'must be a day, 20261123').optional().describe('Day in India; default: yesterday') })

const seconds = z.number().nullable()
const byClock = z.object({
  inTime: z.int(), late: z.int().describe('Done too late, or not done and its time is over'), waiting: z.int().describe('Not done, still in time: in no share'),
  share: z.number().nullable().describe('In time, of those in time and late, 0 to 1'),
  p50: seconds.describe('Seconds, of those that are done; known to 1.6 %'), p90: seconds, p95: seconds,
})
const step = z.object(Object.fromEntries(CLOCKS.map((clock) => [clock, byClock])) as Record<(typeof CLOCKS)[number], typeof byClock>)
const counts = z.object(Object.fromEntries(COUNT_NAMES.map((name) => [name, z.int()])) as Record<CountName, z.ZodInt>)
const steps = z.object(Object.fromEntries(SLA_STEPS.map((name) => [name, step])) as Record<SlaStep, typeof step>)
  .describe('From our receipt and from the citizen\'s post')
const figures = { counts, steps }
const query = z.string().describe('Query of GET /api/dockets that lists the dockets behind the row; a count adds its own part (`cells`)')
const row = z.object({ key: z.string(), name: z.string().describe('Of a node; else the key'), nameHi: z.string(), query, ...figures })
export type ReportRow = z.infer<typeof row>

const fairness = z.object({
  by: z.enum(['lang', 'followers', 'hour', 'districts']), key: z.string(), name: z.string(), nameHi: z.string(), dockets: z.int(), acknowledgeP50: seconds, acknowledgeP90: seconds, replyP50: seconds,
  ratio: z.number().nullable().describe('Median wait for the acknowledgement against everybody\'s'), isNotable: z.boolean().describe('1.5 times as long or more, of at least 30 dockets'), query,
})

export const reportView = z.object({
  serverNow: z.number(), node: nodeView, from: z.number(), to: z.number(), isComplete: z.boolean().describe('False while the book of dockets is still being read after a start: counts are too low'),
  received: z.object({
    posts: z.int().nullable().describe('Posts received, drills left out; null below the state: a post without a docket belongs to no place'),
    actionable: z.int().nullable().describe('Of these, the posts that opened a docket or belong to one'),
  }),
  whole: row,
  tables: z.object(Object.fromEntries(REPORT_TABLES.map((name) => [name, z.array(row)])) as Record<ReportTable, z.ZodArray<typeof row>>).describe('`stations` is empty above a district: see GET /api/reports.csv'),
  cells: z.record(z.string(), z.string()).describe('Part of a query for each count, and for `late-…` of each step'),
  heat: z.object({ from: z.number(), counts: z.array(z.int()) }).describe('Dockets received in each hour of the last 31 days of the stretch'),
  fairness: z.array(fairness),
  unreadDesks: z.array(z.object({ node: nodeView, dockets: z.int(), oldestAt: z.number(), query })).describe('Nodes that hold dockets of the stretch of which nobody took a single one, the oldest first'),
  flags: z.array(z.object({ flag: z.string(), dockets: z.int(), query })),
  blind: z.object({
    streamMs: z.int().describe('The stream did not see; gaps that overlap count once'), gaps: z.int(), recovered: z.int().describe('Posts that came back by search'),
    walls: blindWalls,
  }),
})
export type ReportView = z.infer<typeof reportView>

export const dailyView = z.object({
  serverNow: z.number(), day: z.string(), node: nodeView, from: z.number(), to: z.number(), isComplete: z.boolean(),
  received: reportView.shape.received, today: row, before: row.describe('The day before'),
  worst: z.array(row).describe('Districts with most late acknowledgements, at most five'), unreadDesks: z.int(), blindMs: z.int(),
  text: z.object({ en: z.string(), hi: z.string() }).describe('The same in a few lines, as it is mailed'),
})
export type DailyView = z.infer<typeof dailyView>

/** The part of a docket query behind each count, and behind what was late at each step. */
export const CELLS: Readonly<Record<string, string>> = Object.fromEntries([
  ...COUNT_NAMES.map((name): [string, string] => [name, partOf(COUNTS[name])]),
  ...SLA_STEPS.map((name): [string, string] => [`late-${name}`, `is=${LATE_MARKS[name]}`]),
])

function partOf(filter: { is?: readonly string[]; status?: readonly string[] }): string {
  return [filter.is ? `is=${filter.is.join(',')}` : '', filter.status ? `status=${filter.status.join(',')}` : ''].filter(Boolean).join('&')
}
