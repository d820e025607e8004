import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPerson } from '../../src/actions/add-person.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { orderChannels } from '../../src/actions/order-channels.ts'
import { openDeps } from '../../src/app.ts'
import type { ServerEvent } from '../../src/contract/sockets.ts'
import { openConsole, startApp } from '../app.ts'
import type { App } from '../app.ts'
import { startPushService } from '../outside/push-service.ts'
import type { PushService } from '../outside/push-service.ts'
import { makeJob } from '../posts.ts'

let app: App
let push: PushService
let publicKey = ''
beforeAll(async () => {
  push = await startPushService(() => publicKey)
  app = await startApp({ roles: 'web,escalate,deliver', env: { PRAHARI_PUSH_LOOPBACK: '1' } })
  publicKey = (await app.world.outside()).push.publicKey
})
afterAll(async () => {
  await app.stop()
  await push.close()
})

async function soon(what: string, test: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await test()) return
    await sleep(25)
  }
  throw new Error(`did not happen: ${what}`)
}

it('a console that shows nothing for ten seconds is another way and the next rung at once; every screen is told', async () => {
  const cookie = await app.cookieFor('officer', 'lucknow')
  const officer = await openConsole(app.url, cookie)
  const watcher = await app.signIn('wall', 'up')
  const summaries: ServerEvent<'deliveries:upsert'>['deliveries'] = []
  watcher.socket.on('deliveries:upsert', (event) => summaries.push(...event.deliveries))
  await addPerson(app.store, { id: 'head', name: 'District head', role: 'supervisor', scopeId: 'lucknow' })
  const me = ((await (await fetch(`${app.url}/api/session`, { headers: { Cookie: cookie } })).json()) as { personId: string }).personId
  const device = push.device('phone')
  const saved = await fetch(`${app.url}/api/push/devices`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: app.url }, body: JSON.stringify({ ...device.subscription, device: 'Phone' }),
  })
  expect(saved.status).toBe(200)
  await soon('presence', async () => (await app.store.presence.find({ index: 'byTime', limit: 5 })).some((row) => row.personIds.includes(me)))

  const job = makeJob('critical', {}, {}, app.store.now())
  await openDockets(openDeps(app.world, 1), [job])
  const id = `case-${job.post.caseId}`
  const rows = async () => app.store.deliveries.find({ index: 'byDocket', equals: { docketId: id }, limit: 50 })
  await soon('sent to the console', async () => (await rows()).some((row) => row.channel === 'console' && row.state === 'sent'))
  expect(await rows()).toHaveLength(1)
  expect((await app.store.dockets.get(id))?.alert?.nextRung).toBe(1)

  await soon('who is next', () => summaries.some((one) => one.alertId === id && one.rungs[0]?.sent === 1 && one.next?.names[0] === 'District head'))

  app.advance(10_100)
  await soon('pushed', () => push.pushed.length === 1)
  await soon('pulled', async () => ((await app.store.dockets.get(id))?.alert?.nextRung ?? 0) >= 2)
  const docket = await app.store.dockets.get(id)
  expect(docket?.history.find((entry) => entry.what === 'rung-unreachable')?.facts).toMatchObject({ rung: 0, told: 1, wentOn: true })
  expect(docket?.history.find((entry) => entry.what === 'escalated')?.at).toBeLessThan((docket?.alert?.raisedAt ?? 0) + 20_000)
  await soon('every screen is told', () => summaries.some((one) => one.alertId === id && one.rungs.some((rung) => rung.rung === 1 && rung.told === 1 && rung.failed === 1)))

  const tested = await fetch(`${app.url}/api/push/test`, { method: 'POST', headers: { Cookie: cookie, Origin: app.url } })
  expect(await tested.json()).toMatchObject({ devices: [{ device: 'Phone', did: 'taken' }] })
  const health = await (await fetch(`${app.url}/api/push/devices`, { headers: { Cookie: cookie } })).json() as { devices: { id: string }[] }
  expect(health).toMatchObject({ devices: [{ device: 'Phone', failuresInRow: 0, lastSuccessAt: expect.any(Number) as number }] })
  const other = await app.cookieFor('officer', 'lucknow')
  const remove = (by: string) => fetch(`${app.url}/api/push/devices/${health.devices[0]?.id}`, { method: 'DELETE', headers: { Cookie: by, Origin: app.url } }).then((one) => one.json())
  expect(await remove(other)).toEqual({ did: 'nothing' })
  expect(await remove(cookie)).toEqual({ did: 'removed' })
  officer.close()
})

it('a plan that nobody made is made by the sweep; news lost, process killed', async () => {
  await addPerson(app.store, { id: 'agra-officer', name: 'Officer', role: 'officer', scopeId: 'agra' })
  await orderChannels(app.store, 'agra-officer', { channels: ['push'] })
  const job = makeJob('critical', {}, { place: { districtId: 'agra', stationId: null, locality: null, confidence: 1, candidates: [], elsewhere: null } }, app.store.now())
  await openDockets({ ...openDeps(app.world, 1), announcer: { announce: () => undefined } }, [job])
  await soon('planned', async () => (await app.store.deliveries.find({ index: 'byPerson', equals: { personId: 'agra-officer' }, limit: 5 })).length === 1)
})
