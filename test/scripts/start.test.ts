import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { versionProblem } from '../../scripts/prepare/node-version.mjs'
import { arePackagesInstalled } from '../../scripts/prepare/packages.mjs'
import { countReport } from '../../scripts/prepare/tests.mjs'
import { identityOf } from '../../scripts/supervise/identity.ts'
import { readRunFile } from '../../scripts/supervise/run-file.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'prahari-start-'))
const running: ChildProcess[] = []

interface Started {
  child: ChildProcess
  output: () => string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
  /** Resolves with the output once it holds `text`; with all of it when the process ended before. */
  says: (text: string) => Promise<string>
}

/** npm start as npm would run it, with these settings and no others. */
function start(env: Record<string, string>): Started {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env: { PATH, HOME, PRAHARI_FEED: 'none', MONGODB_URI: '', REDIS_URL: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let output = ''
  const listeners = new Set<() => void>()
  const take = (data: Buffer): void => {
    output += data.toString()
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return {
    child, ended, output: () => output,
    says: (text) => new Promise((resolve) => {
      const look = (): void => { if (output.includes(text)) resolve(output) }
      listeners.add(look)
      void ended.then(() => resolve(output))
      look()
    }),
  }
}

/** Ids of everything that a start runs, the supervisor included. */
function processesOf(data: string): number[] {
  const run = readRunFile(data)
  return run ? [run.supervisor.pid, ...run.children.map(({ pid }) => pid)] : []
}

async function untilGone(pids: readonly number[]): Promise<void> {
  while (pids.some((pid) => identityOf(pid) !== null)) await sleep(20)
}

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    await ended
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what a person has to put right is one sentence and a failure', () => {
  it.each([
    ['18.20.4', true], ['20.18.3', true], ['20.19.0', false], ['20.20.2', false], ['22.0.0', false], ['24.21.0', false], ['9.0.0', true],
  ])('Node %s is too old: %s', (version, isOld) => {
    const problem = versionProblem(version)
    expect(problem !== null).toBe(isOld)
    if (problem !== null) expect(problem).toMatch(/^Prahari needs Node 20\.19 or newer, and this is Node [\d.]+: [^.\n]+\.[^\n]*$/)
  })

  it('a taken port', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const one = start({ PORT: String(port), PRAHARI_DATA: join(folder, 'taken') })
    expect(await one.ended).toBe(1)
    expect(one.output()).toBe(`Port ${port} is taken by another program: stop that program, or set PORT to another port.\n`)
    await new Promise((resolve) => taken.close(resolve))
  })

  it('a data folder that cannot be written', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const one = start({ PORT: '0', PRAHARI_DATA: join(file, 'data') })
    expect(await one.ended).toBe(1)
    expect(one.output()).toMatch(/^The data folder \S+ cannot be written \(ENOTDIR\): [^\n]+\n$/)
  })

  it('a missing redis-server that may not be installed from here', async () => {
    const one = start({ PORT: '0', PRAHARI_DATA: join(folder, 'no-redis'), PATH: join(folder, 'no-programs') })
    expect(await one.ended).toBe(1)
    expect(one.output()).toMatch(/^redis-server is missing and may not be installed from here: install redis-server \([^\n]+\) and run this again\.\n$/)
  })

  it('all problems of the configuration at once', async () => {
    const one = start({ PORT: 'http', PRAHARI_DATA: join(folder, 'wrong'), PRAHARI_FEED: 'y', PRAHARI_X_HANDLE: '@up', MONGODB_URI: 'postgres://x' })
    expect(await one.ended).toBe(1)
    expect(one.output()).toMatch(/^The configuration has 4 problems:\n/m)
    for (const name of ['PORT', 'PRAHARI_FEED', 'PRAHARI_X_HANDLE', 'MONGODB_URI']) expect(one.output()).toContain(`  - ${name} `)
    expect(one.output()).not.toContain('postgres')
  })
})

