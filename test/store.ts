import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../src/adapters/sqlite/store.ts'
import type { SqliteStore } from '../src/adapters/sqlite/store.ts'

/** A real store in a temporary folder of its own. `close` closes it and removes the folder. */
export async function openTestStore(): Promise<{ store: SqliteStore; folder: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-store-'))
  const store = await openSqliteStore({ folder })
  const close = async (): Promise<void> => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, folder, close }
}
