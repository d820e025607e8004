import type { Stored } from '../../src/actions/collections.ts'
import type { Query } from '../../src/actions/ports.ts'

type Scalar = string | number

/** What a collection promises, as plainly as it can be said: the oracle of the store's contract suite. */
export class ModelCollection<Document extends Stored> {
  readonly #rows = new Map<string, Document>()
  readonly #indexes: Readonly<Record<string, readonly string[]>>

  constructor(indexes: Readonly<Record<string, readonly string[]>>) {
    this.#indexes = indexes
  }

  insertMany(documents: readonly Document[]): ('inserted' | 'exists')[] {
    return documents.map((document) => {
      if (this.#rows.has(document.id)) return 'exists'
      this.#rows.set(document.id, document)
      return 'inserted'
    })
  }

  get(id: string): Document | undefined {
    return this.#rows.get(id)
  }

  replace(document: Document, expectedVersion: number): 'replaced' | 'conflict' {
    if (this.#rows.get(document.id)?.version !== expectedVersion) return 'conflict'
    this.#rows.set(document.id, document)
    return 'replaced'
  }

  put(document: Document): void {
    this.#rows.set(document.id, document)
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#rows.delete(id)
  }

  find(query: Query): Document[] {
    const fields = this.#indexes[query.index] ?? []
    const prefix = Object.keys(query.equals ?? {}).length
    const matches = [...this.#rows.values()].filter((row) => isMatch(row, fields, prefix, query))
    const order = [...fields.slice(prefix), 'id']
    const sign = query.order === 'desc' ? -1 : 1
    matches.sort((left, right) => sign * compareRows(left, right, order))
    return matches.slice(0, query.limit)
  }
}

function valueOf(row: Stored, field: string): Scalar | null {
  return ((row as unknown as Record<string, unknown>)[field] ?? null) as Scalar | null
}

function isMatch(row: Stored, fields: readonly string[], prefix: number, { equals, range }: Query): boolean {
  if (fields.slice(0, prefix).some((field) => valueOf(row, field) !== equals?.[field])) return false
  const value = valueOf(row, fields[prefix] ?? 'id')
  const holds = (bound: Scalar | undefined, test: (order: number) => boolean): boolean =>
    bound === undefined || (typeof value === typeof bound && test(compare(value, bound)))
  return holds(range?.gt, (order) => order > 0) && holds(range?.gte, (order) => order >= 0) && holds(range?.lt, (order) => order < 0) && holds(range?.lte, (order) => order <= 0)
}

function compareRows(left: Stored, right: Stored, fields: readonly string[]): number {
  for (const field of fields) {
    const order = compare(valueOf(left, field), valueOf(right, field))
    if (order !== 0) return order
  }
  return 0
}

/** Null, then numbers, then texts by code point (as UTF-8 bytes compare), not by UTF-16 unit. */
function compare(left: Scalar | null, right: Scalar | null): number {
  const rank = (value: Scalar | null): number => (value === null ? 0 : typeof value === 'number' ? 1 : 2)
  if (rank(left) !== rank(right)) return rank(left) - rank(right)
  if (typeof left === 'string' && typeof right === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right))
  return Number(left) - Number(right)
}
