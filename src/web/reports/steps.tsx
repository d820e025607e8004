import type { ReportRow } from '../../contract/reports.ts'
import { CLOCKS, LATE_MARKS } from '../../domain/report-sums.ts'
import { SLA_STEPS } from '../../domain/sla.ts'
import { grouped } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { listLink, percentWords, spanWords } from './words.ts'

/** Below this share in time a step is worth a look. */
const AIM = 0.9

/** Each step of a complaint's life by both clocks: the share in time as a bar, and how long half, 90 and 95 of a hundred took. */
export function Steps({ row }: { row: ReportRow }) {
  const t = texts.value
  const r = t.reports
  return (
    <section class="r-panel r-steps">
      <h2>{r.sla} <small>{r.aim}</small></h2>
      <table>
        <thead><tr><th scope="col"><span class="for-ears">{r.name}</span></th><th scope="col">{r.whichClock}</th><th scope="col" class="r-wide">{r.share}</th><th scope="col">{r.half}</th><th scope="col">{r.nine}</th><th scope="col">{r.ninetyFive}</th><th scope="col">{r.late}</th><th scope="col">{r.waiting}</th></tr></thead>
        {SLA_STEPS.map((step) => (
          <tbody key={step}>{CLOCKS.map((clock, index) => {
            const one = row.steps[step][clock]
            return (
              <tr key={clock}>
                {index === 0 && <th scope="rowgroup" rowSpan={CLOCKS.length}>{r.step[step]}</th>}
                <th scope="row" class="r-clock">{r.clock[clock]}</th>
                <td class="r-wide"><Bar share={one.share} /></td>
                <td class="digits">{spanWords(one.p50, t)}</td><td class="digits">{spanWords(one.p90, t)}</td><td class="digits">{spanWords(one.p95, t)}</td>
                <td class="digits">{clock === 'receipt' && one.late > 0 ? <a href={listLink(row.query, `is=${LATE_MARKS[step]}`)} aria-label={r.openThem(`${r.step[step]}, ${r.late}`, one.late)}>{grouped(one.late)}</a> : grouped(one.late)}</td><td class="digits">{grouped(one.waiting)}</td>
              </tr>
            )
          })}</tbody>
        ))}
      </table>
    </section>
  )
}

/** A share as a bar with its aim as a line. */
export function Bar({ share }: { share: number | null }) {
  return (
    <span class="r-bar-cell" data-bad={share !== null && share < AIM}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="r-track" width="100" height="10" /><rect class="r-fill" width={Math.round((share ?? 0) * 100)} height="10" /><path class="r-aim" d={`M${AIM * 100} 0V10`} /></svg>
      <b class="digits">{percentWords(share)}</b>
    </span>
  )
}
