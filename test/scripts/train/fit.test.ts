import { describe, expect, it } from 'vitest'
import { biasFor, crossValidate } from '../../../scripts/train/cross-validate.ts'
import { exampleOf, urgencyTarget } from '../../../scripts/train/examples.ts'
import { fit, odds } from '../../../scripts/train/fit.ts'
import { learnt, LEVELS, nearestLevel, placed, rowsOf, tableOf } from '../../../scripts/train/table.ts'
import { chanceFrom } from '../../../src/domain/sample.ts'

const CRIES = ['wo darwaza tod rahe hain', 'andar ghus gaye hain log', 'दरवाजा तोड़ रहे हैं', 'they are breaking the door']
const CALM = ['chai aur samosa', 'kal match dekha', 'आज मौसम अच्छा है', 'nice weather today']
const BUCKETS = 4_096
const found = [...CRIES, ...CALM].map((text) => exampleOf(text, 1, BUCKETS))
const rows = rowsOf(found, BUCKETS, 1)
const size = rows.buckets.length
const examples = found.map((example) => placed(example, rows))
const read = (text: string): ReturnType<typeof exampleOf> => placed(exampleOf(text, 1, BUCKETS), rows)
const targets = [...CRIES.map(() => Float32Array.of(1)), ...CALM.map(() => Float32Array.of(0))]
const options = { epochs: 20, rate: 0.1, decay: 1e-6, hidden: 0.5 }

describe('the fit', () => {
  it('tells apart what it was shown, and wording like it', () => {
    const fitted = fit(examples, targets, size, 'independent', { ...options, random: chanceFrom(1) })
    examples.forEach((example, at) => expect(Math.sign(odds(fitted, example)[0] ?? 0)).toBe(targets[at]?.[0] === 1 ? 1 : -1))
    expect(odds(fitted, read('darwaaza todh rhe h'))[0]).toBeGreaterThan(odds(fitted, read('samosa khaya'))[0] ?? 0)
  })

  it('is the same for the same input, and another for another seed', () => {
    const once = (seed: number): string => fit(examples, targets, size, 'independent', { ...options, random: chanceFrom(seed) }).weights.join()
    expect(once(1)).toBe(once(1))
    expect(once(1)).not.toBe(once(2))
  })

  it('goes on with the weights that are kept, once it has been thinned', () => {
    const fitted = (after?: number): Float32Array => fit(examples, targets, size, 'independent', { ...options, ...(after === undefined ? {} : { thin: { after, keep: ({ weights }) => weights.map((weight, row) => (row % 2 === 0 ? weight : 0)) } }), random: chanceFrom(1) }).weights
    const [whole, thin, last] = [fitted(), fitted(10), fitted(options.epochs)]
    expect(thin.every((weight, row) => row % 2 === 0 || weight === 0)).toBe(true)
    expect(last.every((weight, row) => weight === (row % 2 === 0 ? whole[row] : 0))).toBe(true)
    expect(thin.some((weight, row) => row % 2 === 0 && Math.abs(weight) > Math.abs(whole[row] ?? NaN))).toBe(true)
  })

  it('leaves heads alone whose answer is not known', () => {
    const unknown = examples.map(() => Float32Array.of(NaN))
    expect(Array.from(fit(examples, unknown, size, 'independent', { ...options, random: chanceFrom(1) }).weights).some((weight) => weight !== 0)).toBe(false)
  })

  it('rings sooner where cries count more for a head, and leaves the other head as it was', () => {
    const both = targets.map(([wanted = 0]) => Float32Array.of(wanted, wanted))
    const graver = examples.map((example, at) => (targets[at]?.[0] === 1 ? { ...example, worths: Float32Array.of(3, 1) } : example))
    const answers = (among: typeof examples): number[] => odds(fit(among, both, size, 'independent', { ...options, random: chanceFrom(1) }), read('log'))
    const [plain, grave] = [answers(examples), answers(graver)]
    expect(grave[0]).toBeGreaterThan(plain[0] ?? NaN)
    expect(grave[1]).toBe(plain[1])
  })
})

describe('the table', () => {
  const head = (): ReturnType<typeof fit> => fit(examples, targets, size, 'independent', { ...options, random: chanceFrom(1) })

  it('keeps as many weights as it may, and the file holds just those', () => {
    const table = tableOf(head(), head(), rows, { urgency: 40, category: 0 })
    expect(table.weights.filter((weight) => weight !== 0).length).toBeLessThanOrEqual(41)
    const { buckets, weights } = learnt(table, rows)
    buckets.forEach((bucket, at) => {
      const row = (rows.rowOf[bucket] ?? 0) - 1
      expect((weights[at * 2] ?? 0) * (table.scale[0] ?? 0)).toBeCloseTo(table.weights[row * 2] ?? NaN, 5)
    })
  })

  it('puts each weight on the nearest level, by its logarithm', () => {
    expect([1_000, 127, 50, 12, 3].map(nearestLevel)).toEqual([127, 127, 46, 10, 10])
    expect(LEVELS.map(nearestLevel)).toEqual(LEVELS)
  })
})

describe('cross-validation', () => {
  it('keeps all posts of an idea together and judges each once', () => {
    const lessons = Array.from({ length: 40 }, (_, at) => ({ example: read(`post ${at}`), urgency: Float32Array.of(0), category: Float32Array.of(NaN), idea: `idea-${at % 8}` }))
    const nothing = fit([read('x')], [Float32Array.of(0)], size, 'independent', { ...options, epochs: 1, random: chanceFrom(1) })
    let held = 0
    const answers = crossValidate(lessons, 5, (learnt) => {
      const known = new Set(learnt.map(({ idea }) => idea))
      const unseen = lessons.filter((lesson) => !learnt.includes(lesson))
      expect(unseen.filter(({ idea }) => known.has(idea))).toEqual([])
      held += unseen.length
      return nothing
    })
    expect(held).toBe(40)
    expect(answers.filter((answer) => answer.length === 1)).toHaveLength(40)
  })

  it('finds the threshold for a wanted recall', () => {
    const odds_ = [5, 4, 3, 2, 1, 0, -1, -2, -3, -4]
    const bias = biasFor(odds_, 0.8)
    expect(odds_.filter((one) => one + bias > 0)).toHaveLength(8)
  })

  it('asks the heads the nested questions of severity', () => {
    expect(Array.from(urgencyTarget({ severity: 'critical' }))).toEqual([1, 1, 1])
    expect(Array.from(urgencyTarget({ severity: 'high' }))).toEqual([0, 1, 1])
    expect(Array.from(urgencyTarget({ severity: 'low' }))).toEqual([0, 0, 0])
  })
})
