import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { DailyView, ReportView } from '../../contract/reports.ts'
import { isStateWide, mayAudit } from '../../domain/person.ts'
import { useLink } from '../shared/context.ts'
import { calendarDay, clockTime, fieldTime } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { LinkBadge } from '../shared/parts/link-badge.tsx'
import { getJson } from '../shared/requests.ts'
import { Asides } from './asides.tsx'
import { Figures } from './figures.tsx'
import { HeatMap, Hours, LateMap } from './pictures.tsx'
import { Steps } from './steps.tsx'
import { boundsOf, show, stretch } from './stretch.ts'
import { PartsTable } from './table.tsx'
import { listLink } from './words.ts'

/** A report is made anew so often while the page is looked at, milliseconds. */
const REFRESH_MS = 30_000
const MOMENT_MS = 3_000
const DAY_CHOICES = [1, 7, 30, 90, 365] as const

/** The own area and what lies under it, from the first report of all. */
const areas = signal<ReportView | null>(null)

/** Live performance of an area: counts, times by both clocks, who waits longer, what nobody saw. Every number opens its dockets. */
export function Reports() {
  const t = texts.value
  const [report, setReport] = useState<ReportView | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  const { node, first, last, days } = stretch.value
  useEffect(() => { document.title = `${t.product} · ${t.reports.title}` }, [t])
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = async (): Promise<void> => {
      const { from, to } = boundsOf(stretch.peek(), Date.now())
      const answer = await getJson<ReportView>(`/api/reports?from=${from}&to=${to}${node === null ? '' : `&node=${node}`}`).catch(() => null)
      if (isOver) return
      setFailed(answer === null)
      if (answer) {
        setReport(answer)
        if (node === null) areas.value = answer
      }
      timer = setTimeout(() => void read(), answer?.isComplete === false || !answer ? MOMENT_MS : REFRESH_MS)
    }
    void read()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [node, first, last, days, tries])
  return (
    <div class="reports">
      <Head report={report} />
      {hasFailed && <p class="notice-bar" data-kind="trouble" role="status"><b>{t.reports.failed}</b> <button type="button" class="quiet-button" onClick={() => setTries(tries + 1)}>{t.reports.again}</button></p>}
      {report?.isComplete === false && <p class="notice-bar" data-kind="trouble" role="status">{t.reports.incomplete}</p>}
      {report ? <Body report={report} /> : <main class="r-wait"><p role="status">{hasFailed ? t.reports.failed : t.reports.loading}</p></main>}
    </div>
  )
}

function Head({ report }: { report: ReportView | null }) {
  const t = texts.value
  const now = stretch.value
  const bounds = boundsOf(now, report?.serverNow ?? Date.now())
  const [first, last] = [fieldTime(bounds.from).slice(0, 10), fieldTime(bounds.to - 60_001).slice(0, 10)]
  return (
    <>
      <header class="s-header">
        <h1>{t.reports.title}{report && <>: <bdi>{t.code === 'hi' ? report.node.nameHi : report.node.name}</bdi></>}</h1>
        <p class="digits r-made">{report && <>{calendarDay(report.from, t)} – {calendarDay(Math.min(report.to, report.serverNow) - 1, t)} · {t.reports.made} {clockTime(report.serverNow)} {t.clockName}</>}</p>
        <nav class="s-tools no-print"><LinkBadge /><LanguageSwitch /><button type="button" class="quiet-button" onClick={() => print()}>{t.reports.print}</button><TrailLink /><a class="quiet-button" href="/desk">{t.reports.desk}</a></nav>
      </header>
      <form class="r-bar no-print" role="search" aria-label={t.desk.filters} onSubmit={(event) => event.preventDefault()}>
        <label>{t.reports.area} <AreaPicker report={report} /></label>
        <div class="filter-group" role="group" aria-label={t.desk.datesFilter}>{DAY_CHOICES.map((one) => (
          <button key={one} type="button" class="filter" aria-pressed={now.first === null && now.days === one} onClick={() => show({ days: one, first: null, last: null })}>{t.reports.ranges[one]}</button>
        ))}</div>
        <label>{t.reports.from} <input type="date" value={first} max={last} onChange={(event) => event.currentTarget.value && show({ first: event.currentTarget.value, last })} /></label>
        <label>{t.reports.until} <input type="date" value={last} min={first} onChange={(event) => event.currentTarget.value && show({ first, last: event.currentTarget.value })} /></label>
        {report && <a class="quiet-button" href={`/api/dockets.csv?${report.whole.query}`}>{t.reports.csvDockets}</a>}
      </form>
    </>
  )
}

/** For whoever may read who changed what: an auditor's home is here. */
function TrailLink() {
  const viewer = useLink().viewer.value
  return viewer && mayAudit(viewer.role) && isStateWide(viewer) ? <a class="quiet-button" href="/admin#audit">{texts.value.reports.auditTrail}</a> : null
}

/** The own area, what lies under it, and the node in view where that is none of them (a station). */
function AreaPicker({ report }: { report: ReportView | null }) {
  const t = texts.value
  const own = areas.value
  const name = (one: { name: string; nameHi: string }): string => (t.code === 'hi' ? one.nameHi : one.name)
  const groups = own ? (['zones', 'ranges', 'districts'] as const).map((table) => ({ table, rows: own.tables[table].toSorted((a, b) => name(a).localeCompare(name(b), t.code)) })).filter(({ rows }) => rows.length > 0) : []
  const known = new Set(groups.flatMap(({ rows }) => rows.map(({ key }) => key)))
  const current = stretch.value.node
  return (
    <select value={current ?? ''} onChange={(event) => show({ node: event.currentTarget.value || null })}>
      <option value="">{own ? name(own.node) : '…'}</option>
      {current !== null && !known.has(current) && <option value={current}>{report?.node.id === current ? name(report.node) : current}</option>}
      {groups.map(({ table, rows }) => <optgroup key={table} label={t.reports.table[table]}>{rows.map((row) => <option key={row.key} value={row.key}>{name(row)}</option>)}</optgroup>)}
    </select>
  )
}

function Body({ report }: { report: ReportView }) {
  const t = texts.value
  if (report.whole.counts.dockets === 0) return <main class="r-wait"><p>{t.reports.noDockets}</p><Daily node={report.node.id} /></main>
  return (
    <main class="r-main">
      <Figures report={report} />
      <Steps row={report.whole} />
      <section class="r-panel r-hours"><h2>{t.reports.byHour}</h2><Hours rows={report.tables.hour} /><h2>{t.reports.heat}</h2><HeatMap heat={report.heat} /></section>
      <section class="r-panel r-map"><h2>{t.reports.map}</h2><LateMap rows={report.tables.districts} /></section>
      <Asides report={report}><Daily node={report.node.id} /></Asides>
      <PartsTable report={report} />
    </main>
  )
}

/** Yesterday in a few lines, as it is written down each morning. */
function Daily({ node }: { node: string }) {
  const t = texts.value
  const [daily, setDaily] = useState<DailyView | 'failed' | null>(null)
  useEffect(() => { void getJson<DailyView>(`/api/reports/daily?node=${node}`).then(setDaily, () => setDaily('failed')) }, [node])
  return (
    <section class="r-panel r-daily">
      <h2>{t.reports.daily}</h2>
      {daily === 'failed' ? <p>{t.reports.dailyFailed}</p> : daily && <><p class="r-lines">{t.code === 'hi' ? daily.text.hi : daily.text.en}</p><a class="r-more no-print" href={listLink(daily.today.query)}>{t.reports.openThem(t.reports.count.dockets, daily.today.counts.dockets)}</a></>}
    </section>
  )
}
