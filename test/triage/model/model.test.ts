import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { postOf, readLabelled } from '../../../scripts/eval/labelled.ts'
import { exampleOf } from '../../../scripts/train/examples.ts'
import { odds } from '../../../scripts/train/fit.ts'
import type { Fitted } from '../../../scripts/train/fit.ts'
import { opine } from '../../../src/triage/model/model.ts'
import { readDigits } from '../../../src/triage/model/digits.ts'
import type { HeadWeights } from '../../../src/triage/model/digits.ts'
import type { Weights } from '../../../src/triage/model/model.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../../src/triage/policy.ts'
import { readByRules, triage } from '../../../src/triage/triage.ts'

const FILE = join(import.meta.dirname, '../../../src/triage/model/weights.json')
const POSTS = readLabelled(join(import.meta.dirname, '../../corpus/train/voices-a.jsonl')).map(({ text }) => text)
const weights = JSON.parse(readFileSync(FILE, 'utf8')) as Weights

/** The weights as the fit has them. */
function unpacked({ buckets, heads, bias, scale, digits }: HeadWeights): Fitted {
  return { buckets, heads: heads.length, bias: Float64Array.from(bias), weights: Float32Array.from(readDigits(digits), (digit, at) => digit * (scale[at % heads.length] ?? 0)) }
}

describe('the learnt model', () => {
  it('is small, and says what it was fitted to', () => {
    expect(statSync(FILE).size).toBeLessThan(300 * 1024)
    expect(weights.fittedTo).toMatch(/\d+ own posts/u)
  })

  it('says of a post what the fit meant, to a rounding', () => {
    const urgency = unpacked(weights.urgency)
    const category = unpacked(weights.category)
    for (const text of POSTS) {
      const opinion = opine(readByRules(postOf(text), DEFAULT_TRIAGE_POLICY))
      const meant = odds(urgency, exampleOf(text, 1))
      expect([opinion.critical, opinion.sos, opinion.actionable].map((one, head) => Math.abs(one - (meant[head] ?? NaN)) < 1e-3), text).toEqual([true, true, true])
      const categories = odds(category, exampleOf(text, 1))
      expect(opinion.categories.every((one, at) => Math.abs(one - (categories[at] ?? NaN)) < 1e-3), text).toBe(true)
    }
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
