import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAlert } from '../../src/actions/acknowledge-alert.ts'
import { addPerson } from '../../src/actions/add-person.ts'
import { handOverAlert } from '../../src/actions/hand-over-alert.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { orderChannels } from '../../src/actions/order-channels.ts'
import { openDeps } from '../../src/app.ts'
import type { Channel, Delivery, DeliveryState } from '../../src/domain/delivery.ts'
import type { Docket } from '../../src/domain/docket.ts'
import type { Role } from '../../src/domain/person.ts'
import type { Severity } from '../../src/domain/verdict.ts'
import { signature } from '../../src/adapters/webhook/signature.ts'
import { startApp } from '../app.ts'
import type { App, Console } from '../app.ts'
import { startGatewaySink } from '../outside/gateway-sink.ts'
import type { GatewaySink } from '../outside/gateway-sink.ts'
import { startPushService } from '../outside/push-service.ts'
import type { PushService } from '../outside/push-service.ts'
import { startSmtpSink } from '../outside/smtp-sink.ts'
import type { SmtpSink } from '../outside/smtp-sink.ts'
import { makeJob } from '../posts.ts'

const SECRET = 'a shared secret of the gateway, long enough'
let app: App
let push: PushService
let mail: SmtpSink
let gateway: GatewaySink
let publicKey = ''

beforeAll(async () => {
  push = await startPushService(() => publicKey)
  mail = await startSmtpSink()
  gateway = await startGatewaySink()
  app = await startApp({
    roles: 'web,escalate,deliver',
    env: { PRAHARI_PUSH_LOOPBACK: '1', PRAHARI_SMTP_URL: mail.url, PRAHARI_GATEWAY_URL: gateway.url, PRAHARI_GATEWAY_SECRET: SECRET, PRAHARI_THROTTLE: '3' },
  })
  publicKey = (await app.world.outside()).push.publicKey
})
afterAll(async () => {
  await app.stop()
  await Promise.all([push.close(), mail.close(), gateway.close()])
})

/** Each test has a district of its own. */
async function raise(districtId: string, severity: Severity = 'critical'): Promise<string> {
  const place = { districtId, stationId: null, locality: null, confidence: 0.9, candidates: [], elsewhere: null }
  const job = makeJob(severity, { text: 'her name is Seeta' }, { place }, app.store.now())
  await openDockets(openDeps(app.world, 4), [job])
  return `case-${job.post.caseId}`
}
async function person(id: string, role: Role, scopeId: string, channels: Channel[], devices: string[] = []): Promise<void> {
  await addPerson(app.store, { id, name: id, role, scopeId })
  await orderChannels(app.store, id, { channels, email: `${id}@example.invalid`, phone: '+910000000000' })
  const now = app.store.now()
  for (const name of devices) {
    const { endpoint, keys } = push.device(name).subscription
    await app.store.subscriptions.insertMany([{ id: app.world.crypto.sha256(endpoint), version: 1, personId: id, endpoint, keys, device: name, createdAt: now, usedAt: now, lastSuccessAt: null, failuresInRow: 0, lastError: null }])
  }
}
const rowsOf = (docketId: string): Promise<Delivery[]> => app.store.deliveries.find({ index: 'byDocket', equals: { docketId }, limit: 500 })
async function rowWhen(docketId: string, personId: string, channel: Channel, states: DeliveryState[], rung = 0): Promise<Delivery> {
  for (let tries = 0; tries < 400; tries++) {
    const row = (await rowsOf(docketId)).find((one) => one.personId === personId && one.channel === channel && one.rung === rung)
    if (row && states.includes(row.state)) return row
    await sleep(25)
  }
  throw new Error(`no ${channel} of ${personId} came to ${states.join()}: ${JSON.stringify((await rowsOf(docketId)).map((row) => [row.personId, row.channel, row.state, row.reason]))}`)
}
async function docketWhen(id: string, test: (docket: Docket) => boolean): Promise<Docket> {
  for (let tries = 0; tries < 400; tries++) {
    const docket = await app.store.dockets.get(id)
    if (docket && test(docket)) return docket
    await sleep(25)
  }
  throw new Error('the docket did not come to this')
}
const events = (docket: Docket): string[] => docket.history.map((entry) => entry.what)
const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) })

