import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRule, InvalidRule } from '../../../scripts/x-emulator/match.ts'
import { World } from '../../../scripts/x-emulator/world.ts'
import type { InjectPost } from '../../../scripts/x-emulator/inject.ts'

const world = new World(() => Date.UTC(2026, 10, 23, 12))

function matches(rule: string, post: InjectPost | string, mode: 'stream' | 'search' = 'stream'): boolean {
  const stored = world.create(typeof post === 'string' ? { text: post } : post)
  return compileRule(rule)(world.subject(stored, mode))
}

describe('rules', () => {
  it.each([
    ['police', 'Call the POLICE!', true],
    ['police', 'policeman', false],
    ['help', '#Help us', true],
    ['बचाओ', 'कोई बचाओ, जल्दी', true],
    ['बचा', 'कोई बचाओ', false],
    ['"gomti nagar"', 'fire in Gomti, Nagar', true],
    ['"gomti nagar"', 'nagar gomti', false],
    ['#आग', 'यहाँ #आग लगी', true],
    ['#आग', 'यहाँ आग लगी', false],
    ['@PrahariUP', 'sir @prahariup suniye', true],
    ['@PrahariUP', 'mail a@prahariup now', false],
    ['fire OR flood lucknow', 'fire', true],
    ['(fire OR flood) lucknow', 'fire', false],
    ['(fire OR flood) lucknow', 'flood in lucknow', true],
    ['fire -movie', 'fire in the movie', false],
    ['fire -"new movie"', 'fire, a new movie', false],
    ['fire -is:retweet', 'fire here', true],
    ['fire lang:hi', 'fire yahan lagi hai bhai koi hai kya', true],
    ['fire lang:hi', 'a fire broke out', false],
    ['fire has:hashtags', 'fire #now', true],
    ['fire has:links', 'fire https://example.test/x', true],
  ])('%s on "%s" is %s', (rule, text, expected) => {
    expect(matches(rule, text)).toBe(expected)
  })

  it('knows authors, answers, conversations, media and places', () => {
    const root = world.create({ text: 'kya hua', author: 'asha' })
    const answer: InjectPost = { text: 'haan', author: 'ravi', replyTo: root.id }
    expect(matches('from:Ravi', answer)).toBe(true)
    expect(matches('to:asha', answer)).toBe(true)
    expect(matches(`conversation_id:${root.id}`, answer)).toBe(true)
    expect(matches('haan is:reply', answer)).toBe(true)
    expect(matches('dekho has:images', { text: 'dekho', media: ['photo'] })).toBe(true)
    expect(matches('dekho has:geo', { text: 'dekho', place: 'Lucknow' })).toBe(true)
    expect(matches('dekho has:geo', 'dekho')).toBe(false)
  })

  it('reads the quoted post on the stream only, and the original of a retweet always', () => {
    const original = world.create({ text: `${'lambi baat '.repeat(20)} @PrahariUP #aag`, author: 'asha' })
    const quoting = world.create({ text: 'dekhiye', quote: original.id })
    expect(compileRule('#aag')(world.subject(quoting, 'stream'))).toBe(true)
    expect(compileRule('#aag')(world.subject(quoting, 'search'))).toBe(false)
    const repost = world.retweet(original.id, 'ravi')
    expect(repost.post.text).not.toContain('#aag')
    expect(compileRule('@PrahariUP #aag')(world.subject(repost, 'search'))).toBe(true)
  })

  it('keeps accents apart on the stream and drops them in search', () => {
    expect(matches('diya', 'diyā jal raha', 'stream')).toBe(false)
    expect(matches('diya', 'diyā jal raha', 'search')).toBe(true)
    expect(matches('की', 'कि', 'search')).toBe(false)
  })

  it.each([
    ['foo:bar', "Reference to invalid operator 'foo'"],
    ['is:nice post', "Reference to invalid operator 'is:nice'"],
    ['(fire', "missing ')'"],
    ['fire)', 'no viable alternative'],
    ['"fire', `missing '"'`],
    ['fire and water', 'Ambiguous use of and'],
    ['fire or water', 'Ambiguous use of or'],
    ['is:reply', 'at least one positive'],
    ['-fire', 'at least one positive'],
    ['fire OR -water', 'at least one positive'],
    ['fire OR', 'no viable alternative'],
    ['fire -(a b)', 'Negation of a group'],
    ['from:', 'needs a value'],
    ['point_radius:[1', 'not to this emulator'],
    ['', 'no viable alternative'],
  ])('refuses %s', (rule, because) => {
    expect(() => compileRule(rule)).toThrow(InvalidRule)
    expect(() => compileRule(rule)).toThrow(because)
  })

  it('answers any string with a matcher or InvalidRule', () => {
    const piece = fc.constantFrom('(', ')', '-', '"', ' ', 'OR', 'a', '#', '@', 'from:', 'is:reply', 'लो', '🔥', ':')
    const stored = world.create({ text: 'a लो #a @a' })
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(piece).map(parts => parts.join(''))), rule => {
      try {
        expect(compileRule(rule)(world.subject(stored, 'stream'))).toBeTypeOf('boolean')
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidRule)
      }
    }))
  })

  it('means what set algebra means', () => {
    const word = fc.constantFrom('alpha', 'beta', 'gamma')
    fc.assert(fc.property(word, word, word, fc.subarray(['alpha', 'beta', 'gamma'], { minLength: 1 }), (a, b, c, present) => {
      const text = present.join(' ')
      const has = (one: string) => present.includes(one)
      expect(matches(`${a} ${b} OR ${c}`, text)).toBe((has(a) && has(b)) || has(c))
      expect(matches(`${a} (${b} OR ${c})`, text)).toBe(has(a) && (has(b) || has(c)))
      expect(matches(`${a} -${b}`, text)).toBe(has(a) && !has(b))
    }))
  })
})
