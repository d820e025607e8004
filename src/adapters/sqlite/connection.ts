import { DatabaseSync } from 'node:sqlite'
import type { StatementSync } from 'node:sqlite'
import type { Answer } from './protocol.ts'

/** How long one waits for its turn on the file before it answers `unavailable`, milliseconds. */
export const BUSY_LIMIT_MS = 5_000
/** A checkpoint every so many pages of 4 KiB: measured, the commit that makes it waits 5 ms, at 4,000 twice that; fewer cost throughput. */
const CHECKPOINT_PAGES = 2_000

/** SQLite's primary result codes. https://www.sqlite.org/rescode.html */
const SQLITE_BUSY = 5
/** Codes that speak of one statement or its values (too big, constraint, mismatch, range); all others are about the store. */
const STATEMENT_CODES: ReadonlySet<number> = new Set([18, 19, 20, 25])

/**
 * One connection of a worker thread, opened when first used and again after `drop()`: whatever was wrong with the file or
 * the disk, the next request tries afresh, so the store heals without anybody's help.
 */
export class Connection {
  readonly #file: string
  readonly #readOnly: boolean
  readonly #busyLimitMs: number
  #db: DatabaseSync | undefined
  readonly #statements = new Map<string, StatementSync>()

  constructor(file: string, options: { readOnly: boolean; busyLimitMs: number }) {
    this.#file = file
    this.#readOnly = options.readOnly
    this.#busyLimitMs = options.busyLimitMs
  }

  /** The open database. `prepare` runs once per opening (migrations). */
  open(prepare?: (db: DatabaseSync) => void): DatabaseSync {
    if (this.#db) return this.#db
    const db = new DatabaseSync(this.#file, { readOnly: this.#readOnly, timeout: this.#busyLimitMs })
    try {
      if (!this.#readOnly) whenFree(this.#busyLimitMs, () => db.exec('PRAGMA journal_mode = WAL'))
      db.exec(`PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
      prepare?.(db)
      // Writers queue by `whenFree`, whose pauses are shorter than those of SQLite's own busy handler.
      if (!this.#readOnly) db.exec('PRAGMA busy_timeout = 0')
    } catch (error) {
      db.close()
      throw error
    }
    this.#db = db
    return db
  }

  /** The prepared statement, rows as arrays. Statements are few (the store's own texts), so all are kept. */
  statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.open().prepare(sql)
    statement.setReturnArrays(true)
    this.#statements.set(sql, statement)
    return statement
  }

  drop(): void {
    this.#statements.clear()
    const db = this.#db
    this.#db = undefined
    try {
      db?.close()
    } catch {
      // A connection that cannot even be closed is left to the collector; the next request opens another.
    }
  }
}

/**
 * Longest pause between two tries. SQLite lets no writer queue: whoever sleeps loses the file to whoever commits without a
 * pause, so a process that opens an alert looks often. (5 ms made an SoS p99 23–69 ms late beside a busy writer, 0.6 ms 19–31.)
 */
const MAX_PAUSE_MS = 0.6

/** Runs `step`, again and again with growing, random pauses while another process holds the file. @throws after `limitMs`. */
export function whenFree(limitMs: number, step: () => void): void {
  const giveUpAt = performance.now() + limitMs
  for (let pauseMs = 0.2; ; pauseMs = Math.min(pauseMs * 1.5, MAX_PAUSE_MS)) {
    try {
      return step()
    } catch (error) {
      if (codeOf(error) !== SQLITE_BUSY || performance.now() > giveUpAt) throw error
    }
    sleep(pauseMs * (0.5 + Math.random()))
  }
}

const nobodyWakes = new Int32Array(new SharedArrayBuffer(4))
function sleep(ms: number): void {
  Atomics.wait(nobodyWakes, 0, 0, ms)
}

function codeOf(error: unknown): number | undefined {
  const isSqlite = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
  return isSqlite ? Number(error.errcode) & 0xff : undefined
}

/** Whether the statement or its values were wrong, rather than the store. */
export function isStatementFault(error: unknown): boolean {
  const code = codeOf(error)
  return code === undefined ? error instanceof TypeError || error instanceof RangeError : STATEMENT_CODES.has(code)
}

export function failure(id: number, error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error)
  return isStatementFault(error)
    ? { id, error: { kind: 'invalid', message: `the store refused a value: ${message}` } }
    : { id, error: { kind: 'unavailable', message: `the store is not available: ${message}` } }
}
