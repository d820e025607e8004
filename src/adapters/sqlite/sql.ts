import type { QueryPlan } from '../../actions/store-checks.ts'
import type { Value } from './protocol.ts'
import { indexName } from './schema.ts'

/** The fixed statements of a table. Parameters: body, version, indexed fields, id (and the expected version). */
export function statements(table: string, fields: readonly string[]): Record<'insert' | 'replace' | 'put' | 'remove' | 'get' | 'getMany', string> {
  const columns = ['body', 'version', ...fields].map((field) => `"${field}"`)
  const insert = `INSERT INTO "${table}" (${columns.join(', ')}, id) VALUES (${columns.map(() => '?').join(', ')}, ?)`
  return {
    insert: `${insert} ON CONFLICT (id) DO NOTHING`,
    replace: `UPDATE "${table}" SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ?`,
    put: `${insert} ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    remove: `DELETE FROM "${table}" WHERE id = ?`,
    get: `SELECT body FROM "${table}" WHERE id = ?`,
    getMany: `SELECT body FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`,
  }
}

const OPERATORS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

/** Statement text (few variants, so that prepared ones are reused) and its parameters. */
interface Sql {
  text: string
  params: Value[]
}

function where(table: string, index: string, { equals, range }: QueryPlan): Sql {
  const terms = [
    ...equals.map(([field, value]) => ({ term: `"${field}" = ?`, value })),
    ...(range?.bounds ?? []).map(([bound, value]) => ({ term: `"${range?.field}" ${OPERATORS[bound]} ?`, value })),
  ]
  const conditions = [...terms.map(({ term }) => term), ...ofOneType(range)]
  const condition = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  return { text: `FROM "${table}" INDEXED BY "${indexName(table, index)}"${condition}`, params: terms.map(({ value }) => value) }
}

/** A bound matches values of its own type only; SQLite orders every number before every text. */
function ofOneType(range: QueryPlan['range']): string[] {
  if (!range) return []
  const has = (...wanted: string[]): boolean => range.bounds.some(([bound]) => wanted.includes(bound))
  if (typeof range.bounds[0]?.[1] === 'number') return has('lt', 'lte') ? [] : [`"${range.field}" < ''`]
  return has('gt', 'gte') ? [] : [`"${range.field}" >= ''`]
}

/** Rows in the order of the index, which therefore needs no sorting; `id, version` come from the index alone. */
export function select(columns: 'body' | 'id, version', table: string, index: string, plan: QueryPlan): Sql {
  const { text, params } = where(table, index, plan)
  const order = [...plan.order, 'id'].map((field) => `"${field}" ${plan.direction}`)
  return { text: `SELECT ${columns} ${text} ORDER BY ${order.join(', ')} LIMIT ?`, params: [...params, plan.limit] }
}

export function count(table: string, index: string, plan: QueryPlan): Sql {
  const { text, params } = where(table, index, plan)
  return { text: `SELECT count(*) ${text}`, params }
}
