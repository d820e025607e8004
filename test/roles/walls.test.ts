import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../../src/actions/add-person.ts'
import { checkWalls, newWallMemory } from '../../src/actions/check-walls.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { orderChannels } from '../../src/actions/order-channels.ts'
import { openDeps } from '../../src/app.ts'
import type { Delivery } from '../../src/domain/delivery.ts'
import { subjectOf } from '../../src/domain/condition.ts'
import type { HandoverView } from '../../src/contract/handover.ts'
import type { WallsView } from '../../src/contract/walls.ts'
import { openConsole, startApp } from '../app.ts'
import type { App, Console } from '../app.ts'
import { startPushService } from '../outside/push-service.ts'
import type { PushService } from '../outside/push-service.ts'
import { makeJob } from '../posts.ts'

let app: App
let push: PushService
let publicKey = ''
/** The session of an administrator. */
let admin = ''
beforeAll(async () => {
  push = await startPushService(() => publicKey)
  app = await startApp({ roles: 'web,escalate,deliver', env: { PRAHARI_PUSH_LOOPBACK: '1' } })
  publicKey = (await app.world.outside()).push.publicKey
  admin = await app.cookieFor('admin', 'up')
  const head = await app.cookieFor('supervisor', 'lucknow')
  const saved = await call('POST', '/api/push/devices', head, { ...push.device('head').subscription, device: 'Phone' })
  expect(saved.status).toBe(200)
})
afterAll(async () => {
  await app.stop()
  await push.close()
})

function call(method: string, path: string, cookie: string, body?: unknown): Promise<Response> {
  return fetch(`${app.url}${path}`, { method, headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: app.url }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
}

async function soon<T>(what: string, test: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 240; tries++) {
    const found = await test()
    if (found) return found
    await sleep(25)
  }
  throw new Error(`did not happen: ${what}`)
}

async function register(name: string, nodeId: string): Promise<{ id: string; token: string }> {
  const answer = await call('POST', '/api/walls', admin, { name, nodeId, distanceM: 5, panelInches: 65 })
  expect(answer.status).toBe(200)
  const { id, link } = await answer.json() as { id: string; link: string }
  return { id, token: link.split('#')[1] ?? '' }
}

const bind = (token: string): Promise<Response> => call('POST', '/api/session', '', { token })
const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** A wall's page by the written contract: it says after each heartbeat that it paints, and confirms what it shows. */
async function hang(nodeId: string, name: string): Promise<{ id: string; wall: Console; cookie: string; freeze(): void }> {
  const { id, token } = await register(name, nodeId)
  const cookie = cookieOf(await bind(token))
  const wall = await openConsole(app.url, cookie)
  let isFrozen = false
  const beat = (): void => { if (!isFrozen) void wall.send('wall:sight', { isAwake: true }).catch(() => undefined) }
  beat()
  wall.socket.on('heartbeat', beat)
  return { id, wall, cookie, freeze: () => { isFrozen = true } }
}

async function wallNow(id: string): Promise<WallsView['walls'][number] | undefined> {
  const { walls } = await (await call('GET', '/api/walls', admin)).json() as WallsView
  return walls.find((one) => one.id === id)
}
const told = (id: string): Promise<Delivery[]> => app.store.deliveries.find({ index: 'byDocket', equals: { docketId: subjectOf('wall', id) }, limit: 50 })

