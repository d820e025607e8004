import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDockets } from '../../../src/actions/open-dockets.ts'
import { issueSignInLink } from '../../../src/actions/issue-sign-in-link.ts'
import { addPerson } from '../../../src/actions/add-person.ts'
import { openDeps } from '../../../src/app.ts'
import { ROUTES } from '../../../src/contract/http.ts'
import { startApp } from '../../app.ts'
import type { App } from '../../app.ts'
import { makeJob } from '../../posts.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

describe('signing in', () => {
  it('works once per link; a used, a wrong and an expired link get the same answer', async () => {
    await addPerson(app.store, { id: 'asha', name: 'Asha', role: 'officer', scopeId: 'lucknow' })
    const token = await issueSignInLink(app.world, 'asha', 1)
    const expired = await issueSignInLink(app.world, 'asha', -1)
    const trade = (value: string) => request(app.url).post('/api/session').set('Origin', app.url).send({ token: value })
    const first = await trade(token)
    expect(first.body).toMatchObject({ role: 'officer', home: '/officer', scopeName: 'Lucknow' })
    expect(first.headers['set-cookie']?.[0]).toMatch(/^prahari=[\w-]{32}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/i)
    const refusals = await Promise.all([token, expired, 'x'.repeat(32)].map(trade))
    for (const { status, body } of refusals) expect([status, (body as { error: { message: string } }).error.message]).toEqual([403, 'this sign-in link is used, expired or unknown: ask for a new one'])
  })

  it('ends with the session', async () => {
    const cookie = await app.cookieFor('desk', 'up')
    expect((await request(app.url).get('/api/session').set('Cookie', cookie)).status).toBe(200)
    expect((await request(app.url).delete('/api/session').set('Cookie', cookie).set('Origin', app.url)).status).toBe(200)
    expect((await request(app.url).get('/api/session').set('Cookie', cookie)).status).toBe(401)
  })
})

describe('every route', () => {
  const routes = Object.entries(ROUTES)

  it.each(routes.filter(([, route]) => route.access !== 'open'))('%s needs a session', async (_, route) => {
    const response = await request(app.url)[route.method](route.path.replace(':id', 'case-1')).set('Origin', app.url)
    expect(response.status).toBe(401)
    expect(response.body).toMatchObject({ error: { kind: 'forbidden', message: 'sign in first', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string } })
  })

  it.each(routes.filter(([, route]) => 'query' in route))('%s refuses wrong query values by name', async (_, route) => {
    const cookie = await app.cookieFor('admin', 'up')
    for (const query of ['limit=0', 'limit=501', 'limit=x', 'limit[$ne]=1', 'other=1']) {
      const response = await request(app.url)[route.method](`${route.path}?${query}`).set('Cookie', cookie).set('Origin', app.url)
      expect(response.status, query).toBe(400)
      expect((response.body as { error: { field: string } }).error.field, query).toMatch(/^query/)
    }
  })

  it('refuses bodies of wrong types, of too many bytes, and that are no JSON, each with its field', async () => {
    const post = (body: string, type = 'application/json') => request(app.url).post('/api/session').set('Origin', app.url).set('Content-Type', type).send(body)
    for (const token of [1, null, [], {}, { $ne: '' }, 'short', 'x'.repeat(201)]) {
      const { status, body } = await post(JSON.stringify({ token }))
      expect([status, (body as { error: { field: string } }).error.field], JSON.stringify(token)).toEqual([400, 'body.token'])
    }
    expect((await post(`{"token":"${'x'.repeat(32)}","role":"admin"}`)).status).toBe(400)
    expect((await post('{"token":')).body).toMatchObject({ error: { kind: 'invalid', field: 'body' } })
    expect((await post(JSON.stringify({ token: 'x'.repeat(40_000) }))).body).toMatchObject({ error: { message: 'the body is too large' } })
    expect((await post('token=1', 'text/plain')).status).toBe(400)
    expect((await request(app.url).get('/api/alerts/%ff')).status).toBe(400)
    expect((await request(app.url).get('/no/such/page')).body).toMatchObject({ error: { kind: 'not-found' } })
  })

  it('refuses state changes from foreign pages', async () => {
    const body = { token: 'x'.repeat(32) }
    for (const headers of [{}, { Origin: 'https://evil.example' }, { Origin: app.url, 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'null' }]) {
      const response = await request(app.url).post('/api/session').set(headers).send(body)
      expect([response.status, (response.body as { error: { field: string } }).error.field]).toEqual([403, 'origin'])
    }
  })
})

