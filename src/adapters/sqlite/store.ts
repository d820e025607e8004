import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { INDEXES } from '../../actions/collections.ts'
import type { CollectionName, Stored } from '../../actions/collections.ts'
import type { Collections, Store } from '../../actions/ports.ts'
import { PrahariError } from '../../domain/errors.ts'
import { SharedClock } from './clock.ts'
import { createCollection } from './collection.ts'
import { BUSY_LIMIT_MS } from './connection.ts'
import { ThreadLink } from './thread-link.ts'

/** How long `ping` waits for a real read, milliseconds. */
const PING_LIMIT_MS = 2_000

export interface SqliteStore extends Store {
  /** Transactions that this process's writer thread has committed: group commit makes them fewer than the writes. */
  commits(): number
  /** The next documents of a collection by id, after `afterId` ('' from the start): for copying a store. */
  page(name: CollectionName, afterId: string, limit: number): Promise<Stored[]>
}

/**
 * Opens the embedded store: one SQLite file, made if it is missing, brought to the present schema. Any number of
 * processes may open the same file, on a local disk of one machine.
 * @param where the file, or a folder that will hold `prahari.sqlite`.
 * @param options.busyLimitMs how long a write waits for its turn on the file before it is `unavailable`.
 * @throws PrahariError unavailable when it cannot be opened, saying why.
 */
export async function openSqliteStore(where: { file: string } | { folder: string }, options: { busyLimitMs?: number } = {}): Promise<SqliteStore> {
  const file = resolve('file' in where ? where.file : join(where.folder, 'prahari.sqlite'))
  makePrivate(file)
  const data = { file, busyLimitMs: options.busyLimitMs ?? BUSY_LIMIT_MS }
  const writer = new ThreadLink(new URL('./writer.ts', import.meta.url), data, 'writes')
  const reader = new ThreadLink(new URL('./reader.ts', import.meta.url), data, 'reads')
  const clock = new SharedClock()
  const close = async (): Promise<void> => {
    clock.stop()
    await writer.close()
    await reader.close()
  }
  try {
    reader.start()
    await writer.open()
    await reader.open()
    await clock.start(writer, reader)
  } catch (error) {
    await close()
    throw error
  }
  const names = Object.keys(INDEXES) as CollectionName[]
  // Each name gets the collection of its own documents: the mapped type says so, Object.fromEntries cannot.
  const collections = Object.fromEntries(names.map((name) => [name, createCollection(name, writer, reader)])) as unknown as Collections
  return {
    ...collections,
    now: () => clock.now(),
    ping: () => within(PING_LIMIT_MS, reader.call({ sql: 'SELECT version FROM schema_version LIMIT 1', params: [], isWide: false }, (rows) => rows)),
    close,
    commits: () => writer.commits,
    page: (name, afterId, limit) => reader.call(
      { sql: `SELECT body FROM "${name}" WHERE id > ? ORDER BY id LIMIT ?`, params: [afterId, limit], isWide: true },
      (bodies) => bodies.map((body) => JSON.parse(String(body)) as Stored),
    ),
  }
}

/** The ledger holds personal data: only its owner may read it. SQLite gives its side files the same mode. */
function makePrivate(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    closeSync(openSync(file, 'a', 0o600))
  } catch (cause) {
    throw new PrahariError('unavailable', `the store's file ${file} cannot be written`, { cause })
  }
}

async function within(limitMs: number, answer: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PrahariError('unavailable', `the store did not answer within ${limitMs} ms`)), limitMs)
  })
  try {
    await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
