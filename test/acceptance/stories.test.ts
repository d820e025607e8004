import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp } from '../app.ts'
import type { App, Console } from '../app.ts'

const CRY = 'कुछ लोग घर का दरवाज़ा तोड़ रहे हैं, हाथ में चाकू है, हम सब अंदर हैं, जल्दी पुलिस भेजो! गोमती नगर, लखनऊ @PrahariUP'
const CRY_NOIDA = 'Sector 62 Noida me meri behan ka peecha kar rahe hain 2 ladke, chaku dikha rahe hain, please jaldi police bhejo @PrahariUP'

let app: App
let wall: Console
let officer: Console

beforeAll(async () => {
  app = await startApp({ withX: true })
  wall = await app.signIn('wall', 'up')
  officer = await app.signIn('officer', 'lucknow')
  for (let tries = 0; tries < 200 && wall.heartbeats.at(-1)?.stream.isSeeing !== true; tries++) await sleep(50)
})
afterAll(() => app.stop())

function post(text: string): string {
  if (!app.emulator) throw new Error('no emulator')
  return app.emulator.inject({ text }).id
}

it('an SoS on X reaches the wall with its place; an officer acknowledges it; the wall shows who has it', async () => {
  const id = post(CRY)
  const onWall = await wall.see((alert) => alert.postId === id)
  expect(onWall).toMatchObject({ severity: 'critical', state: 'raised', holder: null })
  expect(onWall.where[0]?.id).toBe('lucknow')
  await officer.see((alert) => alert.id === onWall.id)
  const answer = await officer.send('alert:acknowledge', { alertId: onWall.id, key: 'story-ack-0001' })
  expect(answer).toMatchObject({ ok: true, did: 'acknowledged' })
  const held = await wall.see((alert) => alert.id === onWall.id && alert.holder !== null)
  expect(held).toMatchObject({ state: 'acknowledged', holder: { name: expect.stringContaining('officer') as string } })
})

it('the stream is cut: the screens say so, the gap is on record, and what was posted meanwhile is found and rings', async () => {
  app.emulator?.fault({ kind: 'refuse', seconds: 6 })
  app.emulator?.fault({ kind: 'rst' })
  for (let tries = 0; tries < 100 && wall.heartbeats.at(-1)?.stream.isSeeing !== false; tries++) await sleep(50)
  expect(wall.heartbeats.at(-1)?.stream).toMatchObject({ isSeeing: false, blindSince: expect.any(Number) as number })
  const id = post(`${CRY} आठवीं घटना, जानकीपुरम`)
  await wall.see((alert) => alert.postId === id, 20_000)
  type Gaps = { gaps: { state: string; startedAt: number; endedAt: number | null; recovered: number }[] }
  const read = async (): Promise<Gaps> => (await fetch(`${app.url}/api/gaps`, { headers: { Cookie: officer.cookie } })).json() as Promise<Gaps>
  for (let tries = 0; tries < 100 && (await read()).gaps[0]?.state !== 'filled'; tries++) await sleep(100)
  const [gap] = (await read()).gaps
  expect(gap).toMatchObject({ state: 'filled', endedAt: expect.any(Number) as number })
  expect(gap?.recovered).toBeGreaterThanOrEqual(1)
  expect(await app.store.inbox.get(id)).toMatchObject({ post: { source: 'search' } })
})

it('nobody answers: every rung fires at its second, and the screens say who is told next', async () => {
  const id = post(`${CRY} दूसरी घटना, इंदिरा नगर`)
  const raised = await wall.see((alert) => alert.postId === id)
  expect(raised).toMatchObject({ rung: 0, nextTells: ['circle-officer'], nextDueAt: raised.raisedAt + 20_000 })
  let passed = 0
  for (const [second, rung, post] of [[20, 1, 'circle-officer'], [45, 2, 'district-head'], [90, 3, 'range-control'], [150, 4, 'range-control'], [210, 5, 'range-control']] as const) {
    app.advance((second - passed) * 1000)
    passed = second
    const seen = await wall.see((alert) => alert.id === raised.id && alert.rung >= rung)
    const told = seen.told.find((one) => one.rung === rung)
    expect(told).toMatchObject({ post, dueAt: raised.raisedAt + second * 1000 })
  }
})

