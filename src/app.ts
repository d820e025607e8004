import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { docketNumbers } from './actions/docket-numbers.ts'
import type { OnDelivery } from './actions/change-delivery.ts'
import type { OpenDeps } from './actions/open-dockets.ts'
import type { Announcer, Crypto, Push, Store } from './actions/ports.ts'
import { createBus } from './adapters/redis/bus.ts'
import type { DocketBus } from './adapters/redis/bus.ts'
import { createQueues } from './adapters/redis/queues.ts'
import type { RedisQueues } from './adapters/redis/queues.ts'
import { policyBook } from './actions/policy-book.ts'
import { takePlaces } from './actions/take-places.ts'
import { readTriagePolicy } from './actions/read-triage-policy.ts'
import { ConfigError } from './config.ts'
import type { Config } from './config.ts'
import type { Docket } from './domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from './domain/ladder.ts'
import type { LadderPolicy } from './domain/ladder.ts'
import { DEFAULT_TRIAGE_POLICY } from './triage/policy.ts'
import type { TriagePolicy } from './triage/policy.ts'
import { createLog } from './ops/log.ts'
import type { Log } from './ops/log.ts'
import { createMetrics } from './ops/metrics.ts'
import type { Metrics } from './ops/metrics.ts'
import { createLifecycle, within } from './ops/lifecycle.ts'
import type { Lifecycle } from './ops/lifecycle.ts'
import { repeat } from './ops/repeat.ts'
import { openOutside } from './outside.ts'
import type { OutsideWorld } from './outside.ts'
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
  /** By which alerts climb, as an administrator set it last: one object for the life of the process (actions/policy-book.ts). */
  policy: LadderPolicy
  /** By which posts are judged: the default with the changes of PRAHARI_TRIAGE_POLICY, and the handles of the administration. */
  triagePolicy: TriagePolicy
  /** Tells the consoles of this process, where there are any, and every other web process. */
  announcer: Announcer
  /** Consoles of this process join the announcements here. */
  attachConsoles(consoles: { announce: Announcer['announce']; receive(dockets: readonly Docket[]): void }): void
  /** Hears of every docket that was written, with or without an alert, whichever process wrote it. */
  onDockets(listener: (dockets: readonly Docket[]) => void): void
  /** Who plans deliveries hears of every change here, whichever process wrote it, after the consoles. */
  onNews(listener: (dockets: readonly Docket[]) => void): void
  /** Push, gateway and mail, opened where they are first used. */
  outside(): Promise<OutsideWorld>
  /** Unique to this process: lease holder, origin of messages, id of pulses. */
  processId: string
  version: string
}

/** Ports that a fault test replaces: to kill this process at a named point, or to take a safeguard away. */
export type Rewire = (ports: RewiredPorts) => Partial<RewiredPorts & { push: (push: Push) => Push }>
interface RewiredPorts {
  store: Store
  announcer: Announcer
  queues: RedisQueues
  policy: LadderPolicy
}

/** How often each process looks for what an administrator set. */
const POLICIES_MS = 5_000

export const WEB_FOLDER = fileURLToPath(new URL('../dist/web', import.meta.url))

export const nodeCrypto: Crypto = {
  sha256: (content) => createHash('sha256').update(content).digest('hex'),
  newToken: () => randomBytes(24).toString('base64url'),
}

/** The store that the configuration names. Loads only the adapter it needs. */
export async function openStore(config: Pick<Config, 'MONGODB_URI' | 'dataFolder'>): Promise<Store> {
  const store = await openAdapter(config)
  // Whoever works with a store names places as it does, scripts as well as roles; later changes come by the policy book.
  await takePlaces(store).catch(() => undefined)
  return store
}

async function openAdapter(config: Pick<Config, 'MONGODB_URI' | 'dataFolder'>): Promise<Store> {
  if (config.MONGODB_URI) {
    const { openMongoStore } = await import('./adapters/mongo/store.ts')
    return openMongoStore({ uri: config.MONGODB_URI })
  }
  mkdirSync(config.dataFolder, { recursive: true })
  const { openSqliteStore } = await import('./adapters/sqlite/store.ts')
  return openSqliteStore({ file: join(config.dataFolder, 'prahari.sqlite') })
}

