import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { INDEXES } from '../../../src/actions/collections.ts'
import type { CollectionName } from '../../../src/actions/collections.ts'
import { planQuery } from '../../../src/actions/store-checks.ts'
import { migrate } from '../../../src/adapters/sqlite/schema.ts'
import { count, select } from '../../../src/adapters/sqlite/sql.ts'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prahari-schema-'))
  file = join(folder, 'prahari.sqlite')
})
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

it('opens a new file from many sides at once', async () => {
  const stores = await Promise.all(Array.from({ length: 5 }, () => openSqliteStore({ file })))
  await Promise.all(stores.map((store, at) => store.counters.insertMany([{ id: `c${at}`, version: 1, next: at }])))
  expect(await stores[0]?.counters.getMany(stores.map((_, at) => `c${at}`))).toHaveLength(5)
  await Promise.all(stores.map((store) => store.close()))
})

it('follows newly declared indexes, filling them from the documents, and drops undeclared ones', async () => {
  const before = await openSqliteStore({ file })
  await before.pulses.put({ id: 'p', version: 1, role: 'listen', at: 7, facts: {} })
  await before.close()
  const old = new DatabaseSync(file)
  old.exec(`DROP INDEX pulses_byRole; ALTER TABLE pulses DROP COLUMN "at"; CREATE INDEX pulses_byRole ON pulses (role);
    CREATE INDEX pulses_byGone ON pulses (version); DROP TABLE leases; UPDATE schema_version SET shape = '{}'`)
  old.close()
  const store = await openSqliteStore({ file })
  expect(await store.pulses.keys({ index: 'byRole', equals: { role: 'listen' }, range: { gte: 7 }, limit: 5 })).toEqual([{ id: 'p', version: 1 }])
  expect(await store.leases.get('x')).toBeUndefined()
  await store.close()
  const db = new DatabaseSync(file)
  expect(db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'pulses_byGone'").get()?.n).toBe(0)
  db.close()
})

it('refuses a file of a later version, and a file that is no database, saying so', async () => {
  await (await openSqliteStore({ file })).close()
  const db = new DatabaseSync(file)
  db.exec("INSERT INTO schema_version VALUES (99, 'later', '{}')")
  db.close()
  await expect(openSqliteStore({ file })).rejects.toThrow(/schema version 99/)
  const garbage = join(folder, 'garbage.sqlite')
  writeFileSync(garbage, 'not a database, not at all. '.repeat(50))
  await expect(openSqliteStore({ file: garbage })).rejects.toMatchObject({ kind: 'unavailable' })
  await expect(openSqliteStore({ folder: join(garbage, 'x') })).rejects.toMatchObject({ kind: 'unavailable' })
})

it('keeps the ledger to its owner', async () => {
  const store = await openSqliteStore({ file })
  await store.counters.put({ id: 'c', version: 1, next: 1 })
  for (const name of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(name).mode & 0o077, name).toBe(0)
  await store.close()
})

it('answers every declared query from its index, keys and counts without touching a document', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  const plan = (sql: string, params: (string | number | null)[]): string => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params).map(({ detail }) => String(detail)).join('; ')
  for (const name of Object.keys(INDEXES) as CollectionName[]) {
    for (const [index, fields] of Object.entries<readonly string[]>(INDEXES[name])) {
      for (let prefix = 0; prefix < fields.length; prefix++) {
        const equals = Object.fromEntries(fields.slice(0, prefix).map((field) => [field, 'x']))
        for (const order of ['asc', 'desc'] as const) {
          const planned = planQuery(name, { index, equals, range: { gte: 1 }, order, limit: 10 }, 10)
          const [find, keys, total] = [select('body', name, index, planned), select('id, version', name, index, planned), count(name, index, planned)]
          expect(plan(find.text, find.params)).toMatch(new RegExp(`^SEARCH ${name} USING INDEX ${name}_${index} [^;]*$`))
          expect(plan(keys.text, keys.params)).toMatch(new RegExp(`^SEARCH ${name} USING COVERING INDEX ${name}_${index} [^;]*$`))
          expect(plan(total.text, total.params)).toMatch(new RegExp(`^SEARCH ${name} USING COVERING INDEX ${name}_${index} [^;]*$`))
        }
      }
    }
  }
  db.close()
})
