/** What this origin keeps in the browser, for pages and service worker alike: what waits to be sent, and a few facts. */
export interface Depot<Row> {
  /** Oldest first. */
  all(): Promise<Row[]>
  put(row: Row): Promise<void>
  remove(key: string): Promise<void>
}

type StoreName = 'acts' | 'parcels' | 'facts'
const NAMES: readonly StoreName[] = ['acts', 'parcels', 'facts']
const VERSION = 1

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('prahari', VERSION)
    request.onupgradeneeded = () => { for (const name of NAMES) if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath: 'key' }) }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no storage'))
  })
  opened.catch(() => { opened = null })
  return opened
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const { transaction } = request
    if (transaction?.mode === 'readonly') request.onsuccess = () => resolve(request.result)
    else if (transaction) transaction.oncomplete = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('storage failed'))
  })
}

/**
 * One store of rows with a `key`, and a `madeAt` by which they are ordered. Where the browser forbids storage (a private
 * window) rows last as long as the page.
 */
export function depot<Row extends { key: string; madeAt?: number }>(name: StoreName): Depot<Row> {
  const memory = new Map<string, Row>()
  const within = (mode: IDBTransactionMode): Promise<IDBObjectStore> => open().then((database) => database.transaction(name, mode, { durability: 'strict' }).objectStore(name))
  return {
    async all() {
      const rows = await within('readonly').then((store) => done(store.getAll() as IDBRequest<Row[]>)).catch(() => [...memory.values()])
      return rows.sort((a, b) => (a.madeAt ?? 0) - (b.madeAt ?? 0))
    },
    put: (row) => within('readwrite').then(async (store) => void await done(store.put(row))).catch(() => void memory.set(row.key, row)),
    async remove(key) {
      memory.delete(key)
      await within('readwrite').then((store) => done(store.delete(key))).catch(() => undefined)
    },
  }
}
