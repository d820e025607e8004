import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { checkAccess, createXClient } from '../../../src/adapters/x/client.ts'

const REAL = `${'A'.repeat(22)}FAKE${'b'.repeat(70)}`

describe('x58 where a token may go', () => {
  it('goes to X by https, and to this machine by either', () => {
    for (const url of ['https://api.x.com', 'https://api.twitter.com', 'http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:8080', 'https://localhost:8443']) {
      expect(checkAccess(url, REAL).origin.origin).toBe(url)
    }
  })

  it('goes nowhere without TLS, nowhere under a path, and not as nonsense', () => {
    for (const url of ['http://api.x.com', 'http://192.168.1.4:8080', 'http://emulator.example', 'ftp://127.0.0.1', 'not a url', 'https://api.x.com/emul', 'https://a:b@api.x.com', 'http://127.0.0.1.example']) {
      expect(() => checkAccess(url, 'short-token')).toThrow(/baseUrl/)
    }
    for (const token of ['', 'with space', 'new\nline', 'ünicode']) expect(() => checkAccess('https://api.x.com', token)).toThrow(/bearerToken/)
  })

  it('goes to another host only if it does not look real, and is never part of the message', () => {
    expect(checkAccess('https://emulator.example', 'emulator-token').origin.hostname).toBe('emulator.example')
    for (const token of [REAL, `1600000000000000001-${'x'.repeat(20)}`, 'q'.repeat(60)]) {
      expect(() => checkAccess('https://emulator.example', token)).toThrow(/looks real/)
      expect(() => checkAccess('https://emulator.example', token)).not.toThrow(token)
    }
  })

  it('x58 is sent by the library to our origin instead of X', async () => {
    const seen: { url: string | undefined; authorization: string | undefined; encoding: unknown }[] = []
    const server = createServer((request, response) => {
      seen.push({ url: request.url, authorization: request.headers.authorization, encoding: request.headers['accept-encoding'] })
      response.setHeader('content-type', 'application/json').end('{"data":[]}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const client = createXClient(checkAccess(`http://127.0.0.1:${port}`, 'emulator-token'))
    await client.api.v2.get<unknown>('tweets/search/recent', { query: 'a' })
    client.destroy()
    await new Promise((resolve) => server.close(resolve))
    expect(seen).toEqual([{ url: '/2/tweets/search/recent?query=a', authorization: 'Bearer emulator-token', encoding: undefined }])
  })
})
