import type { DailyView, ReportRow } from '../contract/reports.ts'
import { indianDay } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import type { JurisdictionNode } from '../domain/jurisdiction.ts'
import type { Viewer } from '../domain/person.ts'
import { startOfIndianDay } from '../domain/sample.ts'
import { scopeOf } from './list-dockets.ts'
import { blindMs, readGaps } from './read-gaps.ts'
import { readReceived } from './read-received.ts'
import { reduceBook, rowOf, tableOf } from './read-report.ts'
import type { ReportDeps } from './read-report.ts'

const DAY_MS = 86_400_000
const MOST_WORST = 5

/** One day of an area in short, against the day before. @throws PrahariError forbidden, invalid, unavailable. */
export async function readDaily(deps: ReportDeps, viewer: Viewer, wish: { node?: string | undefined; day?: string | undefined }): Promise<DailyView> {
  const now = deps.store.now()
  const node = nodeAt(scopeOf(viewer, wish.node))
  const from = wish.day === undefined ? startOf(indianDay(now - DAY_MS)) : startOf(wish.day)
  const to = from + DAY_MS
  if (from > now) throw new PrahariError('invalid', 'this day has not begun', { field: 'query.day' })
  const [today, before, received, gaps] = await Promise.all([
    reduceBook(deps, node.path, { from, to, now }), reduceBook(deps, node.path, { from: from - DAY_MS, to: from, now }), readReceived(deps.store, node.path, from, to), readGaps(deps.store, from, to),
  ])
  const base = `from=${from}&to=${to}`
  const summary = {
    serverNow: now, day: indianDay(from), node: { id: node.id, kind: node.kind, name: node.name, nameHi: node.nameHi, path: node.path }, from, to, isComplete: deps.book.isComplete, received,
    today: rowOf({ key: node.id, sums: today.whole() }, `${base}&node=${node.id}`, node), before: rowOf({ key: node.id, sums: before.whole() }, `from=${from - DAY_MS}&to=${from}&node=${node.id}`, node),
    worst: tableOf(today, 'districts', node, base).filter(isLate).sort((a, b) => lateOf(b) - lateOf(a)).slice(0, MOST_WORST), unreadDesks: today.unreadDesks().length, blindMs: blindMs(gaps, from, Math.min(to, now)),
  }
  return { ...summary, text: { en: textOf(summary, node), hi: textOfHi(summary, node) } }
}

/** @throws PrahariError invalid where there is no such day. */
function startOf(day: string): number {
  const start = startOfIndianDay(day)
  if (start === null) throw new PrahariError('invalid', 'there is no such day', { field: 'query.day' })
  return start
}

function lateOf({ steps }: ReportRow): number {
  return steps.acknowledge.receipt.late
}

function isLate(row: ReportRow): boolean {
  return lateOf(row) > 0
}

type Facts = Omit<DailyView, 'text'>

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`)
const minutes = (ms: number): number => Math.round(ms / 60_000)
const dateOf = (day: string): string => `${day.slice(6)}-${day.slice(4, 6)}-${day.slice(0, 4)}`

function textOf({ day, received, today, before, worst, unreadDesks, blindMs: blind }: Facts, node: JurisdictionNode): string {
  const { counts, steps } = today
  return [
    `${node.name}, ${dateOf(day)}`,
    ...(received.posts === null ? [] : [`Posts received: ${received.posts}, actionable ${received.actionable ?? 0}`]),
    `Dockets: ${counts.dockets} (the day before ${before.counts.dockets}), SoS ${counts.sos}, open ${counts.open}, in process ${counts.inProcess}, closed ${counts.closed}, overdue ${counts.overdue}`,
    `In time: acknowledged ${percent(steps.acknowledge.receipt.share)}, replied ${percent(steps.reply.receipt.share)}, closed ${percent(steps.close.receipt.share)}`,
    `Desks that touched nothing: ${unreadDesks}. Minutes without sight of the stream: ${minutes(blind)}`,
    ...(worst.length > 0 ? [`Most late acknowledgements: ${worst.map((row) => `${row.name} ${lateOf(row)}`).join(', ')}`] : []),
  ].join('\n')
}

function textOfHi({ day, received, today, before, worst, unreadDesks, blindMs: blind }: Facts, node: JurisdictionNode): string {
  const { counts, steps } = today
  return [
    `${node.nameHi}, ${dateOf(day)}`,
    ...(received.posts === null ? [] : [`मिली पोस्ट: ${received.posts}, कार्रवाई योग्य ${received.actionable ?? 0}`]),
    `डॉकेट: ${counts.dockets} (एक दिन पहले ${before.counts.dockets}), एसओएस ${counts.sos}, खुले ${counts.open}, प्रक्रिया में ${counts.inProcess}, बंद ${counts.closed}, समय-सीमा पार ${counts.overdue}`,
    `समय पर: पावती ${percent(steps.acknowledge.receipt.share)}, उत्तर ${percent(steps.reply.receipt.share)}, निस्तारण ${percent(steps.close.receipt.share)}`,
    `जिन डेस्क ने कुछ नहीं खोला: ${unreadDesks}। स्ट्रीम न दिखने के मिनट: ${minutes(blind)}`,
    ...(worst.length > 0 ? [`सबसे ज़्यादा देर से पावती: ${worst.map((row) => `${row.nameHi} ${lateOf(row)}`).join(', ')}`] : []),
  ].join('\n')
}
