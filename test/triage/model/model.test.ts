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
import { LEVELS, packBuckets, packWeights, unpackBuckets, unpackWeights } from '../../../src/triage/model/packed.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../../src/triage/policy.ts'
import { readByRules, triage } from '../../../src/triage/triage.ts'

const FILE = join(import.meta.dirname, '../../../src/triage/model/weights.json')
const POSTS = readLabelled(join(import.meta.dirname, '../../corpus/train/voices-a.jsonl')).map(({ text }) => text)
const weights = JSON.parse(readFileSync(FILE, 'utf8')) as Weights

/** The weights as the fit has them. */
const buckets = unpackBuckets(weights.gaps)
const heads = weights.heads.length
const rowOf = new Uint32Array(weights.buckets)
buckets.forEach((bucket, row) => { rowOf[bucket] = row + 1 })
const fitted = { heads, bias: Float64Array.from(weights.bias), weights: Float32Array.from(unpackWeights(weights.digits, buckets.length * heads), (unit, at) => unit * (weights.scale[at % heads] ?? 0)) }

describe('the learnt model', () => {
  it('is small, and says what it was fitted to', () => {
    expect(statSync(FILE).size).toBeLessThan(300 * 1024)
    expect(weights.fittedTo).toMatch(/\d+ own posts/u)
  })

  it('says of a post what the fit meant, to a rounding', () => {
    for (const text of POSTS) {
      const { critical, sos, actionable, categories } = opine(readByRules(postOf(text), DEFAULT_TRIAGE_POLICY))
      const meant = odds(fitted, placed(exampleOf(text, 1, weights.buckets), { rowOf }))
      expect([critical, sos, actionable, ...categories].every((one, head) => Math.abs(one - (meant[head] ?? NaN)) < 1e-3), text).toBe(true)
    }
  })

  it('keeps its weights in the file: buckets as they are, weights to the nearest level', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(2 ** 18)), (some) => {
      const sorted = some.sort((a, b) => a - b)
      expect(unpackBuckets(packBuckets(sorted))).toEqual(sorted)
    }))
    const level = fc.constantFrom(0, 0, 0, 0, ...LEVELS, ...LEVELS.map((one) => -one))
    fc.assert(fc.property(fc.array(level, { maxLength: 2_000 }), fc.nat(500), (units, rest) => {
      const all = Int8Array.from([...units, ...Array<number>(rest).fill(0)])
      expect(unpackWeights(packWeights(Float32Array.from(all)), all.length)).toEqual(all)
    }))
    expect([...unpackWeights(packWeights(Float32Array.of(1_000, -50, 0, 3)), 4)]).toEqual([127, -46, 0, 10])
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
