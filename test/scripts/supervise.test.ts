import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { shorten } from '../../scripts/supervise/child-output.ts'
import { identityOf } from '../../scripts/supervise/identity.ts'
import { keepRunning } from '../../scripts/supervise/keep-running.ts'
import { openLogFile } from '../../scripts/supervise/log-file.ts'
import { claimRun, readRunFile, runFilePath } from '../../scripts/supervise/run-file.ts'
import { linkTable } from '../../scripts/supervise/sign-in-links.ts'

const folder = mkdtempSync(join(tmpdir(), 'prahari-supervise-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const exited = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve))

describe('a log file', () => {
  it('is bounded: two older ones are kept, the oldest is dropped', () => {
    const path = join(folder, 'bounded/web.log')
    const file = openLogFile(path, 50)
    for (let line = 0; line < 20; line++) file.write(`line ${line} of twenty`)
    file.close()
    const kept = [`${path}.2`, `${path}.1`, path].map((one) => readFileSync(one, 'utf8')).join('')
    expect(kept).toMatch(/line 18 of twenty\nline 19 of twenty\n$|line 19 of twenty\n$/)
    expect(kept.length).toBeLessThan(50 * 4)
    expect(existsSync(`${path}.3`)).toBe(false)
  })
})

describe('the terminal', () => {
  it('shows warnings and errors as one short line, and nothing else', () => {
    expect(shorten('{"level":30,"msg":"ready"}')).toBeNull()
    expect(shorten('{"level":40,"msg":"adapter trouble","what":"redis","err":{"message":"ECONNREFUSED","stack":"long"}}')).toBe('warning: adapter trouble – redis – ECONNREFUSED')
    expect(shorten('{"level":50,"msg":"request failed"}')).toBe('error: request failed')
    expect(shorten('no JSON')).toBeNull()
    expect(shorten('null')).toBeNull()
  })

  it('lists links in columns', () => {
    const scope = '/up/'
    expect(linkTable([
      { personId: 'a', role: 'wall', name: 'Wall', scope, url: 'http://x/sign-in#1' },
      { personId: 'b', role: 'supervisor', name: 'A longer name', scope, url: 'http://x/sign-in#2' },
    ])).toBe('  wall        Wall           http://x/sign-in#1\n  supervisor  A longer name  http://x/sign-in#2\n')
  })
})

describe('keeping a child running', () => {
  it('gives up on one that was never ready, after trying, in one sentence', async () => {
    const shown: string[] = []
    let spawned = 0
    const kept = keepRunning({
      output: { name: 'hopeless', file: openLogFile(join(folder, 'hopeless.log')), show: (line) => void shown.push(line), isVerbose: false },
      spawn: () => {
        spawned++
        return spawn(process.execPath, ['-e', 'console.error("no such luck"); process.exit(3)'], { stdio: ['ignore', 'pipe', 'pipe'] })
      },
      whenReady: () => new Promise(() => undefined),
      askToStop: (child) => void child.kill(),
    }, { add: () => undefined, remove: () => undefined })
    await expect(kept.ready).rejects.toThrow(/^hopeless cannot start \(exit code 3\): [^\n]+$/)
    expect(spawned).toBe(4)
    expect(shown).toContain('hopeless: no such luck')
  })

  it('kills one that does not stop when asked', async () => {
    const pids: number[] = []
    const kept = keepRunning({
      output: { name: 'stubborn', file: openLogFile(join(folder, 'stubborn.log')), show: () => undefined, isVerbose: false },
      spawn: () => spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)'], { stdio: ['ignore', 'pipe', 'pipe'] }),
      whenReady: (child) => new Promise((resolve) => child.stdout?.once('data', () => resolve())),
      askToStop: (child) => void child.kill('SIGTERM'),
    }, { add: (_, pid) => void pids.push(pid), remove: () => undefined })
    await kept.ready
    await kept.stop(200)
    expect(pids.map(identityOf)).toEqual([null])
  })
})

describe('the claim on a data folder', () => {
  it('is refused while its holder lives, and told apart from a later process with the same number', async () => {
    const first = await claimRun(folder)
    await expect(claimRun(folder)).rejects.toThrow(/^Prahari already runs on the data folder/)
    const run = readRunFile(folder)
    writeFileSync(runFilePath(folder), JSON.stringify({ ...run, supervisor: { ...run?.supervisor, identity: 'an earlier start' } }))
    const second = await claimRun(folder)
    expect(readRunFile(folder)?.supervisor).toEqual({ name: 'supervisor', pid: process.pid, identity: identityOf(process.pid) })
    second.release()
    first.release()
    expect(readRunFile(folder)).toBeNull()
  })

  it('ends what a killed holder left running, and nothing that only has its number', async () => {
    const leftover = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const [one, two] = [leftover, stranger].map(({ pid }) => pid ?? 0)
    writeFileSync(runFilePath(folder), JSON.stringify({
      supervisor: { name: 'supervisor', pid: 999_999_999, identity: 'gone' }, url: null, redisUrl: null,
      children: [{ name: 'web', pid: one, identity: identityOf(one ?? 0) }, { name: 'listen', pid: two, identity: 'somebody else' }],
    }))
    const ended = exited(leftover)
    const claim = await claimRun(folder)
    await ended
    expect(identityOf(two ?? 0)).not.toBeNull()
    claim.release()
    stranger.kill()
    await exited(stranger)
  })

  it('takes over a file that cannot be read', async () => {
    writeFileSync(runFilePath(folder), 'half a fi')
    const claim = await claimRun(folder)
    expect(readRunFile(folder)?.supervisor.pid).toBe(process.pid)
    claim.release()
  })
})