describe.concurrent('push', () => {
  it('carries no personal data, is urgent, expires with the deadline, is one topic per docket; its receipts are believed by their token', async () => {
    await person('agra-a', 'officer', 'agra', ['push'], ['agra-1'])
    const id = await raise('agra')
    await rowWhen(id, 'agra-a', 'push', ['sent'])
    const { message, headers } = push.pushed.find((one) => one.device === 'agra-1') ?? {}
    const docket = await app.store.dockets.get(id)
    expect(message).toMatchObject({ v: 1, kind: 'alert', number: docket?.number, severity: 'critical', category: 'assault', district: 'Agra', deadlineAt: docket?.alert?.nextDueAt })
    for (const secret of ['Seeta', id.slice(5), 'agra-a']) expect(JSON.stringify(message)).not.toContain(secret)
    expect(headers).toMatchObject({ urgency: 'high', 'content-encoding': 'aes128gcm', ttl: '30' })
    expect(headers?.topic).toMatch(/^[A-Za-z0-9_-]{32}$/)

    const receipt = message?.kind === 'alert' ? message.receipt : ''
    const forged = `${receipt.slice(0, -2)}xx`
    expect((await post('/api/push/receipts', { token: forged, what: 'shown' }, { Origin: app.url })).status).toBe(403)
    expect((await post('/api/push/receipts', { token: receipt, what: 'shown' }, { Origin: app.url })).status).toBe(200)
    expect(await rowWhen(id, 'agra-a', 'push', ['on-device'])).toMatchObject({ dueAt: null, reason: 'shown on the device' })
    await post('/api/push/receipts', { token: receipt, what: 'clicked' }, { Origin: app.url })
    await rowWhen(id, 'agra-a', 'push', ['seen'])
  })

  it('P18 is not the only way: every answer of the service leads on', async () => {
    const answers: Record<string, Parameters<PushService['behave']>[1]> = {
      gone: { status: 410 }, missing: { status: 404 }, large: { status: 413 }, refused: { status: 403 }, moved: { status: 307, headers: { Location: 'http://127.0.0.1:9/' } },
      patience: { status: 429, headers: { 'Retry-After': '3600' } },
    }
    for (const [name, behaviour] of Object.entries(answers)) {
      await person(`p18-${name}`, 'officer', 'mathura', ['push', 'webhook'], [`p18-${name}`])
      push.behave(`p18-${name}`, behaviour)
    }
    const id = await raise('mathura')
    const whys: Record<string, RegExp> = { gone: /410/, missing: /404/, large: /413/, refused: /403/, moved: /307/, patience: /429/ }
    for (const name of Object.keys(answers)) {
      expect(await rowWhen(id, `p18-${name}`, 'push', ['failed'])).toMatchObject({ reason: expect.stringMatching(whys[name] ?? /./) as string })
      await rowWhen(id, `p18-${name}`, 'webhook', ['sent'])
    }
    const left = (await app.store.subscriptions.find({ index: 'byUse', limit: 100 })).map(({ device }) => device)
    expect(left).not.toContain('p18-gone')
    expect(left).not.toContain('p18-missing')
    expect((await app.store.subscriptions.find({ index: 'byPerson', equals: { personId: 'p18-refused' }, limit: 1 }))[0]).toMatchObject({ failuresInRow: 1, lastError: 'the push service refused (403)' })
  })

  it('one device of several is enough; tried again where the service asks for a little patience', async () => {
    await person('etah-a', 'officer', 'etah', ['push'], ['etah-1', 'etah-2'])
    push.behave('etah-1', { status: 410 })
    const id = await raise('etah')
    expect(await rowWhen(id, 'etah-a', 'push', ['sent'])).toMatchObject({ reason: '1 of 2 devices took it' })
    await person('etah-b', 'officer', 'hathras', ['push'], ['hathras-1'])
    await person('etah-c', 'officer', 'etawah', ['push'], ['etawah-1'])
    push.behave('etawah-1', { status: 500 })
    const broken = await raise('etawah')
    push.behave('hathras-1', { status: 429, headers: { 'Retry-After': '1' } })
    const second = await raise('hathras')
    const waiting = await docketRow(second)
    expect((waiting.retryAt ?? 0) - waiting.changedAt).toBeGreaterThanOrEqual(1_000)
    push.behave('hathras-1', { status: 201 })
    expect(await rowWhen(second, 'etah-b', 'push', ['sent'])).toMatchObject({ attempts: 2 })
    push.behave('etawah-1', { status: 201 })
    expect((await rowWhen(broken, 'etah-c', 'push', ['sent'])).attempts).toBeGreaterThanOrEqual(2)
  })

  async function docketRow(id: string): Promise<Delivery> {
    for (let tries = 0; tries < 200; tries++) {
      const [row] = await rowsOf(id)
      if (row?.retryAt) return row
      await sleep(10)
    }
    throw new Error('nothing was put off')
  }
})

