import { PrahariError } from '../domain/errors.ts'
import { INDEXES } from './collections.ts'
import type { CollectionName, Stored } from './collections.ts'
import type { Query } from './ports.ts'

/** Most rows that one `find` may ask for, and one `keys`. */
export const MAX_FIND = 10_000
export const MAX_KEYS = 1_000_000
/** Longest id and longest indexed text, UTF-16 units: a store's index entries are bounded. */
export const MAX_KEY_LENGTH = 512
/** Largest document as JSON, UTF-16 units: below MongoDB's 16 MB for every script. */
export const MAX_BODY_LENGTH = 5_000_000

type Scalar = string | number

/** What a query means, the same for every store: each adapter only spells it. */
export interface QueryPlan {
  equals: readonly (readonly [field: string, value: Scalar])[]
  /** The field after the prefix with its bounds; absent when nothing is bounded. Every bound has the same type. */
  range: { field: string; bounds: readonly (readonly ['gt' | 'gte' | 'lt' | 'lte', Scalar])[] } | undefined
  /** Fields after the prefix: rows come in their order, ties by id, all in one direction. Null sorts lowest. */
  order: readonly string[]
  direction: 'asc' | 'desc'
  limit: number
}

/** The indexed fields of a collection, each once. */
export function indexedFields(name: CollectionName): readonly string[] {
  return [...new Set(Object.values<readonly string[]>(INDEXES[name]).flat())]
}

/**
 * Checks a query against the declared indexes.
 * @throws PrahariError invalid: unknown index, fields that are no prefix, wrong types, limit out of bounds.
 */
export function planQuery(name: CollectionName, query: Omit<Query, 'limit'> & { limit?: number }, maxLimit: number): QueryPlan {
  const indexes: Record<string, readonly string[]> = INDEXES[name]
  const fields = Object.hasOwn(indexes, query.index) ? indexes[query.index] : undefined
  if (!fields) throw refused(`${name} has no index ${String(query.index).slice(0, 40)}`, 'index')
  const given = Object.keys(query.equals ?? {})
  const prefix = fields.slice(0, given.length)
  if (!prefix.every((field) => given.includes(field))) throw refused(`equals must fix a prefix of ${fields.join(', ')}`, 'equals')
  const { limit = maxLimit, order = 'asc' } = query
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > maxLimit) throw refused(`limit must be a whole number from 1 to ${maxLimit}`, 'limit')
  if (order !== 'asc' && order !== 'desc') throw refused('order must be asc or desc', 'order')
  return {
    equals: prefix.map((field) => [field, scalar(query.equals?.[field], field)] as const),
    range: planRange(query.range, fields[prefix.length]),
    order: fields.slice(prefix.length), direction: order, limit,
  }
}

function planRange(range: Query['range'], field: string | undefined): QueryPlan['range'] {
  const bounds = (['gt', 'gte', 'lt', 'lte'] as const)
    .filter((bound) => range?.[bound] !== undefined)
    .map((bound) => [bound, scalar(range?.[bound], 'range')] as const)
  if (bounds.length === 0) return undefined
  if (field === undefined) throw refused('the index has no field left for a range', 'range')
  if (new Set(bounds.map(([, value]) => typeof value)).size > 1) throw refused('bounds must have one type', 'range')
  return { field, bounds }
}

function scalar(value: unknown, field: string): Scalar {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'string' && isKeyText(value)) return value
  throw refused(`${field} must be a finite number or a text without NUL and lone surrogates`, field)
}

/** Whether a text can be an id or an indexed value: every store must compare it the same, so neither NUL nor lone surrogates. */
export function isKeyText(text: unknown): text is string {
  return typeof text === 'string' && text.length <= MAX_KEY_LENGTH && text.isWellFormed() && !text.includes('\0')
}

/**
 * The document as JSON and its indexed values (undefined counts as null), checked. Free texts in it may hold anything.
 * @throws PrahariError invalid, so that one bad document never reaches the write it would share with others.
 */
export function checkDocument(fields: readonly string[], document: Stored): { body: string; values: (Scalar | null)[] } {
  if (!isKeyText(document.id) || document.id === '') throw refused(`an id must be a text of 1 to ${MAX_KEY_LENGTH} units without NUL and lone surrogates`, 'id')
  checkVersion(document.version)
  const record = document as unknown as Readonly<Record<string, unknown>>
  const values = fields.map((field) => (record[field] === null || record[field] === undefined ? null : scalar(record[field], field)))
  return { body: toJson(document), values }
}

/** @throws PrahariError invalid when it is no whole number from 0. */
export function checkVersion(version: unknown): number {
  if (Number.isSafeInteger(version) && Number(version) >= 0) return Number(version)
  throw refused('a version must be a whole number from 0', 'version')
}

function toJson(document: Stored): string {
  let body: string
  try {
    body = JSON.stringify(document)
  } catch (cause) {
    throw new PrahariError('invalid', `document ${document.id} is not plain JSON`, { cause })
  }
  if (body.length > MAX_BODY_LENGTH) throw refused(`document ${document.id} is larger than ${MAX_BODY_LENGTH} units of JSON`, 'id')
  return body
}

function refused(message: string, field: string): PrahariError {
  return new PrahariError('invalid', message, { field })
}
