import { computed } from '@preact/signals'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import type { AlertView } from '../../contract/alert-view.ts'
import { useLink } from '../shared/context.ts'
import { texts } from '../shared/language.ts'
import { NoticeBar } from '../shared/parts/link-badge.tsx'
import { placeWords } from '../shared/words.ts'
import { AlertCard } from './alert-card.tsx'
import { AlertTile, MoreTile } from './alert-tile.tsx'
import { Counters } from './counters.tsx'
import { WallHeader } from './wall-header.tsx'
import { planBoard } from './plan.ts'
import { Sight } from './sight.tsx'
import { StateMap } from './state-map.tsx'

/** The control room's wall: every open alert of the scope, most urgent first, without mouse or scrolling. */
export function Wall() {
  return (
    <div class="wall">
      <WallHeader />
      <NoticeBar />
      <main class="wall-main">
        <Alerts />
        <aside class="wall-side">
          <Counters />
          <StateMap />
          <Sight />
        </aside>
      </main>
      <Arrivals />
    </div>
  )
}

function Alerts() {
  const { alerts, board } = useLink()
  const ref = useRef<HTMLElement>(null)
  const room = useRoomRem(ref)
  const t = texts.value
  const list = alerts.value
  const plan = planBoard(list.length, list.filter((alert) => alert.holder === null).length, room)
  const hidden = list.slice(plan.cards + plan.tiles)
  return (
    <section class="alerts" ref={ref} aria-label={t.wall.title}>
      {list.length === 0 && <Empty isFilled={board.value.isFilled} />}
      <ul class="cards" role="list">{list.slice(0, plan.cards).map((alert) => <AlertCard key={alert.id} alert={alert} />)}</ul>
      <ul class="tiles" role="list" data-columns={plan.columns}>
        {list.slice(plan.cards, plan.cards + plan.tiles).map((alert) => <AlertTile key={alert.id} alert={alert} />)}
        {(hidden.length > 0 || board.value.overflow > 0) && <MoreTile hidden={hidden} beyond={board.value.overflow} />}
      </ul>
    </section>
  )
}

/** An empty board says no more than it knows: with a blind stream there may be calls that nobody sees. */
function Empty({ isFilled }: { isFilled: boolean }) {
  const t = texts.value.wall
  const isSeeing = useLink().heartbeat.value?.stream.isSeeing === true
  return (
    <div class="all-clear">
      <p class="all-clear-title">{isFilled ? t.allClear : t.waiting}</p>
      {isFilled && <p>{isSeeing ? t.allClearWhy : t.allClearBlind}</p>}
    </div>
  )
}

/** The height of an element in rem, kept up as the window changes. */
function useRoomRem(ref: RefObject<HTMLElement | null>): number {
  const [rem, setRem] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = (): void => {
      const fontSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setRem(element.clientHeight / fontSize)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [ref])
  return rem
}

/** Tells screen readers of the newest alert; sighted people see the board. */
function Arrivals() {
  const { alerts } = useLink()
  const newest = useMemo(() => computed(() => alerts.value.reduce<AlertView | null>((last, alert) => (last && last.raisedAt >= alert.raisedAt ? last : alert), null)), [alerts]).value
  const t = texts.value
  return (
    <p class="for-ears" role="status" aria-live="polite">
      {newest && t.wall.arrived(t.category[newest.category], placeWords(newest, t).main)}
    </p>
  )
}