describe.concurrent('consoles', () => {
  it('are told first; what they say of showing and seeing is believed, also before the plan was made', async () => {
    const officer = await app.signIn('officer', 'kanpur-nagar')
    const me = ((await (await fetch(`${app.url}/api/session`, { headers: { Cookie: officer.cookie } })).json()) as { personId: string }).personId
    await present(me)
    const id = await raise('kanpur-nagar')
    const { version } = await officer.see((alert) => alert.id === id)
    expect(await officer.send('alert:receipt', { alertId: id, version, what: 'shown' })).toMatchObject({ ok: true, did: 'shown' })
    expect(await officer.send('alert:receipt', { alertId: id, version, what: 'shown' })).toMatchObject({ did: 'nothing' })
    expect(await rowWhen(id, me, 'console', ['on-device'])).toMatchObject({ attempts: expect.any(Number) as number, dueAt: null })
    expect(await officer.send('alert:receipt', { alertId: id, version, what: 'seen' })).toMatchObject({ did: 'seen' })
    await rowWhen(id, me, 'console', ['seen'])
    await officer.send('alert:acknowledge', { alertId: id, key: 'acknowledge-1' })
    await rowWhen(id, me, 'console', ['acknowledged'])
    const other = await app.signIn('officer', 'agra')
    expect(await other.send('alert:receipt', { alertId: id, version, what: 'seen' })).toMatchObject({ ok: false, error: { kind: 'not-found' } })
    expect(await summaryOf(officer, id)).toMatchObject({ rungs: [{ rung: 0, told: 1, acknowledged: 1 }], next: null })
  })

  it('not connected, or looked away from, is another way at once; nobody reachable pulls the ladder', async () => {
    await person('unnao-head', 'supervisor', 'unnao', ['console', 'push'], ['unnao-1'])
    await person('unnao-a', 'officer', 'unnao', ['console', 'push', 'webhook'])
    const raisedAt = app.store.now()
    const id = await raise('unnao')
    expect(await rowWhen(id, 'unnao-a', 'console', ['failed'])).toMatchObject({ reason: 'not connected' })
    expect(await rowWhen(id, 'unnao-a', 'push', ['failed'])).toMatchObject({ reason: 'no device of this person takes push', because: expect.stringContaining('console: not connected') as string })
    const sent = await rowWhen(id, 'unnao-a', 'webhook', ['sent'])
    const report = { deliveryId: sent.receiptKey, state: 'failed', reason: 'switched off' }
    const timestamp = String(app.store.now())
    const signed = { 'Prahari-Timestamp': timestamp, 'Prahari-Signature': signature(SECRET, timestamp, JSON.stringify(report)) }
    expect((await post('/api/gateway/receipts', { ...report, reason: 'another' }, signed)).status).toBe(403)
    expect((await post('/api/gateway/receipts', report)).status).toBe(403)
    expect((await post('/api/gateway/receipts', report, signed)).status).toBe(200)
    const docket = await docketWhen(id, (one) => events(one).includes('rung-unreachable') && (one.alert?.nextRung ?? 0) >= 2)
    expect(events(docket).slice(0, 4)).toEqual(['opened', 'alert-raised', 'rung-unreachable', 'escalated'])
    expect(app.store.now() - raisedAt).toBeLessThan(15_000)
    await rowWhen(id, 'unnao-head', 'push', ['sent'], 1)

    const away = await app.signIn('officer', 'sitapur')
    await away.send('console:attention', { isVisible: false })
    const second = await raise('sitapur')
    await docketWhen(second, (one) => events(one).includes('rung-unreachable'))
  })

  async function present(personId: string): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      if ((await app.store.presence.find({ index: 'byTime', limit: 10 })).some((row) => row.personIds.includes(personId))) return
      await sleep(20)
    }
  }
  async function summaryOf(console: Console, alertId: string): Promise<unknown> {
    const response = await fetch(`${app.url}/api/alerts/${alertId}/deliveries`, { headers: { Cookie: console.cookie } })
    return ((await response.json()) as { summary: unknown }).summary
  }
})

