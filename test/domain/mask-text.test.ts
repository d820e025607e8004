import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskText } from '../../src/domain/mask-text.ts'

describe('masking', () => {
  it.each([
    ['@PrahariUP my number is 98765 43210 @someone_else', '@PrahariUP my number is [number] @user'],
    ['मेरा नंबर +91-९८७६५४३२१० है', 'मेरा नंबर [number] है'],
    ['see https://t.co/abc123 and www.example.org/x?y=1', 'see [link] and [link]'],
    ['mail asha.verma@example.co.in now', 'mail [link] now'],
    ['Aadhaar 1234 5678 9012, call 112 or 1930', 'Aadhaar [number], call 112 or 1930'],
    ['sector 62, 2nd floor, NH 730, 12 log', 'sector 62, 2nd floor, NH 730, 12 log'],
  ])('%s', (text, masked) => expect(maskText(text, new Set(['prahariup']))).toBe(masked))

  it('leaves no handle, no link and no long number, whatever surrounds them', () => {
    const piece = fc.oneof(fc.constantFrom('@some_body', ' 9876543210 ', 'https://x.com/a', ' ९८७६५ ४३२१० ', 'मदद', '.', ' ', '@', '-'), fc.string({ unit: 'grapheme', maxLength: 6 }))
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const masked = maskText(pieces.join(' '))
      expect(masked).not.toMatch(/@(?!user)[A-Za-z0-9_]/)
      expect(masked).not.toMatch(/[0-9]{7}|[०-९]{7}|https?:\/\/\S/)
    }))
  })

  it('takes time in proportion to the text', () => {
    for (const hostile of ['1 '.repeat(50_000), '@'.repeat(100_000), 'a.'.repeat(50_000), 'www.'.repeat(25_000), `${'a'.repeat(100_000)}@`]) expect(maskText(hostile).length).toBeGreaterThan(0)
  })
})
