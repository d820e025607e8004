import type { ReportRow, ReportTable, ReportView } from '../../contract/reports.ts'
import { LATE_MARKS } from '../../domain/report-sums.ts'
import type { CountName } from '../../domain/report-sums.ts'
import { grouped } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { Bar } from './steps.tsx'
import { show, stretch } from './stretch.ts'
import { listLink, rowWords, spanWords } from './words.ts'

const TABLES: readonly ReportTable[] = ['zones', 'ranges', 'districts', 'stations', 'category', 'severity', 'lang', 'hour', 'followers', 'origin']
const NODE_TABLES: readonly string[] = ['zones', 'ranges', 'districts', 'stations']
const COLUMNS: readonly CountName[] = ['dockets', 'sos', 'open', 'inProcess', 'closed', 'overdue', 'unread', 'reopened', 'flagged']

/** The parts of the whole, by whatever it is divided; the name of a node narrows the page to it, each number opens its dockets. */
export function PartsTable({ report }: { report: ReportView }) {
  const t = texts.value
  const r = t.reports
  const wished = TABLES.find((one) => one === stretch.value.table) ?? 'districts'
  const table = report.tables[wished].length === 0 && NODE_TABLES.includes(wished) ? (TABLES.find((one) => report.tables[one].length > 0) ?? 'category') : wished
  const rows = report.tables[table]
  return (
    <section class="r-panel r-parts">
      <div class="r-parts-head">
        <h2>{r.by} {r.table[table]}</h2>
        <div class="filter-group no-print" role="group" aria-label={r.by}>{TABLES.filter((one) => report.tables[one].length > 0).map((one) => <button key={one} type="button" class="filter" aria-pressed={one === table} onClick={() => show({ table: one })}>{r.table[one]}</button>)}</div>
        <a class="quiet-button no-print" href={`/api/reports.csv?table=${table}&from=${report.from}&to=${report.to}&node=${report.node.id}`}>{r.csv}</a>
      </div>
      <div class="r-scroll" tabIndex={0} role="region" aria-label={r.table[table]}>
        <table>
          <thead><tr><th scope="col">{r.name}</th>{COLUMNS.map((name) => <th key={name} scope="col">{r.count[name]}</th>)}<th scope="col" class="r-wide">{r.short.acknowledge}, {r.share}</th><th scope="col">{r.half}</th><th scope="col">{r.nine}</th><th scope="col">{r.late}</th><th scope="col" class="r-wide">{r.short.reply}, {r.share}</th><th scope="col">{r.half}</th><th scope="col" class="r-wide">{r.short.close}, {r.share}</th></tr></thead>
          <tbody>{rows.map((row) => <Line key={row.key} table={table} row={row} cells={report.cells} />)}</tbody>
        </table>
      </div>
    </section>
  )
}

function Line({ table, row, cells }: { table: ReportTable; row: ReportRow; cells: ReportView['cells'] }) {
  const t = texts.value
  const name = rowWords(table, row, t)
  const { acknowledge, reply, close } = row.steps
  const late = acknowledge.receipt.late
  return (
    <tr>
      <th scope="row">{NODE_TABLES.includes(table) ? <button type="button" class="r-name" onClick={() => show({ node: row.key })}>{name}</button> : name}</th>
      {COLUMNS.map((column) => <td key={column} class="digits">{row.counts[column] === 0 ? <span class="r-zero">0</span> : <a href={listLink(row.query, cells[column])} aria-label={t.reports.openThem(`${name}, ${t.reports.count[column]}`, row.counts[column])}>{grouped(row.counts[column])}</a>}</td>)}
      <td class="r-wide"><Bar share={acknowledge.receipt.share} /></td><td class="digits">{spanWords(acknowledge.receipt.p50, t)}</td><td class="digits">{spanWords(acknowledge.receipt.p90, t)}</td>
      <td class="digits">{late === 0 ? <span class="r-zero">0</span> : <a href={listLink(row.query, `is=${LATE_MARKS.acknowledge}`)} aria-label={t.reports.openThem(`${name}, ${t.reports.late}`, late)}>{grouped(late)}</a>}</td>
      <td class="r-wide"><Bar share={reply.receipt.share} /></td><td class="digits">{spanWords(reply.receipt.p50, t)}</td>
      <td class="r-wide"><Bar share={close.receipt.share} /></td>
    </tr>
  )
}
