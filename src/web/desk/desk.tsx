import { useEffect } from 'preact/hooks'
import { useLink } from '../shared/context.ts'
import { texts } from './catalogue.ts'
import { KeyHelp } from '../shared/parts/key-help.tsx'
import { KeysSwitch } from '../shared/parts/keys-switch.tsx'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { LinkBadge, NoticeBar } from '../shared/parts/link-badge.tsx'
import { SoundBadge } from '../shared/parts/sound-badge.tsx'
import { Today, WallClock } from '../shared/parts/timers.tsx'
import { endSession } from '../shared/session.ts'
import { openedId } from './address.ts'
import { BulkBar } from './bulk.tsx'
import { ByHand, isByHandOpen } from './by-hand.tsx'
import { Docket } from './docket.tsx'
import { Filters } from './filters.tsx'
import { KEYS, useDeskKeys } from './keys.ts'
import { Queue, useDrawnRows } from './queue.tsx'
import { list, useQueue } from './queue-state.ts'
import { Rail } from './rail.tsx'

/** The desk: every docket of the area in a queue, and the opened one beside it. */
export function Desk() {
  const { viewer } = useLink()
  const t = texts.value
  useQueue()
  const { ref, drawn, arrived, release } = useDrawnRows()
  useDeskKeys(drawn)
  const unread = list.value?.counts.unread ?? 0
  const opened = openedId.value
  useEffect(() => { document.title = `${unread > 0 ? `(${unread}) ` : ''}${opened ?? t.product} · ${t.desk.title}` }, [unread, opened, t])
  return (
    <div class="desk" data-opened={opened !== null}>
      <header class="s-header">
        <p class="wordmark">{t.product}</p>
        <h1>{viewer.value ? (t.code === 'hi' ? viewer.value.scopeNameHi : viewer.value.scopeName) : ''}</h1>
        <LinkBadge />
        <div class="s-tools">
          <SoundBadge /><KeysSwitch hint={t.desk.keyHint} />
          <button type="button" class="quiet-button" aria-keyshortcuts="h" onClick={() => { isByHandOpen.value = true }}>{t.desk.byHandShort}</button>
          <LanguageSwitch /><button type="button" class="quiet-button" onClick={() => void endSession()}>{t.supervisor.signOut}</button>
        </div>
        <p class="s-clock"><span class="s-day"><Today /></span> <WallClock /> {t.clockName}</p>
      </header>
      <NoticeBar />
      <KeyHelp keys={KEYS} words={t.desk.keyWords} />
      <ByHand />
      <main class="d-main">
        <Rail />
        <section class="d-queue" ref={ref} aria-label={t.desk.queue}>
          <Filters />
          <BulkBar drawn={drawn} />
          <Queue drawn={drawn} arrived={arrived} release={release} />
        </section>
        {opened !== null && <Docket key={opened} id={opened} />}
      </main>
    </div>
  )
}
