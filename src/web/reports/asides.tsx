import type { ComponentChildren } from 'preact'
import type { ReportView } from '../../contract/reports.ts'
import { calendarDay, grouped } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { listLink, rowWords, spanWords } from './words.ts'

const SHOWN = 6

/** What a table of averages hides: who waits longer, which desks took nothing, what looks like gaming, what nobody could see. */
export function Asides({ report, children }: { report: ReportView; children: ComponentChildren }) {
  const t = texts.value
  const r = t.reports
  const { fairness, unreadDesks, flags, blind } = report
  const notable = fairness.filter(({ isNotable }) => isNotable).toSorted((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0))
  const minutes = (ms: number): string => grouped(Math.round(ms / 60_000))
  return (
    <div class="r-asides">
      {children}
      <section class="r-panel"><h2>{r.fairness}</h2>
        {notable.length === 0 ? <p>{r.fair}</p> : <ul>{notable.slice(0, SHOWN).map((one) => (
          <li key={`${one.by} ${one.key}`}><a href={listLink(one.query)}>{r.table[one.by]}: {rowWords(one.by, one, t)}</a> <b class="digits">{r.times(String(one.ratio))}</b><small>{r.half50} {spanWords(one.acknowledgeP50, t)} · {grouped(one.dockets)}</small></li>
        ))}</ul>}
      </section>
      <section class="r-panel"><h2>{r.unread} <small class="digits">{grouped(unreadDesks.length)}</small></h2>
        {unreadDesks.length === 0 ? <p>{r.none}</p> : <ul>{unreadDesks.slice(0, SHOWN).map(({ node, dockets, oldestAt, query }) => (
          <li key={node.id}><a href={listLink(query)}>{t.code === 'hi' ? node.nameHi : node.name}</a> <b class="digits">{grouped(dockets)}</b><small>{r.oldest} {calendarDay(oldestAt, t)}</small></li>
        ))}</ul>}
      </section>
      <section class="r-panel"><h2>{r.flags}</h2>
        {flags.length === 0 ? <p>{r.none}</p> : <ul>{flags.map(({ flag, dockets, query }) => <li key={flag}><a href={listLink(query)}>{r.flag[flag] ?? flag}</a> <b class="digits">{grouped(dockets)}</b></li>)}</ul>}
      </section>
      <section class="r-panel"><h2>{r.blind}</h2>
        <ul>
          <li><span>{r.stream}</span> <b class="digits">{minutes(blind.streamMs)}</b><small>{r.gaps(blind.gaps)} · {r.recovered(blind.recovered)}</small></li>
          {blind.walls.slice(0, SHOWN).map((wall) => <li key={wall.id}><bdi>{wall.name}</bdi> <b class="digits">{minutes(wall.blindMs)}</b><small>{t.code === 'hi' ? wall.placeHi : wall.place}</small></li>)}
        </ul>
      </section>
    </div>
  )
}