describe('reads', () => {
  it('show an alert with its whole history to its area only, and nothing protected to a wall', async () => {
    const job = makeJob('critical', { text: 'her name is Seeta' }, { isProtected: true, category: 'sexual_harassment' })
    await openDockets(openDeps(app.world, 1), [job])
    const id = `case-${job.post.caseId}`
    const lucknow = await app.cookieFor('officer', 'lucknow')
    const read = () => request(app.url).get(`/api/alerts/${id}`).set('Cookie', lucknow)
    const detail = await read()
    expect(detail.body).toMatchObject({ alert: { id, text: null, author: null, postId: '' }, isHistoryWhole: true })
    for (const secret of ['Seeta', job.post.author.handle]) expect(detail.text).not.toContain(secret)
    const trail = () => app.store.audit.find({ index: 'byObject', equals: { object: `docket:${id}` }, limit: 10 })
    expect(await trail()).toEqual([])
    // Who has it must go there, and reads it; that is on record, once for a while.
    expect((await request(app.url).post(`/api/alerts/${id}/acts`).set('Cookie', lucknow).set('Origin', app.url).send({ act: 'acknowledge', key: 'key-of-seeta' })).text).not.toContain('Seeta')
    expect((await read()).body).toMatchObject({ alert: { id, text: 'her name is Seeta' } })
    await read()
    expect(await trail()).toMatchObject([{ what: 'read-protected', facts: { number: (detail.body as { alert: { number: string } }).alert.number } }])
    expect((await request(app.url).get(`/api/alerts/${id}`).set('Cookie', await app.cookieFor('supervisor', 'up'))).text).not.toContain('Seeta')
    expect((detail.body as { history: { what: string }[] }).history.map((entry) => entry.what)).toEqual(['opened', 'alert-raised'])
    expect((await request(app.url).get(`/api/alerts/${id}`).set('Cookie', await app.cookieFor('officer', 'agra'))).status).toBe(404)
    const wall = await app.cookieFor('wall', 'up')
    expect((await request(app.url).get(`/api/alerts/${id}`).set('Cookie', wall)).status).toBe(403)
    const listed = await request(app.url).get('/api/alerts').set('Cookie', wall)
    expect(listed.text).toContain((detail.body as { alert: { number: string } }).alert.number)
    for (const secret of ['Seeta', job.postId]) expect(listed.text).not.toContain(secret)
    expect(listed.text).not.toContain(job.post.author.handle)
  })

  it('lets only those who may inspect see failed jobs and quarantine', async () => {
    for (const path of ['/api/failed-jobs', '/api/quarantine']) {
      expect((await request(app.url).get(path).set('Cookie', await app.cookieFor('officer', 'up'))).status).toBe(403)
      expect((await request(app.url).get(path).set('Cookie', await app.cookieFor('supervisor', 'up'))).status).toBe(200)
    }
  })
})

describe('probes and pages', () => {
  it('say what they find', async () => {
    expect((await request(app.url).get('/livez')).body).toMatchObject({ ok: true })
    expect((await request(app.url).get('/readyz')).body).toMatchObject({ ok: true, store: true })
    for (let tries = 0; tries < 50 && (await request(app.url).get('/health/engine')).status !== 200; tries++) await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await request(app.url).get('/health/engine')).body).toMatchObject({ ok: true, isSweeping: true, isStoreUp: true })
    expect((await request(app.url).get('/health/stream')).body).toMatchObject({ ok: true, because: 'no feed is configured' })
    const metrics = await request(app.url).get('/metrics')
    expect(metrics.headers['content-type']).toContain('text/plain')
    for (const name of ['prahari_alerts_raised_total', 'prahari_build_info', 'prahari_escalation_lateness_seconds_bucket', 'prahari_pulse_age_seconds']) expect(metrics.text).toContain(name)
  })

  it('carry the security headers, pages and errors alike', async () => {
    for (const path of ['/wall', '/officer', '/livez', '/nothing', '/api/session']) {
      const { headers } = await request(app.url).get(path)
      expect(headers['content-security-policy'], path).toContain("script-src 'self'")
      expect(headers['x-content-type-options'], path).toBe('nosniff')
      expect(headers['x-powered-by'], path).toBeUndefined()
    }
  })
})
