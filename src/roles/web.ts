import type { AddressInfo } from 'node:net'
import { changeDrill } from '../actions/change-drill.ts'
import type { Presence } from '../actions/collections.ts'
import { dutyBook } from '../actions/duty-book.ts'
import { readDrill } from '../actions/read-drill.ts'
import { readHealth } from '../actions/read-health.ts'
import type { Health } from '../actions/read-health.ts'
import { resolveViewer, resolveViewers } from '../actions/resolve-viewer.ts'
import type { Pictures } from '../actions/ports.ts'
import type { Judge } from '../actions/replay-posts.ts'
import { createHttpServer } from '../adapters/http/server.ts'
import type { HttpDeps } from '../adapters/http/server.ts'
import { sessionCookie } from '../adapters/http/session-cookie.ts'
import { BEAT_MS, createConsoleServer } from '../adapters/sockets/server.ts'
import { deliveryCounter, openDeps, quietly, WEB_FOLDER } from '../app.ts'
import type { World } from '../app.ts'
import { reach } from '../domain/drill.ts'
import type { Pulse } from '../domain/stream.ts'
import type { TriagePolicy } from '../triage/policy.ts'
import { within } from '../ops/lifecycle.ts'
import { repeat } from '../ops/repeat.ts'
import { channelExists } from '../outside.ts'

const HEALTH_LIMIT_MS = 1_500
/** How often the consoles are shown what became of telling people. */
const DELIVERIES_MS = 1_000
const PRESENCE_MS = 2_000
const ROSTER_STALE_MS = 180_000
/** Docket numbers reserved at once for posts that get their docket by a correction: few. */
const CORRECTION_BLOCK = 2

/** The origins whose pages may act: the public address, and its loopback spellings while it is one. */
function allowedOrigins(publicUrl: string): string[] {
  const url = new URL(publicUrl)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const hosts = isLoopback ? ['localhost', '127.0.0.1', '[::1]'] : [url.hostname]
  return hosts.map((host) => new URL(`${url.protocol}//${host}${url.port ? `:${url.port}` : ''}`).origin)
}

/** HTTP, consoles and heartbeat. Resolves when the port is open. @throws when the port is taken. */
export async function startWeb(world: World): Promise<void> {
  const { config, log, metrics, lifecycle, store, crypto, queues } = world
  const cookie = sessionCookie(config.publicUrl)
  const origins = allowedOrigins(config.publicUrl)
  const resolve = (token: string): ReturnType<typeof resolveViewer> => resolveViewer({ store, crypto }, token)
  const health = (): Promise<Health> => within(readHealth(store, config.PRAHARI_FEED !== 'none', queues.isUp()), HEALTH_LIMIT_MS).catch(() => unanswered(queues.isUp()))

  const correct = { ...openDeps(world, CORRECTION_BLOCK), store }
  const onDelivery = deliveryCounter(world)
  const duty = dutyBook(store)
  await duty.refresh().catch(quietly(log, 'rosters'))
  const drill = (): ReturnType<typeof readDrill> => readDrill(store, config.PRAHARI_DRILL_EVERY_MS)
  const act = { store, announcer: world.announcer, crypto }
  const server = createHttpServer({
    store, act, pictures: lazyPictures(), duty, correct, loadJudge, outside: await world.outside(), exists: channelExists(config), onDelivery, crypto, cookie, resolve, sessionHours: config.PRAHARI_SESSION_HOURS, failedJobs: queues.failedJobs,
    webFolder: WEB_FOLDER, allowedOrigins: origins, trustProxy: config.PRAHARI_TRUST_PROXY, isHttps: config.publicUrl.startsWith('https:'),
    probes: probes(world, health, drill),
    metrics: async () => {
      showPulses(world, (await health()).pulses)
      await showDrill(world, drill)
      return { contentType: metrics.registry.contentType, text: await metrics.registry.metrics() }
    },
    hooks: {
      onRequest: (route, status) => metrics.httpRequests.inc({ route, status }),
      onUnexpected: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
    },
  })
  const trouble = quietly(log, 'consoles')
  const consoles = createConsoleServer(server, {
    store, act, correct, receipt: { store, onDelivery }, allowedOrigins: origins, tokenOf: (request) => cookie.read(request.headers.cookie), resolve,
    resolveAll: (tokens) => resolveViewers({ store, crypto }, tokens),
    readHealth: health, duty, readDrill: () => within(drill(), HEALTH_LIMIT_MS).catch(() => null), appVersion: world.version,
    hooks: {
      onAct: (did) => metrics.acts.inc({ did }),
      onSnapshot: () => metrics.snapshots.inc(),
      onSlowClient: () => metrics.slowClients.inc(),
      onBoard: (open, byRole) => {
        metrics.openAlerts.set(open)
        metrics.consoles.reset()
        for (const [role, count] of byRole) metrics.consoles.set({ role }, count)
      },
      onPresence: () => presence.tell(),
      onDrill: (id, step, by) => { void changeDrill(store, id, (one) => reach(one, step, store.now(), step === 'painted' ? { paintedBy: by } : {})).catch(trouble) },
      onError: trouble,
    },
  })
  const presence = keepPresence(world, () => ({ personIds: consoles.present(), walls: consoles.walls() }), trouble)
  world.attachConsoles(consoles)
  await consoles.beat()
  const heartbeat = repeat('heartbeat', BEAT_MS, () => consoles.beat(), log)
  const told = repeat('deliveries', DELIVERIES_MS, () => consoles.tellDeliveries(), log)

  await new Promise<void>((listening, refused) => {
    server.once('error', refused)
    server.listen(config.PORT, config.PRAHARI_HOST, listening)
  })
  log.info({ port: (server.address() as AddressInfo).port }, 'listening')
  lifecycle.onStop('http', () => server.closeAllConnections())
  lifecycle.onStop('consoles', () => consoles.close())
  lifecycle.onStop('presence', () => presence.stop())
  lifecycle.onStop('deliveries', () => told.stop())
  lifecycle.onStop('heartbeat', () => heartbeat.stop())
}

