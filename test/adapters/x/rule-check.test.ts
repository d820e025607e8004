import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemsOfRules, TAG_PREFIX, whyNotRecoverable } from '../../../src/adapters/x/rule-check.ts'
import { planRules } from '../../../src/adapters/x/rules.ts'
import type { ExistingRule } from '../../../src/adapters/x/rules.ts'

const rule = (tag: string, value: string): { tag: string; value: string } => ({ tag, value })
const existing = (id: string, value: string, tag?: string): ExistingRule => ({ id, value, tag })

describe('desired rules', () => {
  it('x7 are refused before X is asked when they are too long, empty, or there twice', () => {
    expect(problemsOfRules([rule('a', 'x'.repeat(1_024)), rule('b', '🚨'.repeat(1_024))])).toEqual([])
    expect(problemsOfRules([rule('long', 'x'.repeat(1_025))])).toEqual(["rule 'long' has 1025 characters; X allows 1024"])
    expect(problemsOfRules([rule('a', ' '), rule('b c', 'x'), rule('d', 'y'), rule('d', 'z'), rule('e', 'z')])).toHaveLength(4)
  })

  it('x8 are flagged when search could not bring their posts back', () => {
    expect(whyNotRecoverable('x'.repeat(513))).toMatch(/512/)
    expect(whyNotRecoverable('@PrahariUP bio_location:Lucknow')).toBe('search does not know bio_location:')
    expect(whyNotRecoverable('(बचाओ OR -sample:10)')).toBe('search does not know sample:')
    expect(whyNotRecoverable('"help police"~3')).toBe('search does not know proximity')
    for (const fine of ['@PrahariUP', '"bio: me" #SOS', 'बचाओ lang:hi -is:retweet', 'place_country:IN has:geo', 'http://sample:80']) expect(whyNotRecoverable(fine)).toBeNull()
  })
})

describe('the plan of a rule sync', () => {
  it('x1 x2 x3 x4 adds what is missing, leaves what is right or foreign, renames by deleting first', () => {
    const desired = [rule('mentions', '@PrahariUP'), rule('hazard', 'बाढ़'), rule('sos', '#SOS'), rule('shared', 'fire')]
    const plan = planRules([
      existing('1', '@PrahariUP', 'prahari:mentions'), existing('2', '#SOS', 'prahari:old'), existing('3', 'fire', 'somebody-else'),
      existing('4', 'gone', 'prahari:gone'), existing('5', 'untagged'),
    ], desired)
    expect(plan.add.map(({ tag }) => tag)).toEqual(['hazard', 'sos'])
    expect(plan.retagged.map(({ id }) => id)).toEqual(['2'])
    expect(plan.obsolete.map(({ id }) => id)).toEqual(['4'])
    expect(plan.foreign.map(({ tag }) => tag)).toEqual(['shared'])
    expect(planRules([], desired).add).toEqual(desired)
  })

  it('x2 leaves nothing to do after it was carried out, and never touches a foreign rule', () => {
    const value = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const some = fc.uniqueArray(value).chain((values) => fc.tuple(...values.map((one) => fc.tuple(fc.constant(one), fc.constantFrom('t1', 't2', 't3', 'foreign', undefined)))))
    const wanted = fc.uniqueArray(value).map((values) => values.map((one, index) => rule(`t${index}`, one)))
    fc.assert(fc.property(some, wanted, (there, desired) => {
      const before = there.map(([text, tag], index) => existing(String(index), text, tag?.startsWith('t') ? TAG_PREFIX + tag : tag))
      const plan = planRules(before, desired)
      const gone = new Set([...plan.retagged, ...plan.obsolete].map(({ id }) => id))
      const after = [...before.filter(({ id }) => !gone.has(id)), ...plan.add.map(({ tag, value: text }, index) => existing(`n${index}`, text, TAG_PREFIX + tag))]
      expect(before.filter((one) => gone.has(one.id)).every((one) => one.tag?.startsWith(TAG_PREFIX))).toBe(true)
      expect(planRules(after, desired)).toMatchObject({ add: [], retagged: [], obsolete: [] })
      expect(desired.every((one) => after.some((rule) => rule.value === one.value))).toBe(true)
      expect(new Set(after.map((one) => one.value)).size).toBe(after.length)
    }))
  })
})
