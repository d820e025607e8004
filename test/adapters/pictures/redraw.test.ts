import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createPictures } from '../../../src/adapters/pictures/redraw.ts'
import { MAX_PHOTO_KEPT, PHOTO_SIDE, SMALL_SIDE } from '../../../src/domain/note.ts'
import { photoWithPlace } from '../../photos.ts'

const pictures = createPictures()
const facts = (base64: string) => sharp(Buffer.from(base64, 'base64')).metadata()

describe('photos drawn anew', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('%s: smaller, upright, without place, camera or remark', async (kind) => {
    const sent = await photoWithPlace(kind, { width: 1_800, height: 900 })
    const before = await sharp(sent).metadata()
    expect(before.exif?.toString('latin1')).toContain('Prahari test camera')
    const { full, small } = await pictures.redraw(sent)
    expect([full.width, full.height]).toEqual([PHOTO_SIDE / 2, PHOTO_SIDE])
    expect(Math.max(small.width, small.height)).toBe(SMALL_SIDE)
    for (const picture of [full, small]) {
      const after = await facts(picture.base64)
      expect(after).toMatchObject({ format: 'jpeg', width: picture.width, height: picture.height })
      for (const trace of [after.exif, after.xmp, after.iptc, after.icc]) expect(trace).toBeUndefined()
      expect(Buffer.from(picture.base64, 'base64').toString('latin1')).not.toMatch(/Exif|GPS|test camera|xmpmeta|http/)
      expect(picture.bytes).toBe(Buffer.from(picture.base64, 'base64').length)
    }
  })

  it('keeps even noise within the bound, and enlarges nothing', async () => {
    const noise = await sharp(randomBytes(1_600 * 1_600 * 3), { raw: { width: 1_600, height: 1_600, channels: 3 } }).jpeg({ quality: 90 }).toBuffer()
    expect((await pictures.redraw(noise)).full.bytes).toBeLessThanOrEqual(MAX_PHOTO_KEPT)
    const tiny = await sharp({ create: { width: 40, height: 30, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } } }).png().toBuffer()
    expect((await pictures.redraw(tiny)).full).toMatchObject({ width: 40, height: 30 })
  })

  it('refuses what is no photo, what is cut off, and what would fill the memory', async () => {
    const good = await photoWithPlace('jpeg', { width: 300, height: 200 })
    const bomb = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } }).png().toBuffer()
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    for (const bad of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'), Buffer.from('GIF89a'), Buffer.alloc(0), good.subarray(0, 400), bomb]) {
      await expect(pictures.redraw(bad)).rejects.toMatchObject({ name: 'PrahariError', kind: 'invalid', field: 'photo' })
    }
  })

  it('ends well or says invalid, whatever the bytes behind a good beginning', async () => {
    const good = await photoWithPlace('jpeg', { width: 64, height: 48 })
    await fc.assert(fc.asyncProperty(fc.nat({ max: good.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 12 }), async (at, junk) => {
      const bad = Buffer.from(good)
      bad.set(junk.subarray(0, good.length - at), at)
      const outcome = await pictures.redraw(bad).then(({ full }) => facts(full.base64).then(({ format }) => format), (error: { kind?: string }) => error.kind)
      expect(['jpeg', 'invalid']).toContain(outcome)
    }), { numRuns: 60 })
  })
})