/** Writes down who has a console open here: every two seconds, and at once when that changes (one write at a time). */
function keepPresence({ store, processId, log }: World, present: () => Pick<Presence, 'personIds' | 'walls'>, trouble: (error: unknown) => void) {
  let writing: Promise<void> | null = null
  let isStale = false
  const write = async (): Promise<void> => {
    do {
      isStale = false
      const at = store.now()
      await store.presence.put({ id: processId, version: at, at, ...present() })
    } while (isStale)
  }
  const tell = (): Promise<void> => {
    isStale = true
    return (writing ??= write().catch(trouble).finally(() => { writing = null }))
  }
  const beats = repeat('presence', PRESENCE_MS, tell, log)
  return {
    tell,
    async stop() {
      await beats.stop()
      await writing
      await store.presence.remove([processId])
    },
  }
}

/** Loaded when somebody replays posts, not at start. */
async function loadJudge(): Promise<(policy: TriagePolicy) => Judge> {
  const { triage } = await import('../triage/triage.ts')
  return (policy) => (post) => triage(post, policy)
}

/** Loaded with the first photo: the library behind it is large. */
function lazyPictures(): Pictures {
  let opened: Promise<Pictures> | null = null
  return { redraw: async (bytes) => (await (opened ??= import('../adapters/pictures/redraw.ts').then(({ createPictures }) => createPictures()))).redraw(bytes) }
}

/** The other processes' progress, so that one page of metrics tells the whole machine; each has its own page as well (PRAHARI_OPS_PORT). */
function showPulses({ metrics, store }: World, pulses: readonly Pulse[]): void {
  for (const { role, at, facts } of pulses) {
    metrics.pulseAge.set({ role }, Math.max(0, store.now() - at) / 1000)
    if (facts.isLeader !== true) continue
    for (const [fact, value] of Object.entries(facts)) if (typeof value === 'number' || typeof value === 'boolean') metrics.streamFact.set({ fact }, Number(value))
  }
}

/** The newest drill and the rosters, as whatever process found them. */
async function showDrill({ metrics, store }: World, drill: () => ReturnType<typeof readDrill>): Promise<void> {
  const [found, rosters] = await Promise.all([drill(), store.pulses.get('roster')]).catch(() => [null, undefined] as const)
  if (found) metrics.drillOk.set(Number(found.isOk))
  for (const { leg, ms } of found?.legs ?? []) if (ms !== null) metrics.drillLeg.set({ leg }, ms / 1000)
  for (const [when, fact] of [['now', 'gapsNow'], ['soon', 'gapsSoon']] as const) if (typeof rosters?.facts[fact] === 'number') metrics.rosterGaps.set({ when }, rosters.facts[fact])
}

function unanswered(isQueueUp: boolean): Health {
  const because = 'the store does not answer in time'
  return {
    stream: { isSeeing: false, lastByteAt: null, lastPostAt: null, blindSince: null, because },
    engine: { isSweeping: false, lastSweepAt: null, isStoreUp: false, isQueueUp, because },
    pulses: [],
  }
}

/**
 * /livez asks nothing but this process, else a pausing store would have every process restarted; /readyz asks the store;
 * the two health pages ask for progress.
 */
function probes({ store, queues, lifecycle, version, config }: World, health: () => Promise<Health>, drill: () => ReturnType<typeof readDrill>): HttpDeps['probes'] {
  return {
    '/livez': () => ({ isOk: true, facts: { version, uptimeS: Math.round(process.uptime()) } }),
    '/readyz': async () => {
      const isStoreUp = await within(store.ping(), HEALTH_LIMIT_MS).then(() => true, () => false)
      return { isOk: isStoreUp && !lifecycle.isStopping, facts: { store: isStoreUp, queue: queues.isUp(), stopping: lifecycle.isStopping } }
    },
    '/health/engine': async () => {
      const { engine } = await health()
      const depths = await queues.depths().catch(() => null)
      return { isOk: engine.isSweeping && engine.isStoreUp, facts: { ...engine, waiting: depths } }
    },
    '/health/stream': async () => {
      const { stream } = await health()
      return { isOk: stream.isSeeing || config.PRAHARI_FEED === 'none', facts: { ...stream } }
    },
    '/health/drill': async () => {
      const found = await drill()
      return { isOk: found?.isOk !== false, facts: found ? { ...found } : { because: config.PRAHARI_DRILL_EVERY_MS === 0 ? 'drills are off' : 'no drill has ended yet' } }
    },
    '/health/duty': async () => {
      const found = await store.pulses.get('roster')
      const isFresh = found !== undefined && found.at > store.now() - ROSTER_STALE_MS
      return { isOk: isFresh && found.facts.gapsNow === 0, facts: { ...found?.facts, because: isFresh ? 'checked every minute' : 'the rosters are not checked' } }
    },
  }
}
