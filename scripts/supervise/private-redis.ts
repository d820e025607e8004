import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Output } from './child-output.ts'
import { freePort } from './free-port.ts'
import type { ChildPlan } from './keep-running.ts'

/** Longest path of a Unix socket that every system takes (sun_path is 104 bytes on some). */
const MAX_SOCKET_PATH = 100
const PROBE_MS = 25
/** A dataset that is loaded at start makes Redis answer -LOADING for a while. */
const READY_LIMIT_MS = 60_000

/**
 * The shell becomes redis-server; before that it leaves a watcher behind on our end of its standard input. When we are gone,
 * however that came, the pipe closes and the watcher ends Redis.
 */
const WRAPPER = 'exec 3<&0; (cat <&3 >/dev/null; kill -TERM $$ 2>/dev/null) & exec 3<&-; exec redis-server "$1" </dev/null'

export interface PrivateRedis {
  url: string
  plan: ChildPlan
}

/** A Redis of our own in `folder`: append-only, never evicting, reachable by this user of this machine alone. */
export async function privateRedis(folder: string, output: Output): Promise<PrivateRedis> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const socket = join(folder, 'redis.sock')
  const isShort = Buffer.byteLength(socket) < MAX_SOCKET_PATH
  const access = isShort ? { socket } : { port: await freePort(), password: randomBytes(24).toString('base64url') }
  const configFile = join(folder, 'redis.conf')
  writeFileSync(configFile, redisConfig(folder, access), { mode: 0o600 })
  return {
    url: access.port === undefined ? `unix://${access.socket}` : `redis://:${access.password}@127.0.0.1:${access.port}`,
    plan: {
      output: { ...output, isPlain: true },
      spawn: () => {
        rmSync(socket, { force: true })
        // In a process group of its own: a Ctrl-C at the terminal must not end it before those who still write to it.
        return spawn('sh', ['-c', WRAPPER, 'redis-server', configFile], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'], detached: true })
      },
      whenReady: (_, signal) => untilReady(access, signal),
      askToStop: (child) => {
        child.stdin?.end()
        child.kill('SIGTERM')
      },
      onFailedStart: () => setAside(folder, output),
    },
  }
}

type Access = { socket: string; port?: undefined } | { port: number; password: string }

function redisConfig(folder: string, access: Access): string {
  const quote = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`
  const door = access.port === undefined
    ? ['port 0', `unixsocket ${quote(access.socket)}`, 'unixsocketperm 700']
    : [`port ${access.port}`, 'bind 127.0.0.1', `requirepass ${access.password}`]
  return [
    '# Written anew at every npm start.',
    ...door,
    'protected-mode yes',
    `dir ${quote(folder)}`,
    `pidfile ${quote(join(folder, 'redis.pid'))}`,
    'daemonize no',
    'databases 1',
    'appendonly yes',
    'appendfsync everysec',
    'aof-load-truncated yes',
    'maxmemory-policy noeviction',
    'save ""',
    '',
  ].join('\n')
}

/** Asks until Redis answers PONG. Rejects when the signal ends it or the limit is over. */
async function untilReady(access: Access, signal: AbortSignal): Promise<void> {
  const end = performance.now() + READY_LIMIT_MS
  while (performance.now() < end) {
    if (await answers(access)) return
    await sleep(PROBE_MS, undefined, { signal })
  }
  throw new Error('Redis does not answer')
}

function answers(access: Access): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = access.port === undefined ? connect(access.socket) : connect(access.port, '127.0.0.1')
    const finish = (isUp: boolean): void => {
      probe.destroy()
      resolve(isUp)
    }
    let text = ''
    probe.setTimeout(1_000, () => finish(false))
    probe.once('error', () => finish(false))
    probe.once('connect', () => probe.write(`${access.port === undefined ? '' : `AUTH ${access.password}\r\n`}PING\r\n`))
    probe.on('data', (data) => {
      text += data.toString()
      if (text.includes('+PONG')) finish(true)
      else if (/^-(?!$)/m.test(text) && text.endsWith('\r\n')) finish(false)
    })
  })
}

/**
 * A log that Redis cannot load is put aside, not deleted. Nothing is lost by it: the ledger is the store, and the sweeps queue
 * again what was waiting.
 */
function setAside(folder: string, output: Output): void {
  const log = join(folder, 'appendonlydir')
  if (!existsSync(log)) return
  const aside = `${log}.broken`
  rmSync(aside, { recursive: true, force: true })
  renameSync(log, aside)
  output.show(`redis: its append-only file could not be loaded and was put aside as ${aside}; what was queued is queued again from the store`)
}

