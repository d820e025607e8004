import type { Stored } from '../../actions/collections.ts'

/** What lies in MongoDB: the document with `_id` for its id, its natural fields at the top level. */
export interface MongoRow {
  _id: string
  version: number
  /** Set on the few whose keys or texts had to be escaped. */
  _escaped?: true
  [field: string]: unknown
}

/**
 * Keys that MongoDB (or a server of its protocol) treats as syntax, and `_…`, which is ours. Lone surrogates have no UTF-8.
 * `%` leads an escape, so in an escaped document it is escaped itself.
 */
const KEY_SYNTAX = /[$.\0]|^_/
const ESCAPED_IN_KEY = /[%$.\0]|^_|\p{Surrogate}/gu
const ESCAPED_IN_TEXT = /%|\p{Surrogate}/gu

/** @param body the document as JSON, from which an odd one is normalised. */
export function toRow(document: Stored, body: string): MongoRow {
  if (!isPlain(document)) return toEscapedRow(JSON.parse(body) as Stored)
  const { id, ...fields } = document
  return { _id: id, ...fields }
}

function toEscapedRow({ id, version, ...fields }: Stored): MongoRow {
  const escaped = rewrite(fields, (text) => escape(text, ESCAPED_IN_TEXT), (key) => escape(key, ESCAPED_IN_KEY))
  return { _id: id, version, ...(escaped as object), _escaped: true }
}

export function fromRow<Document extends Stored>({ _id, _escaped, ...fields }: MongoRow): Document {
  const plain = _escaped ? (rewrite(fields, unescape, unescape) as object) : fields
  return { id: _id, ...plain } as unknown as Document
}

/** Whether BSON keeps the value exactly as JSON does: the usual case, which then costs no copy. */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'string': return value.isWellFormed()
    case 'number': return Number.isFinite(value) && !Object.is(value, -0)
    case 'boolean': return true
    case 'object': return value === null || (Array.isArray(value) ? value.every(isPlain) : isPlainObject(value))
    default: return false
  }
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  // Undefined is dropped by the driver (`ignoreUndefined`), as JSON drops it.
  return Object.entries(value).every(([key, field]) => !KEY_SYNTAX.test(key) && key.isWellFormed() && (field === undefined || isPlain(field)))
}

function rewrite(value: unknown, text: (text: string) => string, key: (key: string) => string): unknown {
  if (typeof value === 'string') return text(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => rewrite(one, text, key))
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [key(name), rewrite(field, text, key)]))
}

function escape(text: string, what: RegExp): string {
  return text.replace(what, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function unescape(text: string): string {
  return text.replace(/%([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
