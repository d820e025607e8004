import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMediaSource } from '../../../src/adapters/x/media.ts'

const PICTURE = Buffer.from('not really a picture, but bytes')
let server: Server
let origin: string
const asked: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const name = request.url ?? ''
    if (name.includes('gone')) response.writeHead(404).end()
    else if (name.includes('busy')) response.writeHead(503).end()
    else if (name.includes('moved')) response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
    else if (name.includes('huge')) {
      response.writeHead(200)
      const pour = (): void => { while (!response.destroyed && response.write(Buffer.alloc(256 * 1024))); }
      response.on('drain', pour)
      pour()
    } else if (name.includes('cut')) {
      response.writeHead(200, { 'content-length': 1_000 })
      response.write(PICTURE)
      setTimeout(() => response.destroy(), 20)
    } else if (!name.includes('hangs')) response.writeHead(200).end(PICTURE)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => {
  server.closeAllConnections()
  server.close(closed)
}))

const fetchIt = (url: string): Promise<Uint8Array> => createMediaSource(origin).fetch(url)

describe('pictures of X', () => {
  it('come as they are', async () => {
    expect(Buffer.from(await fetchIt('https://pbs.twimg.com/media/a.jpg')).equals(PICTURE)).toBe(true)
  })

  it.each([
    'http://pbs.twimg.com/media/a.jpg', 'https://pbs.twimg.com.evil.example/a.jpg', 'https://evil.example/pbs.twimg.com/a.jpg', 'https://pbs.twimg.com:8443/a.jpg',
    'https://user@pbs.twimg.com/a.jpg', 'https://127.0.0.1/a.jpg', 'file:///etc/passwd', 'javascript:alert(1)', '', 'https://',
  ])('are asked for at X alone: %s', async (url) => {
    const before = asked.length
    await expect(fetchIt(url)).rejects.toMatchObject({ kind: 'invalid' })
    expect(asked.length).toBe(before)
  })

  it.each([['gone', 'invalid'], ['moved', 'invalid'], ['huge', 'invalid'], ['busy', 'unavailable'], ['cut', 'unavailable']])('a %s one is %s', async (name, kind) => {
    await expect(fetchIt(`https://pbs.twimg.com/media/${name}.jpg`)).rejects.toMatchObject({ kind })
  })

  it('that hang are cut by a stop', async () => {
    const source = createMediaSource(origin)
    const hanging = source.fetch('https://pbs.twimg.com/media/hangs.jpg')
    setTimeout(() => source.close(), 50)
    await expect(hanging).rejects.toMatchObject({ kind: 'unavailable' })
  })

  it('that nobody answers for are unavailable', async () => {
    await expect(createMediaSource('http://127.0.0.1:1').fetch('https://pbs.twimg.com/media/a.jpg')).rejects.toMatchObject({ kind: 'unavailable' })
  })
})
