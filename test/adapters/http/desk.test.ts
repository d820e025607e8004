import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDockets } from '../../../src/actions/open-dockets.ts'
import { openDeps } from '../../../src/app.ts'
import { DESK_ROUTES } from '../../../src/contract/desk-routes.ts'
import { docketView } from '../../../src/contract/desk.ts'
import type { DeskActInput, DocketView } from '../../../src/contract/desk.ts'
import type { Role } from '../../../src/domain/person.ts'
import { firstBreak } from '../../../src/domain/history.ts'
import { SHA256 } from '../../actions/correcting.ts'
import { startApp } from '../../app.ts'
import type { App } from '../../app.ts'
import { makeJob } from '../../posts.ts'

let app: App
let serial = 0
const cookies = new Map<string, string>()
beforeAll(async () => {
  app = await startApp({ withX: true })
})
afterAll(() => app.stop())

async function as(role: Role, scope = 'up'): Promise<string> {
  const key = `${role} ${scope}`
  const cookie = cookies.get(key) ?? await app.cookieFor(role, scope)
  cookies.set(key, cookie)
  return cookie
}
async function send(method: 'get' | 'post' | 'delete', path: string, cookie: string, body?: object) {
  const call = request(app.url)[method](path).set('Cookie', cookie).set('Origin', app.url)
  return body ? call.send(body) : call
}
async function fresh(isProtected = false): Promise<DocketView> {
  const job = makeJob('normal', { text: `her name is Seeta, ${++serial}`, author: { id: String(7_000 + serial), handle: `seeta${serial}`, name: 'Seeta Devi', location: null, followers: 3 } }, { isProtected, category: 'land_dispute' }, app.store.now())
  await openDockets(openDeps(app.world, 1), [job])
  return (await send('get', `/api/dockets/case-${job.post.caseId}`, await as('desk'))).body as DocketView
}
type Wish = DeskActInput extends infer One ? (One extends { act: string } ? Omit<One, 'key' | 'version'> : never) : never
const act = async (view: DocketView, wish: Wish, cookie?: string) => send('post', `/api/dockets/${view.row.id}/acts`, cookie ?? await as('desk'), { ...wish, key: `http-key-${++serial}`, ...(['claim', 'unclaim', 'look'].includes(wish.act) ? {} : { version: view.row.version }) })

describe('one docket', () => {
  it('is read by id and by number, in the shape of the contract, in its area only', async () => {
    const view = await fresh()
    expect(docketView.parse(view)).toEqual(view)
    expect(view).toMatchObject({ isMasked: false, row: { status: 'open' }, author: { name: 'Seeta Devi' }, owner: null, isHistoryWhole: true, trackCode: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/) as string })
    expect((await send('get', `/api/dockets/${view.row.number}`, await as('officer', 'lucknow'))).status).toBe(200)
    expect((await send('get', `/api/dockets/${view.row.number}`, await as('officer', 'agra'))).status).toBe(404)
    expect((await send('get', `/api/dockets/${view.row.number}`, await as('wall'))).status).toBe(403)
  })

  it('goes from red over amber to green, by acts of which each shows the next version', async () => {
    const view = await fresh()
    const accepted = await act(view, { act: 'accept' })
    expect(accepted.body).toMatchObject({ did: 'accepted', docket: { row: { status: 'in-process' }, owner: { name: expect.stringContaining('desk') as string } } })
    const progressed = await act((accepted.body as { docket: DocketView }).docket, { act: 'progress', text: 'A patrol went there' })
    const closed = await act((progressed.body as { docket: DocketView }).docket, { act: 'close', action: 'gd-entry', reference: 'GD 42 of today', summary: 'Both sides heard, entry made' })
    expect(closed.body).toMatchObject({ docket: { row: { status: 'closed' }, closing: { action: 'gd-entry', reference: 'GD 42 of today' }, clocks: { closedAt: expect.any(Number) as number } } })
    const late = await act(view, { act: 'accept' }, await as('officer', 'lucknow'))
    expect([late.status, late.body]).toMatchObject([409, { error: { kind: 'conflict', field: 'version', message: expect.stringContaining('closed it at') as string } }])
    expect(JSON.stringify(closed.body)).not.toContain('http-key-')
  })

  it('masks a protected identity until it is unmasked for a reason, which both records keep', async () => {
    const view = await fresh(true)
    expect(view).toMatchObject({ isMasked: true, text: null, author: null, postUrl: null })
    for (const secret of ['Seeta', 'seeta']) expect(JSON.stringify(view)).not.toContain(secret)
    const officer = await as('officer', 'lucknow')
    const shown = await send('post', `/api/dockets/${view.row.id}/unmask`, officer, { reason: 'statement is taken today' })
    expect(shown.body).toMatchObject({ isMasked: false, author: { name: 'Seeta Devi' } })
    expect((await send('get', `/api/dockets/${view.row.id}`, await as('desk'))).body).toMatchObject({ isMasked: true, text: null })
    expect((await send('get', `/api/dockets/${view.row.id}`, officer)).body).toMatchObject({ isMasked: false })
    const trail = await app.store.audit.find({ index: 'byObject', equals: { object: `docket:${view.row.id}` }, limit: 10 })
    expect(trail).toMatchObject([{ what: 'unmasked', facts: { reason: 'statement is taken today' } }])
    const all = await app.store.audit.find({ index: 'bySeq', order: 'asc', limit: 100 })
    expect(firstBreak(all, SHA256)).toBeNull()
    expect((await send('post', `/api/dockets/${view.row.id}/unmask`, await as('auditor'), { reason: 'statement is taken today' })).status).toBe(403)
    app.advance(61_000)
    expect((await send('get', `/api/dockets/${view.row.id}`, officer)).body).toMatchObject({ isMasked: true })
  })

  it('is worked on by nobody who only looks', async () => {
    const view = await fresh()
    for (const role of ['auditor', 'wall'] as const) expect((await act(view, { act: 'accept' }, await as(role))).status).toBe(403)
  })
})