describe.concurrent('the gateway and mail', () => {
  it('are signed, idempotent, free of personal data; a repeat carries the same key', async () => {
    await person('jhansi-a', 'officer', 'jhansi', ['webhook'])
    gateway.answers.set('jhansi-a', [503, 202])
    const id = await raise('jhansi')
    const row = await rowWhen(id, 'jhansi-a', 'webhook', ['sent'])
    const got = gateway.got.filter((one) => one.message.deliveryId === row.receiptKey)
    expect(got).toHaveLength(2)
    for (const { headers, body, message } of got) {
      expect(headers['idempotency-key']).toBe(row.receiptKey)
      expect(headers['prahari-signature']).toBe(signature(SECRET, String(headers['prahari-timestamp']), body))
      expect(message).toMatchObject({ severity: 'critical', district: 'Jhansi', rung: 0, to: { personId: 'jhansi-a', phone: '+910000000000' } })
      expect(body).not.toContain('Seeta')
    }
    const report = { deliveryId: row.receiptKey, state: 'delivered' }
    const timestamp = String(app.store.now())
    await post('/api/gateway/receipts', report, { 'Prahari-Timestamp': timestamp, 'Prahari-Signature': signature(SECRET, timestamp, JSON.stringify(report)) })
    await rowWhen(id, 'jhansi-a', 'webhook', ['on-device'])
  })

  it('one mail per delivery, in plain text and HTML, without names', async () => {
    await person('banda-a', 'officer', 'banda', ['email'])
    const id = await raise('banda')
    await rowWhen(id, 'banda-a', 'email', ['sent'])
    const [one, ...more] = mail.mails.filter(({ to }) => to === 'banda-a@example.invalid')
    expect(more).toEqual([])
    expect(one?.data).toMatch(/text\/plain[\s\S]*text\/html/)
    expect(one?.data).toContain((await app.store.dockets.get(id))?.number)
    for (const secret of ['Seeta', id.slice(5)]) expect(one?.data).not.toContain(secret)
  })
})

describe.concurrent('what is no longer wanted', () => {
  it('expires at the moment of sending, with the reason', async () => {
    await person('ballia-a', 'officer', 'ballia', ['push'], ['ballia-1'])
    const colleague = await app.signIn('officer', 'ballia')
    push.behave('ballia-1', { status: 503, headers: { 'Retry-After': '1' } })
    const id = await raise('ballia')
    await colleague.see((alert) => alert.id === id)
    await colleague.send('alert:acknowledge', { alertId: id, key: 'acknowledge-2' })
    expect(await rowWhen(id, 'ballia-a', 'push', ['expired'])).toMatchObject({ reason: 'somebody has it', dueAt: null })
    expect(events(await docketWhen(id, () => true))).not.toContain('rung-unreachable')
  })

  it('a person is not flooded by what is not critical, and never spared what is', async () => {
    await person('basti-a', 'officer', 'basti', ['push'], ['basti-1'])
    const high = []
    for (let nth = 0; nth < 5; nth++) high.push(await raise('basti', 'high'))
    const states = await Promise.all(high.map((id) => rowWhen(id, 'basti-a', 'push', ['sent', 'held'])))
    expect(states.filter(({ state }) => state === 'held').length).toBeGreaterThan(0)
    const held = states.find(({ state }) => state === 'held')
    expect(held?.dueAt).toBeGreaterThan(app.store.now() + 60_000)
    await rowWhen(await raise('basti', 'critical'), 'basti-a', 'push', ['sent'])
  })
})

describe('an offered hand-over', () => {
  it('rings whom it is offered to while the holder keeps it, and is no longer sent once it was taken', async () => {
    await person('giver', 'officer', 'etah', ['push'], ['giver-phone'])
    await person('taker', 'desk', 'etah', ['push'], ['taker-phone'])
    const id = await raise('etah')
    const deps = { store: app.store, announcer: app.world.announcer, crypto: app.world.crypto }
    const viewer = (personId: string) => ({ personId, name: personId, role: 'officer' as const, scopePath: '/up/' })
    await acknowledgeAlert(deps, viewer('giver'), { alertId: id, key: 'giver-has-it' })
    await rowWhen(id, 'taker', 'push', ['expired', 'sent', 'on-device', 'failed'])
    const { docket } = await handOverAlert(deps, viewer('giver'), { alertId: id, key: 'giver-gives', to: 'taker', reason: null })
    const ring = `0-${(docket.alert?.offer?.at ?? 0).toString(36)}`
    for (let tries = 0; tries < 200 && !(await rowsOf(id)).some((row) => row.ring === ring && row.state === 'sent'); tries++) await sleep(25)
    expect((await rowsOf(id)).filter((row) => row.ring === ring).map(({ personId, state, because }) => [personId, state, because])).toEqual([['taker', 'sent', 'giver hands it over']])
    await acknowledgeAlert(deps, viewer('taker'), { alertId: id, key: 'taker-has-it' })
    for (let tries = 0; tries < 200 && !(await rowsOf(id)).some((row) => row.ring === ring && row.state === 'acknowledged'); tries++) await sleep(25)
    expect((await rowsOf(id)).find((row) => row.ring === ring)).toMatchObject({ state: 'acknowledged' })
    expect((await app.store.dockets.get(id))?.alert?.holder?.personId).toBe('taker')
  })
})
