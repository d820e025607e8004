import type { AddressInfo } from 'node:net'
import { drillSteps } from '../actions/change-drill.ts'
import type { Presence } from '../actions/collections.ts'
import { docketBook } from '../actions/docket-book.ts'
import type { DocketBook } from '../actions/docket-book.ts'
import { dutyBook } from '../actions/duty-book.ts'
import { mailDaily } from '../actions/mail-daily.ts'
import { readDrill } from '../actions/read-drill.ts'
import { readHealth, unknownHealth } from '../actions/read-health.ts'
import type { Health } from '../actions/read-health.ts'
import { resolveViewer, resolveViewers } from '../actions/resolve-viewer.ts'
import type { Pictures } from '../actions/ports.ts'
import type { Judge } from '../actions/replay-posts.ts'
import { createHttpServer } from '../adapters/http/server.ts'
import type { HttpDeps } from '../adapters/http/server.ts'
import { sessionCookie } from '../adapters/http/session-cookie.ts'
import { BEAT_MS, createConsoleServer } from '../adapters/sockets/server.ts'
import type { ConsoleServer } from '../adapters/sockets/server.ts'
import { deliveryCounter, openDeps, quietly, triagePolicyOf, WEB_FOLDER } from '../app.ts'
import type { World } from '../app.ts'
import type { Pulse } from '../domain/stream.ts'
import type { TriagePolicy } from '../triage/policy.ts'
import { within } from '../ops/lifecycle.ts'
import { repeat } from '../ops/repeat.ts'
import { channelExists, openSeal } from '../outside.ts'
import { replyDeps } from '../replies.ts'
import { openLookup } from '../x-reader.ts'

const HEALTH_LIMIT_MS = 1_500
/** How often the consoles are shown what became of telling people. */
const DELIVERIES_MS = 1_000
const PRESENCE_MS = 2_000
const MAIL_LOOK_MS = 60_000
/** How often the book of dockets looks for what other processes wrote. */
const BOOK_MS = 1_000
const DAY_MS = 86_400_000
const REPLIES_STALE_MS = 20_000
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
  const startedAt = store.now()
  const health = (): Promise<Health> => within(readHealth(store, config.PRAHARI_FEED !== 'none', queues.isUp(), startedAt), HEALTH_LIMIT_MS)
    .catch(() => unknownHealth('the store does not answer in time', queues.isUp()))

  const correct = { ...openDeps(world, CORRECTION_BLOCK), store }
  const onDelivery = deliveryCounter(world)
  const duty = dutyBook(store)
  await duty.refresh().catch(quietly(log, 'rosters'))
  const book = docketBook({ store, pause, keepMs: config.PRAHARI_BOOK_DAYS * DAY_MS, policy: world.policy })
  const drill = (): ReturnType<typeof readDrill> => readDrill(store, config.PRAHARI_DRILL_EVERY_MS)
  const act = { store, announcer: world.announcer, crypto }
  const server = createHttpServer({
    store, book, baseHandles: triagePolicyOf(config), act, replying: replyDeps(config, world), seal: lazily(() => openSeal(config)), pictures: lazyPictures(), duty, correct, byHand: { judge: async (post) => (await import('../triage/triage.ts')).triage(post, world.triagePolicy), lookup: openLookup(world) }, loadJudge, outside: await world.outside(), exists: channelExists(config), onDelivery, crypto, cookie, resolve, sessionHours: config.PRAHARI_SESSION_HOURS, failedJobs: queues.failedJobs,
    webFolder: WEB_FOLDER, allowedOrigins: origins, trustProxy: config.PRAHARI_TRUST_PROXY, isHttps: config.publicUrl.startsWith('https:'),
    probes: probes(world, health, drill),
    metrics: async () => {
      const { pulses, audit } = await health()
      showPulses(world, pulses)
      showAudit(world, audit)
      await showDrill(world, drill)
      return { contentType: metrics.registry.contentType, text: await metrics.registry.metrics() }
    },
    hooks: {
      onRequest: (route, status) => metrics.httpRequests.inc({ route, status }),
      onUnexpected: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
    },
  })
  const trouble = quietly(log, 'consoles')
  const onStep = drillSteps(store)
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
      onDrill: (id, step, by) => { void onStep(id, step, step === 'painted' ? { paintedBy: by } : undefined).catch(trouble) },
      onError: trouble,
    },
  })
  const presence = keepPresence(world, () => ({ personIds: consoles.present(), walls: consoles.walls() }), trouble)
  world.attachConsoles(consoles)
  keepBook(world, book, consoles)
  await keepMailing(world, book)
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