/** The triage policy as configured; the account that we write with is one of ours. @throws ConfigError listing every problem of its file, each with the field. */
export function triagePolicyOf(config: Pick<Config, 'triagePolicyChanges' | 'PRAHARI_X_HANDLE'>): TriagePolicy {
  const { policy, problems } = readTriagePolicy(config.triagePolicyChanges ?? {})
  if (!policy) throw new ConfigError(problems.map((problem) => `PRAHARI_TRIAGE_POLICY ${problem}`))
  const handle = config.PRAHARI_X_HANDLE.toLowerCase()
  if (policy.ownHandles.includes(handle)) return policy
  // What comes with Prahari is the account of the demo: whoever names another one has that one.
  const others = policy.ownHandles === DEFAULT_TRIAGE_POLICY.ownHandles ? [] : policy.ownHandles
  return { ...policy, ownHandles: [handle, ...others] }
}

/** Builds the world of one process. The one place where real adapters are chosen. @throws when a store cannot be opened. */
export async function createWorld(config: Config, rewire?: Rewire): Promise<World> {
  // Its problems are told before anything opens.
  const configured = triagePolicyOf(config)
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
  let onNews: (dockets: readonly Docket[]) => void = () => undefined
  let onDockets: (dockets: readonly Docket[]) => void = () => undefined
  const hear = (dockets: readonly Docket[]): Docket[] => {
    onDockets(dockets)
    return dockets.filter((docket) => docket.alert)
  }
  const isListening = config.roles.some((role) => role === 'web' || role === 'deliver')
  const bus = createBus(redisUrl, processId, onRedisError, isListening ? (dockets) => {
    const ringing = hear(dockets)
    consoles?.receive(ringing)
    onNews(ringing)
  } : undefined)
  lifecycle.onStop('bus', () => bus.close())
  const announcer: Announcer = {
    announce(dockets) {
      const ringing = hear(dockets)
      consoles?.announce(ringing)
      bus.publish(dockets)
      onNews(ringing)
    },
  }
  const policies = policyBook(store, { ladder: DEFAULT_LADDER_POLICY, triage: configured })
  await policies.refresh().catch(quietly(log, 'policies'))
  const following = repeat('policies', POLICIES_MS, () => policies.refresh(), log)
  lifecycle.onStop('policies', () => following.stop())
  const ports = { store, announcer, queues, policy: policies.ladder }
  const { push: wrapPush, ...rewired } = rewire?.(ports) ?? {}
  let outside: Promise<OutsideWorld> | null = null
  lifecycle.onStop('outside', async () => (await outside)?.close())
  return {
    config, log, metrics, lifecycle, bus, triagePolicy: policies.triage, crypto: nodeCrypto, processId, version: packageJson.version,
    ...ports, ...rewired,
    outside: () => (outside ??= openOutside(config, () => (rewired.store ?? store).now(), wrapPush)),
    onNews: (listener) => { onNews = listener },
    onDockets: (listener) => { onDockets = listener },
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

/** How long a cry waits for the lookup of what it may belong to; then it gets a docket of its own. */
const LOOKUP_LIMIT_MS = 1_000

/** What opening dockets needs, with numbers reserved in blocks that suit the lane. */
export function openDeps(world: World, blockSize: number): OpenDeps {
  const { store, announcer, crypto, policy, triagePolicy: handles } = world
  return { store, announcer, crypto, policy, handles, numbers: docketNumbers(store, blockSize), hurry: (lookup) => within(lookup, LOOKUP_LIMIT_MS) }
}

/** Counts what becomes of deliveries: by channel and state, and how long a device took to show. */
export function deliveryCounter({ metrics }: Pick<World, 'metrics'>): OnDelivery {
  return ({ channel, state, sentAt, onDeviceAt }, from) => {
    metrics.deliveries.inc({ channel, state })
    if (state === 'on-device' && from !== state && sentAt !== null && onDeviceAt !== null) metrics.toDevice.observe({ channel }, Math.max(0, onDeviceAt - sentAt) / 1000)
  }
}
