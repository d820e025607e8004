import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../../src/app.ts'
import type { Role } from '../../src/domain/person.ts'
import { cookieFor, freePort } from './layout.ts'
import type { Run } from './layout.ts'
import { startNode } from './processes.ts'
import type { Running } from './processes.ts'

/** Which server the consoles are connected to: the product's, bare WebSockets, or bare Socket.IO. */
export type Kind = 'prahari' | 'ws' | 'socket.io'

const PER_PERSON = 40
const ARRIVAL_LIMIT_MS = 10_000
/** Everybody whose area holds the alert's station, so that each console gets each alert, in rooms of both renditions. */
const PEOPLE: readonly [Role, string][] = [['wall', 'up'], ['supervisor', 'up'], ['desk', 'z-lucknow'], ['officer', 'lucknow'], ['supervisor', 'c-lucknow']]

/** A server with its consoles, in two processes. */
export interface Hall {
  kind: Kind
  server: Running
  clients: Running
  /** Memory that each console holds in the server after a collection (JavaScript heap and what hangs on it), bytes. */
  bytesEach: number
  /** Tells every console of one alert, which is marked by its id. @param sample the product's frame, for the bare servers. */
  announce(marker: string, sample: string): Promise<Announced>
}

export interface Announced {
  /** What a console gets. */
  frame: string
  /** Of each console, until it had it, milliseconds. */
  took: number[]
  /** Consoles still connected. */
  open: number
  /** The longest stretch in which the server's loop did not turn, milliseconds. */
  blockMs: number
}

/** Starts a server and connects `count` consoles. @throws Error when one of them does not get in. */
export async function openHall(run: Run, kind: Kind, { folder, redisUrl, count }: { folder: string; redisUrl: string; count: number }): Promise<Hall> {
  const port = await freePort()
  const server = await startNode({ name: `hall-${kind}`, entry: 'scripts/bench/parts/broadcast-server.ts', execArgv: ['--expose-gc'], folder, profile: run.profile })
  const clients = await startNode({ name: `hall-${kind}-clients`, entry: 'scripts/bench/parts/broadcast-clients.ts', folder })
  await server.ask('listen', {
    kind, port, env: { NODE_ENV: 'production', PORT: String(port), PRAHARI_DATA: folder, REDIS_URL: redisUrl, PRAHARI_LOG_LEVEL: 'warn', PRAHARI_FEED: 'none' },
  })
  const url = `http://localhost:${port}`
  const cookies = kind === 'prahari' ? await signInEverybody(folder, url, count) : ['']
  const before = Number((await server.ask('memory')).held)
  await clients.ask('connect', { kind, url, cookies, count }, 120_000)
  await sleep(500)
  const bytesEach = (Number((await server.ask('memory')).held) - before) / count
  return {
    kind, server, clients, bytesEach,
    async announce(marker, sample) {
      await clients.ask('expect', { marker })
      await server.ask('watch-loop')
      const { frame, at } = await server.ask('announce', { marker, frame: sample })
      const { arrivals, open } = await clients.ask('arrival', { limitMs: ARRIVAL_LIMIT_MS }, 2 * ARRIVAL_LIMIT_MS)
      return { frame: String(frame), took: (arrivals as number[]).map((arrivedAt) => arrivedAt - Number(at)), open: Number(open), blockMs: Number((await server.ask('loop')).blockMs) }
    },
  }
}

/** Cookies of enough people that nobody has more consoles than one may. */
async function signInEverybody(folder: string, url: string, count: number): Promise<string[]> {
  const store = await openStore({ MONGODB_URI: undefined, dataFolder: folder })
  try {
    const cookies: string[] = []
    for (let person = 0; person * PER_PERSON < count; person++) {
      const [role, scopeId] = PEOPLE[person % PEOPLE.length] ?? ['wall', 'up']
      cookies.push(await cookieFor(store, url, { id: `console-${person}`, role, scopeId }))
    }
    return cookies
  } finally {
    await store.close()
  }
}
