import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { identityOf } from '../../scripts/supervise/identity.ts'
import { keepRunning } from '../../scripts/supervise/keep-running.ts'
import type { Kept } from '../../scripts/supervise/keep-running.ts'
import { openLogFile } from '../../scripts/supervise/log-file.ts'
import { privateRedis } from '../../scripts/supervise/private-redis.ts'

const root = mkdtempSync(join(tmpdir(), 'prahari-private-'))
const kept: Kept[] = []
let serial = 0

afterEach(async () => {
  for (const one of kept.splice(0)) await one.stop(2_000)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A running private Redis, what was shown about it, and the ids of its processes so far. */
async function open(folder: string): Promise<{ url: string; shown: string[]; pids: number[]; kept: Kept }> {
  const shown: string[] = []
  const pids: number[] = []
  const output = { name: 'redis', file: openLogFile(join(root, `redis-${++serial}.log`)), show: (line: string) => void shown.push(line), isVerbose: false }
  const redis = await privateRedis(folder, output)
  const one = keepRunning(redis.plan, { add: (_, pid) => void pids.push(pid), remove: () => undefined })
  kept.push(one)
  await one.ready
  return { url: redis.url, shown, pids, kept: one }
}

async function ask<Answer>(url: string, question: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  const redis = url.startsWith('unix://') ? new Redis({ path: url.slice('unix://'.length) }) : new Redis(url)
  redis.on('error', () => undefined)
  try {
    return await question(redis)
  } finally {
    redis.disconnect()
  }
}

describe('a private Redis', () => {
  it('listens on a socket only, appends every write, and evicts nothing', async () => {
    const { url } = await open(join(root, 'plain'))
    expect(url).toMatch(/^unix:\/\//)
    const settings = await ask(url, (redis) => redis.config('GET', 'port', 'appendonly', 'appendfsync', 'maxmemory-policy', 'aof-load-truncated') as Promise<string[]>)
    const pairs = Object.fromEntries(Array.from({ length: settings.length / 2 }, (_, index) => [settings[index * 2], settings[index * 2 + 1]]))
    expect(pairs).toEqual({ port: '0', appendonly: 'yes', appendfsync: 'everysec', 'maxmemory-policy': 'noeviction', 'aof-load-truncated': 'yes' })
  })

  it('takes a protected loopback port where the path is too long for a socket', async () => {
    const { url } = await open(join(root, 'long'.repeat(30)))
    expect(url).toMatch(/^redis:\/\/:[\w-]{32}@127\.0\.0\.1:\d+$/)
    expect(await ask(url, (redis) => redis.ping())).toBe('PONG')
    const { port } = new URL(url)
    await expect(ask(`redis://127.0.0.1:${port}`, (redis) => redis.get('a'))).rejects.toThrow(/NOAUTH/)
  })

  it('is started again when it is killed, with what it held', async () => {
    const { url, shown, pids } = await open(join(root, 'killed'))
    await ask(url, (redis) => redis.set('kept', 'yes'))
    process.kill(pids[0] ?? Number.NaN, 'SIGKILL')
    while (!shown.includes('redis is running again')) await sleep(20)
    expect(await ask(url, (redis) => redis.get('kept'))).toBe('yes')
    expect(shown[0]).toBe('redis ended unexpectedly (SIGKILL); starting it again in 0.2 s')
  })

  it('starts over a log that was cut off in the middle of a write', async () => {
    const folder = join(root, 'truncated')
    const first = await open(folder)
    await ask(first.url, async (redis) => { for (let i = 0; i < 50; i++) await redis.set(`key${i}`, 'a value of some length') })
    await first.kept.stop(2_000)
    const log = incrementalLog(folder)
    truncateSync(log, readFileSync(log).length - 11)
    const second = await open(folder)
    expect(await ask(second.url, (redis) => redis.dbsize())).toBe(49)
  })

  it('puts a log aside that cannot be read at all, says so, and starts empty', async () => {
    const folder = join(root, 'broken')
    const first = await open(folder)
    await ask(first.url, (redis) => redis.set('a', 'b'))
    await first.kept.stop(2_000)
    writeFileSync(incrementalLog(folder), `*3\r\n$3\r\nSET\r\ngarbage in the middle\r\n${'x'.repeat(500)}`)
    const second = await open(folder)
    expect(await ask(second.url, (redis) => redis.dbsize())).toBe(0)
    expect(second.shown.join('\n')).toContain('put aside')
    expect(existsSync(join(folder, 'appendonlydir.broken'))).toBe(true)
  })

  it('ends when whoever started it is killed', async () => {
    const folder = join(root, 'orphan')
    const module = fileURLToPath(new URL('../../scripts/supervise/private-redis.ts', import.meta.url))
    const code = `
      const { privateRedis } = await import(${JSON.stringify(module)})
      const { plan } = await privateRedis(${JSON.stringify(folder)}, {})
      const child = plan.spawn()
      await plan.whenReady(child, new AbortController().signal)
      console.log(child.pid)`
    const starter = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
    const pid = await new Promise<number>((resolve) => starter.stdout.once('data', (data: Buffer) => resolve(Number(data.toString()))))
    expect(identityOf(pid)).not.toBeNull()
    starter.kill('SIGKILL')
    while (identityOf(pid) !== null) await sleep(20)
    expect(existsSync(join(folder, 'redis.pid'))).toBe(false)
  })
})

/** The part of the append-only log that the last writes went to. */
function incrementalLog(folder: string): string {
  const name = readdirSync(join(folder, 'appendonlydir')).find((one) => one.endsWith('.incr.aof'))
  return join(folder, 'appendonlydir', name ?? '')
}
