import { randomUUID } from 'node:crypto'
import { openStore } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import { fail, ok, reasonOf, warn } from './finding.ts'
import type { Finding } from './finding.ts'

const SLOW_MS = 250
const FAR_MS = 2_000

/** The store by a real write and a real read, and how far its clock is from this machine's. */
export async function checkStore(config: Config): Promise<Finding[]> {
  const name = config.MONGODB_URI ? 'MongoDB' : 'SQLite'
  try {
    const store = await openStore(config)
    try {
      const row = { id: `doctor-${randomUUID()}`, version: 1, at: store.now(), facts: {} }
      const began = performance.now()
      await store.checkpoints.put(row)
      const read = await store.checkpoints.get(row.id)
      const tookMs = Math.round(performance.now() - began)
      await store.checkpoints.remove([row.id])
      if (read?.at !== row.at) return [fail('store', `${name} does not give back what was written`, 'stop, and look at the store')]
      const offset = Math.round(store.now() - Date.now())
      return [
        tookMs > SLOW_MS ? warn('store', `${name}: write and read took ${tookMs} ms`, 'look at the disk or the network: alerts wait for each write') : ok('store', `${name}: written and read in ${tookMs} ms`),
        Math.abs(offset) > FAR_MS ? warn('clock', `this machine is ${offset} ms behind the store`, 'run a time service (chrony, systemd-timesyncd)') : ok('clock', `within ${Math.abs(offset)} ms of the store`),
      ]
    } finally {
      await store.close()
    }
  } catch (error) {
    return [fail('store', `${name} cannot be used: ${reasonOf(error)}`, config.MONGODB_URI ? 'start the replica set, or correct MONGODB_URI' : 'look at the data folder')]
  }
}
