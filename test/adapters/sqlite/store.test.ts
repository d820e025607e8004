import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../../../src/actions/ports.ts'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import { storeContract } from '../../contracts/store.ts'

storeContract('sqlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-contract-'))
  const opened: Store[] = []
  return Promise.resolve({
    async open() {
      const store = await openSqliteStore({ folder })
      opened.push(store)
      return store
    },
    async dispose() {
      await Promise.all(opened.map((store) => store.close()))
      rmSync(folder, { recursive: true, force: true })
    },
  })
})
