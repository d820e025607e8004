import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Post } from '../../src/domain/post.ts'
import { CATEGORIES, SEVERITIES } from '../../src/domain/verdict.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { triage } from '../../src/triage/triage.ts'
import { makePost } from '../posts.ts'
import { POSTS } from './fixtures/posts.ts'

/** Any text: whole code points, lone surrogates, nulls, bidi and zero-width controls, and pieces of real posts between them. */
const awkward = fc.constantFrom('\u0000', '\ud800', '\udfff', '\u202e', '\u2066', '\u200b', '\u200d', '\ufeff', '\u0301', '़', '्', '@', '#', '://', '\n', '।', '𝗛𝗲𝗹𝗽', '😂', '٣', '०१', 'ﬁ')
const pieces = fc.constantFrom(...POSTS.flatMap((post) => post.text.split(' ')))
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.oneof(pieces, awkward, fc.string({ maxLength: 6 })), { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.array(fc.oneof(pieces, awkward), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
)
const anyPost = fc.record({
  text: anyText, location: fc.option(anyText), name: anyText, place: fc.option(anyText),
  mentions: fc.array(fc.oneof(fc.constantFrom('prahariup', 'lkopolice', 'constructor', '__proto__'), fc.string({ maxLength: 15 })), { maxLength: 5 }),
}).map(({ text, location, name, place, mentions }): Post => makePost({
  id: '1', text, mentions, place: place === null ? null : { name: place, countryCode: 'IN' }, author: { id: '1', handle: 'a', name, location, followers: null },
}))

const thresholds = DEFAULT_TRIAGE_POLICY.severityFrom

describe('any post at all', () => {
  test('is judged: never a throw, and a verdict that is consistent in itself', () => {
    fc.assert(fc.property(anyPost, (post) => {
      const verdict = triage(post, DEFAULT_TRIAGE_POLICY)
      expect(verdict.score).toBeGreaterThanOrEqual(0)
      expect(verdict.score).toBeLessThanOrEqual(100)
      expect(Number.isInteger(verdict.score)).toBe(true)
      expect(SEVERITIES).toContain(verdict.severity)
      expect(CATEGORIES).toContain(verdict.category)
      const expected = SEVERITIES.find((severity) => severity === 'none' || verdict.score >= thresholds[severity])
      expect(verdict.severity).toBe(expected)
      for (const share of [verdict.confidence, verdict.place.confidence, ...verdict.place.candidates.map((one) => one.confidence)]) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }
      if (verdict.place.districtId !== null) expect(verdict.place.confidence).toBeGreaterThanOrEqual(DEFAULT_TRIAGE_POLICY.placeFrom)
    }), { numRuns: 600 })
  })

  test('has reasons that stand in its text and add up to its score', () => {
    fc.assert(fc.property(anyPost, (post) => {
      const verdict = triage(post, DEFAULT_TRIAGE_POLICY)
      for (const { span, weight, because } of verdict.reasons) {
        expect(weight).not.toBe(0)
        expect(because).not.toBe('')
        if (!span) continue
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(post.text.length)
        expect(post.text.slice(span.start, span.end).trim()).not.toBe('')
      }
      const sum = verdict.reasons.reduce((total, reason) => total + reason.weight, 0)
      expect(Math.min(100, Math.max(0, sum))).toBe(verdict.score)
    }), { numRuns: 600 })
  })

  test('gets the same verdict again, whatever was judged between', () => {
    fc.assert(fc.property(anyPost, anyPost, (post, other) => {
      const first = triage(post, DEFAULT_TRIAGE_POLICY)
      triage(other, DEFAULT_TRIAGE_POLICY)
      expect(triage(post, DEFAULT_TRIAGE_POLICY)).toEqual(first)
    }), { numRuns: 200 })
  })

  test('is not changed by invisible characters', () => {
    const invisible = fc.constantFrom('\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad', '\u202d')
    fc.assert(fc.property(fc.constantFrom(...POSTS), fc.array(fc.tuple(fc.nat(), invisible), { minLength: 1, maxLength: 5 }), (post, insertions) => {
      const units = [...post.text]
      for (const [at, mark] of insertions) units.splice(at % (units.length + 1), 0, mark)
      const plain = triage(makePost({ text: post.text }), DEFAULT_TRIAGE_POLICY)
      const marked = triage(makePost({ text: units.join('') }), DEFAULT_TRIAGE_POLICY)
      expect([marked.severity, marked.score, marked.category, marked.place.districtId]).toEqual([plain.severity, plain.score, plain.category, plain.place.districtId])
    }), { numRuns: 200 })
  })
})
