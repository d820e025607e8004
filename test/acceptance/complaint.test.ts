import { setTimeout as sleep } from 'node:timers/promises'
import request from 'supertest'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reopenByCitizen } from '../../src/actions/reopen-by-citizen.ts'
import type { DocketView } from '../../src/contract/desk.ts'
import { startApp } from '../app.ts'
import type { App, Console } from '../app.ts'
import { judge } from '../triage/judge.ts'

const COMPLAINT = 'Hazratganj Lucknow se kal raat meri bike chori ho gayi, FIR nahi likh rahe @PrahariUP'

let app: App
let officer: Console
let desk: string
let district: string
let serial = 0
beforeAll(async () => {
  app = await startApp({ withX: true })
  officer = await app.signIn('officer', 'up')
  desk = await app.cookieFor('desk', 'up')
  district = await app.cookieFor('supervisor', 'lucknow')
  for (let tries = 0; tries < 200 && officer.heartbeats.at(-1)?.stream.isSeeing !== true; tries++) await sleep(50)
})
afterAll(() => app.stop())

const read = async (id: string, cookie = desk): Promise<DocketView> => (await request(app.url).get(`/api/dockets/${id}`).set('Cookie', cookie)).body as DocketView
async function act(id: string, cookie: string, wish: object): Promise<DocketView> {
  const { row } = await read(id, cookie)
  const { status, body } = await request(app.url).post(`/api/dockets/${id}/acts`).set('Cookie', cookie).set('Origin', app.url).send({ key: `story-key-${++serial}`, version: row.version, ...wish })
  expect(status, JSON.stringify(body).slice(0, 300)).toBe(200)
  return (body as { docket: DocketView }).docket
}
async function until(id: string, test: (view: DocketView) => boolean): Promise<DocketView> {
  for (let tries = 0; tries < 200; tries++) {
    const view = await read(id)
    if ('row' in view && test(view)) return view
    await sleep(50)
  }
  throw new Error(`the docket does not come so far: ${JSON.stringify((await read(id)).row)}`)
}

it('a complaint: forwarded, accepted, in process; "nobody came" rings; closed with the FIR number; reopened by the citizen', async () => {
  expect(judge(COMPLAINT).severity).toBe('normal')
  const author = 'bike_owner_01'
  const { id: postId } = app.emulator?.inject({ text: COMPLAINT, author }) ?? { id: '' }
  const id = `case-${postId}`
  expect(await until(id, () => true)).toMatchObject({ row: { status: 'open', isSos: false }, alert: null, owner: null })

  const forwarded = await act(id, desk, { act: 'forward', nodeId: 'ps-lucknow-chowk', dueAt: Math.round(app.store.now()) + 3_600_000, note: 'please register the FIR' })
  expect(forwarded).toMatchObject({ row: { status: 'open' }, forwarding: { to: { kind: 'station' }, note: 'please register the FIR' } })
  expect(await act(id, district, { act: 'accept' })).toMatchObject({ row: { status: 'in-process' }, forwarding: null, owner: { name: expect.stringContaining('supervisor') as string } })
  await act(id, district, { act: 'progress', text: 'The duty officer calls the complainant' })

  app.emulator?.inject({ text: 'koi nahi aaya abhi tak @PrahariUP', author })
  const ringing = await officer.see((alert) => alert.postId === postId)
  expect(ringing).toMatchObject({ isOpen: true, severity: 'high' })
  const unread = await until(id, ({ row }) => row.unreadSince !== null)
  expect(unread).toMatchObject({ row: { status: 'open', isAlertOpen: true }, owner: null, posts: [{ kind: 'first' }, { kind: 'nobody-came', isAuthor: true }] })

  await act(id, district, { act: 'look', version: undefined })
  const closed = await act(id, district, { act: 'close', action: 'fir', reference: 'FIR 123/2026', summary: 'FIR registered at the complainant\'s home, number given to them' })
  expect(closed).toMatchObject({ row: { status: 'closed', isAlertOpen: false }, closing: { action: 'fir', reference: 'FIR 123/2026' }, alert: { state: 'resolved' } })

  await reopenByCitizen({ store: app.store, announcer: app.world.announcer, crypto: app.world.crypto, policy: app.world.policy }, id, 'reopen', 'The number is not mine')
  const again = await read(id)
  expect(again).toMatchObject({ row: { status: 'reopened', reopened: 1 }, closing: null, owner: null, isHistoryWhole: true })
  expect(again.history.map(({ what }) => what)).toEqual(expect.arrayContaining(['opened', 'forwarded', 'accepted', 'progressed', 'follow-up', 'alert-raised', 'closed', 'resolved', 'docket-reopened']))
  expect(again.history.at(-1)).toMatchObject({ who: 'citizen', name: 'Whoever holds the code', what: 'docket-reopened', facts: { reason: 'The number is not mine' } })
})
