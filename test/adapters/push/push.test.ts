import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KNOWN_SERVICES } from '../../../src/adapters/push/endpoint.ts'
import { isPublicAddress } from '../../../src/adapters/push/public-address.ts'
import type { Resolve } from '../../../src/adapters/push/public-address.ts'
import { createPush } from '../../../src/adapters/push/push.ts'
import { keptSecret } from '../../../src/adapters/files/kept-secret.ts'
import { vapidKeys } from '../../../src/adapters/push/vapid-keys.ts'
import { startPushService } from '../../outside/push-service.ts'
import type { PushService } from '../../outside/push-service.ts'

const folder = mkdtempSync(join(tmpdir(), 'prahari-push-'))
const keys = vapidKeys({}, (name, make) => keptSecret(folder, name, make))
const at = (...addresses: string[]): Resolve => () => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
const base = { keys, subject: 'mailto:test@example.invalid', services: [...KNOWN_SERVICES], allowLoopback: false }
const test = { v: 1, kind: 'test', sentAt: 1, receipt: 'none' } as const
const how = { ttlS: 30, topic: 'test' }

let service: PushService
beforeAll(async () => { service = await startPushService(() => keys.publicKey) })
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('an endpoint', () => {
  it.each([
    'http://fcm.googleapis.com/x', 'https://fcm.googleapis.com:8443/x', 'https://user:pass@fcm.googleapis.com/x', 'https://evil.example/x', 'https://fcm.googleapis.com.evil.example/x',
    'https://evilpush.apple.com/x', 'https://127.0.0.1/x', 'https://[::1]/x', 'https://169.254.169.254/latest', 'https://localhost/x', 'file:///etc/passwd', 'javascript:1', 'no url', `https://fcm.googleapis.com/${'x'.repeat(2_100)}`,
  ])('%s is refused when it is saved, and nothing is sent to it', async (endpoint) => {
    const push = createPush({ ...base, resolve: at('142.250.0.1') })
    await expect(push.check(endpoint)).rejects.toMatchObject({ kind: 'invalid', field: 'endpoint' })
    const { keys: deviceKeys } = service.device('unused').subscription
    expect(await push.send({ endpoint, keys: deviceKeys }, test, how)).toMatchObject({ did: 'failed' })
  })

  it('of a known service is kept, by exact name or by the names below one', async () => {
    const push = createPush({ ...base, resolve: at('142.250.0.1', '2607:f8b0::1') })
    for (const host of ['fcm.googleapis.com', 'updates.push.services.mozilla.com', 'wns2-par02p.notify.windows.com', 'web.push.apple.com']) await push.check(`https://${host}/abc`)
  })

  it('whose name leads inside is refused, whatever else it leads to', async () => {
    for (const inside of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1']) {
      await expect(createPush({ ...base, resolve: at('142.250.0.1', inside) }).check('https://fcm.googleapis.com/x'), inside).rejects.toMatchObject({ kind: 'invalid' })
    }
  })

  it('is looked up once more by the very socket that connects: a name that changes its answer gains nothing', async () => {
    let hits = 0
    const inside = createServer((_, response) => { hits++; response.writeHead(201).end() })
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
    const answers = [['142.250.0.1'], ['127.0.0.1']]
    const push = createPush({ ...base, resolve: (host) => at(...(answers.shift() ?? ['127.0.0.1']))(host) })
    await push.check('https://fcm.googleapis.com/x')
    expect(await push.send({ endpoint: 'https://fcm.googleapis.com/x', keys: service.device('rebound').subscription.keys }, test, how))
      .toEqual({ did: 'failed', because: 'the address is not one of the public internet' })
    expect(hits).toBe(0)
    await new Promise((resolve) => inside.close(resolve))
  })

  it('on the loopback is for tests alone, and leads nowhere else', async () => {
    const push = createPush({ ...base, allowLoopback: true, resolve: at('10.0.0.1') })
    await push.check('http://127.0.0.1:9/x')
    await expect(push.check('http://localhost:9/x')).rejects.toMatchObject({ kind: 'invalid' })
    await expect(push.check('http://10.0.0.1/x')).rejects.toMatchObject({ kind: 'invalid' })
  })
})

it('an address is public only where the registries say so', () => {
  for (const inside of ['0.0.0.0', '100.64.0.1', '172.16.0.1', '192.168.1.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '255.255.255.255', '::', 'fe80::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '::127.0.0.1', 'localhost', '']) {
    expect(isPublicAddress(inside), inside).toBe(false)
  }
  for (const outside of ['8.8.8.8', '142.250.183.10', '172.32.0.1', '2a00:1450:4001::200e', '2620:149:a44::1']) expect(isPublicAddress(outside), outside).toBe(true)
})

describe('sending', () => {
  const push = createPush({ ...base, allowLoopback: true, timeoutMs: 300 })
  const to = (name: string) => service.device(name).subscription

  it('P18 says what each answer means', async () => {
    const cases: [Parameters<PushService['behave']>[1], object][] = [
      [{ status: 201 }, { did: 'taken' }], [{ status: 404 }, { did: 'gone' }], [{ status: 410 }, { did: 'gone' }], [{ status: 413 }, { did: 'failed' }], [{ status: 400 }, { did: 'failed' }], [{ status: 403 }, { did: 'failed' }],
      [{ status: 302, headers: { Location: 'http://127.0.0.1:9/' } }, { did: 'failed', because: 'the push service refused (302)' }],
      [{ status: 429, headers: { 'Retry-After': '7' } }, { did: 'retry', afterMs: 7_000 }], [{ status: 500 }, { did: 'retry' }], [{ status: 503, headers: { 'Retry-After': 'Thu, 01 Jan 1970 00:00:00 GMT' } }, { did: 'retry', afterMs: 0 }],
      [{ status: 503, headers: { 'Retry-After': 'nonsense' } }, { did: 'retry' }], ['hang', { did: 'retry', because: 'no answer in time' }],
    ]
    for (const [index, [behaviour, wanted]] of cases.entries()) {
      const device = to(`case-${index}`)
      service.behave(`case-${index}`, behaviour)
      expect(await push.send(device, test, how), JSON.stringify(behaviour)).toMatchObject(wanted)
    }
    expect(service.pushed.at(-1)?.message).toEqual(test)
  })

  it('resolves when nobody listens, and when the keys of the device are none', async () => {
    const { keys: deviceKeys } = to('nobody')
    expect(await push.send({ endpoint: 'http://127.0.0.1:9/x', keys: deviceKeys }, test, how)).toMatchObject({ did: 'retry' })
    expect(await push.send({ ...to('keyless'), keys: { p256dh: 'AAAA', auth: 'AAAA' } }, test, how)).toEqual({ did: 'failed', because: 'the keys of the device are not valid' })
  })
})

describe('our own keys', () => {
  it('are made once', () => {
    const again = vapidKeys({}, (name, make) => keptSecret(folder, name, make))
    expect(again).toEqual(keys)
  })

  it('of the configuration come first', () => {
    expect(vapidKeys({ publicKey: 'a', privateKey: 'b' }, () => { throw new Error('not asked') })).toEqual({ publicKey: 'a', privateKey: 'b' })
  })

  it('that are none are said so', () => {
    expect(() => vapidKeys({}, () => '{}')).toThrow('holds no VAPID keys')
  })
})
