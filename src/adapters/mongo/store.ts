import { INDEXES } from '../../actions/collections.ts'
import type { CollectionName } from '../../actions/collections.ts'
import type { Collections, Store } from '../../actions/ports.ts'
import { ServerClock } from './clock.ts'
import { createCollection } from './collection.ts'
import { connect } from './connection.ts'
import { migrate } from './schema.ts'

/** How long `ping` gives the server, milliseconds. */
const PING_LIMIT_MS = 2_000

/**
 * Opens the ledger in a MongoDB replica set: connects, brings the schema up to date, measures the server's clock.
 * @param options.uri with the database's name in its path.
 * @throws PrahariError unavailable, saying why; invalid when a later version of Prahari wrote the database.
 */
export async function openMongoStore({ uri }: { uri: string }): Promise<Store> {
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
    async close() {
      clock.stop()
      await connection.close()
    },
  }
}
