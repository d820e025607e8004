import mongoose from 'mongoose'
import { INDEXES } from '../../actions/collections.ts'
import type { CollectionName, Stored } from '../../actions/collections.ts'
import type { Collections, Store } from '../../actions/ports.ts'
import { ServerClock } from './clock.ts'
import { createCollection } from './collection.ts'
import { connect, MAX_TIME_WIDE_MS } from './connection.ts'
import { fromRow } from './document.ts'
import type { MongoRow } from './document.ts'
import { migrate } from './schema.ts'

/** How long `ping` gives the server, milliseconds. */
const PING_LIMIT_MS = 2_000

export interface MongoStore extends Store {
  /** The next documents of a collection by id, after `afterId` ('' from the start): for copying a store. */
  page(name: CollectionName, afterId: string, limit: number): Promise<Stored[]>
}

/**
 * Opens the ledger in a MongoDB replica set: connects, brings the schema up to date, measures the server's clock.
 * @param options.uri with the database's name in its path.
 * @throws PrahariError unavailable, saying why; invalid when a later version of Prahari wrote the database.
 */
export async function openMongoStore({ uri }: { uri: string }): Promise<MongoStore> {
  const connection = await connect(uri)
  const clock = new ServerClock(connection)
  try {
    await connection.run(() => migrate(connection.mongoose), 60_000)
    await clock.start()
  } catch (error) {
    await connection.close()
    throw error
  }
  const names = Object.keys(INDEXES) as CollectionName[]
  // Each name gets the collection of its own documents: the mapped type says so, Object.fromEntries cannot.
  const collections = Object.fromEntries(names.map((name) => [name, createCollection(name, connection)])) as unknown as Collections
  return {
    ...collections,
    now: () => clock.now(),
    ping: () => connection.run(async () => void (await connection.mongoose.collection('schema_version').findOne({ _id: 'schema' as never }, { maxTimeMS: PING_LIMIT_MS })), PING_LIMIT_MS),
    async page(name, afterId, limit) {
      const next = (): Promise<MongoRow[]> => connection.mongoose.model<MongoRow>(name)
        .find({ _id: mongoose.trusted({ $gt: afterId }) }).sort({ _id: 1 }).limit(limit).lean<MongoRow[]>().maxTimeMS(MAX_TIME_WIDE_MS).exec()
      return (await connection.run(next, MAX_TIME_WIDE_MS)).map((row) => fromRow(row))
    },
    async close() {
      clock.stop()
      await connection.close()
    },
  }
}
