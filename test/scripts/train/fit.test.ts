import { describe, expect, it } from 'vitest'
import { biasFor, crossValidate } from '../../../scripts/train/cross-validate.ts'
import { exampleOf, urgencyTarget } from '../../../scripts/train/examples.ts'
import { fit, odds, quantise } from '../../../scripts/train/fit.ts'
import { chanceFrom } from '../../../src/domain/sample.ts'

const CRIES = ['wo darwaza tod rahe hain', 'andar ghus gaye hain log', 'दरवाजा तोड़ रहे हैं', 'they are breaking the door']
const CALM = ['chai aur samosa', 'kal match dekha', 'आज मौसम अच्छा है', 'nice weather today']
const examples = [...CRIES, ...CALM].map((text) => exampleOf(text, 1))
const targets = [...CRIES.map(() => Float32Array.of(1)), ...CALM.map(() => Float32Array.of(0))]
const options = { buckets: 4_096, epochs: 20, rate: 0.1, decay: 1e-6 }

describe('the fit', () => {
  it('tells apart what it was shown, and wording like it', () => {
    const fitted = fit(examples, targets, 'independent', { ...options, random: chanceFrom(1) })
    examples.forEach((example, at) => expect(Math.sign(odds(fitted, example)[0] ?? 0)).toBe(targets[at]?.[0] === 1 ? 1 : -1))
    expect(odds(fitted, exampleOf('darwaaza todh rhe h', 1))[0]).toBeGreaterThan(odds(fitted, exampleOf('samosa khaya', 1))[0] ?? 0)
  })

  it('is the same for the same input, and another for another seed', () => {
    const once = (seed: number): string => quantise(fit(examples, targets, 'independent', { ...options, random: chanceFrom(seed) }), ['sos']).digits
    expect(once(1)).toBe(once(1))
    expect(once(1)).not.toBe(once(2))
  })

  it('leaves heads alone whose answer is not known', () => {
    const unknown = examples.map(() => Float32Array.of(NaN))
    expect(Array.from(fit(examples, unknown, 'independent', { ...options, random: chanceFrom(1) }).weights).some((weight) => weight !== 0)).toBe(false)
  })
})

describe('cross-validation', () => {
  it('keeps all posts of an idea together and judges each once', () => {
    const lessons = Array.from({ length: 40 }, (_, at) => ({ example: exampleOf(`post ${at}`, 1), urgency: Float32Array.of(0), category: Float32Array.of(NaN), idea: `idea-${at % 8}` }))
    const nothing = fit([exampleOf('x', 1)], [Float32Array.of(0)], 'independent', { ...options, epochs: 1, random: chanceFrom(1) })
    let held = 0
    const answers = crossValidate(lessons, 5, (learnt) => {
      const known = new Set(learnt.map(({ idea }) => idea))
      const unseen = lessons.filter((lesson) => !learnt.includes(lesson))
      expect(unseen.filter(({ idea }) => known.has(idea))).toEqual([])
      held += unseen.length
      return { urgency: nothing, category: nothing }
    })
    expect(held).toBe(40)
    expect(answers.filter((answer) => answer.odds.length === 1)).toHaveLength(40)
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
