import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import { addPerson } from '../src/actions/add-person.ts'
import { issueSignInLink } from '../src/actions/issue-sign-in-link.ts'
import type { Store } from '../src/actions/ports.ts'
import { createWorld } from '../src/app.ts'
import type { Rewire, World } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import type { AlertView } from '../src/contract/alert-view.ts'
import { digestOf } from '../src/contract/digest.ts'
import type { Answer, ClientEventName, ClientToServer, ServerEvent, ServerToClient } from '../src/contract/sockets.ts'
import type { Role } from '../src/domain/person.ts'
import { startRole } from '../src/run.ts'
import { createEmulator } from '../scripts/x-emulator/server.ts'
import { overriding } from './faults/overriding.ts'
import { testDatabase } from './mongo.ts'
import { startRedis } from './redis.ts'
import type { TestRedis } from './redis.ts'

export const X_TOKEN = 'emulator-token-for-tests'

/** A console of somebody signed in, on a real socket, that follows the written contract. */
export interface Console {
  cookie: string
  socket: Socket<ServerToClient, ClientToServer>
  /** Open alerts and those that closed since, newest version of each. */
  alerts: Map<string, AlertView>
  heartbeats: ServerEvent<'heartbeat'>[]
  send<Name extends ClientEventName>(name: Name, event: Parameters<ClientToServer[Name]>[0]): Promise<Answer<Name>>
  /** Waits until some alert satisfies `test`. */
  see(test: (alert: AlertView) => boolean, withinMs?: number): Promise<AlertView>
  /** Whether the console holds what the server's last heartbeat says it should. */
  isConverged(): boolean
  close(): void
}

export interface App {
  url: string
  port: number
  world: World
  store: Store
  redis: TestRedis
  emulator: Awaited<ReturnType<typeof createEmulator>> | null
  folder: string
  /** Moves the store's clock forward. */
  advance(ms: number): void
  signIn(role: Role, scopeId: string): Promise<Console>
  cookieFor(role: Role, scopeId: string): Promise<string>
  stop(): Promise<void>
}

/** The same store by another clock. */
function withClock(store: Store, now: () => number): Store {
  return overriding(store, { now })
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The real application with a real Redis and the real store (MongoDB when PRAHARI_TEST_MONGODB_URI is set), all roles in this process. */
export async function startApp(options: { withX?: boolean; env?: Record<string, string>; roles?: string; rewire?: Rewire } = {}): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-app-'))
  const redis = await startRedis()
  const emulator = options.withX ? await createEmulator({ port: 0, adminPort: 0, token: X_TOKEN, settings: { searchLagMs: 0 } }) : null
  const port = await freePort()
  const mongo = testDatabase(`app${port}`)
  let offset = 0
  const config = readConfig(['web'], {
    PORT: String(port), PRAHARI_DATA: folder, REDIS_URL: redis.url, PRAHARI_LOG_LEVEL: process.env.PRAHARI_TEST_LOG ?? 'silent', PRAHARI_SWEEP_MS: '50', PRAHARI_DRILL_EVERY_MS: '0',
    PRAHARI_ROLES: options.roles ?? (emulator ? 'web,intake-sos,intake-routine,escalate,listen' : 'web,intake-sos,intake-routine,escalate'),
    ...(mongo ? { MONGODB_URI: mongo } : {}),
    ...(emulator ? { PRAHARI_FEED: 'x', PRAHARI_X_BASE_URL: emulator.origin, PRAHARI_X_BEARER_TOKEN: X_TOKEN, PRAHARI_X_RECOVERY_DELAY_MS: '300' } : { PRAHARI_FEED: 'none' }),
    ...options.env,
  })
  const world = await createWorld(config, (ports) => {
    const store = withClock(ports.store, () => ports.store.now() + offset)
    return { store, ...options.rewire?.({ ...ports, store }) }
  })
  for (const role of config.roles) await startRole(world, role)
  const url = `http://localhost:${port}`
  const consoles: Console[] = []
  let people = 0
  const cookieFor: App['cookieFor'] = async (role, scopeId) => {
    const id = `${role}-${++people}`
    await addPerson(world.store, { id, name: `${role} ${people}`, role, scopeId })
    return trade(url, await issueSignInLink(world, id, 1))
  }
  return {
    url, port, world, store: world.store, redis, emulator, folder, cookieFor,
    advance: (ms) => { offset += ms },
    async signIn(role, scopeId) {
      const one = await openConsole(url, await cookieFor(role, scopeId))
      consoles.push(one)
      return one
    },
    async stop() {
      for (const one of consoles) one.close()
      await world.lifecycle.stop('test is over')
      await emulator?.stop()
      await redis.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function trade(url: string, token: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: url }, body: JSON.stringify({ token }) })
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`)
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Connects a console by the written contract and waits for its first snapshot. */
export async function openConsole(url: string, cookie: string): Promise<Console> {
  const socket: Console['socket'] = io(url, { transports: ['websocket'], extraHeaders: { Cookie: cookie, Origin: url }, reconnectionDelay: 100, reconnectionDelayMax: 500 })
  const alerts: Console['alerts'] = new Map()
  const heartbeats: Console['heartbeats'] = []
  const watchers = new Set<() => void>()
  const take = (list: AlertView[]): void => {
    for (const alert of list) if ((alerts.get(alert.id)?.version ?? 0) < alert.version) alerts.set(alert.id, alert)
    for (const watcher of watchers) watcher()
  }
  const open = (): AlertView[] => [...alerts.values()].filter((alert) => alert.isOpen)
  const send: Console['send'] = (name, event) => new Promise((resolve, reject) => {
    socket.timeout(10_000).emit(name as 'snapshot:get', event as never, (error: Error | null, answer: unknown) => (error ? reject(error) : resolve(answer as Answer<typeof name>)))
  })
  socket.on('snapshot', (snapshot) => {
    for (const alert of open()) if (!snapshot.alerts.some((one) => one.id === alert.id)) alerts.delete(alert.id)
    take(snapshot.alerts)
  })
  socket.on('alerts:upsert', (event) => take(event.alerts))
  socket.on('heartbeat', (event) => {
    heartbeats.push(event)
    if (digestOf(open()).hash !== event.digest.hash) void send('snapshot:get', {}).catch(() => undefined)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('snapshot', () => resolve())
    socket.once('connect_error', reject)
  })
  return {
    cookie, socket, alerts, heartbeats, send,
    see: (test, withinMs = 15_000) => new Promise((resolve, reject) => {
      const look = (): void => {
        const found = [...alerts.values()].find(test)
        if (!found) return
        finish()
        resolve(found)
      }
      const timer = setTimeout(() => {
        finish()
        reject(new Error(`not seen within ${withinMs} ms; the console holds ${[...alerts.values()].map((one) => `${one.id} v${one.version} ${one.state} rung ${one.rung}`).join(', ') || 'nothing'}`))
      }, withinMs)
      const finish = (): void => {
        clearTimeout(timer)
        watchers.delete(look)
      }
      watchers.add(look)
      look()
    }),
    isConverged: () => digestOf(open()).hash === heartbeats.at(-1)?.digest.hash,
    close: () => socket.close(),
  }
}
