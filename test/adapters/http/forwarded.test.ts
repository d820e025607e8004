import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocketList, DocketRow } from '../../../src/contract/docket-row.ts'
import type { ServerEvent } from '../../../src/contract/sockets.ts'
import { addPerson } from '../../../src/actions/add-person.ts'
import type { Docket } from '../../../src/domain/docket.ts'
import { startApp } from '../../app.ts'
import type { App, Console } from '../../app.ts'
import { makeBriefDocket } from '../../dockets.ts'
import { until } from '../../faults/until.ts'

const HOUR = 3_600_000
let app: App
let sender: Console
let receiver: Console
let stranger: Console
let docket: Docket
const news = new Map<Console, ServerEvent<'dockets:upsert'>[]>()

beforeAll(async () => {
  app = await startApp()
  docket = makeBriefDocket({ path: '/up/z-lucknow/c-lucknow/lucknow/', text: 'seen near Agra', receivedAt: app.store.now() - 60_000 })
  await app.store.dockets.insertMany([{ ...docket, updatedAt: app.store.now() }])
  await addPerson(app.store, { id: 'kamini', name: 'कामिनी Devi', role: 'desk', scopeId: 'lucknow' })
  await addPerson(app.store, { id: 'rashid', name: 'Rashid Khan', role: 'desk', scopeId: 'agra' })
  ;[sender, receiver, stranger] = await Promise.all([app.signIn('desk', 'lucknow'), app.signIn('desk', 'agra'), app.signIn('desk', 'meerut')])
  for (const one of [sender, receiver, stranger]) {
    news.set(one, [])
    one.socket.on('dockets:upsert', (event) => { news.get(one)?.push(event) })
  }
  await until('the sender has it', async () => (await list(sender)).total === 1)
})
afterAll(async () => {
  for (const one of [sender, receiver, stranger]) one.close()
  await app.stop()
})

const get = (path: string, { cookie }: Console) => request(app.url).get(path).set('Cookie', cookie)
async function list(one: Console, query = ''): Promise<DocketList> {
  return (await get(`/api/dockets?${query}`, one)).body as DocketList
}
async function act(one: Console, body: object): Promise<number> {
  const version = (await app.store.dockets.get(docket.id))?.version
  return (await request(app.url).post(`/api/dockets/${docket.id}/acts`).set('Cookie', one.cookie).set('Origin', app.url).send({ key: `key-${Math.round(performance.now() * 1000)}`, version, ...body })).status
}
const heard = (one: Console, test: (row: DocketRow) => boolean): boolean => (news.get(one) ?? []).some(({ dockets }) => dockets.some(test))

describe('a docket that was sent to a sibling', () => {
  it('stays in the sender\'s list, marked, with its counts, until it is accepted; nobody else sees it', async () => {
    const dueAt = app.store.now() + HOUR
    expect(await act(sender, { act: 'forward', nodeId: 'agra', dueAt, note: null })).toBe(200)
    const sent = { from: { id: 'lucknow' }, fromPath: docket.path, to: { id: 'agra' }, acceptBy: dueAt }
    for (const one of [sender, receiver]) {
      await until('both have it', async () => (await list(one)).dockets[0]?.sent?.to.id === 'agra')
      expect((await list(one)).dockets).toMatchObject([{ number: docket.number, excerpt: 'seen near Agra', sent }])
      await until('both heard of it', () => heard(one, (row) => row.sent?.to.id === 'agra'))
    }
    expect((await list(sender)).counts).toMatchObject({ open: 1, forwarded: 0, sentOn: 1 })
    expect((await list(receiver)).counts).toMatchObject({ open: 1, forwarded: 1, sentOn: 0 })
    expect([(await list(sender, 'is=sent-on')).total, (await list(sender, 'is=forwarded')).total, (await list(sender, 'node=lucknow')).total]).toEqual([1, 0, 0])
    expect([(await list(receiver, 'is=sent-on')).total, (await list(receiver, 'is=forwarded')).total]).toEqual([0, 1])
    expect((await get('/api/dockets.csv', sender)).text).toContain(docket.number)
    expect((await list(stranger)).total).toBe(0)
    expect((await get(`/api/dockets/${docket.id}`, sender)).status).toBe(200)
    expect((await get(`/api/dockets/${docket.id}`, stranger)).status).toBe(404)
    expect(await act(sender, { act: 'progress', text: 'still here' })).toBe(403)

    expect(await act(receiver, { act: 'accept' })).toBe(200)
    await until('the sender hears that it is gone', () => (news.get(sender) ?? []).some(({ gone }) => gone.includes(docket.id)))
    await until('it left the list', async () => (await list(sender)).total === 0)
    expect((await list(receiver)).dockets).toMatchObject([{ sent: null }])
    expect(heard(stranger, () => true)).toBe(false)
  })
})

describe('whose dockets the list shows', () => {
  const names = async (one: Console, q: string): Promise<string[]> => ((await get(`/api/owners?q=${encodeURIComponent(q)}`, one)).body as { owners: { name: string }[] }).owners.map(({ name }) => name)

  it('is chosen among the persons of the area, by name in either script', async () => {
    expect(await names(sender, 'kamini')).toEqual(['कामिनी Devi'])
    expect(await names(sender, 'कामि')).toEqual(['कामिनी Devi'])
    expect(await names(sender, 'dev')).toContain('कामिनी Devi')
    expect(await names(sender, 'rashid')).toEqual([])
    expect(await names(receiver, 'RASHID kh')).toEqual(['Rashid Khan'])
  })

  it('is checked by the server', async () => {
    expect((await get('/api/dockets?owner=kamini', sender)).status).toBe(200)
    const refused = await get('/api/dockets?owner=rashid', sender)
    expect([refused.status, refused.body]).toMatchObject([400, { error: { kind: 'invalid', field: 'query.owner' } }])
    expect((await get('/api/dockets.csv?owner=nobody-we-know', sender)).status).toBe(400)
  })
})