describe('walls', () => {
  it('a link binds one browser, once; a second link takes its place', async () => {
    const { id, token } = await register('Room 1', 'agra')
    expect((await wallNow(id))?.state).toBe('unbound')
    const first = await bind(token)
    expect(first.status).toBe(200)
    expect((await bind(token)).status).toBe(403)
    const own = await call('GET', '/api/wall', cookieOf(first))
    expect(await own.json()).toEqual({ id, name: 'Room 1', distanceM: 5, panelInches: 65 })
    const { link } = await (await call('POST', `/api/walls/${id}/link`, admin)).json() as { link: string }
    expect((await bind(link.split('#')[1] ?? '')).status).toBe(200)
    expect((await call('GET', '/api/wall', cookieOf(first))).status).toBe(401)
    expect((await call('DELETE', `/api/walls/${id}`, admin)).status).toBe(200)
  })

  it('is kept by supervisors of the area only', async () => {
    const [officer, foreign] = [await app.cookieFor('officer', 'lucknow'), await app.cookieFor('supervisor', 'agra')]
    const body = { name: 'Not mine', nodeId: 'lucknow', distanceM: 3, panelInches: 55 }
    expect((await call('POST', '/api/walls', officer, body)).status).toBe(403)
    expect((await call('POST', '/api/walls', foreign, body)).status).toBe(403)
    const { id } = await register('Hers', 'lucknow')
    expect((await call('DELETE', `/api/walls/${id}`, foreign)).status).toBe(404)
    expect((await call('DELETE', `/api/walls/${id}`, admin)).status).toBe(200)
  })

  it('a revoked wall drops out at the next beat', async () => {
    const { id, wall } = await hang('lucknow', 'Revoked')
    const gone = new Promise<string>((resolve) => wall.socket.once('signed-out', ({ because }) => resolve(because)))
    await call('DELETE', `/api/walls/${id}`, admin)
    expect(await gone).toContain('ended')
    expect(await wallNow(id)).toBeUndefined()
  })

  it('a wall that paints no more is blind, its supervisor is pushed, and it ends by itself; the stretch is on the sheet', async () => {
    const { id, wall, freeze } = await hang('lucknow', 'Frozen')
    await soon('it sees', async () => (await wallNow(id))?.lastSeenAt)
    const pushed = push.pushed.length
    freeze()
    await sleep(100)
    app.advance(9_500)
    expect((await soon('blind', async () => (await wallNow(id))?.why === 'silent' && wallNow(id)))?.why).toBe('silent')
    await soon('pushed', async () => push.pushed.slice(pushed).some(({ message }) => (message as { kind?: string; name?: string }).kind === 'wall' && (message as { name?: string }).name === 'Frozen'))
    const [row] = await told(id)
    expect(row).toMatchObject({ post: 'district-head', lane: 'critical', channel: 'console', state: 'failed' })

    await wall.send('wall:sight', { isAwake: true })
    await soon('sees again', async () => (await wallNow(id))?.state === 'sees')
    wall.close()
    const sheet = await (await call('GET', '/api/handover?nodeId=lucknow', admin)).json() as HandoverView
    expect(sheet.walls.find((one) => one.id === id)).toMatchObject({ name: 'Frozen', isBlind: false, times: 1, whys: ['silent'] })
    expect(sheet.walls.find((one) => one.id === id)?.blindMs).toBeGreaterThan(9_000)
    await call('DELETE', `/api/walls/${id}`, admin)
  })

  it('hidden, gone, or without confirming an SoS it is blind as well; a confirmation counted in "+12 more" is one', async () => {
    const { id, wall } = await hang('lucknow', 'Turned away')
    await wall.send('console:attention', { isVisible: false })
    await soon('hidden', async () => (await wallNow(id))?.why === 'hidden')
    await wall.send('console:attention', { isVisible: true })
    await soon('sees', async () => (await wallNow(id))?.state === 'sees')

    const job = makeJob('critical', {}, {}, app.store.now())
    await openDockets(openDeps(app.world, 1), [job])
    const alert = await wall.see((one) => one.id === `case-${job.post.caseId}`)
    app.advance(5_100)
    await wall.send('wall:sight', { isAwake: true })
    app.advance(5_100)
    await wall.send('wall:sight', { isAwake: true })
    await soon('unconfirmed', async () => (await wallNow(id))?.why === 'unconfirmed')
    const newest = await app.store.dockets.get(alert.id)
    expect(await wall.send('alert:receipt', { alertId: alert.id, version: newest?.version ?? 1, what: 'counted' })).toEqual({ ok: true, did: 'counted' })
    await soon('sees again', async () => (await wallNow(id))?.state === 'sees')

    wall.close()
    await soon('gone', async () => (await wallNow(id))?.why === 'not-connected')
    await call('DELETE', `/api/walls/${id}`, admin)
  })

  it('several processes that check at once tell one time each ten minutes', async () => {
    await addPerson(app.store, { id: 'agra-head', name: 'Agra head', role: 'supervisor', scopeId: 'agra' })
    await orderChannels(app.store, 'agra-head', { channels: ['console'] })
    const { id, wall } = await hang('agra', 'Many eyes')
    wall.close()
    await soon('blind', async () => (await wallNow(id))?.state === 'blind')
    app.advance(9_100)
    const deps = () => ({ store: app.store, crypto: app.world.crypto, exists: (channel: string) => channel === 'console', onDelivery: () => undefined, memory: newWallMemory() })
    await Promise.all([1, 2, 3, 4].map(() => checkWalls(deps())))
    await soon('told', async () => (await told(id)).length > 0)
    await Promise.all([1, 2, 3].map(() => checkWalls(deps())))
    const first = await told(id)
    expect(new Set(first.map(({ personId, channel }) => `${personId} ${channel}`)).size).toBe(first.length)
    expect(first.every(({ rung }) => rung === 0)).toBe(true)
    app.advance(600_100)
    await soon('told again', async () => (await told(id)).some(({ rung }) => rung === 1))
    await call('DELETE', `/api/walls/${id}`, admin)
  })
})
