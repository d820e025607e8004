import { useEffect, useRef } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import { needsAnswer } from '../../contract/urgency.ts'
import { closedOf } from '../shared/board.ts'
import { useLink } from '../shared/context.ts'
import { texts } from './words.ts'
import { KeyHelp } from '../shared/parts/key-help.tsx'
import { KeysSwitch } from '../shared/parts/keys-switch.tsx'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { LinkBadge, NoticeBar } from '../shared/parts/link-badge.tsx'
import { SoundBadge } from '../shared/parts/sound-badge.tsx'
import { Today, WallClock } from '../shared/parts/timers.tsx'
import { endSession } from '../shared/session.ts'
import { useHold, useSettled } from '../shared/settled.ts'
import { AlertTable } from './alert-table.tsx'
import { BulkAcknowledge } from './bulk.tsx'
import { OffDuty } from './duty-panel.tsx'
import { DeskAlarmBar, useDeskAlarmCount } from './desk-alarms.tsx'
import { DetailPane } from './detail-pane.tsx'
import { Filters } from './filters.tsx'
import { useKeys } from './keys.ts'
import { Ledgers } from './ledgers.tsx'
import { PulseTiles } from './pulse-tiles.tsx'
import { filter, openedId, passes } from './view.ts'
import { WallBar } from './walls.tsx'
import { rosterTexts } from './roster/roster-texts.ts'

/** In the order of the words in the catalogue. */
const KEYS = ['J K', 'Enter', 'A', 'E', 'R', 'S', 'Esc', '?'] as const

/** The supervisor's page: every running timer of the area, who was told, and how the engine runs. */
export function Supervisor() {
  const { alerts, board, viewer } = useLink()
  const t = texts.value
  const ref = useRef<HTMLElement>(null)
  const { isHeld, release } = useHold(ref)
  const find = (id: string): AlertView | undefined => board.value.open.get(id)?.alert ?? board.value.closed.get(id)
  const source = filter.value.state === 'closed' ? closedOf(board.value) : alerts.value
  const wanted = [{ name: JSON.stringify(filter.value), ids: source.filter((alert) => passes(alert, filter.value)).map(({ id }) => id) }]
  const { sections, arrived } = useSettled(wanted, isHeld, (id) => find(id) !== undefined)
  const rows = (sections[0]?.ids ?? []).flatMap((id) => find(id) ?? [])
  useKeys(rows)
  const unanswered = alerts.value.filter(needsAnswer).length
  const waiting = unanswered + useDeskAlarmCount()
  useEffect(() => { document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${t.product} · ${t.pages.supervisor}` }, [waiting, t])
  const opened = openedId.value === null ? undefined : find(openedId.value)
  return (
    <div class="supervisor">
      <p class="skip-links"><a href="#alerts">{t.supervisor.toAlerts}</a><a href="#beside">{t.supervisor.toBeside}</a></p>
      <header class="s-header">
        <p class="wordmark">{t.product}</p>
        <h1>{viewer.value ? (t.code === 'hi' ? viewer.value.scopeNameHi : viewer.value.scopeName) : ''}</h1>
        <LinkBadge />
        <div class="s-tools"><SoundBadge /><OffDuty /><KeysSwitch hint={t.supervisor.keyHelp} /><a class="quiet-button" href="/supervisor/roster">{rosterTexts.value.link}</a><a class="quiet-button" href="/supervisor/handover">{t.handover.link}</a><LanguageSwitch /><button type="button" class="quiet-button" onClick={() => void endSession()}>{t.supervisor.signOut}</button></div>
        <p class="s-clock"><span class="s-day"><Today /></span> <WallClock /> {t.clockName}</p>
      </header>
      <NoticeBar />
      <WallBar />
      <DeskAlarmBar />
      <KeyHelp keys={KEYS} words={t.stepIn.helpWords} />
      <main class="s-main">
        <PulseTiles />
        <section class="s-alerts" ref={ref} aria-label={t.supervisor.alerts}>
          <div class="s-alerts-head"><Filters /><BulkAcknowledge rows={rows} /></div>
          {arrived > 0 && <button type="button" class="fresh-button" onClick={release}>{t.supervisor.fresh(arrived)}</button>}
          <AlertTable rows={rows} isFilled={board.value.isFilled} beyond={board.value.overflow} />
        </section>
        <aside class="s-side" id="beside" tabIndex={-1} aria-label={opened ? t.supervisor.history : t.supervisor.beside}>{opened ? <DetailPane key={opened.id} alert={opened} /> : <Ledgers />}</aside>
      </main>
    </div>
  )
}
