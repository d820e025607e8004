import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disablePerson } from '../../src/actions/disable-person.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { receivePosts } from '../../src/actions/receive-posts.ts'
import { openDeps } from '../../src/app.ts'
import { failure, ANSWERS } from '../../src/contract/sockets.ts'
import { indianDay } from '../../src/domain/docket.ts'
import type { Severity } from '../../src/domain/verdict.ts'
import { startApp } from '../app.ts'
import type { App, Console } from '../app.ts'
import { makeJob, makePost } from '../posts.ts'

let app: App
let lucknow: Console
let agra: Console
let wall: Console
let keys = 0
const key = (): string => `correction-${++keys}`

beforeAll(async () => {
  app = await startApp()
  ;[lucknow, agra, wall] = [await app.signIn('officer', 'lucknow'), await app.signIn('officer', 'agra'), await app.signIn('wall', 'up')]
})
afterAll(() => app.stop())

async function raiseOne(severity: Severity = 'high'): Promise<string> {
  const job = makeJob(severity, {}, {}, app.store.now())
  job.post.author = { ...job.post.author, id: job.postId }
  await openDockets(openDeps(app.world, 4), [job])
  return `case-${job.postId}`
}
const over = (cookie: string, path: string, body?: unknown): Promise<Response> => fetch(`${app.url}${path}`, {
  method: body === undefined ? 'GET' : 'POST', headers: { Cookie: cookie, Origin: app.url, 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})

describe('a correction', () => {
  it('shows on every console with what the machine had said, and rings on when it was high and is critical', async () => {
    const docketId = await raiseOne()
    await wall.see((alert) => alert.id === docketId)
    const answer = await lucknow.send('verdict:correct', { docketId, key: key(), severity: 'critical', category: 'kidnapping', note: 'white car' })
    expect(ANSWERS['verdict:correct'].safeParse(answer).success).toBe(true)
    const seen = await wall.see((alert) => alert.id === docketId && alert.severity === 'critical')
    expect(seen).toMatchObject({
      category: 'kidnapping', state: 'raised', nextDueAt: seen.raisedAt + 20_000,
      correction: { by: expect.stringContaining('officer') as string, note: 'white car', about: ['severity', 'category'], machine: { severity: 'high', category: 'assault', district: { name: 'Lucknow' } } },
    })
  })

  it('of the place takes the alert from one district to the other, whose ladder begins at rung 0', async () => {
    const docketId = await raiseOne('critical')
    await lucknow.see((alert) => alert.id === docketId)
    await lucknow.send('alert:acknowledge', { alertId: docketId, key: key() })
    const answer = await lucknow.send('verdict:correct', { docketId, key: key(), place: 'agra' })
    expect(answer).toMatchObject({ ok: true, did: 'corrected', docketId, alert: null })
    const moved = await agra.see((alert) => alert.id === docketId)
    expect(moved).toMatchObject({ state: 'raised', holder: null, rung: 0, where: [{ id: 'agra' }] })
    expect(moved.told.at(-1)).toMatchObject({ post: 'district-duty', path: moved.path, rung: 0 })
    await expect.poll(() => lucknow.alerts.has(docketId) ? 'still there' : 'gone', { timeout: 15_000 }).toBe('gone')
    expect(await lucknow.send('alert:acknowledge', { alertId: docketId, key: key() })).toMatchObject({ ok: false, error: { kind: 'not-found' }, alert: null })
    expect(await agra.send('alert:acknowledge', { alertId: docketId, key: key() })).toMatchObject({ ok: true })
  })

  it('below SoS is refused without its end as a false alarm, and closes the alert with it', async () => {
    const docketId = await raiseOne('critical')
    const refused = await lucknow.send('verdict:correct', { docketId, key: key(), severity: 'none' })
    expect(failure.safeParse(refused).success).toBe(true)
    expect(refused).toMatchObject({ ok: false, error: { kind: 'invalid', field: 'closeAs' } })
    expect(await lucknow.send('verdict:correct', { docketId, key: key(), severity: 'none', closeAs: { state: 'false-alarm', reason: 'film' } })).toMatchObject({ ok: true, alert: { isOpen: false, state: 'false-alarm' } })
    await wall.see((alert) => alert.id === docketId && !alert.isOpen)
  })

  it('is refused to another district, to walls and auditors, by wrong shapes, and after the session ended, over both doors', async () => {
    const docketId = await raiseOne()
    const body = (): { docketId: string; key: string; category: 'fire' } => ({ docketId, key: key(), category: 'fire' })
    expect(await agra.send('verdict:correct', body())).toMatchObject({ ok: false, error: { kind: 'not-found' }, alert: null })
    expect(await wall.send('verdict:correct', body())).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
    for (const [wrong, field] of [[{}, 'docketId'], [{ ...body(), key: 'short' }, 'key'], [{ ...body(), severity: 'urgent' }, 'severity'], [{ ...body(), category: 'murder' }, 'category'], [{ ...body(), postId: '1' }, 'docketId'], [{ ...body(), note: 'x'.repeat(501) }, 'note'], [{ ...body(), place: 'z-lucknow' }, 'place'], [{ docketId, key: key() }, 'severity']] as const) {
      const key2 = { key: 'a-fine-key', ...wrong }
      expect(await lucknow.send('verdict:correct', key2 as never), JSON.stringify(wrong)).toMatchObject({ ok: false, error: { kind: 'invalid', field } })
    }
    const statuses = await Promise.all([agra.cookie, wall.cookie, await app.cookieFor('auditor', 'up'), 'prahari=made-up'].map(async (cookie) => (await over(cookie, '/api/corrections', body())).status))
    expect(statuses).toEqual([404, 403, 403, 401])
    expect((await fetch(`${app.url}/api/corrections`, { method: 'POST', headers: { Cookie: lucknow.cookie, Origin: 'https://evil.example', 'Content-Type': 'application/json' }, body: JSON.stringify(body()) })).status).toBe(403)
    const leaving = await app.signIn('officer', 'lucknow')
    const viewer = await app.store.people.find({ index: 'byRole', equals: { role: 'officer' }, limit: 100 })
    const newest = viewer.sort((a, b) => b.createdAt - a.createdAt || b.id.localeCompare(a.id, 'en', { numeric: true }))[0]
    await disablePerson(app.store, newest?.id ?? '')
    expect(await leaving.send('verdict:correct', body())).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
    expect((await over(leaving.cookie, '/api/corrections', body())).status).toBe(401)
    expect((await app.store.dockets.get(docketId))?.version).toBe(1)
  })

  it('of a post that did not ring, over HTTP: it rings now', async () => {
    const post = makePost({ text: 'woh darwaze par hai', author: { id: 'quiet-1', handle: 'quiet', name: 'Quiet', location: null, followers: null } })
    await receivePosts({ store: app.store, queues: app.world.queues, judge: () => makeJob('low').verdict }, [post])
    const response = await over(lucknow.cookie, '/api/corrections', { postId: post.id, key: key(), severity: 'critical' })
    expect([response.status, await response.json()]).toMatchObject([200, { did: 'corrected', docketId: `case-${post.id}`, alert: { severity: 'critical', correction: { machine: { severity: 'low' } } } }])
    await wall.see((alert) => alert.id === `case-${post.id}`)
  })
})

describe('replay over HTTP', () => {
  it('says what a policy would change, in the caller\'s area, for those who may, and names wrong fields', async () => {
    const texts = ['good morning', 'धन्यवाद पुलिस', 'sadak par gaddha hai']
    const posts = texts.map((text) => makePost({ text }))
    await receivePosts({ store: app.store, queues: { enqueueSos: () => Promise.resolve(), enqueueRoutine: () => Promise.resolve() }, judge: () => makeJob('critical').verdict }, posts)
    const supervisor = await app.cookieFor('supervisor', 'up')
    type Report = { posts: number; lost: { count: number; shown: { id: string }[] }; gained: { count: number } }
    const changed = await over(supervisor, '/api/replay', { policy: { severityFrom: { critical: 99 } } })
    const report = await changed.json() as Report
    expect([changed.status, report.posts]).toEqual([200, await app.store.inbox.count({ index: 'byReceived' })])
    expect(report.lost.shown.map(({ id }) => id)).toContain(posts[0]?.id)
    const elsewhere = await (await over(await app.cookieFor('supervisor', 'agra'), '/api/replay', {})).json() as Report
    expect(elsewhere.posts).toBe(0)
    for (const [policy, field] of [[{ severityFrom: { high: 95 } }, 'body.policy'], [{ severityFrom: { hgh: 1 } }, 'body.policy.severityFrom'], [{ placeFrom: 2 }, 'body.policy.placeFrom']] as const) {
      const refused = await over(supervisor, '/api/replay', { policy })
      expect([refused.status, ((await refused.json()) as { error: { field: string } }).error.field]).toEqual([400, field])
    }
    expect((await over(await app.cookieFor('desk', 'up'), '/api/replay', {})).status).toBe(403)
  })
})

describe('the second reader over HTTP', () => {
  it('reads a sample of a past day of the area, blind, once each, and recall follows', async () => {
    const judge = (post: { text: string }) => makeJob(post.text.startsWith('cry') ? 'high' : 'low', {}, { score: post.text.startsWith('near') ? 50 : 5 }).verdict
    const posts = Array.from({ length: 40 }, (_, at) => makePost({ text: at < 4 ? `cry ${at}` : at < 12 ? `near ${at}` : `chat ${at}`, author: { id: `reader-${at}`, handle: 'a', name: 'A', location: null, followers: null } }))
    const dayMs = 86_400_000
    const yesterday = { inbox: app.store.inbox, now: () => app.store.now() - dayMs }
    await receivePosts({ store: yesterday, queues: { enqueueSos: () => Promise.resolve(), enqueueRoutine: () => Promise.resolve() }, judge }, posts)
    const day = indianDay(app.store.now() - dayMs)
    const [desk, other] = [await app.cookieFor('desk', 'lucknow'), await app.cookieFor('supervisor', 'up')]
    type Sample = { posts: Record<string, unknown>[]; strata: { stratum: string; posts: number; drawn: number }[] }
    const sample = await (await over(desk, `/api/sample?day=${day}&n=20`)).json() as Sample
    expect(sample.strata.map(({ posts: size, drawn }) => [size, drawn])).toEqual([[8, 8], [0, 0], [0, 0], [28, 12]])
    expect(Object.keys(sample.posts[0] ?? {}).sort()).toEqual(['createdAt', 'postId', 'reading', 'text'])
    expect(await (await over(desk, `/api/sample?day=${day}&n=20`)).json()).toEqual(sample)
    const read = (cookie: string, postId: unknown, severity: Severity) => over(cookie, '/api/sample/readings', { day, postId, severity })
    for (const [at, { postId }] of sample.posts.entries()) expect((await read(desk, postId, at === 0 ? 'critical' : 'low')).status).toBe(200)
    expect((await read(other, sample.posts[0]?.postId, 'low')).status).toBe(409)
    expect((await read(desk, posts[0]?.id, 'low')).status).toBe(400)
    expect((await read(await app.cookieFor('desk', 'agra'), sample.posts[0]?.postId, 'low')).status).toBe(404)
    expect((await read(lucknow.cookie, sample.posts[0]?.postId, 'low')).status).toBe(403)
    expect(await (await over(desk, `/api/sample/recall?day=${day}&n=20`)).json()).toMatchObject({ rang: 4, falseAlarms: 0, drawn: 20, read: 20, unread: 0, recall: { value: expect.any(Number) as number } })
    expect((await over(desk, `/api/sample?day=${indianDay(app.store.now())}`)).status).toBe(400)
    expect((await over(desk, '/api/sample?day=20261399')).status).toBe(400)
  })
})
