import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../../src/app.ts'
import type { Role } from '../../src/domain/person.ts'
import { startRedis } from '../../test/redis.ts'
import { cookieFor, freePort } from './layout.ts'
import type { Run } from './layout.ts'
import { startNode } from './processes.ts'
import type { Running } from './processes.ts'
import { atMost, ratioAtMost, row, write } from './row.ts'
import type { Row } from './row.ts'
import { median } from './statistics.ts'

/** Which server the consoles are connected to: the product's, bare WebSockets, or bare Socket.IO. */
const KINDS = ['prahari', 'ws', 'socket.io'] as const
type Kind = (typeof KINDS)[number]

const CONSOLES = 1_000
const PER_PERSON = 40
const PAUSE_MS = 60
/** Everybody whose area holds the alert's station, so that each console gets each alert, in rooms of both renditions. */
const PEOPLE: readonly [Role, string][] = [['wall', 'up'], ['supervisor', 'up'], ['desk', 'z-lucknow'], ['officer', 'lucknow'], ['supervisor', 'c-lucknow']]

/** A server with its consoles, in two processes. */
interface Hall {
  server: Running
  clients: Running
  /** Memory that each console holds in the server after a collection (JavaScript heap and what hangs on it), bytes. */
  bytesEach: number
  /** From each announcement until the last console had it, milliseconds. */
  took: number[]
  /** In each round, the longest stretch in which the server's loop did not turn, milliseconds. */
  blocks: number[]
}

/** One alert to a thousand consoles, against the same bytes over bare WebSockets and bare Socket.IO. The three take turns. */
export async function benchBroadcast(run: Run): Promise<Row[]> {
  const rounds = run.isQuick ? 7 : 21
  const folder = mkdtempSync(join(tmpdir(), 'prahari-bench-'))
  const redis = await startRedis()
  const halls: Hall[] = []
  try {
    for (const kind of KINDS) halls.push(await open(run, kind, folder, redis.url))
    const frame = await play(halls, rounds)
    const [ours, bare, socketIo] = halls
    if (!ours || !bare || !socketIo) throw new Error('three servers were to be compared')
    const of = { bench: 'broadcast' }
    return [
      row({
        ...of, name: `to the last of ${write(CONSOLES)} consoles`, value: median(ours.took), unit: 'ms', limit: { name: 'bare ws, same bytes', value: median(bare.took) },
        aim: ratioAtMost(1.15, 'bare ws'), note: `median of ${rounds}, ${frame.length} characters. Bare Socket.IO ${write(median(socketIo.took))} ms`,
      }),
      row({
        ...of, name: 'memory per console', value: ours.bytesEach / 1024, unit: 'KiB', limit: { name: 'bare Socket.IO', value: socketIo.bytesEach / 1024 },
        aim: ratioAtMost(1.5, 'bare Socket.IO'), note: `bare ws ${write(bare.bytesEach / 1024)} KiB`,
      }),
      row({
        ...of, name: 'longest block of the loop by a broadcast', value: median(ours.blocks), unit: 'ms', limit: { name: 'bare ws', value: median(bare.blocks) },
        aim: atMost(10, 'ms'), note: `median of ${rounds}`,
      }),
    ]
  } finally {
    await Promise.all(halls.flatMap(({ server, clients }) => [clients.stop(), server.stop()]))
    await redis.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function open(run: Run, kind: Kind, folder: string, redisUrl: string): Promise<Hall> {
  const port = await freePort()
  const server = await startNode({ name: `broadcast-${kind}`, entry: 'scripts/bench/parts/broadcast-server.ts', execArgv: ['--expose-gc'], folder, profile: run.profile })
  const clients = await startNode({ name: `broadcast-${kind}-clients`, entry: 'scripts/bench/parts/broadcast-clients.ts', folder })
  await server.ask('listen', {
    kind, port, env: { NODE_ENV: 'production', PORT: String(port), PRAHARI_DATA: folder, REDIS_URL: redisUrl, PRAHARI_LOG_LEVEL: 'warn', PRAHARI_FEED: 'none' },
  })
  const url = `http://localhost:${port}`
  const cookies = kind === 'prahari' ? await signInEverybody(folder, url) : ['']
  const before = Number((await server.ask('memory')).held)
  await clients.ask('connect', { kind, url, cookies, count: CONSOLES })
  await sleep(500)
  return { server, clients, bytesEach: (Number((await server.ask('memory')).held) - before) / CONSOLES, took: [], blocks: [] }
}

/** Each round goes through every hall; the product's alert comes first, the others send the same bytes. Answers the frame. */
async function play(halls: readonly Hall[], rounds: number): Promise<string> {
  let frame = ''
  for (let round = 0; round < rounds; round++) {
    const marker = `case-${8_000_000_000_000_000_000n + BigInt(round)}`
    for (const { server, clients, took, blocks } of halls) {
      await clients.ask('expect', { marker })
      await server.ask('watch-loop')
      const announced = await server.ask('announce', { marker, frame })
      frame = String(announced.frame)
      took.push(Number((await clients.ask('arrival', {}, 10_000)).lastAt) - Number(announced.at))
      blocks.push(Number((await server.ask('loop')).blockMs))
      await sleep(PAUSE_MS)
    }
  }
  return frame
}

/** Cookies of enough people that nobody has more consoles than one may. */
async function signInEverybody(folder: string, url: string): Promise<string[]> {
  const store = await openStore({ MONGODB_URI: undefined, dataFolder: folder })
  try {
    const cookies: string[] = []
    for (let person = 0; person * PER_PERSON < CONSOLES; person++) {
      const [role, scopeId] = PEOPLE[person % PEOPLE.length] ?? ['wall', 'up']
      cookies.push(await cookieFor(store, url, { id: `console-${person}`, role, scopeId }))
    }
    return cookies
  } finally {
    await store.close()
  }
}