describe('opened by hand', () => {
  it('from a call: judged like any other, once for a key, and rings when it is SoS', async () => {
    const desk = await as('desk')
    const body = { key: 'hand-key-1', origin: 'phone', text: 'कुछ लोग घर का दरवाज़ा तोड़ रहे हैं, हाथ में चाकू है, जल्दी पुलिस भेजो! गोमती नगर, लखनऊ', name: 'Ram Lal', phone: '9000000001' }
    const first = await send('post', '/api/dockets', desk, body)
    expect(first.body).toMatchObject({ did: 'opened', docket: { row: { origin: 'phone', status: 'open', isSos: true, isAlertOpen: true, path: expect.stringContaining('/lucknow/') as string }, postUrl: null, notes: [{ text: 'Complainant: Ram Lal, 9000000001' }] } })
    const again = await send('post', '/api/dockets', desk, body)
    expect((again.body as { docket: DocketView }).docket.row.number).toBe((first.body as { docket: DocketView }).docket.row.number)
    const other = await send('post', '/api/dockets', desk, { ...body, key: 'hand-key-2' })
    expect((other.body as { docket: DocketView }).docket.row.number).not.toBe((first.body as { docket: DocketView }).docket.row.number)
  })

  it('from a walk-in, with what the desk knows better', async () => {
    const made = await send('post', '/api/dockets', await as('desk'), { key: 'hand-key-3', origin: 'walk-in', text: 'lost my papers on the way', nodeId: 'agra', severity: 'normal', category: 'lost_property' })
    expect(made.body).toMatchObject({ docket: { row: { origin: 'walk-in', severity: 'normal', category: 'lost_property', path: '/up/z-agra/c-agra/agra/' } } })
    expect((made.body as { docket: DocketView }).docket.history.map(({ what }) => what)).toContain('opened-by-hand')
  })

  it('from a link to a post on X, which is looked up; refused where there is no such post', async () => {
    const { id } = app.emulator?.inject({ text: 'My street in Agra has had no light since Monday' }) ?? { id: '' }
    const desk = await as('desk')
    const made = await send('post', '/api/dockets', desk, { key: 'hand-key-4', origin: 'x', link: `https://x.com/somebody/status/${id}?s=20` })
    expect(made.body).toMatchObject({ docket: { row: { id: `case-${id}`, origin: 'x', status: 'open' }, text: 'My street in Agra has had no light since Monday', postUrl: `https://x.com/i/web/status/${id}` } })
    expect((await send('post', '/api/dockets', desk, { key: 'hand-key-5', origin: 'x', link: 'https://x.com/somebody/status/1' })).body).toMatchObject({ error: { kind: 'not-found', field: 'link' } })
    for (const link of ['https://evil.example/somebody/status/1', 'x.com/somebody', '']) {
      expect((await send('post', '/api/dockets', desk, { key: 'hand-key-6', origin: 'x', link })).body).toMatchObject({ error: { kind: 'invalid', field: 'link' } })
    }
  })
})