/** The summary of yesterday by mail, in the mornings, where there is a mail server. */
async function keepMailing(world: World, book: DocketBook): Promise<void> {
  const { store, config, log, lifecycle } = world
  const { mail } = await world.outside()
  if (!mail) return
  const mailing = repeat('morning mail', MAIL_LOOK_MS, async () => {
    const { mailed } = await mailDaily({ store, book, pause, mail, publicUrl: config.publicUrl })
    if (mailed > 0) log.info({ mailed }, 'summary of yesterday mailed')
  }, log)
  lifecycle.onStop('morning mail', () => mailing.stop())
}

/** Reads the book beside everything else, then follows the ledger; what changes goes to the consoles. */
function keepBook(world: World, book: DocketBook, consoles: Pick<ConsoleServer, 'tellDockets'>): void {
  const { log, lifecycle } = world
  book.onNews((news) => consoles.tellDockets(news))
  world.onDockets((dockets) => book.take(dockets))
  const follow = repeat('book', BOOK_MS, async () => {
    if (!book.isComplete) {
      await book.load()
      log.info({ dockets: book.size }, 'the book of dockets is read')
    }
    await book.follow()
  }, log)
  lifecycle.onStop('book', () => follow.stop())
}

/** Lets whatever waits have its turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
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

/** Made at the first use. */
function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
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

/** What the auditor found, and how long ago. */
function showAudit({ metrics, store }: World, { at, isClean, alerts, posts, deliveries, replies }: Health['audit']): void {
  metrics.auditClean.set(Number(isClean))
  if (at !== null) metrics.auditAge.set(Math.max(0, store.now() - at) / 1000)
  for (const [what, count] of Object.entries({ alerts, posts, deliveries, replies })) metrics.auditOverdue.set({ what }, count)
}

/**
 * /livez asks nothing but this process, else a pausing store would have every process restarted; /readyz asks the store;
 * the health pages ask for progress.
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
    '/health/audit': async () => {
      const { audit } = await health()
      return { isOk: audit.isClean, facts: { ...audit } }
    },
    '/health/drill': async () => {
      const found = await drill()
      return { isOk: found?.isOk !== false, facts: found ? { ...found } : { because: config.PRAHARI_DRILL_EVERY_MS === 0 ? 'drills are off' : 'no drill has ended yet' } }
    },
    '/health/replies': async () => {
      const pulses = await store.pulses.find({ index: 'byRole', equals: { role: 'reply' }, range: { gte: store.now() - REPLIES_STALE_MS }, order: 'desc', limit: 20 })
      const sender = pulses.find(({ facts }) => facts.isSender === true)
      return { isOk: sender !== undefined && sender.facts.isAlarm !== true, facts: { ...sender?.facts, at: sender?.at ?? null, because: sender?.facts.because ?? 'nobody sends answers' } }
    },
    '/health/duty': async () => {
      const found = await store.pulses.get('roster')
      const isFresh = found !== undefined && found.at > store.now() - ROSTER_STALE_MS
      return { isOk: isFresh && found.facts.gapsNow === 0, facts: { ...found?.facts, because: isFresh ? 'checked every minute' : 'the rosters are not checked' } }
    },
  }
}
