import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import type { ECDH } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pushMessage } from '../../src/contract/notice.ts'
import type { PushMessage } from '../../src/contract/notice.ts'

/** One message as a push service got it: its signature checked, its payload decrypted by the device. */
export interface Pushed {
  device: string
  headers: IncomingHttpHeaders
  message: PushMessage
  at: number
}

/** A browser of the test: its subscription, as PushManager gives it. */
export interface TestDevice {
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } }
}

/** How the service answers a device from now on: a status, with headers, or silence. */
export type Behaviour = 'hang' | { status: number; headers?: Record<string, string> }

export interface PushService {
  pushed: Pushed[]
  /** Every request that came, whatever it was answered. */
  requests: number
  device(name: string): TestDevice
  behave(name: string, behaviour: Behaviour): void
  close(): Promise<void>
}

/** A real push service on the loopback: web push by HTTP (RFC 8030), VAPID (8292) checked, payload (8291) decrypted. */
export async function startPushService(publicKey: () => string): Promise<PushService> {
  const devices = new Map<string, { ecdh: ECDH; auth: Buffer }>()
  const behaviours = new Map<string, Behaviour>()
  const service: PushService = {
    pushed: [], requests: 0,
    device(name) {
      const ecdh = createECDH('prime256v1')
      ecdh.generateKeys()
      const auth = randomBytes(16)
      devices.set(name, { ecdh, auth })
      return { subscription: { endpoint: `${origin}/push/${name}`, keys: { p256dh: ecdh.getPublicKey('base64url'), auth: auth.toString('base64url') } } }
    },
    behave: (name, behaviour) => void behaviours.set(name, behaviour),
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      service.requests++
      const name = request.url?.split('/').at(-1) ?? ''
      const behaviour = behaviours.get(name) ?? { status: 201 }
      if (behaviour === 'hang') return
      const device = devices.get(name)
      if (!device) return end(response, { status: 404 })
      if (behaviour.status < 300) {
        checkVapid(request.headers.authorization ?? '', origin, publicKey())
        const message = pushMessage.parse(JSON.parse(decrypt(Buffer.concat(chunks), device)))
        service.pushed.push({ device: name, headers: request.headers, message, at: Date.now() })
      }
      end(response, behaviour)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return service
}

function end(response: ServerResponse, { status, headers = {} }: Exclude<Behaviour, 'hang'>): void {
  response.writeHead(status, headers).end()
}

/** RFC 8188 with the keys of RFC 8291: one record. */
function decrypt(body: Buffer, { ecdh, auth }: { ecdh: ECDH; auth: Buffer }): string {
  const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)]
  const sender = body.subarray(21, 21 + length)
  const record = body.subarray(21 + length)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender])
  const ikm = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), auth, info, 32))
  const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8')
}

function checkVapid(authorization: string, audience: string, publicKey: string): void {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? []
  if (key !== publicKey) throw new Error('signed with another key than browsers subscribe to')
  const raw = Buffer.from(key, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: raw.subarray(1, 33).toString('base64url'), y: raw.subarray(33).toString('base64url') }
  const [header = '', claims = '', signature = ''] = token.split('.')
  const isGood = verify('sha256', Buffer.from(`${header}.${claims}`), { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub: string }
  if (!isGood || aud !== audience || exp * 1000 < Date.now() || !/^(mailto|https):/.test(sub)) throw new Error('the VAPID token is wrong')
}
