import type { ReportRow, ReportView } from '../../contract/reports.ts'
import { calendarDay, grouped } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { DistrictTiles } from '../shared/parts/district-tiles.tsx'
import type { Tile } from '../shared/parts/district-tiles.tsx'
import { show } from './stretch.ts'
import { listLink } from './words.ts'

const HOUR_MS = 3_600_000
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const BAR_HEIGHT = 96
/** Height of a day in the map of hours. */
const ROW = 9

/** Dockets by the hour of their receipt; each bar opens them. */
export function Hours({ rows }: { rows: readonly ReportRow[] }) {
  const t = texts.value.reports
  const byHour = new Map(rows.map((row) => [Number(row.key), row]))
  const most = Math.max(1, ...rows.map(({ counts }) => counts.dockets))
  return (
    <svg class="r-bars" viewBox={`0 0 480 ${BAR_HEIGHT + 20}`} role="group" aria-label={t.byHour}>
      {HOURS.map((hour) => {
        const row = byHour.get(hour)
        const dockets = row?.counts.dockets ?? 0
        const height = Math.round((dockets / most) * BAR_HEIGHT)
        const bar = <><rect class="r-hit" x={hour * 20} y="0" width="20" height={BAR_HEIGHT} /><rect class="r-column" x={hour * 20 + 2} y={BAR_HEIGHT - height} width="16" height={height} /></>
        return (
          <g key={hour}>
            {row ? <a href={listLink(row.query)} aria-label={`${hour}–${hour + 1}: ${grouped(dockets)}`}>{bar}</a> : bar}
            {hour % 3 === 0 && <text class="r-axis" x={hour * 20 + 2} y={BAR_HEIGHT + 15}>{String(hour).padStart(2, '0')}</text>}
          </g>
        )
      })}
    </svg>
  )
}

/** Dockets of each hour of each day, newest day at the bottom: five strengths of one colour, numbers to hear in the row's name. */
export function HeatMap({ heat }: { heat: ReportView['heat'] }) {
  const t = texts.value
  const days = Array.from({ length: Math.ceil(heat.counts.length / 24) }, (_, day) => heat.counts.slice(day * 24, day * 24 + 24))
  const most = Math.max(1, ...heat.counts)
  return (
    <svg class="r-heat" viewBox={`0 0 480 ${days.length * ROW + 2}`} role="img" aria-label={`${t.reports.heat}: ${days.map((hours, day) => `${calendarDay(heat.from + day * 24 * HOUR_MS, t)} ${grouped(hours.reduce((sum, one) => sum + one, 0))}`).join(', ')}`}>
      {days.map((hours, day) => hours.map((count, hour) => (
        <rect key={`${day} ${hour}`} class="r-cell" data-strength={count === 0 ? 0 : Math.min(5, Math.ceil((count / most) * 5))} x={hour * 20 + 1} y={day * ROW + 1} width="18" height={ROW - 2}><title>{`${calendarDay(heat.from + day * 24 * HOUR_MS, t)} ${hour}–${hour + 1}: ${grouped(count)}`}</title></rect>
      )))}
    </svg>
  )
}

const MANY = 0.5
const SOME = 0.25

/** The districts with their dockets, coloured where many were acknowledged late. */
export function LateMap({ rows }: { rows: readonly ReportRow[] }) {
  const t = texts.value.reports
  const byDistrict = new Map(rows.map((row) => [row.key, row]))
  const tileOf = ({ id }: { id: string }): Tile => {
    const row = byDistrict.get(id)
    if (!row) return { kind: 'foreign' }
    const share = row.steps.acknowledge.receipt.share
    const late = share === null ? 0 : 1 - share
    return { kind: late > MANY ? 'critical' : late > SOME ? 'high' : 'held', count: row.counts.dockets }
  }
  const worst = rows.filter(({ steps }) => (steps.acknowledge.receipt.share ?? 1) < 1 - SOME).toSorted((a, b) => (a.steps.acknowledge.receipt.share ?? 1) - (b.steps.acknowledge.receipt.share ?? 1)).slice(0, 5)
  return (
    <>
      <DistrictTiles tileOf={tileOf} label={t.mapLabel(rows.length)} />
      <p class="r-key"><span data-kind="critical">{t.lateMany}</span><span data-kind="high">{t.lateSome}</span><span data-kind="held">{t.lateFew}</span></p>
      {worst.length > 0 && <p class="r-worst no-print">{worst.map((row) => <button key={row.key} type="button" class="quiet-button" onClick={() => show({ node: row.key })}><bdi>{texts.value.code === 'hi' ? row.nameHi : row.name}</bdi> <b class="digits">{Math.round((1 - (row.steps.acknowledge.receipt.share ?? 1)) * 100)} %</b></button>)}</p>}
    </>
  )
}
