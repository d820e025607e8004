import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDockets } from '../../../src/actions/open-dockets.ts'
import { openDeps } from '../../../src/app.ts'
import { ADMIN_ROUTES } from '../../../src/contract/admin-routes.ts'
import type { LadderBody, PreviewView } from '../../../src/contract/administering.ts'
import type { Route } from '../../../src/contract/route.ts'
import { BUILT_IN, putTreeInForce } from '../../../src/domain/jurisdiction.ts'
import { ROLES } from '../../../src/domain/person.ts'
import type { Role } from '../../../src/domain/person.ts'
import { startApp } from '../../app.ts'
import type { App } from '../../app.ts'
import { makeJob } from '../../posts.ts'

let app: App
const cookies = new Map<string, string>()
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

async function as(role: Role, scope = 'up'): Promise<string> {
  const key = `${role} ${scope}`
  const cookie = cookies.get(key) ?? await app.cookieFor(role, scope)
  cookies.set(key, cookie)
  return cookie
}
async function send(method: Route['method'], path: string, cookie: string, body?: object) {
  const call = request(app.url)[method](path).set('Cookie', cookie).set('Origin', app.url)
  return body ? call.send(body) : call
}
const policyNow = async (): Promise<{ version: number; ladder: LadderBody }> => (await send('get', '/api/admin/policy', await as('admin'))).body as { version: number; ladder: LadderBody }

describe('who may administer', () => {
  it.each(Object.entries<Route>(ADMIN_ROUTES))('%s: administrators alone, the trail for auditors as well', async (_, route) => {
    for (const role of ROLES) {
      const { status } = await send(route.method, route.path.replace(':id', 'nobody'), await as(role))
      const may = role === 'admin' || (route.access === 'may-audit' && role === 'auditor')
      expect([role, status === 403]).toEqual([role, !may])
    }
  })

  it('what is set for the whole state: not for an administrator of a part of it', async () => {
    const small = await as('admin', 'lucknow')
    const { version, ladder } = await policyNow()
    for (const [path, body] of [
      ['/api/admin/policy', { ladder, expectedVersion: version, reason: 'because' }], ['/api/admin/policy/preview', { ladder }],
      ['/api/admin/handles', { handle: 'x', is: 'nobody', expectedSeq: 0, reason: 'because' }], ['/api/admin/templates', { kind: 'answer', lang: 'en', category: null, text: 'Hello', expectedVersion: 0 }],
    ] as const) expect([path, (await send('post', path, small, body)).status]).toEqual([path, 403])
    expect((await send('get', '/api/audit', small)).status).toBe(403)
    expect((await send('get', '/api/admin/policy', small)).body).toMatchObject({ mayChange: false })
  })
})

