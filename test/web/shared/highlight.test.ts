import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight, langOf, snippet } from '../../../src/web/shared/highlight.ts'

describe('highlight', () => {
  it('marks what speaks for and against', () => {
    expect(highlight('old man stabbed', [{ weight: -3, start: 0, end: 3 }, { weight: 20, start: 8, end: 15 }])).toEqual([
      { text: 'old', speaks: 'against' }, { text: ' man ', speaks: null }, { text: 'stabbed', speaks: 'for' },
    ])
  })

  it('lets the heavier evidence speak where spans overlap', () => {
    expect(highlight('abcdef', [{ weight: 5, start: 0, end: 4 }, { weight: -9, start: 2, end: 6 }])).toEqual([
      { text: 'ab', speaks: 'for' }, { text: 'cdef', speaks: 'against' },
    ])
  })

  it('tears neither a letter of Devanagari nor a surrogate pair', () => {
    expect(highlight('मेरी मदद', [{ weight: 1, start: 0, end: 1 }])[0]).toEqual({ text: 'मे', speaks: 'for' })
    expect(highlight('क्षेत्र', [{ weight: 1, start: 0, end: 2 }])[0]?.text).toBe('क्षे')
    expect(highlight('🚨 help', [{ weight: 1, start: 1, end: 2 }])[0]).toEqual({ text: '🚨', speaks: 'for' })
  })

  it('gives back the whole text whatever the evidence', () => {
    const evidence = fc.record({ weight: fc.integer({ min: -50, max: 50 }), start: fc.option(fc.integer({ min: -5, max: 60 })), end: fc.option(fc.integer({ min: -5, max: 60 })) })
    const text = fc.string({ unit: fc.constantFrom('a', ' ', 'क', '्', 'ि', 'ं', '🚨', '\u202e', '\u200d', '\ud83d') })
    fc.assert(fc.property(text, fc.array(evidence, { maxLength: 12 }), (written, list) => {
      const segments = highlight(written, list)
      expect(segments.map((segment) => segment.text).join('')).toBe(written)
      expect(segments.every((segment) => segment.text.length > 0)).toBe(true)
    }))
  })
})

it('shortens a long text between letters', () => {
  expect(snippet('short', 10)).toBe('short')
  expect(snippet('कि'.repeat(10), 5)).toBe(`${'कि'.repeat(2)}…`)
})

it('takes the language from the script', () => {
  expect(langOf('please मदद')).toBe('hi')
  expect(langOf('please help')).toBe('en')
})
