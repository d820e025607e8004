import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { photoKindOf } from '../../src/domain/note.ts'

const bytes = (...parts: (number[] | string)[]): Uint8Array => new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part)))

describe('what a photo is by its bytes', () => {
  it.each([
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe1], 'Exif')],
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], 'IHDR')],
    ['image/webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
  ])('%s', (kind, start) => expect(photoKindOf(start)).toBe(kind))

  it.each([
    ['a page', bytes('<html><script>')], ['an SVG', bytes('<svg xmlns=')], ['a GIF', bytes('GIF89a')], ['a PDF', bytes('%PDF-1.7')], ['nothing', bytes()],
    ['a sound in RIFF', bytes('RIFF', [0, 0, 0, 0], 'WAVE')], ['half a PNG', bytes([0x89], 'PN')], ['an AVIF', bytes([0, 0, 0, 28], 'ftypavif')],
  ])('not %s', (_, start) => expect(photoKindOf(start)).toBeNull())

  it('says something of any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (any) => {
      const kind = photoKindOf(any)
      expect(kind === null || kind.startsWith('image/')).toBe(true)
    }))
  })
})