describe('people', () => {
  it('of the area only; made, found, given a link once, counted at their node', async () => {
    const [state, small] = [await as('admin'), await as('admin', 'lucknow')]
    const made = await send('post', '/api/admin/people', state, { id: 'farah.n', name: 'Farah N', role: 'officer', scopeId: 'agra', phone: '+919000000001' })
    expect(made.body).toMatchObject({ id: 'farah.n', version: 1, link: expect.stringMatching(/^\/sign-in#[\w-]{32}$/) as string })
    const found = await send('get', '/api/admin/people?q=farah', state)
    expect(found.body).toMatchObject({ matched: 1, people: [{ id: 'farah.n', scopeId: 'agra', scopeNameHi: 'आगरा', phone: '+919000000001', email: null, channels: null, sessions: 0 }] })
    expect((await send('get', '/api/admin/people?q=farah', small)).body).toMatchObject({ matched: 0, people: [] })
    for (const [method, path] of [['post', '/api/admin/people/farah.n/link'], ['delete', '/api/admin/people/farah.n/sessions']] as const) expect((await send(method, path, small)).status).toBe(404)
    const { counts } = (await send('get', '/api/admin/jurisdiction', state)).body as { counts: object[] }
    expect(counts).toContainEqual({ path: '/up/z-agra/c-agra/agra/', role: 'officer', count: 1 })
    const trail = await send('get', '/api/audit?object=person:farah.n', await as('auditor'))
    expect(trail.body).toMatchObject({ isWhole: true, entries: [{ what: 'account-added', facts: { roleIs: 'officer' } }] })
    expect(JSON.stringify(trail.body)).not.toContain('9000000001')
  })

  it('whose role, area or account changes see it on their open page within two seconds', async () => {
    const state = await as('admin')
    const officer = await app.signIn('officer', 'lucknow')
    const { people } = (await send('get', '/api/admin/people?role=officer&limit=500', state)).body as { people: { id: string; version: number; scopeId: string; sessions: number }[] }
    const row = people.find(({ scopeId, sessions }) => scopeId === 'lucknow' && sessions === 1)
    if (!row) throw new Error('the officer is not listed')
    const gone = new Promise<number>((resolve) => { const from = performance.now(); officer.socket.once('disconnect', () => resolve(performance.now() - from)) })
    expect((await send('post', `/api/admin/people/${row.id}`, state, { expectedVersion: row.version, role: 'auditor' })).body).toMatchObject({ did: 'changed', version: row.version + 1 })
    expect(await gone).toBeLessThan(4_000)
    expect((await send('get', '/api/session', officer.cookie)).body).toMatchObject({ role: 'auditor' })
    await send('delete', `/api/admin/people/${row.id}/sessions`, state)
    expect((await send('get', '/api/session', officer.cookie)).status).toBe(401)
  })

  it('with wrong input are refused by the field', async () => {
    const state = await as('admin')
    const good = { id: 'new.one', name: 'New', role: 'officer', scopeId: 'lucknow' }
    for (const [change, field] of [
      [{ id: 'A B' }, 'body.id'], [{ id: '__proto__' }, 'body.id'], [{ name: ' ' }, 'body.name'], [{ role: 'king' }, 'body.role'], [{ role: 'wall' }, 'role'], [{ scopeId: 'atlantis' }, 'scopeId'], [{ email: 'a@b@c' }, 'body.email'],
      [{ phone: '12' }, 'body.phone'], [{ isDisabled: true }, 'body'], [{ name: { $ne: '' } }, 'body.name'],
    ] as const) {
      const { status, body } = await send('post', '/api/admin/people', state, { ...good, ...change })
      expect([status, (body as { error: { field: string } }).error.field], JSON.stringify(change)).toEqual([400, field])
    }
    for (const [body, field] of [[{}, 'body.expectedVersion'], [{ expectedVersion: 1, channels: ['push', 'push'] }, 'body.channels'], [{ expectedVersion: 1, channels: [] }, 'body.channels']] as const) {
      expect((await send('post', '/api/admin/people/farah.n', state, body)).body).toMatchObject({ error: { kind: 'invalid', field } })
    }
    expect((await send('post', '/api/admin/people/nobody.here', state, { expectedVersion: 1, role: 'desk' })).body).toMatchObject({ error: { kind: 'not-found', field: 'id' } })
  })
})

describe('places', () => {
  afterAll(() => putTreeInForce({ seq: 0, nodes: BUILT_IN }))
  const change = async (body: object) => send('post', '/api/admin/jurisdiction', await as('admin'), { expectedSeq: 0, reason: 'as ordered', ...body })

  it('are added, renamed and retired; everybody sees it, and nothing is sent to what is retired', async () => {
    const [state, desk] = [await as('admin'), await as('desk')]
    const added = await change({ did: 'added', parentId: 'lucknow', name: 'Zircon Vihar', nameHi: 'ज़िरकॉन विहार' })
    expect(added.body).toMatchObject({ did: 'added', seq: 1, id: 'ps-lucknow-zircon-vihar', name: 'Zircon Vihar Police Station', nameHi: 'थाना ज़िरकॉन विहार', isRetired: false })
    const { id } = added.body as { id: string }
    const nodes = async () => ((await send('get', '/api/nodes', desk)).body as { nodes: { id: string; name: string; isRetired: boolean }[] }).nodes.find((one) => one.id === id)
    expect(await nodes()).toMatchObject({ name: 'Zircon Vihar Police Station', isRetired: false })
    const job = makeJob('normal', {}, { category: 'land_dispute' }, app.store.now())
    await openDockets(openDeps(app.world, 1), [job])
    const docket = await app.store.dockets.get(`case-${job.post.caseId}`)
    const forward = async (key: string, version = 1) => send('post', `/api/dockets/${docket?.id}/acts`, desk, { act: 'forward', nodeId: id, dueAt: app.store.now() + 3_600_000, note: null, key, version })
    expect((await forward('forward-1-key')).body).toMatchObject({ did: 'forwarded', docket: { row: { where: [{ id: 'lucknow' }, { id, nameHi: 'थाना ज़िरकॉन विहार' }] } } })
    expect((await send('post', '/api/admin/people', state, { id: 'zara', name: 'Zara', role: 'officer', scopeId: id })).status).toBe(200)
    expect((await change({ did: 'retired', id, expectedSeq: 1 })).body).toMatchObject({ error: { kind: 'conflict', field: 'body.id' } })
    await send('post', '/api/admin/people/zara', state, { expectedVersion: 1, scopeId: 'lucknow' })
    expect((await change({ did: 'renamed', id, name: 'Zircon City', nameHi: 'ज़िरकॉन सिटी', expectedSeq: 1 })).body).toMatchObject({ seq: 2 })
    await expect.poll(async () => ((await send('get', '/api/dockets?node=lucknow', desk)).body as { dockets: unknown[] }).dockets.length, { timeout: 8_000 }).toBeGreaterThan(0)
    expect((await change({ did: 'retired', id, expectedSeq: 2 })).body).toMatchObject({ did: 'retired', seq: 3, isRetired: true, stillOpen: 1 })
    expect(await nodes()).toMatchObject({ name: 'Zircon City Police Station', isRetired: true })
    expect((await forward('forward-2-key', 2)).body).toMatchObject({ error: { kind: 'invalid' } })
    expect((await send('get', '/api/admin/jurisdiction', state)).body).toMatchObject({ seq: 3, mayChange: true, changes: [{ seq: 3, did: 'retired', nodeId: id, nodeNameHi: 'थाना ज़िरकॉन सिटी', reason: 'as ordered' }, { did: 'renamed' }, { did: 'added' }] })
    expect((await send('get', `/api/audit?object=place:${id}`, await as('auditor'))).body).toMatchObject({ isWhole: true, entries: [{ what: 'place-retired' }, { what: 'place-renamed', facts: { nameIs: 'Zircon City' } }, { what: 'place-added', facts: { under: 'lucknow' } }] })
  })

  it('with wrong input, or by somebody of a part of the state, are refused', async () => {
    const { seq } = (await send('get', '/api/admin/jurisdiction', await as('admin'))).body as { seq: number }
    const add = { did: 'added', parentId: 'lucknow', name: 'Some Town', nameHi: 'कोई नगर', expectedSeq: seq }
    for (const [body, field] of [
      [{ ...add, parentId: 'atlantis' }, 'parentId'], [{ ...add, name: '<script>' }, 'name'], [{ ...add, nameHi: 'Some' }, 'nameHi'], [{ ...add, name: '' }, 'body.name'], [{ ...add, did: 'moved' }, 'body.did'], [{ ...add, id: 'x' }, 'body'],
      [{ did: 'retired', id: 'lucknow', expectedSeq: seq }, 'id'], [{ did: 'renamed', id: 'lucknow', name: 'Lakhnau', nameHi: 'लखनऊ', expectedSeq: seq }, 'id'], [{ did: 'retired', id: '__proto__', expectedSeq: seq }, 'id'], [{ ...add, reason: '' }, 'body.reason'],
    ] as const) expect((await change(body)).body, JSON.stringify(body)).toMatchObject({ error: { kind: 'invalid', field } })
    expect((await send('post', '/api/admin/jurisdiction', await as('admin', 'lucknow'), { reason: 'as ordered', ...add })).status).toBe(403)
    expect((await change({ ...add, expectedSeq: seq + 1 })).status).toBe(409)
  })
})

describe('policy, handles, templates', () => {
  it('are tried on what came in, set, and gone by; an open alert keeps its own', async () => {
    const state = await as('admin')
    const job = (): ReturnType<typeof makeJob> => makeJob('critical', {}, {}, app.store.now())
    const before = job()
    await openDockets(openDeps(app.world, 1), [before])
    const { version, ladder } = await policyNow()
    const quick: LadderBody = { ...ladder, critical: { ...ladder.critical, rungs: ladder.critical.rungs.map((rung, at) => ({ ...rung, afterS: at * 5 })), repeatEveryS: 5 } }
    await expect.poll(async () => ((await send('post', '/api/admin/policy/preview', state, { ladder: quick })).body as PreviewView).alerts, { timeout: 8_000 }).toBe(1)
    app.advance(30_000)
    expect((await send('post', '/api/admin/policy/preview', state, { ladder: quick })).body).toMatchObject({ alerts: 1, further: 1, lessFar: 0, late: { acknowledge: { now: 0, then: 0 } } })
    expect((await send('post', '/api/admin/policy', state, { ladder: quick, expectedVersion: version, reason: 'festival night' })).body).toMatchObject({ did: 'changed', version: version + 1 })
    await expect.poll(() => app.world.policy.version, { timeout: 8_000 }).toBe(version + 1)
    const after = job()
    await openDockets(openDeps(app.world, 1), [after])
    const [old, fresh] = await Promise.all([before, after].map(({ post }) => app.store.dockets.get(`case-${post.caseId}`)))
    expect([old?.alert?.policy.repeatEveryS, fresh?.alert?.policy.repeatEveryS]).toEqual([60, 5])
    expect((await send('get', '/api/admin/policy', state)).body).toMatchObject({ version: version + 1, versions: [{ version: version + 1, reason: 'festival night', name: expect.any(String) as string }] })
  })

  it('refuse wrong input by the field', async () => {
    const state = await as('admin')
    const { version, ladder } = await policyNow()
    const wish = (change: object) => send('post', '/api/admin/policy', state, { ladder: { ...ladder, ...change }, expectedVersion: version, reason: 'because' })
    const { critical } = ladder
    for (const [change, field] of [
      [{ critical: { ...critical, rungs: [] } }, 'body.ladder.critical.rungs'], [{ critical: { ...critical, repeatEveryS: 1 } }, 'body.ladder.critical.repeatEveryS'], [{ critical: { ...critical, repeatEveryS: 1e9 } }, 'body.ladder.critical.repeatEveryS'],
      [{ critical: { ...critical, rungs: [{ afterS: 0, tell: ['mayor'] }] } }, 'body.ladder.critical.rungs.0.tell.0'], [{ critical: { ...critical, rungs: [{ afterS: 0, tell: ['station-duty'] }] } }, 'body.ladder.critical.rungs.0.tell'],
      [{ normal: { ...ladder.normal, closeS: 0.5 } }, 'body.ladder.normal.closeS'], [{ desk: { ...ladder.desk, untouchedS: 1 } }, 'body.ladder.desk.untouchedS'], [{ desk: { ...ladder.desk, acceptS: 500_000, forwardingS: 3_600 } }, 'body.ladder.desk.acceptS'], [{ extra: 1 }, 'body.ladder'],
    ] as const) expect((await wish(change)).body, JSON.stringify(change)).toMatchObject({ error: { kind: 'invalid', field } })
    for (const [body, field] of [
      [{ handle: 'Not A Handle' }, 'body.handle'], [{ is: 'district' }, 'body.districtId'], [{ is: 'district', districtId: 'up' }, 'body.districtId'], [{ is: 'king' }, 'body.is'], [{ reason: '' }, 'body.reason'],
    ] as const) expect((await send('post', '/api/admin/handles', state, { handle: 'somebody', is: 'nobody', expectedSeq: 0, reason: 'because', ...body })).body).toMatchObject({ error: { kind: 'invalid', field } })
    for (const [body, field] of [[{ lang: 'fr' }, 'body.lang'], [{ text: 'x'.repeat(1_001) }, 'body.text'], [{ text: '{secret}' }, 'body.text'], [{ category: 'nothing' }, 'body.category']] as const) {
      expect((await send('post', '/api/admin/templates', state, { kind: 'answer', lang: 'en', category: null, text: 'Hello', expectedVersion: 0, ...body })).body).toMatchObject({ error: { kind: 'invalid', field } })
    }
    for (const query of ['limit=0', 'before=-1', 'other=1', 'object=']) expect((await send('get', `/api/audit?${query}`, state)).status).toBe(400)
  })

  it('say whose a handle is and what a template becomes, and keep both in the trail', async () => {
    const state = await as('admin')
    expect((await send('post', '/api/admin/handles', state, { handle: 'thana_agra', is: 'district', districtId: 'agra', expectedSeq: 0, reason: 'their new account' })).body).toMatchObject({ did: 'changed', seq: 1 })
    const { handles } = (await send('get', '/api/admin/handles', state)).body as { handles: object[] }
    expect(handles).toContainEqual({ handle: 'thana_agra', is: 'agra', comesAs: 'nobody', name: 'Agra', nameHi: 'आगरा' })
    const body = { kind: 'answer', lang: 'en', category: null, text: '{number}: sent to {station}.', expectedVersion: 0 }
    expect((await send('post', '/api/admin/templates', state, { ...body, isTrial: true })).body).toMatchObject({ did: 'tried', sample: expect.stringContaining('Beta-2') as string, maxLength: 280 })
    expect((await send('post', '/api/admin/templates', state, body)).body).toMatchObject({ did: 'written', version: 1 })
    expect((await send('post', '/api/admin/templates', state, body)).status).toBe(409)
    const { entries, isWhole } = (await send('get', '/api/audit?limit=2', state)).body as { entries: object[]; isWhole: boolean }
    expect([isWhole, entries]).toMatchObject([true, [{ what: 'template-changed', object: 'template:answer.en' }, { what: 'handle-changed', object: 'handle:thana_agra' }]])
  })
})
