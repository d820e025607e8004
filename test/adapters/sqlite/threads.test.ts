import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StreamGap } from '../../../src/domain/stream.ts'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import { ThreadLink } from '../../../src/adapters/sqlite/thread-link.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prahari-threads-'))
  file = join(folder, 'prahari.sqlite')
})
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

const gap = (id: string, startedAt: number): StreamGap =>
  ({ id, version: 1, state: 'filled', startedAt, endedAt: null, reason: 'x'.repeat(1_000), recovered: 0, filledAt: null, checkpoints: {}, note: null })
const gaps = (count: number): StreamGap[] => Array.from({ length: count }, (_, at) => gap(`g${at}`, at))

describe('the writer thread', () => {
  it('commits many waiting writes at once', async () => {
    const store = await openSqliteStore({ file })
    const before = store.commits()
    await Promise.all(Array.from({ length: 2_000 }, (_, at) => store.counters.insertMany([{ id: `c${at}`, version: 1, next: at }])))
    const commits = store.commits() - before
    expect(commits).toBeGreaterThan(0)
    expect(commits).toBeLessThan(100)
    await store.close()
  })

  it('waits its turn on the file, then refuses, then goes on by itself', async () => {
    const store = await openSqliteStore({ file }, { busyLimitMs: 100 })
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    const held = store.counters.put({ id: 'a', version: 1, next: 1 })
    await expect(held).rejects.toMatchObject({ name: 'PrahariError', kind: 'unavailable' })
    expect(await store.counters.get('a')).toBeUndefined()
    const waiting = store.counters.put({ id: 'b', version: 1, next: 1 })
    setTimeout(() => other.exec('ROLLBACK'), 20)
    await waiting
    expect(await store.counters.get('b')).toBeDefined()
    other.close()
    await store.close()
  })

  it('gives the error of one write to that write alone', async () => {
    const thread = new ThreadLink(new URL('../../../src/adapters/sqlite/writer.ts', import.meta.url), { file, busyLimitMs: 1_000 }, 'writes')
    await thread.open()
    const insert = (id: string | null): Promise<number[]> =>
      thread.call({ sql: 'INSERT INTO counters (id, version, body) VALUES (?, 1, ?)', rows: [[id, '{}']] }, (values) => values.map(Number))
    const answers = await Promise.allSettled([insert('a'), insert(null), insert('b')])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(answers[1]).toMatchObject({ reason: { kind: 'invalid' } })
    await thread.close()
  })
})

describe('the reader thread', () => {
  it('answers while a big write is under way', async () => {
    const store = await openSqliteStore({ file })
    await store.counters.put({ id: 'c', version: 1, next: 1 })
    const events: string[] = []
    const write = store.gaps.insertMany(gaps(20_000)).then(() => events.push('written'))
    for (let read = 0; read < 20; read++) {
      await store.counters.get('c')
      events.push('read')
    }
    await write
    expect(events.indexOf('written')).toBeGreaterThan(5)
    await store.close()
  })

  it('lets quick reads overtake wide ones, which see what was written before they began', async () => {
    const store = await openSqliteStore({ file })
    const rows = gaps(10_000)
    await store.gaps.insertMany(rows)
    const events: string[] = []
    const wide = [1, 2].map(() => store.gaps.find({ index: 'byStart', limit: 10_000 }).then((found) => {
      events.push('wide')
      return found
    }))
    for (let read = 0; read < 10; read++) {
      await store.gaps.get('g1')
      events.push('quick')
    }
    await store.gaps.put({ ...gap('g0', 0), note: 'changed' })
    expect((await store.gaps.get('g0'))?.note).toBe('changed')
    expect(await Promise.all(wide)).toHaveLength(2)
    expect(events.indexOf('wide')).toBeGreaterThan(5)
    const [first] = await store.gaps.find({ index: 'byStart', limit: 1_000 })
    expect(first?.note).toBe('changed')
    await store.close()
  })
})

describe('a thread that dies', () => {
  it('fails what it had not answered, and another takes its place', async () => {
    const script = join(folder, 'dying.mjs')
    writeFileSync(script, `
      import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ reads }) => {
        for (const { id, sql } of reads) {
          if (sql === 'die') throw new Error('out of memory, say')
          if (sql === 'answer') parentPort.postMessage({ answers: [{ id, values: [1], isLast: true }] })
        }
      })`)
    const thread = new ThreadLink(new URL(`file://${script}`), { file, busyLimitMs: 1_000 }, 'reads')
    const ask = (sql: string): Promise<number[]> => thread.call({ sql, params: [], isWide: false }, (values) => values.map(Number))
    expect(await ask('answer')).toEqual([1])
    const answers = await Promise.allSettled([ask('hang'), ask('die'), ask('hang')])
    expect(answers.map((one) => (one.status === 'rejected' ? (one.reason as { kind: string }).kind : one.status))).toEqual(['unavailable', 'unavailable', 'unavailable'])
    await vi.waitUntil(() => ask('answer').then(() => true, () => false), { timeout: 10_000, interval: 10 })
    await thread.close()
  })
})
