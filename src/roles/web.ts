import type { AddressInfo } from 'node:net'
import { readHealth } from '../actions/read-health.ts'
import type { Health } from '../actions/read-health.ts'
import { resolveViewer, resolveViewers } from '../actions/resolve-viewer.ts'
import { createHttpServer } from '../adapters/http/server.ts'
import type { Probe } from '../adapters/http/server.ts'
import { sessionCookie } from '../adapters/http/session-cookie.ts'
import { BEAT_MS, createConsoleServer } from '../adapters/sockets/server.ts'
import { quietly, WEB_FOLDER } from '../app.ts'
import type { World } from '../app.ts'
import type { Pulse } from '../domain/stream.ts'
import { within } from '../ops/lifecycle.ts'
import { repeat } from '../ops/repeat.ts'

const HEALTH_LIMIT_MS = 1_500

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

  const server = createHttpServer({
    store, crypto, cookie, resolve, sessionHours: config.PRAHARI_SESSION_HOURS, failedJobs: queues.failedJobs,
    webFolder: WEB_FOLDER, allowedOrigins: origins, trustProxy: config.PRAHARI_TRUST_PROXY, isHttps: config.publicUrl.startsWith('https:'),
    probes: probes(world, health),
    metrics: async () => {
      showPulses(world, (await health()).pulses)
      return { contentType: metrics.registry.contentType, text: await metrics.registry.metrics() }
    },
    hooks: {
      onRequest: (route, status) => metrics.httpRequests.inc({ route, status }),
      onUnexpected: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
    },
  })
  const trouble = quietly(log, 'consoles')
  const consoles = createConsoleServer(server, {
    store, act: { store, announcer: world.announcer, crypto }, allowedOrigins: origins, tokenOf: (request) => cookie.read(request.headers.cookie), resolve,
    resolveAll: (tokens) => resolveViewers({ store, crypto }, tokens),
    readHealth: health, appVersion: world.version,
    hooks: {
      onAct: (did) => metrics.acts.inc({ did }),
      onSnapshot: () => metrics.snapshots.inc(),
      onSlowClient: () => metrics.slowClients.inc(),
      onBoard: (open, byRole) => {
        metrics.openAlerts.set(open)
        metrics.consoles.reset()
        for (const [role, count] of byRole) metrics.consoles.set({ role }, count)
      },
      onError: trouble,
    },
  })
  world.attachConsoles(consoles)
  await consoles.beat()
  const heartbeat = repeat('heartbeat', BEAT_MS, () => consoles.beat(), log)

  await new Promise<void>((listening, refused) => {
    server.once('error', refused)
    server.listen(config.PORT, config.PRAHARI_HOST, listening)
  })
  log.info({ port: (server.address() as AddressInfo).port }, 'listening')
  lifecycle.onStop('http', () => server.closeAllConnections())
  lifecycle.onStop('consoles', () => consoles.close())
  lifecycle.onStop('heartbeat', () => heartbeat.stop())
}

/** The other processes' progress, so that one page of metrics tells the whole machine; each has its own page as well (PRAHARI_OPS_PORT). */
function showPulses({ metrics, store }: World, pulses: readonly Pulse[]): void {
  for (const { role, at, facts } of pulses) {
    metrics.pulseAge.set({ role }, Math.max(0, store.now() - at) / 1000)
    if (facts.isLeader !== true) continue
    for (const [fact, value] of Object.entries(facts)) if (typeof value === 'number' || typeof value === 'boolean') metrics.streamFact.set({ fact }, Number(value))
  }
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
function probes({ store, queues, lifecycle, version, config }: World, health: () => Promise<Health>): Record<'/livez' | '/readyz' | '/health/engine' | '/health/stream', () => Promise<Probe> | Probe> {
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
  }
}
