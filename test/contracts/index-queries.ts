import type { Stored } from '../../src/actions/collections.ts'
import type { Query } from '../../src/actions/ports.ts'

const NUMERIC = new Set(['receivedAt', 'alertOpen', 'nextDueAt', 'openedAt', 'lastAt', 'correctedAt', 'expiresAt', 'startedAt', 'at', 'alertAt', 'dueAt', 'sentAt', 'changedAt', 'usedAt'])
const TEXTS = ['10', '9', '/up/z-a/', '/up/z-a/b/', '/up/z-b/', 'लखनऊ', '\u{1F600}', '\uFFFD']
const NUMBERS = [0, 1, -5, 9, 10, 1_790_000_000_001, 1_790_000_000_000.5]
const domainOf = (field: string): readonly (string | number)[] => (NUMERIC.has(field) ? NUMBERS : TEXTS)

/** Sixty rows in which every field runs through its values at its own pace, with nulls and gaps among them. */
export function rowsFor(fields: readonly string[]): Stored[] {
  return Array.from({ length: 60 }, (_, at) => {
    const own = fields.map((field, place) => {
      const values = [...domainOf(field), null]
      return [field, values[Math.floor(at / (place + 1) ** 2) % values.length]]
    })
    return { id: `row-${(at * 37) % 60}`, version: (at % 3) + 1, ...Object.fromEntries(own) }
  })
}

/** Every prefix with every kind of range, both ways, with limits that cut and limits that do not. */
export function queriesFor(index: string, fields: readonly string[]): Query[] {
  const queries: Query[] = []
  for (let prefix = 0; prefix <= fields.length; prefix++) {
    const equals = Object.fromEntries(fields.slice(0, prefix).map((field) => [field, domainOf(field)[1] ?? 0]))
    const [low = 0, high = 0] = [domainOf(fields[prefix] ?? '')[2], domainOf(fields[prefix] ?? '')[4]]
    const ranges: Query['range'][] = prefix === fields.length ? [undefined] : [undefined, { gte: low }, { gt: low }, { lt: high }, { lte: high }, { gt: low, lte: high }]
    for (const range of ranges) {
      queries.push({ index, ...(prefix > 0 ? { equals } : {}), ...(range ? { range } : {}), order: 'asc', limit: 100 })
      queries.push({ index, equals, ...(range ? { range } : {}), order: 'desc', limit: 3 })
    }
  }
  return queries
}
