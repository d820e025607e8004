import { useEffect, useRef } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import { needsAnswer } from '../../contract/urgency.ts'
import { useLink } from '../shared/context.ts'
import { grouped } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { later } from '../shared/parts/later.tsx'
import { LinkBadge, NoticeBar } from '../shared/parts/link-badge.tsx'
import { WallClock } from '../shared/parts/timers.tsx'
import { FRESH, useHold, useSettled } from '../shared/settled.ts'
import type { Sections } from '../shared/settled.ts'
import type { Board } from '../shared/board.ts'
import { useShown } from '../shared/use-shown.ts'
import { isTheirs, placeWords } from '../shared/words.ts'
import { OfficerCard } from './officer-card.tsx'
import { AlarmsButton, PushBar } from './push/push-bar.tsx'
import { ALARMS, openedId } from './route.ts'
import { UpdateBar } from './update.tsx'
import { Waiting } from './waiting.tsx'

/** Loaded when one is opened, at once where a push opens the page; on a phone that keeps the app it lies there already. */
const AlertDetail = later(() => import('./alert-detail.tsx').then(({ AlertDetail: detail }) => detail))
/** Loaded when it is opened: nobody needs it to answer an alert. */
const PushSheet = later(() => import('./push/push-sheet.tsx').then(({ PushSheet: sheet }) => sheet))

/** The officer's phone: what waits in their area, and one tap to take it. */
export function Officer() {
  const { alerts, board } = useLink()
  const t = texts.value
  const id = openedId.value
  const unanswered = alerts.value.filter(needsAnswer).length
  useEffect(() => { document.title = unanswered > 0 ? `(${unanswered}) ${t.product}` : t.product }, [unanswered, t])
  return (
    <div class="officer">
      <TopBar unanswered={unanswered} />
      {id === null && <Waiting />}
      {id === null && <List />}
      {id === ALARMS && <PushSheet />}
      {id !== null && id !== ALARMS && <AlertDetail key={id} id={id} alert={findAlert(board.value, id)} />}
      <OwnCritical />
    </div>
  )
}

/** The alert by its id, or by its docket number, as a push names it. */
function findAlert({ open, closed }: Board, id: string): AlertView | null {
  const byNumber = (): AlertView | undefined => [...[...open.values()].map(({ alert }) => alert), ...closed.values()].find(({ number }) => number === id)
  return open.get(id)?.alert ?? closed.get(id) ?? byNumber() ?? null
}

function TopBar({ unanswered }: { unanswered: number }) {
  const viewer = useLink().viewer.value
  const t = texts.value
  return (
    <header class="top-bar">
      <div class="top-row">
        <h1>{viewer ? (t.code === 'hi' ? viewer.scopeNameHi : viewer.scopeName) : t.product}</h1>
        <WallClock />
        <AlarmsButton />
        <LanguageSwitch />
      </div>
      <div class="top-row">
        <LinkBadge />
        {unanswered > 0 && <p class="top-count">{t.officer.countUnanswered(unanswered)}</p>}
      </div>
      <NoticeBar />
      <PushBar />
      <UpdateBar />
    </header>
  )
}

function sectionsOf(alerts: readonly AlertView[], me: string | undefined): Sections {
  const idsOf = (belongs: (alert: AlertView) => boolean): string[] => alerts.filter(belongs).map(({ id }) => id)
  return [
    { name: 'unanswered', ids: idsOf(needsAnswer) },
    { name: 'mine', ids: idsOf((alert) => alert.holder !== null && isTheirs(alert, me)) },
    { name: 'others', ids: idsOf((alert) => !needsAnswer(alert) && !isTheirs(alert, me)) },
  ]
}

function List() {
  const { alerts, board, viewer } = useLink()
  const t = texts.value.officer
  const ref = useRef<HTMLElement>(null)
  const { isHeld, release } = useHold(ref)
  const find = (id: string): AlertView | undefined => board.value.open.get(id)?.alert ?? board.value.closed.get(id)
  const { sections, arrived } = useSettled(sectionsOf(alerts.value, viewer.value?.personId), isHeld, (id) => find(id) !== undefined)
  useShown(alerts.value)
  const titles: Record<string, string> = { unanswered: t.unanswered, mine: t.mine, others: t.others, [FRESH]: t.fresh }
  const isEmpty = sections.every(({ ids }) => ids.length === 0)
  return (
    <main class="list" ref={ref}>
      {arrived > 0 && <button type="button" class="fresh-button" onClick={release}>{texts.value.supervisor.fresh(arrived)}</button>}
      {isEmpty && <Nothing isFilled={board.value.isFilled} />}
      {sections.filter(({ ids }) => ids.length > 0).map(({ name, ids }) => (
        <section key={name} aria-label={titles[name]}>
          <h2 class="section-title">{titles[name]} <span class="digits">{grouped(ids.length)}</span></h2>
          <ul role="list">
            {ids.map((id) => {
              const alert = find(id)
              return alert && <OfficerCard key={id} alert={alert} />
            })}
          </ul>
        </section>
      ))}
    </main>
  )
}

function Nothing({ isFilled }: { isFilled: boolean }) {
  const t = texts.value
  return (
    <div class="nothing">
      <p class="nothing-title">{isFilled ? t.officer.none : t.wall.waiting}</p>
      {isFilled && <p>{t.officer.noneWhy}</p>}
    </div>
  )
}

/** Speaks up for the newest critical alert that nobody has; nothing else interrupts. */
function OwnCritical() {
  const t = texts.value
  const newest = useLink().alerts.value.filter((alert) => alert.holder === null && alert.severity === 'critical').sort((a, b) => b.raisedAt - a.raisedAt)[0]
  return <p class="for-ears" aria-live="assertive">{newest && t.wall.arrived(t.category[newest.category], placeWords(newest, t).main)}</p>
}
