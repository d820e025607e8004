import { batch, computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { AlertView } from '../../contract/alert-view.ts'
import { isSameDigest } from '../../contract/digest.ts'
import type { ServerEvent, ViewerView } from '../../contract/sockets.ts'
import { HEARTBEAT_MS, STALE_AFTER_MS } from '../../contract/timing.ts'
import { EMPTY_BOARD, alertsOf, digestOfBoard, receive } from './board.ts'
import type { Board } from './board.ts'
import { createClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { judgeFreshness, troublesOf } from './freshness.ts'
import type { Freshness, Heartbeat, Trouble } from './freshness.ts'
import { openOutgoing } from './outgoing.ts'
import type { Outgoing } from './outgoing.ts'
import { withNews } from './summaries.ts'
import type { Summaries } from './summaries.ts'
import { createWire } from './wire.ts'
import type { Wire } from './wire.ts'

/** Everything that a page knows from the server, as signals. */
export interface Link extends Outgoing {
  viewer: ReadonlySignal<ViewerView | null>
  board: ReadonlySignal<Board>
  /** Open alerts, most urgent first. */
  alerts: ReadonlySignal<AlertView[]>
  /** Dockets that changed, as the server said last; each message is news of its own. */
  docketNews: ReadonlySignal<ServerEvent<'dockets:upsert'> | null>
  /** What became of telling people of each alert. */
  deliveries: ReadonlySignal<Summaries>
  heartbeat: ReadonlySignal<Heartbeat | null>
  freshness: ReadonlySignal<Freshness>
  troubles: ReadonlySignal<Trouble[]>
  /** Why the session ended, or null while it lasts. */
  ending: ReadonlySignal<string | null>
  /** The drill that came through the chain last; whoever paints its tile says so. */
  drill: ReadonlySignal<string | null>
  confirmDrill: (id: string) => void
  clock: Clock
  isConnected: ReadonlySignal<boolean>
  say: Wire['say']
  /** Takes over an alert that was read by a request, as if a message had brought it. */
  take: (event: ServerEvent<'alerts:upsert'>) => void
}

const TICK_MS = 200
/** The clock is measured no more often than this: every measurement costs the server five answers. */
const MEASURE_DISTANCE_MS = 10_000
const REMEASURE_MS = 60_000
/** A jump of the browser's date against its monotonic clock by more than this means: the machine slept. */
const SLEEP_MS = 2_000

/** Opens the connection of this page. */
export function openLink(): Link {
  const monotonic = (): number => performance.now()
  const openedAt = monotonic()
  const clock = createClock(monotonic)
  const board = signal<Board>(EMPTY_BOARD)
  const deliveries = signal<Summaries>(new Map())
  const docketNews = signal<ServerEvent<'dockets:upsert'> | null>(null)
  const viewer = signal<ViewerView | null>(null)
  const heartbeat = signal<Heartbeat | null>(null)
  const arrivedAt = signal<number | null>(null)
  const drill = signal<string | null>(null)
  const wire = createWire()
  const resnapshot = createResnapshot(wire, monotonic)

  const measure = measurer(clock, wire, monotonic)
  const learn = (serverNow: number): void => {
    if (!clock.learn(serverNow)) void measure()
  }
  const hear = (event: ServerEvent<'alerts:upsert'>): void => {
    board.value = receive(board.value, { kind: 'upsert', ...event })
  }

  wire.on('snapshot', (event) => batch(() => {
    learn(event.serverNow)
    viewer.value = event.viewer
    board.value = receive(resnapshot.isDistrusted() ? EMPTY_BOARD : board.value, { kind: 'snapshot', ...event })
    deliveries.value = withNews(deliveries.value, event.deliveries)
  }))
  wire.on('deliveries:upsert', (event) => { deliveries.value = withNews(deliveries.value, event.deliveries) })
  const take = (event: ServerEvent<'alerts:upsert'>): void => batch(() => {
    learn(event.serverNow)
    hear(event)
  })
  wire.on('alerts:upsert', take)
  wire.on('dockets:upsert', (event) => {
    learn(event.serverNow)
    docketNews.value = event
  })
  wire.on('duty', ({ onDuty, dutyUntil }) => { if (viewer.value) viewer.value = { ...viewer.value, onDuty, dutyUntil } })
  wire.on('drill', ({ id }) => { drill.value = id })
  wire.on('heartbeat', (event) => batch(() => {
    learn(event.serverNow)
    heartbeat.value = event
    arrivedAt.value = monotonic()
    resnapshot.compare(isSameDigest(event.digest, digestOfBoard(board.value)))
  }))
  wire.onConnected(() => void measure())

  const freshness = computed(() => judgeFreshness({
    monotonicNow: clock.tickedAt.value, openedAt, serverNow: clock.now.value, isConnected: wire.isConnected.value,
    heartbeat: heartbeat.value && arrivedAt.value !== null ? { arrivedAt: arrivedAt.value, serverNow: heartbeat.value.serverNow } : null,
  }))
  startTimers({
    clock, wire, monotonic, measure,
    forget: (ms) => { if (arrivedAt.value !== null) arrivedAt.value -= ms },
    ageMs: () => monotonic() - (arrivedAt.value ?? openedAt),
  })

  const outgoing = openOutgoing({
    wire, clock, viewer,
    onAlert: (alert) => hear({ serverNow: clock.now.value ?? 0, alerts: [alert] }),
    onGone: (id) => { board.value = receive(board.value, { kind: 'gone', id }) },
  })

  return {
    ...outgoing, viewer, board, docketNews, deliveries, heartbeat, clock, drill, take, isConnected: wire.isConnected, say: wire.say, confirmDrill: (id) => wire.confirmDrill(id),
    alerts: computed(() => alertsOf(board.value)),
    freshness: steady(freshness),
    troubles: computed(() => (heartbeat.value ? troublesOf(heartbeat.value) : [])),
    ending: wire.ending,
  }
}

/** Measures the clock, one measurement at a time and not too often. */
function measurer(clock: Clock, wire: Wire, monotonic: () => number): () => Promise<void> {
  let isMeasuring = false
  let measuredAt = Number.NEGATIVE_INFINITY
  return async () => {
    if (isMeasuring || monotonic() - measuredAt < MEASURE_DISTANCE_MS) return
    isMeasuring = true
    const samples = await wire.ping(monotonic)
    isMeasuring = false
    if (samples.length === 0) return
    measuredAt = monotonic()
    clock.measure(samples)
  }
}

/** The same signal, renewed only when its content changes: it is judged five times a second but drawn once. */
function steady<T>(source: ReadonlySignal<T>): ReadonlySignal<T> {
  let last: T | undefined
  return computed(() => {
    const value = source.value
    if (last === undefined || JSON.stringify(last) !== JSON.stringify(value)) last = value
    return last
  })
}

/** Asks for a snapshot when the digests differ: at once, then at growing distances while they still differ. */
function createResnapshot(wire: Wire, monotonic: () => number): { compare(isSame: boolean): void; isDistrusted(): boolean } {
  const DISTRUSTED_AFTER = 3
  const MAX_DISTANCE_MS = 30_000
  let mismatches = 0
  let notBefore = 0
  return {
    compare(isSame) {
      if (isSame) {
        mismatches = 0
        notBefore = 0
      } else if (monotonic() >= notBefore) {
        mismatches++
        notBefore = monotonic() + Math.min(MAX_DISTANCE_MS, 1_000 * 2 ** mismatches)
        wire.askForSnapshot()
      }
    },
    /** After several snapshots in vain this page's own memory is in doubt: the next snapshot starts it anew. */
    isDistrusted: () => mismatches >= DISTRUSTED_AFTER,
  }
}

function startTimers({ clock, wire, monotonic, measure, forget, ageMs }: {
  clock: Clock; wire: Wire; monotonic: () => number; measure: () => Promise<void>; forget: (ms: number) => void; ageMs: () => number
}): void {
  let drift = Date.now() - monotonic()
  let nudgedAt = 0
  setInterval(() => {
    // The monotonic clock may stand still while the machine sleeps. The date is asked for nothing but that.
    const slept = Date.now() - monotonic() - drift
    if (Math.abs(slept) > SLEEP_MS) {
      drift += slept
      forget(Math.max(0, slept))
      void measure()
    }
    clock.tick()
    // A connection that is open but silent is dead (a pulled cable is noticed by TCP only much later).
    if (ageMs() > STALE_AFTER_MS && wire.isConnected.value && monotonic() - nudgedAt > STALE_AFTER_MS) {
      nudgedAt = monotonic()
      wire.reconnect()
    }
  }, TICK_MS)
  setInterval(() => void measure(), REMEASURE_MS)
  // A phone that comes out of a tunnel need not wait for the next try.
  addEventListener('online', () => { if (ageMs() > 2 * HEARTBEAT_MS) wire.reconnect() })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    clock.tick()
    void measure()
  })
}
