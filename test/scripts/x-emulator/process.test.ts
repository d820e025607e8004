import { execFile, fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const MAIN = new URL('../../../scripts/x-emulator/main.ts', import.meta.url).pathname
const INJECT = new URL('../../../scripts/inject.ts', import.meta.url).pathname
const run = promisify(execFile)
let folder: string
let child: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'x-emulator-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  child = undefined
  rmSync(folder, { recursive: true, force: true })
})

interface Ready {
  ready: true
  origin: string
  adminOrigin: string
  pid: number
}

async function start(...flags: string[]): Promise<Ready> {
  const started = spawn(process.execPath, [MAIN, '--data', folder, '--pace', '0', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] })
  child = started
  const [line] = (await once(started.stdout, 'data')) as [Buffer]
  return JSON.parse(line.toString()) as Ready
}

async function inject(...flags: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await run(process.execPath, [INJECT, '--data', folder, ...flags])) }
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string }
  }
}

describe('the emulator as a process', () => {
  it('says where it is, takes posts by `npm run inject`, and stops on SIGTERM', async () => {
    const ready = await start()
    expect(ready.ready).toBe(true)
    expect(JSON.parse(readFileSync(join(folder, 'x-emulator.json'), 'utf8'))).toEqual({ origin: ready.origin, adminOrigin: ready.adminOrigin, pid: ready.pid })
    const one = await inject('--text', '@PrahariUP aag lagi hai', '--author', 'asha')
    expect(one.stdout).toMatch(/^\d{19}\n$/)
    const file = join(folder, 'posts.jsonl')
    writeFileSync(file, '{"text":"a"}\n\n{"text":"b","author":"ravi"}\n')
    expect((await inject('--file', file)).stdout.trim().split('\n')).toHaveLength(2)
    child?.kill('SIGTERM')
    const [code] = child ? await once(child, 'exit') : [undefined]
    expect(code).toBe(0)
    expect(existsSync(join(folder, 'x-emulator.json'))).toBe(false)
  })

  it('stops when its parent lets go', async () => {
    const forked = fork(MAIN, ['--data', folder, '--pace', '1000'], { stdio: 'ignore' })
    child = forked
    const [message] = (await once(forked, 'message')) as [Ready]
    expect(message.ready).toBe(true)
    forked.disconnect()
    expect((await once(forked, 'exit'))[0]).toBe(0)
  })

  it('names what is wrong with its flags', async () => {
    await expect(run(process.execPath, [MAIN, '--data', folder, '--port', '99999999'])).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/--port/) })
  })

  it('says one sentence when the port is taken', async () => {
    const { origin } = await start()
    const taken = run(process.execPath, [MAIN, '--data', join(folder, 'other'), '--port', new URL(origin).port])
    await expect(taken).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^The emulator cannot start: .*EADDRINUSE.*\n$/) })
  })
})

describe('npm run inject', () => {
  it('says so when nothing runs, also when a dead emulator left its file', async () => {
    expect(await inject('--text', 'a')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^No emulator is running/) })
    const { origin, adminOrigin, pid } = await start()
    child?.kill('SIGKILL')
    if (child) await once(child, 'exit')
    expect(JSON.parse(readFileSync(join(folder, 'x-emulator.json'), 'utf8'))).toEqual({ origin, adminOrigin, pid })
    expect(await inject('--text', 'a')).toMatchObject({ code: 1, stderr: expect.stringMatching(/is gone/) })
  })

  it('names the bad line or the refused field', async () => {
    await start()
    const file = join(folder, 'posts.jsonl')
    writeFileSync(file, '{"text":"a"}\nnonsense\n')
    expect((await inject('--file', file)).stderr).toContain('line 2 is not JSON')
    expect((await inject('--text', 'a', '--author', 'not a name')).stderr).toContain('author')
    expect((await inject('--file', join(folder, 'none.jsonl'))).stderr).toContain('cannot be read')
    expect((await inject()).code).toBe(1)
  })
})
