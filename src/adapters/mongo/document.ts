import type { Stored } from '../../actions/collections.ts'

/** What lies in MongoDB: the document with `_id` for its id, its natural fields at the top level. */
export interface MongoRow {
  _id: string
  version: number
  /** Set where something had to be written otherwise than JSON has it. */
  _escaped?: true
  [field: string]: unknown
}

/**
 * What BSON, or some server of MongoDB's protocol, cannot hold as it is: keys with syntax in them or beginning with `_`
 * (which is ours), lone surrogates (they have no UTF-8), lists directly in lists (FerretDB refuses them). In an escaped
 * row a character is written as MARK and its four hex digits, an inner list as `{ _list: [...] }`. MARK is a noncharacter
 * of Unicode, so that texts that people read are left alone.
 */
const MARK = '\uFDD0'
const KEY_SYNTAX = /[$.\0]|^_/
const ESCAPED_IN_KEY = /[$.\0\uFDD0]|^_|\p{Surrogate}/gu
const ESCAPED_IN_TEXT = /\uFDD0|\p{Surrogate}/gu
const ESCAPE = /\uFDD0([0-9a-f]{4})/g
const LIST = '_list'

/** @param body the document as JSON, from which an odd one is normalised. */
export function toRow(document: Stored, body: string): MongoRow {
  if (isPlain(document)) {
    const { id, ...fields } = document
    return { _id: id, ...fields }
  }
  const { id, version, ...fields } = JSON.parse(body) as Stored
  return { _id: id, version, ...(escaped(fields) as object), _escaped: true }
}

export function fromRow<Document extends Stored>({ _id, _escaped, ...fields }: MongoRow): Document {
  const plain = _escaped ? (restored(fields) as object) : fields
  return { id: _id, ...plain } as unknown as Document
}

/** Whether MongoDB keeps the value exactly as JSON does: the usual case, which then costs no copy. */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'string': return value.isWellFormed()
    case 'number': return Number.isFinite(value) && !Object.is(value, -0)
    case 'boolean': return true
    case 'object': return value === null || (Array.isArray(value) ? value.every((one) => !Array.isArray(one) && isPlain(one)) : isPlainObject(value))
    default: return false
  }
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  // Undefined is dropped by the driver (`ignoreUndefined`), as JSON drops it.
  return Object.entries(value).every(([key, field]) => !KEY_SYNTAX.test(key) && key.isWellFormed() && (field === undefined || isPlain(field)))
}

function escaped(value: unknown): unknown {
  if (typeof value === 'string') return escape(value, ESCAPED_IN_TEXT)
  if (Array.isArray(value)) return value.map((one) => (Array.isArray(one) ? { [LIST]: escaped(one) } : escaped(one)))
  return isObject(value) ? mapEntries(value, ([key, field]) => [escape(key, ESCAPED_IN_KEY), escaped(field)]) : value
}

function restored(value: unknown): unknown {
  if (typeof value === 'string') return unescape(value)
  if (Array.isArray(value)) return value.map(restored)
  if (!isObject(value)) return value
  return LIST in value ? restored(value[LIST]) : mapEntries(value, ([key, field]) => [unescape(key), restored(field)])
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function mapEntries(value: object, change: (entry: [string, unknown]) => [string, unknown]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(change))
}

function escape(text: string, what: RegExp): string {
  return text.replace(what, (unit) => `${MARK}${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function unescape(text: string): string {
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
