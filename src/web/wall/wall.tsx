import { computed } from '@preact/signals'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import type { AlertView } from '../../contract/alert-view.ts'
import { closedOf } from '../shared/board.ts'
import { useLink } from '../shared/context.ts'
import { texts } from './words.ts'
import { NoticeBar } from '../shared/parts/link-badge.tsx'
import { placeWords } from '../shared/words.ts'
import { AlertCard } from './alert-card.tsx'
import { AlertTile, GroupTile, MoreTile } from './alert-tile.tsx'
import { Counters } from './counters.tsx'
import { useFlood } from './flood-signal.ts'
import { isAwake, reloadInTime } from './kiosk.ts'
import { withLingering } from './linger.ts'
import { lay } from './plan.ts'
import { useProof, useSight } from './proof.ts'
import { useEnlarged } from './own-wall.ts'
import { Sight } from './sight.tsx'
import { StateMap } from './state-map.tsx'
import { WallHeader } from './wall-header.tsx'

/** The control room's wall: every open alert of the scope, most urgent first, without mouse or scrolling. */
export function Wall() {
  const link = useLink()
  useEnlarged()
  useEffect(() => reloadInTime(link), [link])
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
  const { board } = useLink()
  const ref = useRef<HTMLElement>(null)
  const room = useRoomRem(ref)
  const t = texts.value
  const flood = useFlood()
  const list = useShown()
  const { cards, tiles, columns, hidden, counted } = lay(list, flood.isFlood, room)
  useProof(ref, list, counted)
  useSight(isScreenAwake)
  return (
    <section class="alerts" ref={ref} aria-label={t.wall.title}>
      {list.length === 0 && <Empty isFilled={board.value.isFilled} />}
      <ul class="cards" role="list">{cards.map((alert) => <AlertCard key={alert.id} alert={alert} />)}</ul>
      <ul class="tiles" role="list" data-columns={columns}>
        {tiles.map((item) => (item.kind === 'alert' ? <AlertTile key={item.id} alert={item.alert} /> : <GroupTile key={item.id} alerts={item.alerts} />))}
        {(hidden.length > 0 || board.value.overflow > 0) && <MoreTile hidden={hidden} beyond={board.value.overflow} />}
      </ul>
    </section>
  )
}

const isScreenAwake = (): boolean => isAwake.value

/** The alerts to draw: open ones, and for a moment those that closed. Renewed when one changes or leaves, not with the clock. */
function useShown(): AlertView[] {
  const { alerts, board, clock } = useLink()
  return useMemo(() => {
    let last: { key: string; list: AlertView[] } | null = null
    return computed(() => {
      const list = withLingering(alerts.value, closedOf(board.value), clock.now.value)
      const key = list.map(({ id, version }) => `${id}:${version}`).join()
      if (last?.key !== key) last = { key, list }
      return last.list
    })
  }, [alerts, board, clock]).value
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

/** Tells screen readers of the newest alert, and of a flood once; sighted people see the board. */
function Arrivals() {
  const { alerts } = useLink()
  const newest = useMemo(() => computed(() => alerts.value.reduce<AlertView | null>((last, alert) => (last && last.raisedAt >= alert.raisedAt ? last : alert), null)), [alerts]).value
  const { isFlood } = useFlood()
  const t = texts.value
  return (
    <p class="for-ears" role="status" aria-live="polite">
      {isFlood ? t.walls.flooded : newest && t.wall.arrived(t.category[newest.category], placeWords(newest, t).main)}
    </p>
  )
}
