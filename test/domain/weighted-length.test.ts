import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linksIn, weightedLength } from '../../src/domain/weighted-length.ts'

describe('the length as X counts it', () => {
  it.each([
    ['', 0], ['abc', 3], ['नमस्ते', 6], ['é', 1], ['e\u0301', 1], ['你好', 4], ['🚨', 2], ['👨‍👩‍👧‍👦', 2], ['👍🏽', 2], ['🇮🇳', 2], ['©️', 2], ['“quoted”', 8], ['—', 1], ['ا', 1],
    ['see https://t.co/abcdefghij now', 31], ['https://example.com/a/very/long/path/that/goes/on?and=on', 23], ['x.com', 23], ['see lucknow.gov.in/x.', 28], ['UPP-20261123-000042', 19], ['file.txt', 8],
  ])('%s is %i', (text, weight) => expect(weightedLength(text)).toBe(weight))

  it('never counts less than the letters of plain text and never splits differently when composed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(weightedLength(text)).toBe(weightedLength(text.normalize('NFD')))
      for (const { start, end } of linksIn(text)) expect(start < end && end <= text.length).toBe(true)
    }))
  })
})