describe('views and nodes', () => {
  it('keeps views of each person apart', async () => {
    const [mine, yours] = [await as('desk'), await as('supervisor')]
    const saved = (await send('post', '/api/views', mine, { name: 'Red ones', query: 'status=open' })).body as { id: string }
    await send('post', '/api/views', mine, { name: 'Red ones', query: 'status=open,reopened' })
    expect((await send('get', '/api/views', mine)).body).toEqual({ views: [{ id: saved.id, name: 'Red ones', query: 'status=open,reopened' }] })
    expect((await send('get', '/api/views', yours)).body).toEqual({ views: [] })
    expect((await send('delete', `/api/views/${saved.id}`, yours)).status).toBe(404)
    expect((await send('delete', `/api/views/${saved.id}`, mine)).body).toEqual({ did: 'removed' })
  })

  it('lists every node to which a docket can go', async () => {
    const { nodes } = (await send('get', '/api/nodes', await as('desk'))).body as { nodes: { id: string; path: string }[] }
    expect(nodes.filter(({ path }) => path.endsWith('/agra/'))).toMatchObject([{ id: 'agra', kind: 'district', name: 'Agra' }])
  })
})

describe('wrong input', () => {
  const ACT = { key: 'bad-key-1', version: 1 }
  const bodies: Record<'actOnDocket' | 'actOnMany' | 'openByHand' | 'unmask' | 'saveView', [object, string][]> = {
    actOnDocket: [
      [{}, 'body.act'], [{ ...ACT, act: 'destroy' }, 'body.act'], [{ act: 'accept', version: 1 }, 'body.key'], [{ act: 'accept', key: 'x' , version: 1 }, 'body.key'], [{ ...ACT, act: 'accept', version: 0 }, 'body.version'], [{ ...ACT, act: 'accept', version: '1' }, 'body.version'],
      [{ ...ACT, act: 'release', reason: ' ' }, 'body.reason'], [{ ...ACT, act: 'forward', nodeId: '', dueAt: 1 }, 'body.nodeId'], [{ ...ACT, act: 'forward', nodeId: 'agra', dueAt: 'soon' }, 'body.dueAt'],
      [{ ...ACT, act: 'close', action: 'magic', reference: null, summary: 'long enough text' }, 'body.action'], [{ ...ACT, act: 'close', action: 'fir', reference: '1/2026', summary: 'short' }, 'body.summary'], [{ ...ACT, act: 'merge', intoId: { $ne: '' } }, 'body.intoId'], [{ ...ACT, act: 'progress', text: 'x'.repeat(2_001) }, 'body.text'],
    ],
    actOnMany: [[{}, 'body.dockets'], [{ dockets: [], act: { act: 'accept' }, key: 'bad-key-1' }, 'body.dockets'], [{ dockets: [{ id: 'a', version: 1 }], act: { act: 'merge' }, key: 'bad-key-1' }, 'body.act.act'], [{ dockets: [{ id: 'a' }], act: { act: 'accept' }, key: 'bad-key-1' }, 'body.dockets.0.version']],
    openByHand: [[{}, 'body.key'], [{ key: 'bad-key-1', origin: 'fax' }, 'body.origin'], [{ key: 'bad-key-1', origin: 'phone' }, 'text'], [{ key: 'bad-key-1', origin: 'phone', text: 'x'.repeat(4_001) }, 'body.text'], [{ key: 'bad-key-1', origin: 'phone', text: 'hello there', nodeId: 'atlantis' }, 'nodeId'], [{ key: 'bad-key-1', origin: 'phone', text: 'hello there', severity: 'huge' }, 'body.severity']],
    unmask: [[{}, 'body.reason'], [{ reason: 'no' }, 'body.reason']],
    saveView: [[{}, 'body.name'], [{ name: 'x', query: 'y'.repeat(1_001) }, 'body.query'], [{ name: 'x', query: '', owner: 'me' }, 'body']],
  }
  it.each(Object.entries(bodies))('of %s names the field', async (name, cases) => {
    const view = await fresh()
    const path = DESK_ROUTES[name as keyof typeof bodies].path.replace(':id', view.row.id)
    for (const [body, field] of cases) {
      const { status, body: answer } = await send('post', path, await as('desk'), body)
      expect([status, answer], JSON.stringify(body)).toMatchObject([400, { error: { kind: 'invalid', field, message: expect.any(String) as string, requestId: expect.any(String) as string } }])
    }
  })

  it('names no docket that is not there or not theirs', async () => {
    const view = await fresh()
    for (const [id, cookie] of [['case-none', await as('desk')], ['UPP-20200101-000001', await as('desk')], [view.row.id, await as('desk', 'agra')]] as const) {
      expect((await send('post', `/api/dockets/${id}/acts`, cookie, { act: 'accept', key: 'none-key-1', version: 1 })).body).toMatchObject({ error: { kind: 'not-found', field: 'id' } })
      expect((await send('post', `/api/dockets/${id}/unmask`, cookie, { reason: 'curious about it' })).status).toBe(404)
    }
  })
})
