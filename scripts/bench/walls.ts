import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import webPush from 'web-push'
import type { PushSubscription } from 'web-push'
import { WebSocketServer } from 'ws'
import type { AddressInfo } from 'node:net'
import { orderChannels } from '../../src/actions/order-channels.ts'
import type { Announcer } from '../../src/actions/ports.ts'
import { reportProgress } from '../../src/actions/report-progress.ts'
import { createBus } from '../../src/adapters/redis/bus.ts'
import { nodeCrypto as crypto, WEB_FOLDER } from '../../src/app.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { createRaise } from '../../test/faults/alerts.ts'
import { startPushService } from '../../test/outside/push-service.ts'
import type { PushService } from '../../test/outside/push-service.ts'
import { openBrowser } from '../stage/camera.ts'
import { cookieFor, openLayout } from './layout.ts'
import type { Layout, Run } from './layout.ts'
import { startNode } from './processes.ts'
import type { Running } from './processes.ts'
import { atMost, row, write } from './row.ts'
import type { Row } from './row.ts'
import { percentile, wallClock } from './statistics.ts'
import { until } from './watch.ts'

const PLAN = { full: { walls: 97, pages: 3, rounds: 100 }, quick: { walls: 48, pages: 2, rounds: 15 } } as const
const SCREEN_PROCESSES = 2
const OFFICERS = 3
const ROUND_LIMIT_MS = 10_000
const PAUSE_MS = 150
const WARM_ROUNDS = 3
const RESOLVER = { personId: 'officer-0', name: 'officer-0', role: 'officer', scopePath: '/up/' } as const

/** When something was raised, and how long after it each wall had it, each page had painted it, and each device was sent it, milliseconds. */
interface Times {
  /** Until the ledger had it: what nothing can be faster than. */
  written: number[]
  onWall: number[]
  painted: number[]
  pushed: number[]
  barePainted: number[]
  barePushed: number[]
}

/** An alert raised until it is on every wall, painted by real browsers, and handed to a push service. */
export async function benchWalls(run: Run): Promise<Row[]> {
  if (!existsSync(join(WEB_FOLDER, 'wall.html'))) throw new Error('the consoles are not built: npm run build')
  const plan = run.isQuick ? PLAN.quick : PLAN.full
  const keys = webPush.generateVAPIDKeys()
  const service = await startPushService(() => keys.publicKey)
  const layout = await openLayout(run, { withX: false, deliver: { NODE_ENV: 'test', PRAHARI_PUSH_LOOPBACK: '1', PRAHARI_VAPID_PUBLIC: keys.publicKey, PRAHARI_VAPID_PRIVATE: keys.privateKey } })
  const bus = createBus(layout.redisUrl, 'bench', () => undefined)
  const browser = await openBrowser()
  const screens: Running[] = []
  try {
    const subscriptions = await enlist(layout, service)
    for (let nth = 0; nth < SCREEN_PROCESSES; nth++) screens.push(await openScreens(layout, nth, Math.ceil(plan.walls / SCREEN_PROCESSES)))
    const pages = await Promise.all(Array.from({ length: plan.pages }, (_, nth) => openPage(browser, layout, nth)))
    const bare = await openBare(browser)
    const none = (): Times => ({ written: [], onWall: [], painted: [], pushed: [], barePainted: [], barePushed: [] })
    const [warm, times] = [none(), none()]
    for (let round = 0; round < WARM_ROUNDS + plan.rounds; round++) {
      const here = round < WARM_ROUNDS ? warm : times
      await raiseOne({ layout, bus, service, screens, pages }, here)
      here.barePainted.push(await bare.paint())
      here.barePushed.push(await pushBare(service, subscriptions[0], keys))
      await sleep(PAUSE_MS)
    }
    await bare.close()
    return rowsOf(times, SCREEN_PROCESSES * Math.ceil(plan.walls / SCREEN_PROCESSES), plan)
  } finally {
    await browser.close()
    await Promise.all(screens.map((one) => one.stop()))
    await bus.close()
    await layout.stop()
    await service.close()
  }
}

interface Hall {
  layout: Layout
  bus: Announcer | ReturnType<typeof createBus>
  service: PushService
  screens: readonly Running[]
  pages: readonly Page[]
}

/** One alert, until everybody has it; then it is closed, so that the next has the same room. */
async function raiseOne({ layout, bus, service, screens, pages }: Hall & { bus: ReturnType<typeof createBus> }, times: Times): Promise<void> {
  const announcer: Announcer = { announce: (dockets: readonly Docket[]) => bus.publish(dockets) }
  const before = service.pushed.length
  const began = wallClock()
  const [id = ''] = await createRaise(layout.store)({ count: 1, announcer })
  times.written.push(wallClock() - began)
  const isPainted = async (): Promise<boolean> => (await Promise.all(pages.map((page) => paintedAt(page, id)))).every((at) => at !== null)
  if (!await until(() => service.pushed.length >= before + OFFICERS, ROUND_LIMIT_MS, 5) || !await until(isPainted, ROUND_LIMIT_MS, 10)) throw new Error(`not within ${ROUND_LIMIT_MS} ms on every page and device: ${id}`)
  for (const screen of screens) {
    const { sights } = await screen.ask('sights')
    times.onWall.push(...(sights as { id: string; at: number }[]).filter((one) => one.id === id).map(({ at }) => at - began))
  }
  for (const page of pages) times.painted.push((await paintedAt(page, id) ?? NaN) - began)
  times.pushed.push(...service.pushed.slice(before).map(({ at }) => at - began))
  await reportProgress({ store: layout.store, announcer, crypto }, RESOLVER, { alertId: id, key: `end-${id}`, step: 'resolved', reason: 'measured' })
}

