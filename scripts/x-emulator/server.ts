import { createServer } from 'node:http'
import { createAdmin } from './admin.ts'
import { runBurst, type BurstReport } from './burst.ts'
import { Core, type AcceptedMessage, type AcceptedPost, type LoggedRequest } from './core.ts'
import { Door } from './door.ts'
import { faultSchema, type Fault, type FaultKind, type FaultSpec } from './faults.ts'
import { burstSchema, injectSchema, type BurstRequest, type InjectPost } from './inject.ts'
import type { StoredPost } from './objects.ts'
import type { Settings, SettingsPatch } from './settings.ts'
import type { ConnectAttempt } from './stream-hub.ts'
import { createXApi } from './x-api.ts'

export interface EmulatorOptions {
  /** Port of the API; 0 picks a free one. */
  port?: number
  /** Port of the admin and fault controls; 0 picks a free one. */
  adminPort?: number
  /** App-only bearer token. */
  token?: string
  /** User-context token (OAuth2 bearer or OAuth 1.0a access token). */
  userToken?: string
  /** The machine's clock, epoch milliseconds. */
  now?: () => number
  settings?: SettingsPatch
}

/** What injecting a post did. */
export interface Injected {
  id: string
  /** Epoch milliseconds. */
  createdAt: number
  /** The rules that sent it down the stream; empty when none matched. */
  rules: { id: string; tag?: string }[]
}

/** A running emulator, as tests and scripts drive it. The admin server offers the same over HTTP. */
export interface Emulator {
  readonly origin: string
  readonly adminOrigin: string
  readonly account: { id: string; username: string }
  readonly tokens: { app: string; user: string }
  readonly settings: Readonly<Settings>
  /** The emulated time, epoch milliseconds. */
  now(): number
  inject(post: InjectPost | string): Injected
  edit(id: string, text: string): Injected
  /** Deletes a post, or hides it as suspended or protected. */
  remove(id: string, visibility?: 'deleted' | 'suspended' | 'protected'): void
  retweet(id: string, author?: string): Injected
  burst(request: BurstRequest): Promise<BurstReport>
  /** Arms a fault and answers its id; null when it struck at once and is over. */
  fault(spec: FaultSpec): number | null
  faults(): { id: number; fault: Fault; left: number | null }[]
  clearFaults(which?: number | FaultKind): number
  configure(patch: SettingsPatch): void
  /** Writes bytes to every open stream; CRLF is the caller's. */
  raw(bytes: string | Buffer): void
  rules(): { id: string; value: string; tag: string | undefined }[]
  replies(): readonly AcceptedPost[]
  messages(): readonly AcceptedMessage[]
  attempts(): readonly ConnectAttempt[]
  requests(): readonly LoggedRequest[]
  /** Streams that are open now. */
  openStreams(): { id: string; connectedAt: number; frames: number; waitingBytes: number }[]
  reset(): void
  stop(): Promise<void>
}

/** Starts the emulator on the loopback. Rejects when a port is taken. */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const app = options.token ?? 'emulator-app-token'
  const core = new Core({
    tokens: { app, user: options.userToken ?? `${app}-user` },
    now: options.now ?? Date.now,
    settings: options.settings ?? {},
  })
  const http = createServer({ keepAliveTimeout: 5_000, requestTimeout: 0 }, createXApi(core))
  const door = new Door(http, options.port ?? 0, () => core.faults.take('refuse', fault => fault.count !== undefined) !== undefined)
  await door.open()
  const emulator = control(core, door)
  const adminDoor = new Door(createServer(createAdmin(core, emulator)), options.adminPort ?? 0)
  try {
    await adminDoor.open()
  } catch (error) {
    await door.stop()
    throw error
  }
  return Object.assign(emulator, {
    adminOrigin: adminDoor.origin,
    async stop() {
      core.hub.destroyAll()
      await Promise.all([door.stop(), adminDoor.stop()])
    },
  })
}

function control(core: Core, door: Door): Emulator {
  const sent = (stored: StoredPost, deliver = true): Injected => ({ id: stored.id, createdAt: stored.createdAt, rules: deliver ? core.hub.publish(stored) : [] })
  let reopening: NodeJS.Timeout | undefined
  const refuse = (seconds: number | undefined) => {
    clearTimeout(reopening)
    door.shut()
    if (seconds !== undefined) reopening = setTimeout(reopen, seconds * 1000).unref()
  }
  // Somebody else may hold the port for a moment: then the door opens a little later.
  const reopen = (): void => {
    clearTimeout(reopening)
    void door.open().catch(() => refuse(0.2))
  }
  return {
    origin: door.origin,
    adminOrigin: '',
    account: { id: core.world.account.id, username: core.world.account.username },
    tokens: core.tokens,
    get settings() {
      return core.settings
    },
    now: core.clock,
    inject(post) {
      const request = injectSchema.parse(typeof post === 'string' ? { text: post } : post)
      return sent(core.world.create(request), request.deliver ?? true)
    },
    edit: (id, text) => sent(core.world.edit(id, text)),
    remove: (id, visibility = 'deleted') => core.world.hide(id, visibility),
    retweet: (id, author) => sent(core.world.retweet(id, author)),
    burst: request => runBurst(core, burstSchema.parse(request)),
    fault(spec) {
      const fault = faultSchema.parse(spec)
      if (core.hub.strikeNow(fault)) return null
      if (fault.kind === 'refuse' && fault.count === undefined) refuse(fault.seconds)
      return core.faults.arm(fault)
    },
    faults: () => core.faults.list(),
    clearFaults(which) {
      const cleared = core.faults.clear(which)
      if (!core.faults.peek('refuse')) reopen()
      return cleared
    },
    configure: patch => core.configure(patch),
    raw(bytes) {
      for (const connection of core.hub.open) connection.raw(bytes)
    },
    rules: () => core.rules.list().map(({ id, value, tag }) => ({ id, value, tag })),
    replies: () => core.accepted,
    messages: () => core.messages,
    attempts: () => core.hub.attempts,
    requests: () => core.requests,
    openStreams: () => core.hub.open.map(({ id, connectedAt, frames, waitingBytes }) => ({ id, connectedAt, frames, waitingBytes })),
    reset() {
      core.reset()
      reopen()
    },
    stop: () => door.stop(),
  }
}
