import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { docketNumbers } from './actions/docket-numbers.ts'
import { openDockets } from './actions/open-dockets.ts'
import type { OpenDeps } from './actions/open-dockets.ts'
import type { Announcer, Crypto, Store } from './actions/ports.ts'
import { createBus } from './adapters/redis/bus.ts'
import type { DocketBus } from './adapters/redis/bus.ts'
import { createQueues } from './adapters/redis/queues.ts'
import type { RedisQueues } from './adapters/redis/queues.ts'
import type { Config } from './config.ts'
import type { Docket } from './domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from './domain/ladder.ts'
import type { LadderPolicy } from './domain/ladder.ts'
import { createLog } from './ops/log.ts'
import type { Log } from './ops/log.ts'
import { createMetrics } from './ops/metrics.ts'
import type { Metrics } from './ops/metrics.ts'
import { createLifecycle } from './ops/lifecycle.ts'
import type { Lifecycle } from './ops/lifecycle.ts'
import packageJson from '../package.json' with { type: 'json' }

/** What one process knows of the world: real adapters behind the ports of the actions. */
export interface World {
  config: Config
  log: Log
  metrics: Metrics
  lifecycle: Lifecycle
  store: Store
  queues: RedisQueues
  bus: DocketBus
  crypto: Crypto
  policy: LadderPolicy
  /** Tells the consoles of this process, where there are any, and every other web process. */
  announcer: Announcer
  /** Consoles of this process join the announcements here. */
  attachConsoles(consoles: { announce: Announcer['announce']; receive(dockets: readonly Docket[]): void }): void
  /** Unique to this process: lease holder, origin of messages, id of pulses. */
  processId: string
  version: string
}

/** Ports that a fault test replaces: to kill this process at a named point, or to take a safeguard away. */
export type Rewire = (ports: { store: Store; announcer: Announcer; queues: RedisQueues; policy: LadderPolicy }) => Partial<{ store: Store; announcer: Announcer; queues: RedisQueues; policy: LadderPolicy }>

export const WEB_FOLDER = fileURLToPath(new URL('../dist/web', import.meta.url))

export const nodeCrypto: Crypto = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  newToken: () => randomBytes(24).toString('base64url'),
}

/** The store that the configuration names. Loads only the adapter it needs. */
export async function openStore(config: Pick<Config, 'MONGODB_URI' | 'dataFolder'>): Promise<Store> {
  if (config.MONGODB_URI) {
    const { openMongoStore } = await import('./adapters/mongo/store.ts')
    return openMongoStore({ uri: config.MONGODB_URI })
  }
  mkdirSync(config.dataFolder, { recursive: true })
  const { openSqliteStore } = await import('./adapters/sqlite/store.ts')
  return openSqliteStore({ file: join(config.dataFolder, 'prahari.sqlite') })
}

/** Builds the world of one process. The one place where real adapters are chosen. @throws when a store cannot be opened. */
export async function createWorld(config: Config, rewire?: Rewire): Promise<World> {
  const log = createLog({ level: config.PRAHARI_LOG_LEVEL, roles: config.roles })
  if (config.unknownSettings.length > 0) log.warn({ names: config.unknownSettings }, 'variables that look like settings and are not')
  const metrics = createMetrics({ version: packageJson.version })
  const lifecycle = createLifecycle(log)
  const processId = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`
  const store = await openStore(config)
  lifecycle.onStop('store', () => store.close())

  const redisUrl = requireRedis(config)
  const onRedisError = quietly(log, 'redis')
  const queues = createQueues(redisUrl, onRedisError)
  lifecycle.onStop('queues', () => queues.close())
  let consoles: Parameters<World['attachConsoles']>[0] | null = null
  const bus = createBus(redisUrl, processId, onRedisError, config.roles.includes('web') ? (dockets) => consoles?.receive(dockets) : undefined)
  lifecycle.onStop('bus', () => bus.close())
  const announcer: Announcer = {
    announce(dockets) {
      const ringing = dockets.filter((docket) => docket.alert)
      consoles?.announce(ringing)
      bus.publish(ringing)
    },
  }
  const ports = { store, announcer, queues, policy: DEFAULT_LADDER_POLICY }
  return {
    config, log, metrics, lifecycle, bus, crypto: nodeCrypto, processId, version: packageJson.version,
    ...ports, ...rewire?.(ports),
    attachConsoles: (one) => { consoles = one },
  }
}

function requireRedis(config: Config): string {
  if (config.REDIS_URL) return config.REDIS_URL
  throw new Error('REDIS_URL is not set: npm start runs a private Redis and sets it; a role started alone needs it')
}

/** At most one line in five seconds: a Redis that is away makes every connection complain at every try. */
export function quietly(log: Pick<Log, 'warn'>, what: string): (error: unknown) => void {
  let last = -Infinity
  return (error) => {
    if (performance.now() - last < 5_000) return
    last = performance.now()
    log.warn({ err: error, what }, 'adapter trouble')
  }
}

/** What opening dockets needs, with numbers reserved in blocks that suit the lane. */
export function openDeps(world: World, blockSize: number): OpenDeps {
  const { store, announcer, crypto, policy } = world
  return { store, announcer, crypto, policy, numbers: docketNumbers(store, blockSize) }
}

/** Opens dockets and counts what it did. */
export async function openAndCount(world: World, deps: OpenDeps, jobs: Parameters<typeof openDockets>[1]): Promise<void> {
  const { opened, raised } = await openDockets(deps, jobs)
  world.metrics.docketsOpened.inc(opened)
  world.metrics.alertsRaised.inc(raised)
  if (raised > 0) for (const job of jobs) world.metrics.raiseDelay.observe(Math.max(0, world.store.now() - job.receivedAt) / 1000)
}
