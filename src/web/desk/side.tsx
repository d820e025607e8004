import { useState } from 'preact/hooks'
import type { DocketView } from '../../contract/desk.ts'
import { DOCKET_STATUSES } from '../../domain/docket.ts'
import { useLink } from '../shared/context.ts'
import { clockTime, shortTime } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { CorrectVerdict } from '../shared/parts/correct-verdict.tsx'
import { DistrictTiles } from '../shared/parts/district-tiles.tsx'
import { Reasons } from '../shared/parts/post-text.tsx'
import { StatusMark } from '../shared/parts/status-mark.tsx'
import { ToldList } from '../shared/parts/told-list.tsx'
import { mapLink } from '../shared/words.ts'
import { clockLines, span } from './clocks.ts'
import { correctable } from './deed-form.tsx'
import { barred } from './deeds.ts'
import { HistoryLine } from './history-line.tsx'
import { flagWords } from './history-words.ts'
import { placeOf } from './row.tsx'

/** What is known about the docket beside what was said. */
export function Side({ docket }: { docket: DocketView }) {
  const t = texts.value
  return (
    <div class="d-side">
      <Ends docket={docket} />
      <Clocks docket={docket} />
      <Place docket={docket} />
      <section>
        <h3>{t.desk.verdict} <small>{t.officer.score(Math.round(docket.score))}</small></h3>
        <Reasons alert={docket} />
        {barred('correct', docket, useLink().viewer.value) !== 'elsewhere' && <CorrectVerdict alert={correctable(docket)} />}
      </section>
      <Others docket={docket} />
      {docket.alert && docket.alert.told.length > 0 && <section><h3>{t.officer.told}</h3><ToldList alert={docket.alert} /></section>}
      <History docket={docket} />
    </div>
  )
}

/** How it was closed, what the citizen says of it, and what looks odd. */
function Ends({ docket: { closing, rating, row, trackCode } }: { docket: DocketView }) {
  const t = texts.value.desk
  return (
    <section class="d-ends">
      {closing && <p class="d-closing"><b>{t.closing[closing.action]}</b>{closing.reference && <> · <bdi>{closing.reference}</bdi></>} · <bdi>{closing.summary}</bdi> <small><bdi>{closing.by}</bdi> <span class="digits">{clockTime(closing.at)}</span></small></p>}
      {rating && <p class="d-rating"><b>{t.rated(rating.stars)}</b>{rating.comment && <> · <bdi>{rating.comment}</bdi></>}</p>}
      {row.flags.length > 0 && <p class="d-flags">{row.flags.map((flag) => flagWords(flag, texts.value)).join(' · ')}</p>}
      <p class="d-track"><small>{t.trackCode} <span class="digits">{trackCode}</span></small></p>
    </section>
  )
}

const STEP_MS = 1_000

function Clocks({ docket }: { docket: DocketView }) {
  const t = texts.value.desk
  const { now } = useLink().clock
  const at = Math.floor((now.value ?? 0) / STEP_MS) * STEP_MS
  if (now.value === null) return null
  return (
    <section>
      <h3>{t.clocks}</h3>
      <table class="d-clocks">
        <thead><tr><th scope="col">{t.clock}</th><th scope="col">{t.sincePost}</th><th scope="col">{t.sinceReceipt}</th><th scope="col">{t.target}</th></tr></thead>
        <tbody>
          {clockLines(docket, at).map((line) => (
            <tr key={line.name} data-state={line.state}>
              <th scope="row">{t.clockName[line.name]}</th><td class="digits">{span(line.sincePostMs, t.units)}</td><td class="digits">{span(line.sinceReceiptMs, t.units)}</td>
              <td class="digits">{line.state === 'overdue' ? t.overdueBy(span(at - line.by, t.units)) : <>{t.clockState[line.state]} <small>{line.state === 'running' ? t.dueIn(span(line.by - at, t.units)) : shortTime(line.at ?? line.by)}</small></>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The district among the others, and the way there. */
function Place({ docket: { row, locality, landmark, point } }: { docket: DocketView }) {
  const t = texts.value
  const district = row.where.find(({ kind }) => kind === 'district')
  const link = mapLink({ point, where: row.where, locality, elsewhere: null }, t)
  const words = placeOf(row, t)
  return (
    <section class="d-place-cell">
      <h3>{t.officer.where}</h3>
      <div>
        <DistrictTiles tileOf={({ id }) => ({ kind: id === district?.id ? 'here' : 'calm' })} label={words} />
        <p><b>{words}</b>{locality && <span>{locality}</span>}{landmark && <span>{landmark}</span>}{link && <a href={link} target="_blank" rel="noopener noreferrer">{t.desk.map}</a>}</p>
      </div>
    </section>
  )
}

/** Dockets that belong to it: the same event, merged, split off. */
function Others({ docket: { incidentDockets, merged, mergedInto, splitFrom } }: { docket: DocketView }) {
  const t = texts.value.desk
  if (incidentDockets.length === 0 && merged.length === 0 && !mergedInto && !splitFrom) return null
  const link = (number: string) => <a class="digits" href={`#${number}`}>{number}</a>
  return (
    <section>
      <h3>{t.others}</h3>
      <ul class="d-others">
        {mergedInto && <li>{t.mergedInto} {link(mergedInto)}</li>}
        {splitFrom && <li>{t.splitFrom} {link(splitFrom)}</li>}
        {merged.map(({ number }) => <li key={number}>{t.mergedHere} {link(number)}</li>)}
        {incidentDockets.map(({ number, status, isInArea }) => <li key={number}>{t.sameEvent} {isInArea ? link(number) : <span class="digits">{number}</span>} <Status status={status} /></li>)}
      </ul>
    </section>
  )
}

function Status({ status }: { status: string }) {
  const known = DOCKET_STATUSES.find((one) => one === status)
  return known ? <span class="d-status" data-status={known}><StatusMark status={known} /> {texts.value.desk.status[known]}</span> : null
}

const FIRST_SHOWN = 12

/** What happened, newest first; the whole of it on demand, and whether its chain is whole. */
function History({ docket: { history, isHistoryWhole } }: { docket: DocketView }) {
  const t = texts.value
  const [isWhole, setWhole] = useState(false)
  const newest = history.toReversed()
  return (
    <section>
      <h3>{t.supervisor.history} <small data-broken={!isHistoryWhole}>{isHistoryWhole ? t.supervisor.historyWhole : t.supervisor.historyBroken}</small></h3>
      <ol class="history" reversed>{(isWhole ? newest : newest.slice(0, FIRST_SHOWN)).map((entry) => <HistoryLine key={entry.seq} entry={entry} />)}</ol>
      {!isWhole && newest.length > FIRST_SHOWN && <button type="button" class="quiet-button" onClick={() => setWhole(true)}>{t.desk.wholeHistory(newest.length)}</button>}
    </section>
  )
}
