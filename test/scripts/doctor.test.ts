import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingTable, reasonOf } from '../../scripts/doctor/finding.ts'
import type { Finding } from '../../scripts/doctor/finding.ts'
import { checkInstance } from '../../scripts/doctor/instance.ts'
import { checkRedis } from '../../scripts/doctor/redis.ts'
import { checkRules, checkToken } from '../../scripts/doctor/x.ts'
import { startApp } from '../app.ts'
import type { App } from '../app.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const levels = (findings: readonly Finding[]): string[] => findings.map(({ level, what }) => `${level} ${what}`)

describe('the doctor looks at what runs', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp()
    while (!(await fetch(`${app.url}/health/engine`)).ok) await sleep(50)
  })
  afterAll(() => app.stop())

  it('finds a healthy instance and a healthy Redis', async () => {
    expect(levels(await checkInstance('127.0.0.1', app.port))).toEqual(['ok instance', 'ok ready', 'ok queue', 'ok engine', 'warn audit', 'ok stream'])
    expect(levels(await checkRedis(app.redis.url))).toEqual(['ok redis', 'ok redis log', 'ok redis memory'])
  })

  it('sees a Redis that may forget or evict', async () => {
    const redis = new Redis({ path: app.redis.url.slice('unix://'.length) })
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')
    await redis.config('SET', 'appendonly', 'no')
    expect(levels(await checkRedis(app.redis.url))).toEqual(['ok redis', 'warn redis log', 'FAIL redis memory'])
    redis.disconnect()
  })

  it('sees a Redis that is not there, and a port that another program holds', async () => {
    expect(levels(await checkRedis('unix:///nowhere/redis.sock'))).toEqual(['FAIL redis'])
    const other = createServer((socket) => socket.resume().end('no HTTP at all'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    expect(levels(await checkInstance('127.0.0.1', (other.address() as AddressInfo).port))).toEqual(['FAIL port'])
    await new Promise((resolve) => other.close(resolve))
  })
})

describe('what the doctor tells', () => {
  const secret = 'AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2BuSeid'

  it.each([
    [`Bearer ${secret}`, 'FAIL'], [`"${secret}"`, 'FAIL'], [`${secret} `, 'FAIL'], [`${secret}…`, 'FAIL'], [secret, 'warn'], [secret.repeat(3), 'ok'],
  ])('judges the form of the credentials without showing them: %s', (token, level) => {
    const finding = checkToken(token, 'https://api.x.com')
    expect(finding.level).toBe(level)
    expect(findingTable([finding])).not.toContain('MLhe')
  })

  it('knows rules that are none', () => {
    expect(levels(checkRules('mentions=@PrahariUP\n\nhelp=help lang:en'))).toEqual(['ok x rules'])
    expect(levels(checkRules('@PrahariUP'))).toEqual(['FAIL x rules'])
  })

  it('never tells the credentials of a URL', () => {
    expect(reasonOf(new Error('cannot reach mongodb://user:secret@host/db'))).toBe('cannot reach mongodb://…@host/db')
  })

  it('says all as JSON, and fails when something failed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'prahari-doctor-'))
    const run = (env: Record<string, string>): Promise<{ code: number; findings: Finding[] }> => new Promise((resolve) => {
      const child = execFile(process.execPath, ['scripts/doctor.ts', '--json'], { cwd: ROOT, env: { PATH: process.env.PATH ?? '', PRAHARI_DATA: folder, PRAHARI_FEED: 'none', PORT: '0', ...env } }, (_, stdout) =>
        resolve({ code: child.exitCode ?? -1, findings: JSON.parse(stdout) as Finding[] }))
    })
    const [healthy, wrong] = await Promise.all([run({}), run({ PRAHARI_FEED: 'y', PORT: 'z' })])
    expect(healthy.findings.filter(({ level }) => level === 'FAIL')).toEqual([])
    expect(healthy.findings.map(({ what }) => what)).toEqual(expect.arrayContaining(['node', 'packages', 'consoles', 'settings', 'disk', 'redis', 'store', 'clock', 'port', 'feed']))
    expect(healthy.code).toBe(0)
    expect(levels(wrong.findings).filter((one) => one === 'FAIL settings')).toHaveLength(2)
    expect(wrong.code).toBe(1)
    rmSync(folder, { recursive: true, force: true })
  })
})
