import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromRow, toRow } from '../../../src/adapters/mongo/document.ts'

const key = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('$set', 'a.b', '_id', '_list', '_escaped', '__proto__', 'nul\0', '\uFDD0', '\uFDD00024', '\ud83d'))
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 },
    fc.oneof(fc.constantFrom('\ud83d', '\uFDD0fdd0', '\0', '%0024', 'लखनऊ'), fc.string({ unit: 'binary', maxLength: 6 })),
    fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(key, tie('value'), { maxKeys: 3 })),
}))

it('brings back any JSON, holding nothing that a server could refuse or a UTF-8 text could lose', () => {
  fc.assert(fc.property(fc.dictionary(key.filter((one) => one !== 'id' && one !== 'version'), json, { maxKeys: 4 }), (fields) => {
    const document = { id: 'x', version: 1, ...fields }
    const body = JSON.stringify(document)
    const row = toRow(document, body)
    expect(JSON.stringify(fromRow(row))).toBe(body)
    expectStorable(row, true)
  }), { numRuns: 500 })
})

it('writes the usual document as it is, with its id as _id', () => {
  const post = { text: '100% मदद $5 a.b', point: [80.9, 26.8], place: null, gone: undefined }
  expect(toRow({ id: 'x', version: 3, ...{ post } }, '')).toEqual({ _id: 'x', version: 3, post })
})

it('escapes only what needs it', () => {
  const document = { id: 'x', version: 3, ...{ text: '100%', facts: { 'a.b': 1 }, pairs: [[1, 2]] } }
  expect(toRow(document, JSON.stringify(document))).toEqual({ _id: 'x', version: 3, text: '100%', facts: { 'a\uFDD0002eb': 1 }, pairs: [{ _list: [1, 2] }], _escaped: true })
})

function expectStorable(value: unknown, isTop = false): void {
  if (typeof value === 'string') expect(value.isWellFormed()).toBe(true)
  if (Array.isArray(value)) expect(value.some(Array.isArray)).toBe(false)
  if (typeof value !== 'object' || value === null) return
  for (const [name, field] of Object.entries(value)) {
    if (!Array.isArray(value)) expect(name).toMatch(isTop ? /^(?:_id|_escaped|[^_$.\0]?[^$.\0]*)$/s : /^(?:_list|(?!_)[^$.\0]*)$/s)
    expect(name.isWellFormed()).toBe(true)
    expectStorable(field)
  }
}
