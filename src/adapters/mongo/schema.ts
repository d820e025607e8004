import mongoose from 'mongoose'
import type { Connection, Model } from 'mongoose'
import { INDEXES } from '../../actions/collections.ts'
import type { CollectionName } from '../../actions/collections.ts'
import { indexedFields } from '../../actions/store-checks.ts'
import { PrahariError } from '../../domain/errors.ts'
import type { MongoRow } from './document.ts'

const NAMES = Object.keys(INDEXES) as CollectionName[]

/**
 * Forward-only steps, each run at least once per database, in order; every step must bear being run twice, by two
 * processes at once. Indexes need none: they follow INDEXES. Never edit one that was released; add another.
 */
const MIGRATIONS: readonly { name: string; run(connection: Connection): Promise<void> }[] = [
  { name: 'first', run: () => Promise.resolve() },
]

/**
 * The model of a collection. Values are checked before they come here and must be kept as they are, so nothing is cast:
 * every declared field is Mixed, every other free. A filter on an undeclared field throws.
 */
export function modelOf(connection: Connection, name: CollectionName): Model<MongoRow> {
  const mixed = Object.fromEntries(['version', ...indexedFields(name)].map((field) => [field, { type: mongoose.Schema.Types.Mixed }]))
  const schema = new mongoose.Schema<MongoRow>({ _id: { type: String }, ...mixed }, {
    collection: name, id: false, versionKey: false, strict: false, strictQuery: 'throw', minimize: false, autoIndex: false, autoCreate: false,
  })
  for (const { key, name: index } of declaredIndexes(name)) schema.index(key, { name: index })
  return connection.model<MongoRow>(name, schema)
}

/** Id and version end every index, so that `keys` reads the index alone. */
function declaredIndexes(name: CollectionName): { name: string; key: Record<string, 1> }[] {
  return Object.entries<readonly string[]>(INDEXES[name])
    .map(([index, fields]) => ({ name: index, key: Object.fromEntries([...fields, '_id', 'version'].map((field) => [field, 1 as const])) }))
}

/**
 * Brings the database to this code's schema, then checks that every declared index is there as declared. May run in many
 * processes at once and again.
 * @throws PrahariError unavailable; invalid when a later version of Prahari wrote the database, or an index is not as declared.
 */
export async function migrate(connection: Connection): Promise<void> {
  const versions = connection.collection<{ _id: string; version: number }>('schema_version')
  const done = (await versions.findOne({ _id: 'schema' }))?.version ?? 0
  if (done > MIGRATIONS.length) throw new PrahariError('invalid', `the store has schema version ${done}, this program knows ${MIGRATIONS.length}: run the newer one`)
  for (const name of NAMES) await followIndexes(connection, name)
  for (const migration of MIGRATIONS.slice(done)) await migration.run(connection)
  if (done < MIGRATIONS.length) await versions.replaceOne({ _id: 'schema' }, { version: MIGRATIONS.length }, { upsert: true }).catch(ignore('DuplicateKey'))
}

/**
 * Makes missing indexes and remakes changed ones; those that Prahari does not declare are the operator's own. A changed
 * one is dropped by its old fields, so that of two processes neither drops what the other has just made.
 */
async function followIndexes(connection: Connection, name: CollectionName): Promise<void> {
  if (declaredIndexes(name).length === 0) return
  for (const { index, wrongKey } of await wrongIndexes(connection, name)) {
    if (wrongKey) await connection.getClient().db().command({ dropIndexes: name, index: wrongKey }).catch(ignore('IndexNotFound'))
    await connection.collection(name).createIndexes([index])
  }
  const [wrong] = await wrongIndexes(connection, name)
  if (wrong) throw new PrahariError('invalid', `index ${wrong.index.name} of ${name} is not as declared`)
}

/** Declared indexes that are missing, or present with other fields. */
async function wrongIndexes(connection: Connection, name: CollectionName): Promise<{ index: { name: string; key: Record<string, 1> }; wrongKey: object | undefined }[]> {
  const present = new Map((await presentIndexes(connection, name)).map((index) => [index.name, index.key]))
  return declaredIndexes(name)
    .map((index) => ({ index, wrongKey: present.get(index.name) }))
    .filter(({ index, wrongKey }) => JSON.stringify(Object.entries(wrongKey ?? {})) !== JSON.stringify(Object.entries(index.key)))
}

async function presentIndexes(connection: Connection, name: CollectionName): Promise<{ name: string; key: object }[]> {
  const indexes = await connection.collection(name).listIndexes().toArray().catch(ignore('NamespaceNotFound'))
  return (indexes ?? []) as { name: string; key: object }[]
}

/** What another process doing the same at the same time makes of a step: nothing is missing. */
function ignore(codeName: 'IndexNotFound' | 'NamespaceNotFound' | 'DuplicateKey'): (error: unknown) => undefined {
  return (error) => {
    const isIt = error instanceof mongoose.mongo.MongoServerError && (error.codeName === codeName || (codeName === 'DuplicateKey' && error.code === 11_000))
    if (!isIt) throw error
  }
}
