import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import type { InboxRow } from '../../src/actions/collections.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import type { SqliteStore } from '../../src/adapters/sqlite/store.ts'
import { makePost, makeVerdict } from '../../test/posts.ts'
import type { Run } from './layout.ts'
import { atLeast, row } from './row.ts'
import type { Row } from './row.ts'
import { percentile } from './statistics.ts'

const BATCH = 100
const IN_FLIGHT = 4
const TEXT = 'बचाओ! चौक, लखनऊ में कुछ लोग मारपीट कर रहे हैं, जल्दी पुलिस भेजिए @PrahariUP '

/** The embedded store against a bare loop that makes the same writes, on the same disk, with one fsync per batch. */
export async function benchStore(run: Run): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-bench-store-'))
  const store = await openSqliteStore({ folder })
  const bare = openBare(join(folder, 'bare.sqlite'))
  const size = run.isQuick ? { batched: 10_000, single: 300, replaced: 5_000 } : { batched: 60_000, single: 2_000, replaced: 30_000 }
  try {
    return [
      ...await inserts(store, bare, size.batched),
      ...await singles(store, bare, size.single),
      ...await replaces(store, bare, size.replaced),
      ...await reads(store),
    ]
  } finally {
    bare.db.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Bare = ReturnType<typeof openBare>

/** The same table and indexes, written by nothing but prepared statements. */
function openBare(file: string) {
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000;
    CREATE TABLE inbox (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, state, lane, receivedAt);
    CREATE INDEX a ON inbox (state, lane, receivedAt, id, version); CREATE INDEX b ON inbox (receivedAt, id, version)`)
  const insert = db.prepare('INSERT INTO inbox (body, version, state, lane, receivedAt, id) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING')
  const replace = db.prepare('UPDATE inbox SET body = ?, version = ?, state = ?, lane = ?, receivedAt = ? WHERE id = ? AND version = ?')
  const values = (one: InboxRow) => [JSON.stringify(one), one.version, one.state, one.lane, one.receivedAt, one.id] as const
  const batch = (work: () => void): void => {
    db.exec('BEGIN IMMEDIATE')
    work()
    db.exec('COMMIT')
  }
  return {
    db,
    insert: (rows: readonly InboxRow[]) => batch(() => { for (const one of rows) insert.run(...values(one)) }),
    replace: (rows: readonly InboxRow[]) => batch(() => { for (const one of rows) replace.run(...values(one), one.version - 1) }),
  }
}

function makeRows(count: number, kind: string): InboxRow[] {
  return Array.from({ length: count }, (_, at) => {
    const post = makePost({ text: TEXT.repeat(1 + (at % 3)) })
    return {
      id: `${kind}-${post.id}`, version: 1, state: 'decided', decision: 'not-actionable', lane: 'none', receivedAt: 1_790_000_000_000 + at,
      post, verdict: makeVerdict('low'), docketId: null, reason: null,
    }
  })
}

function chunks<One>(list: readonly One[], size: number): One[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
}

interface Timed {
  perSecond: number
  /** Milliseconds of each call. */
  calls: number[]
}

/** Runs the calls, so many at once, each timed. */
async function timed<Call>(calls: readonly Call[], lanes: number, rowsPerCall: number, run: (call: Call) => Promise<unknown> | void): Promise<Timed> {
  const took: number[] = []
  const waiting = calls.values()
  const lane = async (): Promise<void> => {
    for (const call of waiting) {
      const began = performance.now()
      await run(call)
      took.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  return { perSecond: (calls.length * rowsPerCall * 1000) / (performance.now() - began), calls: took }
}

async function inserts(store: SqliteStore, bare: Bare, count: number): Promise<Row[]> {
  const rows = makeRows(count, 'batched')
  const limit = await timed(chunks(rows, BATCH * IN_FLIGHT), 1, BATCH * IN_FLIGHT, (batch) => bare.insert(batch))
  const ours = await timed(chunks(rows, BATCH), IN_FLIGHT, BATCH, (batch) => store.inbox.insertMany(batch))
  const note = `${count} rows of ${Math.round(JSON.stringify(rows[1]).length / 100) / 10} kB, ${BATCH} a call, ${IN_FLIGHT} calls at once`
  return [
    row({ bench: 'store', name: 'inserts in batches', value: ours.perSecond, unit: 'rows/s', limit: { name: 'bare loop', value: limit.perSecond }, aim: atLeast(6_000, 'rows/s'), note }),
    row({ bench: 'store', name: 'inserts in batches, p99 of a call', value: percentile(ours.calls, 0.99), unit: 'ms', limit: { name: 'bare loop', value: percentile(limit.calls, 0.99) }, note }),
  ]
}

async function singles(store: SqliteStore, bare: Bare, count: number): Promise<Row[]> {
  const rows = makeRows(count, 'single')
  const limit = await timed(rows, 1, 1, (one) => bare.insert([one]))
  const ours = await timed(rows, 1, 1, (one) => store.inbox.insertMany([one]))
  const note = `${count} rows, each awaited, an fsync each`
  return [
    row({ bench: 'store', name: 'inserts one by one', value: ours.perSecond, unit: 'rows/s', limit: { name: 'bare loop', value: limit.perSecond }, note }),
    row({ bench: 'store', name: 'inserts one by one, p99', value: percentile(ours.calls, 0.99), unit: 'ms', limit: { name: 'bare loop', value: percentile(limit.calls, 0.99) }, note }),
  ]
}

async function replaces(store: SqliteStore, bare: Bare, count: number): Promise<Row[]> {
  const atOnce = 50
  const rows = makeRows(1_000, 'replaced')
  bare.insert(rows)
  await store.inbox.insertMany(rows)
  const next = Array.from({ length: count }, (_, at) => ({ ...(rows[at % rows.length] as InboxRow), version: 2 + Math.floor(at / rows.length) }))
  const limit = await timed(chunks(next, atOnce), 1, atOnce, (batch) => bare.replace(batch))
  const before = store.commits()
  const ours = await timed(next, atOnce, 1, (one) => store.inbox.replace(one, one.version - 1))
  const note = `${count} guarded replaces, ${atOnce} callers at once, ${(count / (store.commits() - before)).toFixed(0)} a commit`
  return [
    row({ bench: 'store', name: 'replaces', value: ours.perSecond, unit: 'rows/s', limit: { name: 'bare loop', value: limit.perSecond }, note }),
    row({ bench: 'store', name: 'replaces, p99', value: percentile(ours.calls, 0.99), unit: 'ms', note }),
  ]
}

/** A report must hold up neither the event loop nor the read of one row. */
async function reads(store: SqliteStore): Promise<Row[]> {
  const [first] = await store.inbox.keys({ index: 'byReceived', limit: 1 })
  const id = first?.id ?? ''
  const quiet = await readWhile(store, id, sleep(500))
  const busy = await readWhile(store, id, Promise.all(Array.from({ length: 5 }, () => store.inbox.find({ index: 'byReceived', limit: 10_000 }))))
  const note = 'while five reports of 10,000 rows are read'
  return [
    row({ bench: 'store', name: 'read of one row, p99', value: percentile(busy.reads, 0.99), unit: 'ms', limit: { name: 'without reports', value: percentile(quiet.reads, 0.99) }, note }),
    row({ bench: 'store', name: 'longest turn of the event loop', value: busy.longestTurnMs, unit: 'ms', limit: { name: 'without reports', value: quiet.longestTurnMs }, note }),
  ]
}

async function readWhile(store: SqliteStore, id: string, load: Promise<unknown>): Promise<{ reads: number[]; longestTurnMs: number }> {
  let isDone = false
  const ended = load.then(() => { isDone = true })
  let longestTurnMs = 0
  const watch = async (): Promise<void> => {
    for (let last = performance.now(); !isDone; last = performance.now()) {
      await nextTurn()
      longestTurnMs = Math.max(longestTurnMs, performance.now() - last)
    }
  }
  const took: number[] = []
  const read = async (): Promise<void> => {
    while (!isDone) {
      const began = performance.now()
      await store.inbox.get(id)
      took.push(performance.now() - began)
    }
  }
  await Promise.all([watch(), read(), ended])
  return { reads: took, longestTurnMs }
}
