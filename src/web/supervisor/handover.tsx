import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { digits } from '../shared/countdown.ts'
import { calendarDay, clockTime, grouped, shortTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { gapReason } from '../shared/texts/gap-reasons.ts'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { reason } from './duty-panel.tsx'

type Sheet = RouteAnswer<'handover'>
type List = Sheet['open']

/** The sheet of a shift handover, to be read in two minutes, signed and printed. What it says is of one moment: it does not change by itself. */
export function Handover() {
  const [sheet, setSheet] = useState<Sheet | 'failed' | null>(null)
  const t = texts.value
  useEffect(() => {
    document.title = `${t.product} · ${t.handover.title}`
    if (sheet === null) void read().then(setSheet, () => setSheet('failed'))
  }, [sheet, t])
  if (sheet === null || sheet === 'failed') return <main class="handover"><p>{sheet === null ? t.handover.loading : t.handover.failed}</p><a href="/supervisor">{t.handover.back}</a></main>
  return (
    <main class="handover">
      <header>
        <div><p class="wordmark">{t.product}</p><h1>{t.handover.title}: {t.code === 'hi' ? sheet.nameHi : sheet.name}</h1></div>
        <nav class="no-print"><LanguageSwitch /><button type="button" class="quiet-button" onClick={() => print()}>{t.handover.print}</button><a class="quiet-button" href="/supervisor">{t.handover.back}</a></nav>
      </header>
      <p class="handover-times digits">{t.handover.shift} {calendarDay(sheet.from, t)} {shortTime(sheet.from)} – {shortTime(sheet.to)} {t.clockName} · {t.handover.made} {clockTime(sheet.madeAt)}</p>
      <Figures sheet={sheet} />
      <Alerts title={t.handover.overdue} list={sheet.overdue} />
      <Alerts title={t.handover.shelved} list={sheet.shelved} />
      <Alerts title={t.handover.open} list={sheet.open} />
      <Part title={t.handover.unreachable} count={sheet.unreachable.length}>
        <ul>{sheet.unreachable.map((one) => <li key={`${one.personId} ${one.nodeId} ${one.post}`}><bdi>{one.name}</bdi> · {t.code === 'hi' ? one.placeHi : one.place} · {t.post[one.post as keyof typeof t.post]}</li>)}</ul>
      </Part>
      <Part title={t.handover.rosterGaps} count={sheet.rosterGaps.length}>
        <ul>{sheet.rosterGaps.map((gap) => <li key={`${gap.path} ${gap.post} ${gap.from}`}><span class="digits">{shortTime(gap.from)}–{shortTime(gap.to)}</span> {t.code === 'hi' ? gap.nameHi : gap.name} · {t.post[gap.post]} · {reason(gap.because)}</li>)}</ul>
      </Part>
      <Part title={t.handover.blind} count={sheet.stream.gaps.length}>
        <ul>{sheet.stream.gaps.map((gap) => <li key={gap.startedAt}><span class="digits">{clockTime(gap.startedAt)}–{gap.endedAt === null ? t.stream.ongoing : clockTime(gap.endedAt)}</span> {gapReason(gap.reason, t.gapReasons)}</li>)}</ul>
      </Part>
      <Part title={t.walls.blindMinutes} count={sheet.walls.length}>
        <ul>{sheet.walls.map((wall) => (
          <li key={wall.id}><bdi>{wall.name}</bdi> · {t.code === 'hi' ? wall.placeHi : wall.place} · <b class="digits">{digits(wall.blindMs / 1000)}</b> · {t.walls.times(wall.times)} · {wall.whys.map((why) => t.walls.why[why]).join(', ')}{wall.isBlind && <> · <b>{t.walls.stillBlind}</b></>}</li>
        ))}</ul>
      </Part>
      <Part title={`${t.handover.drills}: ${t.handover.failedDrills(sheet.drills.failed.length, sheet.drills.run)}`} count={sheet.drills.failed.length}>
        <ul>{sheet.drills.failed.map(({ at, because }) => <li key={at}><span class="digits">{clockTime(at)}</span> {t.drillTile.reasons[because] ?? because}</li>)}</ul>
      </Part>
      <footer>
        <p>{t.handover.took} <span class="sign-line" /> {t.handover.given} <span class="sign-line" /></p>
        <p class="handover-hash">{t.handover.hash}<br /><code>{sheet.hash}</code></p>
      </footer>
    </main>
  )
}

/** The same stretch and node as the page's address names; else the own area and the last eight hours. */
async function read(): Promise<Sheet> {
  const response = await fetch(`/api/handover${location.search}`, { headers: { accept: 'application/json' }, cache: 'no-store' })
  if (!response.ok) throw new Error(String(response.status))
  return await response.json() as Sheet
}

function Figures({ sheet: { open, overdue, stream, load } }: { sheet: Sheet }) {
  const t = texts.value.handover
  const figures: [string, string, boolean][] = [
    [grouped(open.count), t.open, false], [grouped(overdue.count), t.overdue, overdue.count > 0], [digits(stream.blindMs / 1000), t.blind, stream.blindMs > 0],
    [grouped(load.raised), t.raised, false], [load.average.toFixed(2), t.average, load.average > 2], [load.peak.toFixed(1), t.peak, load.peak > 10],
    [`${(load.floodShare * 100).toFixed(0)} %`, t.flood, load.floodShare >= 0.01], [grouped(load.positions), t.positions, false],
  ]
  return <dl class="handover-figures">{figures.map(([value, name, isBad]) => <div key={name} data-bad={isBad}><dt>{name}</dt><dd class="digits">{value}</dd></div>)}</dl>
}

function Part({ title, count, children }: { title: string; count: number; children: ComponentChildren }) {
  return <section><h2>{title}</h2>{count === 0 ? <p class="handover-none">{texts.value.handover.none}</p> : children}</section>
}

function Alerts({ title, list }: { title: string; list: List }) {
  const t = texts.value
  const c = t.handover.columns
  return (
    <Part title={`${title} (${grouped(list.count)})`} count={list.count}>
      <table>
        <thead><tr>{[c.number, c.severity, c.what, c.place, c.raised, c.who].map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>{list.alerts.map((one) => (
          <tr key={one.number}>
            <td class="digits">{one.number}</td><td>{t.severity[one.severity]}</td><td>{t.category[one.category]}</td><td>{t.code === 'hi' ? one.placeHi : one.place}</td>
            <td class="digits">{clockTime(one.raisedAt)}</td><td>{one.shelvedUntil !== null ? t.handover.shelvedUntil(shortTime(one.shelvedUntil)) : one.holder === null ? t.who.nobody : <><bdi>{one.holder}</bdi> · {t.state[one.state]}</>}</td>
          </tr>
        ))}</tbody>
      </table>
      {list.count > list.alerts.length && <p>{t.handover.more(list.count - list.alerts.length)}</p>}
    </Part>
  )
}
