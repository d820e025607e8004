import type { DatabaseSync } from 'node:sqlite'
import { INDEXES } from '../../actions/collections.ts'
import type { CollectionName } from '../../actions/collections.ts'
import { indexedFields } from '../../actions/store-checks.ts'
import { BUSY_LIMIT_MS, whenFree } from './connection.ts'

/**
 * Forward-only steps, each run once per file, in order. Tables, columns and indexes need none: they follow INDEXES by
 * `followIndexes`. A step is for what changes inside documents. Never edit one that was released; add another.
 */
const MIGRATIONS: readonly { name: string; run(db: DatabaseSync): void }[] = [
  { name: 'first', run: () => undefined },
]

const NAMES = Object.keys(INDEXES) as CollectionName[]
/** One row: how the store's clock stands to the machine's (clock.ts). Times in milliseconds. */
const CLOCK_TABLE = 'CREATE TABLE IF NOT EXISTS store_clock (id INTEGER PRIMARY KEY CHECK (id = 1), boot TEXT NOT NULL, offset_ms REAL NOT NULL, asleep_ms REAL NOT NULL, used_ms REAL NOT NULL)'
const SHAPE = JSON.stringify({ INDEXES, CLOCK_TABLE })

/**
 * Brings the file to this code's schema: any number of processes may call it at once, and again.
 * @throws Error when the file was written by a later version of Prahari.
 */
export function migrate(db: DatabaseSync): void {
  if (isCurrent(db)) return
  whenFree(BUSY_LIMIT_MS, () => db.exec('BEGIN IMMEDIATE'))
  try {
    if (!isCurrent(db)) {
      db.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, shape TEXT NOT NULL)')
      const done = versionOf(db)
      if (done > MIGRATIONS.length) throw new Error(`the store has schema version ${done}, this program knows ${MIGRATIONS.length}: run the newer one`)
      followIndexes(db)
      db.exec(CLOCK_TABLE)
      for (const [index, migration] of MIGRATIONS.entries()) {
        if (index + 1 > done) migration.run(db)
        db.prepare('INSERT INTO schema_version VALUES (?, ?, ?) ON CONFLICT (version) DO UPDATE SET shape = excluded.shape').run(index + 1, migration.name, SHAPE)
      }
    }
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function isCurrent(db: DatabaseSync): boolean {
  if (!db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'").get()) return false
  const newest = db.prepare('SELECT version, shape FROM schema_version ORDER BY version DESC LIMIT 1').get()
  return newest?.version === MIGRATIONS.length && newest.shape === SHAPE
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('SELECT coalesce(max(version), 0) AS version FROM schema_version').get()?.version)
}

/** Makes what INDEXES declares and is missing, filled from the documents; removes indexes that are no longer declared. */
function followIndexes(db: DatabaseSync): void {
  for (const name of NAMES) {
    db.exec(`CREATE TABLE IF NOT EXISTS "${name}" (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL)`)
    const columns = new Set(db.prepare(`PRAGMA table_info("${name}")`).all().map((column) => column.name))
    for (const field of indexedFields(name).filter((one) => !columns.has(one))) {
      // No declared type: text that looks like a number stays text, so that it compares as it does in every other store.
      db.exec(`ALTER TABLE "${name}" ADD COLUMN "${field}"; UPDATE "${name}" SET "${field}" = json_extract(body, '$.${field}')`)
    }
  }
  const wanted = new Map(NAMES.flatMap((name) => Object.entries<readonly string[]>(INDEXES[name]).map(([index, fields]) => [indexName(name, index), createIndex(name, index, fields)])))
  const present = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").all()
  for (const { name, sql } of present) {
    if (wanted.get(String(name)) === sql) wanted.delete(String(name))
    else db.exec(`DROP INDEX "${String(name)}"`)
  }
  for (const sql of wanted.values()) db.exec(sql)
}

export function indexName(collection: string, index: string): string {
  return `${collection}_${index}`
}

/** Id and version end every index, so that `keys` reads the index alone. */
function createIndex(collection: string, index: string, fields: readonly string[]): string {
  const columns = [...new Set([...fields, 'id', 'version'])].map((field) => `"${field}"`)
  return `CREATE INDEX "${indexName(collection, index)}" ON "${collection}" (${columns.join(', ')})`
}
