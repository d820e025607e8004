import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'

let folder: string
let file: string
const children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prahari-processes-'))
  file = join(folder, 'prahari.sqlite')
})
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill))
  rmSync(folder, { recursive: true, force: true })
})

/** A writing process and what it has printed so far. */
function startWriter(name: string): { child: ChildProcess; acknowledged: string[]; refusals: string[] } {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./child.ts', import.meta.url)), file, name], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const acknowledged: string[] = []
  const refusals: string[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) (line.startsWith('+') ? acknowledged : refusals).push(line.slice(1))
  })
  return { child, acknowledged, refusals }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
}

async function expectAllStored(ids: readonly string[]): Promise<void> {
  const store = await openSqliteStore({ file })
  const stored = new Set((await store.quarantine.keys({ index: 'byReceived', limit: 1_000_000 })).map(({ id }) => id))
  expect(ids.filter((id) => !stored.has(id))).toEqual([])
  await store.close()
}

function integrity(): unknown {
  const db = new DatabaseSync(file)
  const [answer] = db.prepare('PRAGMA integrity_check').all()
  db.close()
  return answer?.integrity_check
}

const until = (holds: () => boolean): Promise<void> => vi.waitUntil(holds, { timeout: 20_000, interval: 5 }).then(() => undefined)

describe('P7 what was answered survives', () => {
  it('keeps every acknowledged insert when a writing process is killed, five times over', async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < 5; round++) {
      const writer = startWriter(`round${round}`)
      await until(() => writer.acknowledged.length > 100 + round * 150)
      await kill(writer.child)
      acknowledged.push(...writer.acknowledged)
      await expectAllStored(acknowledged)
      expect(integrity()).toBe('ok')
    }
    expect(acknowledged.length).toBeGreaterThan(2_000)
  })

  it('keeps what two processes and this one write to one file, one of them killed while it writes', async () => {
    const [first, second] = [startWriter('first'), startWriter('second')]
    await until(() => first.acknowledged.length > 100 && second.acknowledged.length > 100)
    const store = await openSqliteStore({ file })
    const own = Array.from({ length: 100 }, (_, at) => `own-${at}`)
    for (const id of own) expect(await store.counters.insertMany([{ id, version: 1, next: 0 }])).toEqual(['inserted'])
    const before = second.acknowledged.length
    await kill(first.child)
    await until(() => second.acknowledged.length > before + 200)
    await kill(second.child)
    expect(await store.counters.getMany(own)).toHaveLength(own.length)
    await store.close()
    expect([...first.refusals, ...second.refusals]).toEqual([])
    await expectAllStored([...first.acknowledged, ...second.acknowledged])
    expect(integrity()).toBe('ok')
  })
})

describe('P16 a disk that takes no more', () => {
  it('refuses loudly, tells no success, and writes again by itself when there is room', async () => {
    const writer = startWriter('starved')
    await until(() => writer.acknowledged.length > 200)
    const limit = (bytes: string): void => { execFileSync('prlimit', ['--pid', String(writer.child.pid), `--fsize=${bytes}:unlimited`]) }
    limit('65536')
    await until(() => writer.refusals.length > 50)
    const duringFault = writer.acknowledged.length
    limit('unlimited')
    await until(() => writer.acknowledged.length > duringFault + 200)
    await kill(writer.child)
    expect(new Set(writer.refusals)).toEqual(new Set(['unavailable']))
    await expectAllStored(writer.acknowledged)
    expect(integrity()).toBe('ok')
  })
})
