import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { postOf, readLabelled } from '../../../scripts/eval/labelled.ts'
import { exampleOf } from '../../../scripts/train/examples.ts'
import { odds } from '../../../scripts/train/fit.ts'
import { placed } from '../../../scripts/train/table.ts'
import type { Weights } from '../../../src/triage/model/heads.ts'
import { opine } from '../../../src/triage/model/model.ts'
import { packTable, unpackTable } from '../../../src/triage/model/packed.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../../src/triage/policy.ts'
import { readByRules, triage } from '../../../src/triage/triage.ts'

const FOLDER = join(import.meta.dirname, '../../../src/triage/model')
const TABLE = join(FOLDER, 'weights.br')
const POSTS = readLabelled(join(import.meta.dirname, '../../corpus/train/voices-a.jsonl')).map(({ text }) => text)
const weights = JSON.parse(readFileSync(join(FOLDER, 'weights.json'), 'utf8')) as Weights

/** The weights as the fit has them. */
const heads = weights.heads.length
const { buckets, weights: units } = unpackTable(readFileSync(TABLE), weights.buckets, heads)
const rowOf = new Uint32Array(weights.buckets)
buckets.forEach((bucket, row) => { rowOf[bucket] = row + 1 })
const fitted = { heads, bias: Float64Array.from(weights.bias), weights: Float32Array.from(units, (unit, at) => unit * (weights.scale[at % heads] ?? 0)) }

describe('the learnt model', () => {
  it('is small, and says what it was fitted to', () => {
    expect(statSync(TABLE).size).toBeLessThan(300_000)
    expect(weights.fittedTo).toMatch(/\d+ own posts/u)
  })

  it('says of a post what the fit meant, to a rounding', () => {
    for (const text of POSTS) {
      const { critical, sos, actionable, categories } = opine(readByRules(postOf(text), DEFAULT_TRIAGE_POLICY))
      const meant = odds(fitted, placed(exampleOf(text, 1, weights.buckets), { rowOf }))
      expect([critical, sos, actionable, ...categories].every((one, head) => Math.abs(one - (meant[head] ?? NaN)) < 1e-3), text).toBe(true)
    }
  })

  it('keeps its table in the file, and reads none that is damaged', () => {
    const row = fc.array(fc.integer({ min: -128, max: 127 }), { minLength: 3, maxLength: 3 })
    fc.assert(fc.property(fc.uniqueArray(fc.nat(1_023), { maxLength: 60 }), fc.array(row, { minLength: 60, maxLength: 60 }), (some, rows) => {
      const table = { buckets: some.sort((a, b) => a - b), weights: Int8Array.from(rows.slice(0, some.length).flat()) }
      expect(unpackTable(packTable(table, 1_024), 1_024, 3)).toEqual(table)
    }))
    const file = packTable({ buckets: [3], weights: Int8Array.of(1, 2, 3) }, 64)
    expect(() => unpackTable(file, 64, 9)).toThrow('damaged')
    expect(() => unpackTable(file.subarray(0, 6), 64, 3)).toThrow()
    const rows = Array.from({ length: 2 ** 16 }, (_, at) => at)
    expect(() => packTable({ buckets: rows, weights: new Int8Array(rows.length) }, 2 ** 16)).toThrow('can number')
  })

  it('moves a score within its limits, and its reasons add up to what it did', () => {
    const { most } = DEFAULT_TRIAGE_POLICY.model
    fc.assert(fc.property(fc.oneof(fc.constantFrom(...POSTS), fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
      const rules = readByRules(postOf(text), DEFAULT_TRIAGE_POLICY)
      const verdict = triage(postOf(text), DEFAULT_TRIAGE_POLICY)
      const moved = verdict.reasons.filter(({ signal }) => signal === 'model').reduce((sum, { weight }) => sum + weight, 0)
      expect(moved).toBeLessThanOrEqual(most.up)
      expect(moved).toBeGreaterThanOrEqual(-most.down)
      const isOverruled = !rules.isFirm && opine(rules).sos < -DEFAULT_TRIAGE_POLICY.model.overrules
      if (!isOverruled) expect(verdict.score).toBeGreaterThanOrEqual(rules.floor)
      expect(verdict.score).toBe(Math.min(100, Math.max(0, rules.score + moved)))
    }), { numRuns: 300 })
  })

  it('keeps quiet where an administrator allows it nothing', () => {
    const policy = { ...DEFAULT_TRIAGE_POLICY, model: { ...DEFAULT_TRIAGE_POLICY.model, most: { up: 0, down: 0 } } }
    for (const text of POSTS) expect(triage(postOf(text), policy).reasons.filter(({ signal }) => signal === 'model'), text).toEqual([])
  })
})
