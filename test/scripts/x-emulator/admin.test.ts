import { request as httpRequest } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from '../../../scripts/x-emulator/server.ts'
import { addRules, openStream, until } from './client.ts'

let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator()
  await addRules(emulator, '@PrahariUP')
})
afterEach(() => emulator.stop())

async function admin(method: string, path: string, body?: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(emulator.adminOrigin + path, { method, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body), headers }) })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) }
}

describe('the admin server', () => {
  it('puts posts in, edits, reposts and hides them', async () => {
    const reader = await openStream(emulator)
    const { status, body } = await admin('POST', '/posts', { text: '@PrahariUP aag', author: 'asha', place: 'Lucknow' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ id: expect.any(String), rules: [{ tag: 't:@PrahariUP' }] })
    const id = String(body['id'])
    expect((await admin('POST', `/posts/${id}/retweet`, { author: 'ravi' })).status).toBe(201)
    expect((await admin('PUT', `/posts/${id}`, { text: '@PrahariUP aag bujh gayi' })).status).toBe(200)
    await until(() => reader.frames().length === 3)
    expect((await admin('DELETE', `/posts/${id}`)).status).toBe(204)
    expect((await admin('POST', '/posts/batch', { posts: [{ text: 'a' }, { text: 'b' }] })).body).toMatchObject({ posts: [{ rules: [] }, { rules: [] }] })
  })

  it('arms, lists and clears faults', async () => {
    const { body } = await admin('POST', '/faults', { kind: 'drop', count: 3 })
    expect((await admin('GET', '/faults')).body).toMatchObject({ faults: [{ id: body['id'], left: 3, fault: { kind: 'drop', probability: 1 } }] })
    expect((await admin('DELETE', `/faults/${String(body['id'])}`)).body).toEqual({ cleared: 1 })
    await admin('POST', '/faults', { kind: 'delay' })
    expect((await admin('DELETE', '/faults')).body).toEqual({ cleared: 1 })
  })

  it('changes only the settings that are named', async () => {
    await admin('PATCH', '/settings', { heartbeatMs: 50, tier: 'enterprise' })
    const { body } = await admin('PATCH', '/settings', { clockOffsetMs: 60_000 })
    expect(body).toMatchObject({ heartbeatMs: 50, tier: 'enterprise', clockOffsetMs: 60_000, dialect: 'tweet' })
    expect(emulator.now() - Date.now()).toBeGreaterThan(59_000)
  })

  it('shows what arrived and resets', async () => {
    await openStream(emulator)
    await admin('POST', '/raw', { text: '\r\n' })
    await admin('POST', '/burst', { ratePerSecond: 1000, seconds: 0.05, keep: false })
    expect((await admin('GET', '/connections')).body).toMatchObject({ open: [{ frames: 50 }], attempts: [{ outcome: 'accepted' }] })
    expect((await admin('GET', '/requests')).body['requests']).toHaveLength(2)
    expect((await admin('GET', '/rules')).body['rules']).toHaveLength(1)
    expect((await admin('GET', '/replies')).body).toEqual({ replies: [], messages: [] })
    expect((await admin('GET', '/')).body).toMatchObject({ origin: emulator.origin, account: { username: 'PrahariUP' } })
    await admin('POST', '/reset')
    expect((await admin('GET', '/connections')).body).toEqual({ open: [], attempts: [] })
    expect(emulator.rules()).toEqual([])
  })

  it.each([
    ['/posts', { text: '' }, 'text'],
    ['/posts', { text: 'a', author: 'too long a name' }, 'author'],
    ['/posts', { text: 'a', colour: 'red' }, ''],
    ['/faults', { kind: 'earthquake' }, 'kind'],
    ['/faults', { kind: 'http', status: 418 }, 'status'],
    ['/burst', { ratePerSecond: -1, seconds: 1 }, 'ratePerSecond'],
    ['/raw', { text: 'a', base64: 'YQ==' }, ''],
    ['/posts', '{"text":', ''],
  ])('refuses %s %j in one format', async (path, body, field) => {
    const answer = await admin('POST', path, body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: { kind: 'invalid', problems: [{ path: field, message: expect.any(String) }] } })
  })

  it('says what it does not have', async () => {
    expect((await admin('POST', '/posts/42/retweet', {})).body).toMatchObject({ error: { kind: 'not-found', problems: [{ message: 'there is no post 42' }] } })
    expect((await admin('POST', '/posts', { text: 'a', replyTo: '42' })).status).toBe(404)
    expect((await admin('GET', '/nowhere')).status).toBe(404)
  })

  it('takes nothing from web pages of other origins', async () => {
    expect((await admin('POST', '/posts', '{"text":"a"}', { 'content-type': 'text/plain' })).status).toBe(403)
    const status = await new Promise(resolve => {
      httpRequest(`${emulator.adminOrigin}/`, { headers: { host: 'evil.example' } }, response => resolve(response.statusCode)).end()
    })
    expect(status).toBe(403)
  })
})
