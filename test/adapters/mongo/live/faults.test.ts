import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openMongoStore } from '../../../../src/adapters/mongo/store.ts'
import { openWireGate } from '../../../../scripts/store/wire-gate.ts'
import type { WireGate } from '../../../../scripts/store/wire-gate.ts'
import { testDatabase } from '../../../mongo.ts'

const unavailable = { name: 'PrahariError', kind: 'unavailable' }
const uri = testDatabase('faults') ?? ''
/** A server that speaks in clear, one of a kind, can be reached through a door of ours; a cluster cannot. */
const plain = /^mongodb:\/\/(?:[^@/]*@)?(?<host>[\w.-]+):(?<port>\d+)\//.exec(uri)?.groups

it('P14 has the server\'s time in a process that was started with a clock one hour ahead', async () => {
  const source = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)
  const look = `import { openMongoStore } from ${source('../../../../src/adapters/mongo/store.ts')}
    const store = await openMongoStore({ uri: process.env.URI })
    process.stdout.write(JSON.stringify({ store: store.now(), date: Date.now() }))
    await store.close()`
  const args = [`--import=${new URL('../../../faults/wrong-clock.ts', import.meta.url).href}`, '--input-type=module', '--eval', look]
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { PATH: process.env.PATH, URI: testDatabase('clock') ?? '', WRONG_CLOCK_MS: '3600000' } })
  const seen = JSON.parse(stdout) as { store: number; date: number }
  const here = await openMongoStore({ uri: testDatabase('clock') ?? '' })
  expect(seen.date - here.now()).toBeGreaterThan(3_500_000)
  expect(Math.abs(seen.store - here.now())).toBeLessThan(60_000)
  await here.close()
})

it('says so when nobody listens', async () => {
  await expect(openMongoStore({ uri: 'mongodb://127.0.0.1:1/x' })).rejects.toMatchObject(unavailable)
})

it('follows the declared indexes, remaking one that differs, and refuses the database of a later version', async () => {
  const database = testDatabase('schema') ?? ''
  await (await openMongoStore({ uri: database })).close()
  const connection = await mongoose.createConnection(database).asPromise()
  const pulses = connection.collection('pulses')
  await pulses.dropIndex('byRole')
  await pulses.createIndexes([{ key: { at: 1 }, name: 'byRole' }, { key: { facts: 1 }, name: 'of the operator' }])
  await connection.collection('dockets').dropIndex('byDue')
  const stores = await Promise.all([openMongoStore({ uri: database }), openMongoStore({ uri: database })])
  await Promise.all(stores.map((store) => store.close()))
  const indexes = await pulses.listIndexes().toArray()
  expect(Object.fromEntries(indexes.map(({ name, key }) => [name as string, Object.keys(key as object)]))).toEqual({
    _id_: ['_id'], byRole: ['role', 'at', '_id', 'version'], 'of the operator': ['facts'],
  })
  expect((await connection.collection('dockets').listIndexes().toArray()).map(({ name }) => name as string)).toContain('byDue')
  await connection.collection<{ _id: string }>('schema_version').replaceOne({ _id: 'schema' }, { version: 99 })
  await expect(openMongoStore({ uri: database })).rejects.toThrow(/schema version 99/)
  await connection.close()
})

// A cluster cannot be reached through one door of ours: there this part does not exist.
if (plain) {
  describe('a server that goes away', () => {
    let gate: WireGate
    let store: Awaited<ReturnType<typeof openMongoStore>>
    const commands: Record<string, unknown>[] = []
    beforeAll(async () => {
      gate = await openWireGate({ host: plain?.host ?? '', port: Number(plain?.port) })
      gate.onMessage = (message) => {
        if (message.readInt32LE(12) === 2013) commands.push(mongoose.mongo.BSON.deserialize(message.subarray(21, 21 + message.readInt32LE(21))))
      }
      store = await openMongoStore({ uri: uri.replace(`${plain?.host}:${plain?.port}`, `127.0.0.1:${gate.port}`) })
    })
    afterAll(async () => {
      await store.close()
      await gate.close()
    })

    it('limits every operation in time and has every write acknowledged by a majority with journal', async () => {
      commands.length = 0
      const { counters, pulses } = store
      const counter = { id: 'c', version: 1, next: 1 }
      await counters.insertMany([counter])
      await counters.replace({ ...counter, version: 2 }, 1)
      await counters.replaceMany([{ document: { ...counter, version: 3 }, expectedVersion: 2 }])
      await counters.put(counter)
      await counters.get('c')
      await counters.getMany(['c'])
      await pulses.find({ index: 'byRole', limit: 1 })
      await pulses.keys({ index: 'byRole', limit: 1 })
      await pulses.count({ index: 'byRole' })
      await counters.remove(['c'])
      await store.ping()
      const own = commands.filter((command) => !('hello' in command || 'endSessions' in command))
      expect(own.map((command) => Object.keys(command)[0])).toEqual(['insert', 'update', 'update', 'update', 'find', 'find', 'find', 'find', 'aggregate', 'delete', 'find'])
      for (const command of own) expect(command, JSON.stringify(command)).toMatchObject({ maxTimeMS: expect.any(Number) as number })
      for (const command of own.filter((one) => 'insert' in one || 'update' in one || 'delete' in one)) expect(command).toMatchObject({ writeConcern: { w: 'majority', j: true } })
    })

    it('is unavailable while it is gone, and heals by itself', async () => {
      await store.counters.put({ id: 'before', version: 1, next: 1 })
      gate.shut()
      const answers = await Promise.allSettled([
        store.ping(), store.counters.get('before'), store.counters.insertMany([{ id: 'during', version: 1, next: 1 }]), store.counters.replace({ id: 'before', version: 2, next: 1 }, 1),
      ])
      for (const one of answers) expect(one).toMatchObject({ status: 'rejected', reason: unavailable })
      gate.open()
      await vi.waitUntil(() => store.ping().then(() => true, () => false), { timeout: 20_000 })
      expect(await store.counters.getMany(['before', 'during'])).toEqual([{ id: 'before', version: 1, next: 1 }])
      expect(await store.counters.insertMany([{ id: 'during', version: 1, next: 1 }])).toEqual(['inserted'])
    })

    it('does not wait for ever for one that answers nothing, and heals by itself', async () => {
      gate.hold()
      await expect(store.ping()).rejects.toMatchObject(unavailable)
      gate.open()
      await vi.waitUntil(() => store.ping().then(() => true, () => false), { timeout: 20_000 })
    })

    it('keeps the server\'s time when the clock of this host jumps', () => {
      const before = store.now()
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
      const after = store.now()
      vi.useRealTimers()
      expect(after - before).toBeLessThan(60_000)
      expect(after).toBeGreaterThanOrEqual(before)
    })
  })
}
