import sharp from 'sharp'
import type { Sharp } from 'sharp'
import type { Picture, Pictures } from '../../actions/ports.ts'
import { PrahariError } from '../../domain/errors.ts'
import { MAX_PHOTO_KEPT, PHOTO_SIDE, SMALL_SIDE } from '../../domain/note.ts'

/** Most pixels of a photo as it is sent: three times what a good phone makes, 600 MB of memory at the very worst. */
const MAX_PIXELS = 150_000_000
/** Tried one after the other until the picture is small enough. */
const QUALITIES = [82, 70, 55, 40]
const AT_ONCE = 2
const MAX_WAITING = 16

// Nothing but the three kinds that are let in: no SVG, PDF or anything else that libvips could read.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
sharp.cache(false)
sharp.concurrency(1)

/** Draws photos anew: what comes out has the pixels and nothing else of what came in (no place, no camera, no hidden preview). */
export function createPictures(): Pictures {
  const limited = limiter(AT_ONCE, MAX_WAITING)
  return { redraw: (bytes) => limited(() => redraw(bytes)) }
}

async function redraw(bytes: Uint8Array): Promise<{ full: Picture; small: Picture }> {
  try {
    // Only the first frame; upright by the camera's mark, which is then gone with all other metadata.
    const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true, pages: 1 }).autoOrient()
    const within = (side: number): Sharp => upright.clone().resize(side, side, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).toColorspace('srgb')
    const { data, info } = await within(PHOTO_SIDE).raw().toBuffer({ resolveWithObject: true })
    const drawn = (): Sharp => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    const small = await encode(drawn().resize(SMALL_SIDE, SMALL_SIDE, { fit: 'inside', withoutEnlargement: true }), QUALITIES[1] ?? 70)
    for (const quality of QUALITIES) {
      const full = await encode(drawn(), quality)
      if (full.bytes <= MAX_PHOTO_KEPT) return { full, small }
    }
  } catch (cause) {
    throw new PrahariError('invalid', 'the photo cannot be read', { field: 'photo', cause })
  }
  throw new PrahariError('invalid', 'the photo cannot be made small enough', { field: 'photo' })
}

async function encode(image: Sharp, quality: number): Promise<Picture> {
  const { data, info } = await image.jpeg({ quality, progressive: true }).toBuffer({ resolveWithObject: true })
  return { base64: data.toString('base64'), width: info.width, height: info.height, bytes: data.length }
}

/** So many at once, so many waiting; who comes then is told to come again. */
function limiter(atOnce: number, maxWaiting: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= maxWaiting) throw new PrahariError('unavailable', 'too many photos at once, try again')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