// Everything is started four times: on a busy machine that takes its time.
describe('one start', { timeout: 90_000 }, () => {
  const data = join(folder, 'data')
  const env = { PORT: '0', PRAHARI_DATA: data }

  it('is ready with one line, offers a first administrator a link, refuses a second start, and ends whole on Ctrl-C', async () => {
    const one = start(env)
    const [ready, ...others] = (await one.says('#')).split('\n').filter((line) => line.startsWith('Prahari is ready'))
    expect(others).toEqual([])
    expect(ready).toMatch(/^Prahari is ready: http:\/\/localhost:\d+$/)
    const url = ready?.split(': ')[1] ?? ''
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(await (await fetch(`${url}/`)).text()).toContain('<!doctype html>')

    const [link] = JSON.parse(readFileSync(join(data, 'sign-in-links.json'), 'utf8')) as { role: string; url: string }[]
    expect(link).toMatchObject({ role: 'admin', url: expect.stringContaining(`${url}/sign-in#`) as string })
    expect(statSync(join(data, 'sign-in-links.json')).mode & 0o077).toBe(0)

    const second = start(env)
    expect(await second.ended).toBe(1)
    expect(second.output()).toMatch(/^Prahari already runs on the data folder \S+ \(process \d+\): .+$/m)

    const pids = processesOf(data)
    expect(pids.length).toBe(4)
    one.child.kill('SIGINT')
    expect(await one.ended).toBe(0)
    expect(pids.filter((pid) => identityOf(pid) !== null)).toEqual([])
    expect(readRunFile(data)).toBeNull()
  })

  it('a role that dies is started again; a start that is killed leaves nothing running; the next one recovers', async () => {
    const one = start(env)
    expect(await one.says('Prahari is ready')).toContain('Prahari is ready')
    // Not a number is refused; 0 would be all of us.
    process.kill(readRunFile(data)?.children.find(({ name }) => name === 'web')?.pid ?? Number.NaN, 'SIGKILL')
    expect(await one.says('web is running again')).toMatch(/web ended unexpectedly \(SIGKILL\); starting it again in 0.2 s/)
    const pids = processesOf(data)
    process.kill(pids[0] ?? Number.NaN, 'SIGKILL')
    await untilGone(pids)
    const next = start(env)
    expect(await next.says('Prahari is ready')).toContain('Prahari is ready')
    expect(processesOf(data).some((pid) => pids.includes(pid))).toBe(false)
  })
})

describe('what is installed', () => {
  const root = join(folder, 'project')
  const lock = (packages: Record<string, object>): string => JSON.stringify({ packages })
  const installed = (wanted: Record<string, object>, present: Record<string, object>): boolean => {
    mkdirSync(join(root, 'node_modules'), { recursive: true })
    writeFileSync(join(root, 'package-lock.json'), lock({ '': {}, ...wanted }))
    writeFileSync(join(root, 'node_modules/.package-lock.json'), lock(present))
    return arePackagesInstalled(root)
  }

  it('counts only when every package is there in the version that is locked', () => {
    expect(arePackagesInstalled(join(folder, 'nowhere'))).toBe(false)
    expect(installed({ a: { version: '1.0.0' } }, { a: { version: '1.0.0' } })).toBe(true)
    expect(installed({ a: { version: '1.0.1' } }, { a: { version: '1.0.0' } })).toBe(false)
    expect(installed({ a: { version: '1.0.0' }, b: { version: '2.0.0', dev: true } }, { a: { version: '1.0.0' } })).toBe(false)
    expect(installed({ a: { version: '1.0.0' }, c: { version: '2.0.0', optional: true } }, { a: { version: '1.0.0' } })).toBe(true)
  })
})

describe('counting tests', () => {
  const passed = { status: 'passed' }
  const failed = { status: 'failed' }

  it('counts what failed outside a test too', () => {
    expect(countReport({ testResults: [{ status: 'passed', assertionResults: [passed, passed] }] }, 0)).toEqual({ passed: 2, failed: 0 })
    expect(countReport({ testResults: [{ status: 'failed', assertionResults: [passed, failed] }] }, 1)).toEqual({ passed: 1, failed: 1 })
    expect(countReport({ testResults: [{ status: 'failed', assertionResults: [] }] }, 1)).toEqual({ passed: 0, failed: 1 })
    expect(countReport({ testResults: [{ status: 'passed', assertionResults: [passed] }] }, 1)).toEqual({ passed: 1, failed: 1 })
    expect(countReport(null, 1)).toEqual({ passed: 0, failed: 1 })
  })
})
