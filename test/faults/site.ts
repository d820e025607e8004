import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addPerson } from '../../src/actions/add-person.ts'
import { issueSignInLink } from '../../src/actions/issue-sign-in-link.ts'
import type { Store } from '../../src/actions/ports.ts'
import { signIn } from '../../src/actions/sign-in.ts'
import { nodeCrypto as crypto, openStore } from '../../src/app.ts'
import type { Role } from '../../src/domain/person.ts'
import { freePort, X_TOKEN } from '../app.ts'
import { startRedis } from '../redis.ts'
import type { TestRedis } from '../redis.ts'
import { createRaise } from './alerts.ts'
import type { Raise } from './alerts.ts'
import { keep } from './process.ts'
import type { KeptProcess } from './process.ts'
import { ordersEnv } from './rewire.ts'
import type { FaultOrders } from './rewire.ts'
import { openScreen } from './screen.ts'
import type { Screen } from './screen.ts'
import type { News } from './watch.ts'

export interface RoleOptions {
  /** Orders of each life, or of all. */
  orders?: FaultOrders | ((life: number) => FaultOrders)
  env?: Record<string, string>
  onNews?: (news: News) => void
}

export interface Person {
  id: string
  cookie: string
}

export interface PersonalScreen extends Screen {
  person: Person
}

/** A whole Prahari of its own: a private Redis, the real store in a temporary folder, roles as processes that can be killed. */
export interface Site {
  store: Store
  redis: TestRedis
  raise: Raise
  /** Starts roles in one process and waits until it is at work. */
  start(name: string, roles: string, options?: RoleOptions): Promise<KeptProcess>
  /** The same with a web server; answers its port too, which stays the same through every life. */
  startWeb(name: string, roles: string, options?: RoleOptions): Promise<{ process: KeptProcess; port: number }>
  /** A new person with an open session. */
  person(role: Role, scopeId: string): Promise<Person>
  /** A console of that person, at a web port or at a NetworkPath in front of one. */
  screen(person: Person, ports: { web: number; path?: number }): Promise<PersonalScreen>
  /** Ends that nobody ordered, of all processes. */
  crashes(): string[]
  stop(): Promise<void>
}

export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-faults-'))
  const redis = await startRedis()
  const store = await openStore({ MONGODB_URI: undefined, dataFolder: folder })
  const processes: KeptProcess[] = []
  const screens: Screen[] = []
  let people = 0

  const start: Site['start'] = async (name, roles, { orders = {}, env = {}, onNews } = {}) => {
    const base = {
      PRAHARI_ROLES: roles, PRAHARI_DATA: folder, REDIS_URL: redis.url, PRAHARI_FEED: 'none', PRAHARI_DRILL_EVERY_MS: '0', PRAHARI_LOG_LEVEL: 'silent', NODE_ENV: 'test', ...env,
    }
    const kept = keep(name, (life) => ({ ...base, ...ordersEnv(typeof orders === 'function' ? orders(life) : orders) }), onNews)
    processes.push(kept)
    await kept.ready()
    return kept
  }
  return {
    store, redis, start, raise: createRaise(store),
    async person(role, scopeId) {
      const id = `${role}-${++people}`
      await addPerson(store, { id, name: `${role} ${people}`, role, scopeId })
      const link = await issueSignInLink({ store, crypto }, id, 1)
      const { token } = await signIn({ store, crypto, sessionHours: 12 }, link)
      return { id, cookie: `prahari=${token}` }
    },
    async startWeb(name, roles, options = {}) {
      const port = await freePort()
      return { port, process: await start(name, roles, { ...options, env: { PORT: String(port), ...options.env } }) }
    },
    async screen(person, ports) {
      const screen = await openScreen({ url: `http://127.0.0.1:${ports.path ?? ports.web}`, origin: `http://127.0.0.1:${ports.web}`, cookie: person.cookie })
      screens.push(screen)
      return { ...screen, person }
    },
    crashes: () => processes.flatMap((one) => one.crashes),
    async stop() {
      for (const screen of screens) screen.close()
      await Promise.all(processes.map((one) => one.stop()))
      await store.close()
      await redis.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a listener needs to hear an emulator, with the waits of a test. */
export function hearing(origin: string, recoveryDelayMs: number): Record<string, string> {
  return { PRAHARI_FEED: 'x', PRAHARI_X_BASE_URL: origin, PRAHARI_X_BEARER_TOKEN: X_TOKEN, PRAHARI_X_RECOVERY_DELAY_MS: String(recoveryDelayMs) }
}
