import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beat } from '../../src/actions/beat.ts'
import { createBeacon } from '../../src/adapters/beacon/beacon.ts'
import { startAudit } from '../../src/roles/audit.ts'
import { startApp } from '../app.ts'
import type { App } from '../app.ts'
import { createRaise } from '../faults/alerts.ts'
import { overriding } from '../faults/overriding.ts'
import { startPushService } from '../outside/push-service.ts'

/** A dead-man's service: remembers what was asked, redirects and hangs where the path says so. */
const asked: string[] = []
const outside = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  if (request.url === '/hang') return
  if (request.url === '/moved') response.writeHead(302, { Location: '/elsewhere' })
  else response.writeHead(request.url === '/full' ? 503 : 200)
  response.end()
})
let origin = ''
let app: App
beforeAll(async () => {
  await new Promise<void>((listening) => outside.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
  app = await startApp({ roles: 'web,escalate,deliver', env: { PRAHARI_HEARTBEAT_URL: `${origin}/ping`, PRAHARI_HEARTBEAT_FAIL_URL: `${origin}/fail` } })
})
afterAll(async () => {
  await app.stop()
  outside.closeAllConnections()
  outside.close()
})

async function soon(what: string, test: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await test()) return
    await sleep(25)
  }
  throw new Error(`did not happen: ${what}`)
}
const probe = async (): Promise<{ status: number; body: Record<string, unknown> }> => {
  const response = await fetch(`${app.url}/health/audit`)
  return { status: response.status, body: await response.json() as Record<string, unknown> }
}

it('an audit that finds nothing sends a heartbeat; one that finds something says so instead, everywhere', async () => {
  const watcher = await app.signIn('wall', 'up')
  expect((await probe()).status).toBe(503)
  await soon('the sweeps have beaten', async () => (await app.store.pulses.find({ index: 'byRole', equals: { role: 'deliver' }, limit: 1 })).some(({ facts }) => facts.lastSweepAt !== null))
  startAudit(app.world, { everyMs: 50, firstMs: 0 })
  await soon('a heartbeat outside', () => asked.includes('GET /ping'))
  await soon('the probe is clean', async () => (await probe()).status === 200)
  await soon('the probe says what became of it', async () => (await probe()).body.outside === 'the outside address took it')
  expect((await probe()).body).toMatchObject({ ok: true, isOn: true, isClean: true })
  await soon('consoles know', () => watcher.heartbeats.at(-1)?.audit.isClean === true)

  // An alert that the engine does not see: as if its sweep passed over it.
  const { dockets } = app.store
  const find = dockets.find.bind(dockets)
  Object.assign(dockets, { find: ((query) => (query.index === 'byDue' && query.range?.lte !== undefined ? Promise.resolve([]) : find(query))) satisfies typeof dockets.find })
  await createRaise(app.store)({ count: 1, raisedAt: app.store.now() - 31_000 })
  await soon('the outside is told', () => asked.includes('GET /fail'))
  const pings = asked.filter((one) => one === 'GET /ping').length
  await soon('the probe says it', async () => (await probe()).body.because === 'overdue alerts: 1')
  expect((await probe()).status).toBe(503)
  await soon('consoles know', () => watcher.heartbeats.at(-1)?.audit.alerts === 1)
  expect(asked.filter((one) => one === 'GET /ping')).toHaveLength(pings)
  expect(await (await fetch(`${app.url}/metrics`)).text()).toMatch(/prahari_audit_clean 0\n[^]*prahari_audit_overdue\{what="alerts"\} 1\n/)

  Object.assign(dockets, { find })
  await soon('clean again', () => asked.filter((one) => one === 'GET /ping').length > pings)
})

it('tells the supervisor on duty by push, and of the end, with neither engine nor deliverer alive', async () => {
  let publicKey = ''
  const push = await startPushService(() => publicKey)
  const alone = await startApp({ roles: 'web', env: { PRAHARI_PUSH_LOOPBACK: '1' } })
  try {
    publicKey = (await alone.world.outside()).push.publicKey
    const cookie = await alone.cookieFor('supervisor', 'up')
    const saved = await fetch(`${alone.url}/api/push/devices`, { method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: alone.url }, body: JSON.stringify({ ...push.device('state').subscription, device: 'Phone' }) })
    expect(saved.status).toBe(200)
    const [id = ''] = await createRaise(alone.store)({ count: 1, raisedAt: alone.store.now() - 31_000 })
    startAudit(alone.world, { everyMs: 50, firstMs: 0, noticeMs: 25, limits: { tellMs: 100, againMs: 60_000, clearMs: 100 } })
    const kinds = (): unknown[] => push.pushed.map(({ message }) => (message.kind === 'engine' ? [message.kind, message.endedAt === null] : message.kind))
    await soon('pushed', () => push.pushed.length > 0)
    // Closed, and somebody sweeps again.
    const docket = await alone.store.dockets.get(id)
    if (!docket) throw new Error('no docket')
    await alone.store.dockets.replace({ ...docket, version: docket.version + 1, nextDueAt: null }, docket.version)
    const sweeping = setInterval(() => {
      const now = alone.store.now()
      void beat(alone.store, 'escalate:a', 'escalate', { lastSweepAt: now, lastInboxSweepAt: now }).then(() => beat(alone.store, 'deliver:a', 'deliver', { lastSweepAt: now })).catch(() => undefined)
    }, 100)
    await soon('the end is pushed', () => push.pushed.length > 1).finally(() => clearInterval(sweeping))
    expect(kinds()).toEqual([['engine', true], ['engine', false]])
  } finally {
    await alone.stop()
    await push.close()
  }
})

it('an audit that cannot look is no clean audit', async () => {
  asked.length = 0
  const broken = overriding(app.store, { inbox: overriding(app.store.inbox, { count: () => Promise.reject(new Error('no disk')) }) })
  startAudit({ ...app.world, store: broken }, { everyMs: 50, firstMs: 0 })
  await soon('the outside is told', () => asked.includes('GET /fail'))
})

it('the address outside gets a GET without data, is not followed elsewhere and is not waited for', async () => {
  asked.length = 0
  const tell = (url: string, failUrl?: string) => createBeacon({ url: `${origin}${url}`, failUrl, timeoutMs: 200 })
  expect(await tell('/ping').tell(true)).toMatchObject({ did: 'taken' })
  expect(await tell('/ping').tell(false)).toBeNull()
  expect(await tell('/full').tell(true)).toEqual({ did: 'failed', because: 'the outside address answered 503' })
  expect(await tell('/moved').tell(true)).toMatchObject({ did: 'failed' })
  expect(await tell('/hang').tell(true)).toEqual({ did: 'failed', because: 'the outside address did not answer in time' })
  expect(asked.filter((one) => !one.endsWith('/fail') && one !== 'GET /ping')).toEqual(['GET /full', 'GET /moved', 'GET /hang'])
})
