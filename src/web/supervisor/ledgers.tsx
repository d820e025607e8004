import type { ComponentChildren } from 'preact'
import type { Gap } from '../shared/gaps.ts'
import { digits } from '../shared/countdown.ts'
import { clockTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { gapReason } from '../shared/texts/gap-reasons.ts'
import { BlindStrip, useGaps } from '../shared/parts/blind-strip.tsx'
import { Phrase } from '../shared/parts/phrase.tsx'
import { DeskAlarmPanel } from './desk-alarms.tsx'
import { DutyPanel } from './duty-panel.tsx'
import { useFailedJobs, useQuarantine } from './inspections.ts'
import { LoadPanel } from './load-panel.tsx'
import { SecondReader } from './second-reader.tsx'
import { ShelfPanel } from './shelf-panel.tsx'
import { WallPanel } from './walls.tsx'

const MAX_LINES = 8

/** What to know when no alert is open: blind times, failed jobs, quarantined posts. */
export function Ledgers() {
  const t = texts.value.supervisor
  const gaps = useGaps().value
  const failed = useFailedJobs().value
  const quarantine = useQuarantine().value
  return (
    <div class="ledgers">
      <p class="ledger-hint">{t.detailEmpty}</p>
      <DeskAlarmPanel />
      <ShelfPanel />
      <LoadPanel />
      <DutyPanel />
      <WallPanel />
      <Ledger title={t.gaps} hasFailed={gaps.hasFailed} isEmpty={gaps.answer?.gaps.length === 0} empty={t.noGaps}>
        <BlindStrip />
        <GapTable gaps={gaps.answer?.gaps ?? []} />
      </Ledger>
      <Ledger title={t.failedTitle} hasFailed={failed.hasFailed} isEmpty={failed.answer?.jobs.length === 0} empty={t.nothing}>
        <ul class="ledger-lines">{failed.answer?.jobs.slice(0, MAX_LINES).map(({ id, reason, failedAt }) => <LedgerLine key={id} at={failedAt} id={id} reason={reason} />)}</ul>
      </Ledger>
      <Ledger title={t.quarantineTitle} hasFailed={quarantine.hasFailed} isEmpty={quarantine.answer?.items.length === 0} empty={t.nothing}>
        <ul class="ledger-lines">{quarantine.answer?.items.slice(0, MAX_LINES).map(({ id, reason, receivedAt }) => <LedgerLine key={id} at={receivedAt} id={id} reason={reason} />)}</ul>
      </Ledger>
      <SecondReader />
    </div>
  )
}

function Ledger({ title, hasFailed, isEmpty, empty, children }: { title: string; hasFailed: boolean; isEmpty: boolean; empty: string; children: ComponentChildren }) {
  return (
    <section class="ledger">
      <h2>{title}</h2>
      {hasFailed && <p class="ledger-failed">{texts.value.supervisor.notLoaded}</p>}
      {isEmpty ? <p class="ledger-empty">{empty}</p> : children}
    </section>
  )
}

function LedgerLine({ at, id, reason }: { at: number | null; id: string; reason: string }) {
  return <li><time class="digits">{at === null ? '–' : clockTime(at)}</time><span class="digits ledger-id">{id}</span><Phrase text={reason} /></li>
}

function GapTable({ gaps }: { gaps: readonly Gap[] }) {
  const t = texts.value
  const c = t.supervisor.gapColumns
  return (
    <table class="gap-table">
      <thead><tr>{[c.from, c.to, c.long, c.why, c.state].map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
      <tbody>
        {gaps.slice(0, MAX_LINES).map(({ id, startedAt, endedAt, reason, state, recovered }) => (
          <tr key={id} data-state={state}>
            <td class="digits">{clockTime(startedAt)}</td>
            <td class="digits">{endedAt === null ? t.stream.ongoing : clockTime(endedAt)}</td>
            <td class="digits">{endedAt === null ? '–' : digits((endedAt - startedAt) / 1000)}</td>
            <td>{gapReason(reason, t.gapReasons)}</td>
            <td>{t.stream.gapState[state]}{recovered > 0 && <small>{t.stream.recovered(recovered)}</small>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