/** Officers of the district, each with one device and no other way. */
async function enlist({ store, url }: Layout, service: PushService): Promise<PushSubscription[]> {
  const made: PushSubscription[] = []
  for (let nth = 0; nth < OFFICERS; nth++) {
    const id = `officer-${nth}`
    await cookieFor(store, url, { id, role: 'officer', scopeId: 'lucknow' })
    await orderChannels(store, id, { channels: ['push'] })
    const { subscription } = service.device(id)
    const now = store.now()
    await store.subscriptions.insertMany([{ id: crypto.sha256(subscription.endpoint), version: 1, personId: id, ...subscription, device: id, createdAt: now, usedAt: now, lastSuccessAt: null, failuresInRow: 0, lastError: null }])
    made.push(subscription)
  }
  return made
}

async function openScreens({ store, url, folder }: Layout, nth: number, count: number): Promise<Running> {
  const running = await startNode({ name: `walls-${nth}`, entry: 'scripts/bench/parts/wall-screens.ts', folder })
  const cookies = await Promise.all(Array.from({ length: count }, (_, at) => cookieFor(store, url, { id: `wall-${nth}-${at}`, role: 'wall', scopeId: 'up' })))
  await running.ask('open', { url, cookies })
  return running
}

/** Notes when each element that names an alert is on the screen: in the document, then two frames later. */
function notePaints(): void {
  const paints = new Map<string, number>()
  Object.assign(window, { paints })
  new MutationObserver(() => {
    for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-alert]')) {
      const id = dataset.alert ?? ''
      if (paints.has(id)) continue
      paints.set(id, NaN)
      requestAnimationFrame(() => requestAnimationFrame(() => paints.set(id, performance.timeOrigin + performance.now())))
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-alert'] })
}

function paintedAt(page: Page, id: string): Promise<number | null> {
  return page.evaluate((wanted) => {
    const at = (window as unknown as { paints: Map<string, number> }).paints.get(wanted)
    return at === undefined || Number.isNaN(at) ? null : at
  }, id)
}

async function openPage(browser: Browser, { store, url }: Layout, nth: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const [name = '', value = ''] = (await cookieFor(store, url, { id: `wall-page-${nth}`, role: 'wall', scopeId: 'up' })).split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.addInitScript(notePaints)
  await page.goto(`${url}/wall`)
  await page.locator('.link-badge[data-link=live]').waitFor()
  return page
}

/** The limit of painting: a page that writes what a bare WebSocket brings, timed the same way. */
async function openBare(browser: Browser): Promise<{ paint(): Promise<number>; close(): Promise<void> }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await new Promise((listening) => server.once('listening', listening))
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage()
  await page.evaluate(notePaints)
  const connected = new Promise((resolve) => server.once('connection', resolve))
  await page.evaluate((port) => {
    new WebSocket(`ws://127.0.0.1:${port}`).onmessage = ({ data }: MessageEvent<string>) => {
      document.body.innerHTML = `<p data-alert="${data}">${data}</p>`
    }
  }, (server.address() as AddressInfo).port)
  await connected
  let serial = 0
  return {
    async paint() {
      const id = `bare-${++serial}`
      const at = wallClock()
      for (const client of server.clients) client.send(id)
      if (!await until(async () => await paintedAt(page, id) !== null, ROUND_LIMIT_MS, 5)) throw new Error('the bare page painted nothing')
      return (await paintedAt(page, id) ?? NaN) - at
    },
    async close() {
      for (const client of server.clients) client.terminate()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** The limit of pushing: the library alone, signing and encrypting one message for the same service. */
async function pushBare(service: PushService, to: PushSubscription | undefined, keys: { publicKey: string; privateKey: string }): Promise<number> {
  if (!to) throw new Error('nobody has a device')
  const before = service.pushed.length
  const message = JSON.stringify({ v: 1, kind: 'test', sentAt: Math.round(wallClock()), receipt: 'bench' })
  const at = wallClock()
  // The library's own sending knows only https.
  const { endpoint, headers, body } = webPush.generateRequestDetails(to, message, { TTL: 60, vapidDetails: { subject: 'mailto:bench@prahari.invalid', ...keys } })
  await fetch(endpoint, { method: 'POST', headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]).filter(([name]) => name.toLowerCase() !== 'content-length'), body: body === null ? null : new Uint8Array(body) })
  return (service.pushed[before]?.at ?? NaN) - at
}

function rowsOf(times: Times, walls: number, { pages, rounds }: { pages: number; rounds: number }): Row[] {
  const rows = (name: string, mine: number[], limitName: string, limits: number[], note: string, aimP99: number | null): Row[] => ([['p50', 0.5], ['p95', 0.95], ['p99', 0.99]] as const).map(([label, share]) => row({
    bench: 'walls', name: `${name} ${label}`, value: percentile(mine, share), unit: 'ms', limit: { name: `${limitName} ${label}`, value: percentile(limits, share) },
    ...(label === 'p99' && aimP99 !== null ? { aim: atMost(aimP99, 'ms') } : {}), note: label === 'p50' ? note : '',
  }))
  return [
    ...rows(`raise → on ${walls} walls`, times.onWall, 'the ledger has it', times.written, `${write(times.onWall.length)} sights in ${rounds} rounds`, null),
    row({ bench: 'walls', name: 'walls that an alert did not reach', value: walls * rounds - times.onWall.length, unit: '', aim: atMost(0, '') }),
    ...rows('raise → painted by chromium', times.painted, 'bare WebSocket → painted', times.barePainted, `${pages} walls at 1920×1080 beside the others`, 100),
    ...rows('raise → push handed over', times.pushed, 'bare web-push', times.barePushed, `${OFFICERS} devices each round`, null),
  ]
}
