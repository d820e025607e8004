import { createHash } from 'node:crypto'
import { Router } from 'express'
import sharp from 'sharp'

const [WIDTH, HEIGHT] = [640, 480]
const NAME = /^[\w-]{1,80}\.jpg$/

/** `GET /media/<name>.jpg`: what pbs.twimg.com would show. A plain drawing of two colours by the name, so that nobody takes it for a photo. */
export function picturesRouter(): Router {
  const router = Router()
  router.get('/media/:name', async (request, response) => {
    const name = String(request.params['name'])
    if (!NAME.test(name)) {
      response.status(404).end()
      return
    }
    response.type('image/jpeg').send(await draw(createHash('sha256').update(name).digest()))
  })
  return router
}

/** A dusk of two colours with a darker strip of ground. */
function draw(seed: Buffer): Promise<Buffer> {
  const [red = 0, green = 0, blue = 0] = seed
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y++) {
    const shade = y > HEIGHT * 0.72 ? 0.35 : 1 - (y / HEIGHT) * 0.5
    pixels.fill(Buffer.from([red, green, blue].map((one) => Math.round((96 + one / 2) * shade))), y * WIDTH * 3, (y + 1) * WIDTH * 3)
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).jpeg({ quality: 80 }).toBuffer()
}
