import { join } from 'node:path'
import { receivePosts } from '../../../src/actions/receive-posts.ts'
import type { Collection } from '../../../src/actions/ports.ts'
import { LADDER_TIMES } from '../../../src/adapters/x/reconnect.ts'
import type { LadderTimes } from '../../../src/adapters/x/reconnect.ts'
import { runListener } from '../../../src/adapters/x/listener.ts'
import type { Listener, ListenerDeps } from '../../../src/adapters/x/listener.ts'
import type { StreamRule } from '../../../src/adapters/x/rule-check.ts'
import type { Timings } from '../../../src/adapters/x/timings.ts'
import type { SqliteStore } from '../../../src/adapters/sqlite/store.ts'
import type { InboxRow } from '../../../src/actions/collections.ts'
import type { StreamGap } from '../../../src/domain/stream.ts'
import { createEmulator } from '../../../scripts/x-emulator/server.ts'
import type { Emulator, EmulatorOptions } from '../../../scripts/x-emulator/server.ts'
import { makeVerdict } from '../../posts.ts'
import { openTestStore } from '../../store.ts'

export const TOKEN = 'emulator-token-for-tests'
export const MENTIONS: StreamRule = { tag: 'mentions', value: '@PrahariUP' }

/** The ladder in small: same shape, a hundredth of the time. */
export const QUICK_LADDER: LadderTimes = {
  ...LADDER_TIMES, networkStepMs: 5, networkMaxMs: 100, httpFirstMs: 50, httpMaxMs: 400, rateFirstMs: 150, rateMaxMs: 600,
  slotMinMs: 30, slotMaxMs: 50, settleMs: 20, killEveryMs: 400, probeMinMs: 150, probeMaxMs: 180, perMinute: 1_000,
}

/** Every wait in small; sweeps and rule checks only where a test asks for them. */
export const QUICK: Timings = {
  connectTimeoutMs: 5_000, silenceMs: 5_000, goodbyeMs: 80, pauseLimitMs: 5_000, recoveryDelayMs: 50, recoveryPollMs: 20, sweepMs: 3_600_000,
  sweepWindowMs: 900_000, ruleCheckMs: 3_600_000, ruleNewsMs: 50, checkpointMs: 25, leaseTtlMs: 1_800, leaseRenewMs: 400, leaseMarginMs: 300,
  storeRetryMs: 5, storeRetryMaxMs: 40, volumeBucketMs: 300_000, intakeBytes: 32 * 1024 * 1024, ladder: QUICK_LADDER,
}

export interface ListenOptions {
  timings?: Partial<Timings>
  rules?: StreamRule[]
  holder?: string
  deps?: Partial<ListenerDeps>
}

/** The emulator, a real store and listeners between them, with what they told. */
export interface Stage {
  emulator: Emulator
  store: SqliteStore
  events: string[]
  logs: { level: string; message: string; facts: Record<string, unknown> }[]
  listen(options?: ListenOptions): Listener
  inbox(): Promise<InboxRow[]>
  gaps(): Promise<StreamGap[]>
  count(event: string): number
  stop(): Promise<void>
}

let shared: Awaited<ReturnType<typeof openTestStore>> | undefined

/** Opens the store that the tests of one file share. */
export async function openStage(): Promise<void> {
  shared = await openTestStore()
}

/** The file of the store, for another process. */
export function stageFile(): string {
  return join(shared?.folder ?? '', 'prahari.sqlite')
}

export async function closeStage(): Promise<void> {
  await shared?.close()
}

export async function startStage(options: EmulatorOptions = {}): Promise<Stage> {
  if (!shared) throw new Error('call openStage first')
  const { store } = shared
  await empty(store)
  const { settings, ...rest } = options
  const emulator = await createEmulator({ port: 0, adminPort: 0, token: TOKEN, ...rest, settings: { searchLagMs: 0, heartbeatMs: 100, ...settings } })
  const listeners: Listener[] = []
  const events: string[] = []
  const logs: Stage['logs'] = []
  const note = (level: string) => (facts: object, message: string): void => {
    logs.push({ level, message, facts: { ...facts } })
  }
  const queues = { enqueueSos: async () => undefined, enqueueRoutine: async () => undefined }
  return {
    emulator, store, events, logs,
    listen({ timings = {}, rules = [MENTIONS], holder = 'listener-1', deps = {} } = {}) {
      const listener = runListener({
        config: { baseUrl: emulator.origin, bearerToken: TOKEN, handle: 'PrahariUP', rules: () => rules, timings: { ...QUICK, ...timings } },
        store, log: { info: note('info'), warn: note('warn'), error: note('error') }, random: () => 0.5, holder,
        receive: (posts) => receivePosts({ store, queues, judge: () => makeVerdict('critical') }, posts),
        quarantine: async (raw, reason) => {
          await store.quarantine.insertMany([{ id: `${raw.length}-${reason}-${raw.slice(0, 40)}`, version: 1, receivedAt: store.now(), reason, raw }])
        },
        onEvent: (event, count = 1) => {
          for (let time = 0; time < count; time++) events.push(event)
        },
        ...deps,
      })
      listeners.push(listener)
      return listener
    },
    inbox: () => store.inbox.find({ index: 'byReceived', order: 'asc', limit: 10_000 }),
    gaps: () => store.gaps.find({ index: 'byStart', order: 'asc', limit: 100 }),
    count: (event) => events.filter((one) => one === event).length,
    async stop() {
      await Promise.all(listeners.map((listener) => listener.stop()))
      await emulator.stop()
    },
  }
}

async function empty(store: SqliteStore): Promise<void> {
  const clear = async (collection: Pick<Collection<{ id: string }, 'byReceived'>, 'keys' | 'remove'>): Promise<void> => {
    const keys = await collection.keys({ index: 'byReceived', limit: 100_000 })
    await collection.remove(keys.map((key) => key.id))
  }
  await clear(store.inbox)
  await clear(store.quarantine)
  const gaps = await store.gaps.keys({ index: 'byStart', limit: 100_000 })
  await store.gaps.remove(gaps.map((gap) => gap.id))
  await store.checkpoints.remove(['x-listener'])
  await store.leases.remove(['x-listener'])
}

/** Waits until `look` answers something true, and answers it; fails with what it saw last. */
export async function eventually<Value>(look: () => Value | Promise<Value>, withinMs = 20_000): Promise<Exclude<Value, false | null | undefined | 0 | ''>> {
  const end = performance.now() + withinMs
  for (;;) {
    const value = await look()
    if (value) return value as Exclude<Value, false | null | undefined | 0 | ''>
    if (performance.now() > end) throw new Error(`did not happen within ${withinMs} ms: ${look.toString()}`)
    await new Promise((resolve) => { setTimeout(resolve, 5) })
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}

/** Waits until a listener listens. */
export async function connected(listener: Listener): Promise<Listener> {
  await eventually(() => listener.state().isConnected)
  return listener
}
