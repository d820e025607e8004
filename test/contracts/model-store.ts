import { INDEXES } from '../../src/actions/collections.ts'
import type { CollectionName, Stored } from '../../src/actions/collections.ts'
import type { Collection, Collections, Query, Store } from '../../src/actions/ports.ts'
import { ModelCollection } from './model.ts'

/** A ledger in memory that answers as the stores do (it is their oracle), so that a property test can afford thousands of steps. */
export function openModelStore(now: () => number): Store {
  const names = Object.keys(INDEXES) as CollectionName[]
  // Each name gets the collection of its own documents: the mapped type says so, Object.fromEntries cannot.
  const collections = Object.fromEntries(names.map((name) => [name, collection(INDEXES[name])])) as unknown as Collections
  return { ...collections, now, ping: () => Promise.resolve(), close: () => Promise.resolve() }
}

function collection(indexes: Readonly<Record<string, readonly string[]>>): Collection<Stored, string> {
  const model = new ModelCollection<Stored>(indexes)
  const find = (query: Query): Stored[] => model.find(query)
  return {
    insertMany: (documents) => Promise.resolve(model.insertMany(documents)),
    get: (id) => Promise.resolve(model.get(id)),
    getMany: (ids) => Promise.resolve(ids.flatMap((id) => model.get(id) ?? [])),
    find: (query) => Promise.resolve(find(query)),
    keys: (query) => Promise.resolve(find(query).map(({ id, version }) => ({ id, version }))),
    count: (query) => Promise.resolve(find({ ...query, limit: Infinity }).length),
    replace: (document, version) => Promise.resolve(model.replace(document, version)),
    replaceMany: (changes) => Promise.resolve(changes.map(({ document, expectedVersion }) => model.replace(document, expectedVersion))),
    put: (document) => Promise.resolve(model.put(document)),
    remove: (ids) => Promise.resolve(model.remove(ids)),
  }
}
