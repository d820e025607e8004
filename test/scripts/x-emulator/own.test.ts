import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createXWriter } from '../../../src/adapters/x/writer.ts'
import { createEmulator } from '../../../scripts/x-emulator/server.ts'

let emulator: Awaited<ReturnType<typeof createEmulator>>
let writer: ReturnType<typeof createXWriter>
beforeAll(async () => {
  emulator = await createEmulator({ port: 0, adminPort: 0 })
  writer = createXWriter({ baseUrl: emulator.origin, credentials: { appKey: 'test-app', appSecret: 'test-app-secret', accessToken: emulator.tokens.user, accessSecret: 'test-access-secret' }, now: () => emulator.now() })
})
afterAll(async () => {
  writer.close()
  await emulator.stop()
})

describe('what our account did at X', () => {
  it('a post stands in its own timeline at once, escaped as X does, and is found by what it answers and says', async () => {
    const { id } = emulator.inject({ text: '@PrahariUP help', author: 'somebody' })
    const since = emulator.now()
    expect(await writer.findOwn(since, id, 'We have it & see <you>.')).toEqual({ did: 'not-found' })
    const posted = await writer.post('We have it & see <you>.', id)
    expect(posted.did).toBe('posted')
    expect(await writer.findOwn(since, id, ' We have it  & see <you>.')).toEqual(posted)
    expect(await writer.findOwn(since, id, 'Something else.')).toEqual({ did: 'not-found' })
    expect(await writer.findOwn(since, '1', 'We have it & see <you>.')).toEqual({ did: 'not-found' })
    emulator.configure({ timelineLagMs: 60_000 })
    expect(await writer.findOwn(since, id, 'We have it & see <you>.')).toEqual({ did: 'not-found' })
    emulator.configure({ timelineLagMs: 0 })
  })

  it('is found beyond the first page', async () => {
    const { id } = emulator.inject({ text: '@PrahariUP one more', author: 'somebody' })
    const since = emulator.now()
    emulator.configure({ limits: { write: 1_000 } })
    const first = await writer.post('the one', id)
    for (let count = 0; count < 110; count++) emulator.inject({ text: `notice ${count}`, author: 'PrahariUP' })
    expect(await writer.findOwn(since, id, 'the one')).toEqual(first)
  })

  it('a message whose answer was lost is found in its conversation, and only there', async () => {
    emulator.inject({ text: 'hello', author: 'friend', receivesDm: true })
    const { data } = (await (await fetch(`${emulator.origin}/2/users/by/username/friend`, { headers: { Authorization: `Bearer ${emulator.tokens.app}` } })).json()) as { data: { id: string } }
    emulator.fault({ kind: 'message-lost', count: 1 })
    const since = emulator.now()
    expect(await writer.message(data.id, 'Reference 1.')).toMatchObject({ did: 'lost' })
    expect(await writer.findMessage(since, data.id, 'Reference 1.')).toEqual({ did: 'posted', id: emulator.messages()[0]?.id })
    expect(await writer.findMessage(since, data.id, 'Reference 2.')).toEqual({ did: 'not-found' })
    expect(await writer.findMessage(since, '42', 'Reference 1.')).toEqual({ did: 'not-found' })
  })

  it('says which posts still stand, and never takes a failure for an absence', async () => {
    const { id } = emulator.inject({ text: '@PrahariUP stands', author: 'somebody' })
    expect(await writer.isThere(id)).toBe('there')
    emulator.remove(id)
    expect(await writer.isThere(id)).toBe('gone')
    emulator.fault({ kind: 'http', on: 'posts', status: 503, count: 1 })
    expect(await writer.isThere(id)).toBe('unknown')
  })

  it('x58: refuses credentials that look real for a host that is not X\'s', () => {
    expect(() => createXWriter({ baseUrl: 'https://example.com', credentials: { appKey: 'a'.repeat(70), appSecret: 'b', accessToken: 'c', accessSecret: 'd' }, now: () => 0 })).toThrow(/not a host of X/)
    expect(() => createXWriter({ baseUrl: 'http://example.com', credentials: { appKey: 'a', appSecret: 'b', accessToken: 'c', accessSecret: 'd' }, now: () => 0 })).toThrow(/https/)
  })
})
