import { CELLS, REPORT_TABLES } from '../contract/reports.ts'
import type { ReportQuery, ReportRow, ReportTable, ReportView } from '../contract/reports.ts'
import { PrahariError } from '../domain/errors.ts'
import { fairnessOf } from '../domain/fairness.ts'
import { STATE_PATH } from '../domain/area.ts'
import { findNode, nodeAt } from '../domain/jurisdiction.ts'
import type { JurisdictionNode, NodeKind } from '../domain/jurisdiction.ts'
import type { Viewer } from '../domain/person.ts'
import { ReportBuilder } from '../domain/report.ts'
import type { Dimension, Part } from '../domain/report.ts'
import { CLOCKS, COUNT_NAMES } from '../domain/report-sums.ts'
import type { ReportSums } from '../domain/report-sums.ts'
import { SLA_STEPS } from '../domain/sla.ts'
import type { DocketBook } from './docket-book.ts'
import { scopeOf } from './list-dockets.ts'
import type { Store } from './ports.ts'
import { readBlindWalls } from './read-blind-walls.ts'
import { blindMs, readGaps } from './read-gaps.ts'
import { readReceived } from './read-received.ts'

export interface ReportDeps {
  store: Pick<Store, 'inbox' | 'drills' | 'gaps' | 'walls' | 'wallGaps' | 'now'>
  book: DocketBook
  pause: () => Promise<void>
}

const DAY_MS = 86_400_000
const LONGEST_MS = 400 * DAY_MS
const KINDS: Record<Exclude<ReportTable, Dimension>, readonly NodeKind[]> = { zones: ['zone'], ranges: ['range', 'commissionerate'], districts: ['district'], stations: ['station'] }

/**
 * Everything about the dockets of an area that were received in a stretch of time: counts, times by both clocks, shares in
 * time, by every part, with what could not be seen. One pass over the book. @throws PrahariError forbidden, invalid, unavailable.
 */
export async function readReport(deps: ReportDeps, viewer: Viewer, wish: ReportQuery): Promise<ReportView> {
  const now = deps.store.now()
  const { node, from, to } = stretchOf(viewer, wish, now)
  const [report, received, gaps, walls] = await Promise.all([
    reduceBook(deps, node.path, { from, to, now }), readReceived(deps.store, node.path, from, to), readGaps(deps.store, from, to), readBlindWalls(deps.store, node.path, from, Math.min(to, now)),
  ])
  const base = `from=${from}&to=${to}`
  const here = `${base}&node=${node.id}`
  const tables = {} as ReportView['tables']
  for (const name of REPORT_TABLES) {
    tables[name] = name === 'stations' && isAboveDistrict(node) ? [] : tableOf(report, name, node, base)
    await deps.pause()
  }
  return {
    serverNow: now, node: viewOf(node), from, to, isComplete: deps.book.isComplete, received,
    whole: rowOf({ key: node.id, sums: report.whole() }, here, node), tables, cells: CELLS,
    heat: { from: report.heatFrom, counts: [...report.heat] },
    fairness: (['lang', 'followers', 'hour', 'districts'] as const).flatMap((by) => {
      const parts = by === 'districts' ? report.nodes(KINDS.districts).filter(({ key }) => key.startsWith(node.path)) : report.parts(by)
      return fairnessOf(parts, report.whole()).map((one) => ({ by, ...one, ...namesOf(one.key), query: by === 'districts' ? `${base}&node=${nodeAt(one.key).id}` : `${here}&${by}=${one.key}` }))
    }),
    unreadDesks: report.unreadDesks().map(({ key, sums }) => ({ node: viewOf(nodeAt(key)), dockets: sums.count('dockets'), oldestAt: sums.oldestUntouched ?? from, query: `${base}&node=${nodeAt(key).id}&is=unacknowledged` }))
      .sort((a, b) => a.oldestAt - b.oldestAt),
    flags: report.flags().map(({ flag, dockets }) => ({ flag, dockets, query: `${here}&flag=${flag}` })),
    blind: { streamMs: blindMs(gaps, from, Math.min(to, now)), gaps: gaps.length, recovered: gaps.reduce((sum, { recovered }) => sum + recovered, 0), walls },
  }
}

