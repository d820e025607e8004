import type { ReportView } from '../../contract/reports.ts'
import { COUNT_NAMES } from '../../domain/report-sums.ts'
import type { CountName } from '../../domain/report-sums.ts'
import { grouped } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { listLink } from './words.ts'

/** Counts that should be none. */
const BAD: readonly CountName[] = ['overdue', 'unread', 'unacknowledged', 'flagged']

/** What there is, in numbers; each opens its dockets. */
export function Figures({ report: { whole, received, cells } }: { report: ReportView }) {
  const t = texts.value.reports
  return (
    <section class="r-figures" aria-label={t.count.dockets}>
      {received.posts !== null && <div class="r-figure"><b class="digits">{grouped(received.posts)}</b><span>{t.posts}</span><small>{t.needed} {grouped(received.actionable ?? 0)}</small></div>}
      {COUNT_NAMES.filter((name) => name !== 'actionable' || received.posts === null).map((name) => (
        <a key={name} class="r-figure" data-bad={BAD.includes(name) && whole.counts[name] > 0} href={listLink(whole.query, cells[name])}><b class="digits">{grouped(whole.counts[name])}</b><span>{t.count[name]}</span></a>
      ))}
    </section>
  )
}