it('two officers at once: one has it, the other is told who', async () => {
  const id = post(`${CRY} तीसरी घटना, आलमबाग`)
  const other = await app.signIn('officer', 'lucknow')
  const alert = await officer.see((one) => one.postId === id)
  await other.see((one) => one.postId === id)
  const answers = await Promise.all([
    officer.send('alert:acknowledge', { alertId: alert.id, key: 'story-race-0001' }),
    other.send('alert:acknowledge', { alertId: alert.id, key: 'story-race-0002' }),
  ])
  expect(answers.filter((one) => one.ok)).toHaveLength(1)
  const refused = answers.find((one) => !one.ok)
  expect(refused).toMatchObject({ error: { kind: 'conflict', message: expect.stringMatching(/officer \d+ has it/) as string }, alert: { state: 'acknowledged' } })
})

it('progress closes the alert everywhere', async () => {
  const id = post(`${CRY} चौथी घटना, हज़रतगंज`)
  const alert = await officer.see((one) => one.postId === id)
  await officer.send('alert:acknowledge', { alertId: alert.id, key: 'story-progress-1' })
  for (const step of ['responding', 'on-scene', 'resolved'] as const) {
    expect(await officer.send('alert:progress', { alertId: alert.id, key: `story-${step}`, step, reason: null })).toMatchObject({ ok: true, did: step })
  }
  expect(await wall.see((one) => one.id === alert.id && !one.isOpen)).toMatchObject({ state: 'resolved' })
  expect(await officer.send('alert:acknowledge', { alertId: alert.id, key: 'story-too-late' })).toMatchObject({ ok: false, error: { kind: 'conflict' } })
})

it('another district sees nothing, by socket and by HTTP, and cannot act', async () => {
  const elsewhere = await app.signIn('officer', 'agra')
  const id = post(`${CRY} पाँचवीं घटना, अलीगंज`)
  const alert = await officer.see((one) => one.postId === id)
  const noida = post(CRY_NOIDA)
  await wall.see((one) => one.postId === noida)
  await sleep(300)
  expect([...elsewhere.alerts.values()]).toEqual([])
  expect([...officer.alerts.values()].map((one) => one.postId)).not.toContain(noida)
  expect(await elsewhere.send('alert:acknowledge', { alertId: alert.id, key: 'story-foreign' })).toMatchObject({ ok: false, error: { kind: 'not-found' }, alert: null })
  const response = await fetch(`${app.url}/api/alerts/${alert.id}`, { headers: { Cookie: elsewhere.cookie } })
  expect(response.status).toBe(404)
  expect(await (await fetch(`${app.url}/api/alerts`, { headers: { Cookie: elsewhere.cookie } })).json()).toMatchObject({ alerts: [] })
})

it('a wall only looks', async () => {
  const [alert] = [...wall.alerts.values()]
  expect(await wall.send('alert:acknowledge', { alertId: alert?.id ?? '', key: 'story-wall-0001' })).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
})

it('duplicate and out-of-order posts: one docket each', async () => {
  const before = await app.store.dockets.count({ index: 'byAlert' })
  app.emulator?.fault({ kind: 'duplicate', count: 2 })
  app.emulator?.fault({ kind: 'reorder', count: 2 })
  const ids = [post(`${CRY} छठी घटना, चौक`), post(`${CRY} सातवीं घटना, महानगर`)]
  for (const id of ids) await wall.see((alert) => alert.postId === id)
  await sleep(500)
  expect(await app.store.dockets.count({ index: 'byAlert' })).toBe(before + 2)
})
