import mongoose from 'mongoose'
import type { Model } from 'mongoose'
import type { CollectionName, Stored } from '../../actions/collections.ts'
import type { Collection, Query } from '../../actions/ports.ts'
import { checkDocument, checkVersion, indexedFields, isKeyText, MAX_FIND, MAX_KEYS, planQuery } from '../../actions/store-checks.ts'
import type { QueryPlan } from '../../actions/store-checks.ts'
import { MAX_TIME_MS, MAX_TIME_WIDE_MS } from './connection.ts'
import type { MongoConnection } from './connection.ts'
import { fromRow, toRow } from './document.ts'
import type { MongoRow } from './document.ts'
import { duplicatesIn, isDuplicate } from './failures.ts'
import { modelOf } from './schema.ts'

/** Replaces under way at once for one `replaceMany`. */
const LANES = 32
/** A put can lose to a twin's insert (two upserts of one new id); once the row is there, it cannot. */
const PUT_TRIES = 3

type Filter = Record<string, unknown>

/**
 * One MongoDB collection. Reads go through the mongoose model (its filters are sanitised and strict); writes go to the
 * driver's collection below it, because documents come here checked and must be kept as they are, not cast.
 * Only what every server of the protocol does: no update operators, transactions, change streams, collation. The one
 * thing asked of the server is that replacing one document by a filter on its version is atomic, as MongoDB promises.
 */
export function createCollection<Document extends Stored>(name: CollectionName, connection: MongoConnection): Collection<Document, string> {
  const model = modelOf(connection.mongoose, name)
  const stored = connection.mongoose.collection<MongoRow>(name)
  const fields = indexedFields(name)
  const row = (document: Document): MongoRow => toRow(document, checkDocument(fields, document).body)
  const write = { maxTimeMS: MAX_TIME_MS }

  const replace = async (replacement: MongoRow, expectedVersion: number): Promise<'replaced' | 'conflict'> => {
    const { matchedCount } = await connection.run(() => stored.replaceOne({ _id: replacement._id, version: expectedVersion }, replacement, write))
    return matchedCount === 1 ? 'replaced' : 'conflict'
  }

  return {
    async insertMany(documents) {
      if (documents.length === 0) return []
      const rows = documents.map(row)
      const existing = await connection.run(() => stored.insertMany(rows, { ...write, ordered: false }).then(() => new Set<number>(), duplicatesIn))
      return rows.map((_, at) => (existing.has(at) ? 'exists' : 'inserted'))
    },
    async get(id) {
      if (!isKeyText(id)) return undefined
      const found = await connection.run(() => model.findOne({ _id: id }).lean<MongoRow>().maxTimeMS(MAX_TIME_MS).exec())
      return found ? fromRow<Document>(found) : undefined
    },
    async getMany(ids) {
      const storable = [...new Set(ids.filter(isKeyText))]
      if (storable.length === 0) return []
      const filter = { _id: mongoose.trusted({ $in: storable }) }
      return (await connection.run(() => model.find(filter).lean<MongoRow[]>().maxTimeMS(MAX_TIME_WIDE_MS).exec(), MAX_TIME_WIDE_MS)).map((one) => fromRow<Document>(one))
    },
    async find(query) {
      const plan = planQuery(name, query, MAX_FIND)
      return (await connection.run(() => select(model, query.index, plan).exec(), MAX_TIME_WIDE_MS)).map((one) => fromRow<Document>(one))
    },
    async keys(query) {
      const plan = planQuery(name, query, MAX_KEYS)
      const rows = await connection.run(() => select(model, query.index, plan).select({ _id: 1, version: 1 }).exec(), MAX_TIME_WIDE_MS)
      return rows.map(({ _id, version }) => ({ id: _id, version }))
    },
    async count(query: Omit<Query, 'order' | 'limit'>) {
      const filter = toFilter(planQuery(name, query, MAX_KEYS))
      return connection.run(() => model.countDocuments(filter, { maxTimeMS: MAX_TIME_WIDE_MS, hint: query.index }).exec(), MAX_TIME_WIDE_MS)
    },
    replace: async (document, expectedVersion) => replace(row(document), checkVersion(expectedVersion)),
    async replaceMany(changes) {
      const checked = changes.map(({ document, expectedVersion }) => ({ replacement: row(document), expectedVersion: checkVersion(expectedVersion) }))
      return inLanes(checked, ({ replacement }) => replacement._id, ({ replacement, expectedVersion }) => replace(replacement, expectedVersion))
    },
    async put(document) {
      const replacement = row(document)
      const upsert = (): Promise<unknown> => stored.replaceOne({ _id: replacement._id }, replacement, { ...write, upsert: true })
      await connection.run(async () => {
        for (let attempt = 1; ; attempt++) {
          try {
            return await upsert()
          } catch (error) {
            if (!isDuplicate(error) || attempt === PUT_TRIES) throw error
          }
        }
      })
    },
    async remove(ids) {
      const storable = ids.filter(isKeyText)
      if (storable.length > 0) await connection.run(() => stored.deleteMany({ _id: { $in: storable } }, write))
    },
  }
}

/** The query as the model's own; the hint makes a missing index an error instead of a slow answer. */
function select(model: Model<MongoRow>, index: string, plan: QueryPlan) {
  const direction = plan.direction === 'asc' ? 1 : -1
  const sort = Object.fromEntries([...plan.order, '_id'].map((field) => [field, direction] as const))
  return model.find(toFilter(plan)).sort(sort).limit(plan.limit).batchSize(plan.limit).hint(index).lean<MongoRow[]>().maxTimeMS(MAX_TIME_WIDE_MS)
}

function toFilter({ equals, range }: QueryPlan): Filter {
  const bounds = range && mongoose.trusted(Object.fromEntries(range.bounds.map(([bound, value]) => [`$${bound}`, value])))
  return { ...Object.fromEntries(equals), ...(bounds ? { [range.field]: bounds } : {}) }
}

/**
 * Runs steps side by side, those of one id in their order; answers in the order given. (A bulk write would be one round
 * trip, but tells only how many matched, not which.)
 */
async function inLanes<Step, Answer>(steps: readonly Step[], idOf: (step: Step) => string, run: (step: Step) => Promise<Answer>): Promise<Answer[]> {
  const groups = [...Map.groupBy(steps.map((step, at) => ({ step, at })), ({ step }) => idOf(step)).values()].values()
  const answers: Answer[] = []
  const lane = async (): Promise<void> => {
    for (const group of groups) for (const { step, at } of group) answers[at] = await run(step)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return answers
}