/** The area and the stretch that a query names. @throws PrahariError forbidden, invalid. */
export function stretchOf(viewer: Viewer, wish: ReportQuery, now: number): { node: JurisdictionNode; from: number; to: number } {
  const node = nodeAt(scopeOf(viewer, wish.node))
  const to = wish.to ?? now
  const from = wish.from ?? to - 7 * DAY_MS
  if (from >= to || to - from > LONGEST_MS) throw new PrahariError('invalid', 'a report spans up to 400 days, from before to', { field: 'query.from' })
  return { node, from, to }
}

/** The reduction alone, for whoever wants one table of it. */
export async function reduceBook({ book, pause }: Pick<ReportDeps, 'book' | 'pause'>, path: string, stretch: { from: number; to: number; now: number }): Promise<ReportBuilder> {
  const report = new ReportBuilder({ ...stretch, slas: book.slas })
  await book.each(path, null, (facts) => report.add(facts))
  // The sums of a great tree are added up in turns as well.
  for (const _ of report.rollUp()) await pause()
  return report
}

/** One table as rows: nodes with most dockets first, everything else in its own order. */
export function tableOf(report: ReportBuilder, table: ReportTable, node: JurisdictionNode, base: string): ReportRow[] {
  if (isNodeTable(table)) {
    // What lies above the area would show a part of itself as the whole.
    return report.nodes(KINDS[table]).filter(({ key }) => key.startsWith(node.path)).map((part) => rowOf(part, `${base}&node=${nodeAt(part.key).id}`, nodeAt(part.key))).sort((a, b) => b.counts.dockets - a.counts.dockets || (a.key < b.key ? -1 : 1))
  }
  const rows = report.parts(table).map((part) => rowOf(part, `${base}&node=${node.id}&${table}=${part.key}`, null))
  return table === 'hour' ? rows.sort((a, b) => Number(a.key) - Number(b.key)) : rows.sort((a, b) => b.counts.dockets - a.counts.dockets || (a.key < b.key ? -1 : 1))
}

function isNodeTable(table: ReportTable): table is keyof typeof KINDS {
  return table in KINDS
}

function isAboveDistrict({ path, kind }: JurisdictionNode): boolean {
  return path === STATE_PATH || kind === 'zone' || kind === 'range'
}

export function rowOf({ key, sums }: Part, query: string, node: JurisdictionNode | null): ReportRow {
  const names = node ? { key: node.id, name: node.name, nameHi: node.nameHi } : { key, name: key, nameHi: key }
  return { ...names, query, counts: Object.fromEntries(COUNT_NAMES.map((name) => [name, sums.count(name)])) as ReportRow['counts'], steps: stepsOf(sums) }
}

function stepsOf(sums: ReportSums): ReportRow['steps'] {
  return Object.fromEntries(SLA_STEPS.map((step) => [step, Object.fromEntries(CLOCKS.map((clock) => {
    const { inTime, late, waiting, percentile } = sums.step(step, clock)
    return [clock, { inTime, late, waiting, share: inTime + late === 0 ? null : inTime / (inTime + late), p50: percentile(0.5), p90: percentile(0.9), p95: percentile(0.95) }]
  }))])) as ReportRow['steps']
}

function viewOf({ id, kind, name, nameHi, path }: JurisdictionNode): ReportView['node'] {
  return { id, kind, name, nameHi, path }
}

/** A node by its path or a plain key. */
function namesOf(key: string): { key: string; name: string; nameHi: string } {
  const node = key.startsWith('/') ? findNode(nodeAt(key).id) : undefined
  return node ? { key: node.id, name: node.name, nameHi: node.nameHi } : { key, name: key, nameHi: key }
}
