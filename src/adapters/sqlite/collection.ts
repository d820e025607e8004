import type { CollectionName, Stored } from '../../actions/collections.ts'
import type { Collection, Query } from '../../actions/ports.ts'
import { checkDocument, checkVersion, indexedFields, isKeyText, MAX_FIND, MAX_KEYS, planQuery } from '../../actions/store-checks.ts'
import type { Value } from './protocol.ts'
import { count, select, statements } from './sql.ts'
import type { ThreadLink } from './thread-link.ts'

/** Reads that may return more than this go behind the quick ones. */
const QUICK_ROWS = 64

/** One table seen as a collection: documents in, statements out. All checks happen here, before a request can share a transaction. */
export function createCollection<Document extends Stored>(name: CollectionName, writer: ThreadLink, reader: ThreadLink): Collection<Document, string> {
  const fields = indexedFields(name)
  const sql = statements(name, fields)
  const write = (text: string, rows: Value[][]): Promise<number[]> => writer.call({ sql: text, rows }, (changes) => changes.map(Number))
  const readBodies = (text: string, params: Value[], rows: number): Promise<Document[]> =>
    reader.call({ sql: text, params, isWide: rows > QUICK_ROWS }, (bodies) => bodies.map((body) => JSON.parse(String(body)) as Document))
  /** Body, version and indexed values, in the order that the statements bind them. */
  const row = (document: Document): [Value, Value, ...Value[]] => {
    const { body, values } = checkDocument(fields, document)
    return [body, document.version, ...values]
  }
  const replaceMany = async (changes: readonly { document: Document; expectedVersion: number }[]): Promise<('replaced' | 'conflict')[]> => {
    if (changes.length === 0) return []
    const rows = changes.map(({ document, expectedVersion }) => [...row(document), document.id, checkVersion(expectedVersion)])
    return (await write(sql.replace, rows)).map((changed) => (changed ? 'replaced' : 'conflict'))
  }

  return {
    async insertMany(documents) {
      if (documents.length === 0) return []
      const changes = await write(sql.insert, documents.map((document) => [...row(document), document.id]))
      return changes.map((changed) => (changed ? 'inserted' : 'exists'))
    },
    async get(id) {
      return isKeyText(id) ? (await readBodies(sql.get, [id], 1))[0] : undefined
    },
    async getMany(ids) {
      const storable = ids.filter(isKeyText)
      return storable.length > 0 ? readBodies(sql.getMany, [JSON.stringify(storable)], storable.length) : []
    },
    async find(query) {
      const plan = planQuery(name, query, MAX_FIND)
      const { text, params } = select('body', name, query.index, plan)
      return readBodies(text, params, plan.limit)
    },
    async keys(query) {
      const { text, params } = select('id, version', name, query.index, planQuery(name, query, MAX_KEYS))
      return reader.call({ sql: text, params, isWide: true }, (flat) => {
        const keys = []
        for (let at = 0; at < flat.length; at += 2) keys.push({ id: String(flat[at]), version: Number(flat[at + 1]) })
        return keys
      })
    },
    async count(query: Omit<Query, 'order' | 'limit'>) {
      const { text, params } = count(name, query.index, planQuery(name, query, MAX_KEYS))
      const [rows] = await reader.call({ sql: text, params, isWide: true }, (values) => values.map(Number))
      return rows ?? 0
    },
    async replace(document, expectedVersion) {
      return (await replaceMany([{ document, expectedVersion }]))[0] ?? 'conflict'
    },
    replaceMany,
    async put(document) {
      await write(sql.put, [[...row(document), document.id]])
    },
    async remove(ids) {
      const storable = ids.filter(isKeyText)
      if (storable.length > 0) await write(sql.remove, storable.map((id) => [id]))
    },
  }
}
