import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import { z } from 'zod'
import { addPerson } from '../../src/actions/add-person.ts'
import { issueSignInLink } from '../../src/actions/issue-sign-in-link.ts'
import type { Store } from '../../src/actions/ports.ts'
import { nodeCrypto, openStore } from '../../src/app.ts'
import type { ClientToServer, ServerToClient } from '../../src/contract/sockets.ts'
import type { Role } from '../../src/domain/person.ts'
import { startRedis } from '../../test/redis.ts'
import { cpuSeconds, startNode } from './processes.ts'
import type { Running } from './processes.ts'

const TOKEN = 'emulator-token-for-bench'
const SEEING_LIMIT_MS = 20_000

/** How big a run is, and where its profiles go. */
export interface Run {
  isQuick: boolean
  profile?: string | undefined
}

/** The product as `npm start` lays it out on one machine: two processes, their Redis, one store, and the emulator of X. */
export interface Layout {
  folder: string
  url: string
  redisUrl: string
  /** The same store, opened by the bench: to sign people in, to count, to plant. */
  store: Store
  /** The processes by name, Redis among them: processor seconds used so far. */
  cpu(): Record<string, number>
  /** Sends posts down the stream at a rate; answers when the last is out. */
  burst(request: BurstRequest): Promise<Burst>
  signIn(role: Role, scopeId: string): Promise<{ cookie: string; socket: ConsoleSocket }>
  stop(): Promise<void>
}

export type ConsoleSocket = Socket<ServerToClient, ClientToServer>

export interface BurstRequest {
  ratePerSecond: number | 'max'
  seconds: number
  sosShare: number
  actionableShare: number
}

const burst = z.object({
  posts: z.number(), sos: z.number(), actionable: z.number(), bytes: z.number(), startedAt: z.number(), endedAt: z.number(), maxWaitingBytes: z.number(),
})
/** What the emulator sent; times in epoch milliseconds. */
export type Burst = z.infer<typeof burst>

interface LayoutOptions {
  /** Whether the emulator runs and is listened to. */
  withX: boolean
  /** What the process that delivers is told besides; without it none runs. */
  deliver?: Record<string, string>
  /** Fills the ledger before any process starts. */
  plant?: (store: Store) => Promise<void>
}

export async function openLayout(run: Run, options: LayoutOptions): Promise<Layout> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-bench-'))
  const redis = await startRedis()
  const stops: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true }), () => redis.stop()]
  const stop = async (): Promise<void> => {
    for (let one = stops.pop(); one; one = stops.pop()) await one()
  }
  try {
    return { ...(await open(folder, redis, run, options, stops)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function open(
  folder: string, redis: Awaited<ReturnType<typeof startRedis>>, run: Run, options: LayoutOptions, stops: (() => Promise<void>)[],
): Promise<Omit<Layout, 'stop'>> {
  const store = await openStore({ MONGODB_URI: undefined, dataFolder: folder })
  stops.push(() => store.close())
  await options.plant?.(store)
  const processes: Running[] = []
  const start = async (name: string, entry: string, env: Record<string, string>, args: string[] = []): Promise<Running> => {
    const running = await startNode({ name, entry, env, args, folder, profile: run.profile })
    stops.push(() => running.stop())
    processes.push(running)
    return running
  }
  const emulator = options.withX ? await start('emulator', 'scripts/x-emulator/main.ts', {}, ['--pace', '0', '--token', TOKEN, '--data', folder]) : null
  const port = await freePort()
  const env = {
    NODE_ENV: 'production', PORT: String(port), PRAHARI_DATA: folder, REDIS_URL: redis.url, PRAHARI_LOG_LEVEL: 'warn', PRAHARI_DRILL_EVERY_MS: '0',
    ...(emulator ? { PRAHARI_FEED: 'x', PRAHARI_X_BASE_URL: String(emulator.ready.origin), PRAHARI_X_BEARER_TOKEN: TOKEN } : { PRAHARI_FEED: 'none' }),
  }
  await start('web', 'src/main.ts', { ...env, PRAHARI_ROLES: 'web,intake-sos,escalate' })
  if (emulator) await start('listen', 'workers/listen.ts', { ...env, PRAHARI_ROLES: 'listen,intake-routine' })
  if (options.deliver) await start('deliver', 'workers/deliver.ts', { ...env, PRAHARI_ROLES: 'deliver', ...options.deliver })
  const url = `http://localhost:${port}`
  if (emulator) await untilSeeing(url)
  let people = 0
  return {
    folder, url, redisUrl: redis.url, store,
    cpu: () => ({ ...Object.fromEntries(processes.map((one) => [one.name, one.cpuSeconds()])), redis: cpuSeconds(redis.process.pid) }),
    async burst(request) {
      const response = await fetch(`${String(emulator?.ready.adminOrigin)}/burst`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...request, keep: false }),
      })
      if (!response.ok) throw new Error(`the emulator answered ${response.status}`)
      return burst.parse(await response.json())
    },
    async signIn(role, scopeId) {
      const cookie = await cookieFor(store, url, { id: `${role}-${++people}`, role, scopeId })
      const socket: ConsoleSocket = io(url, { transports: ['websocket'], extraHeaders: { Cookie: cookie, Origin: url } })
      stops.push(async () => void socket.close())
      await new Promise<void>((resolve, reject) => {
        socket.once('snapshot', () => resolve())
        socket.once('connect_error', reject)
      })
      return { cookie, socket }
    },
  }
}

/** Makes a person and trades a sign-in link for the session's cookie, as a browser does. */
export async function cookieFor(store: Store, url: string, person: { id: string; role: Role; scopeId: string }): Promise<string> {
  await addPerson(store, { ...person, name: person.id })
  const token = await issueSignInLink({ store, crypto: nodeCrypto }, person.id, 1)
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: url }, body: JSON.stringify({ token }) })
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`)
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function untilSeeing(url: string): Promise<void> {
  const giveUpAt = performance.now() + SEEING_LIMIT_MS
  while (performance.now() < giveUpAt) {
    if ((await fetch(`${url}/health/stream`)).ok) return
    await sleep(100)
  }
  throw new Error(`the listener did not connect within ${SEEING_LIMIT_MS} ms`)
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
