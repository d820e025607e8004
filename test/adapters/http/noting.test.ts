import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAlert } from '../../../src/actions/acknowledge-alert.ts'
import { openDockets } from '../../../src/actions/open-dockets.ts'
import { openDeps } from '../../../src/app.ts'
import { ROUTES } from '../../../src/contract/http.ts'
import { firstBreak } from '../../../src/domain/history.ts'
import { MAX_NOTES } from '../../../src/domain/note.ts'
import { startApp } from '../../app.ts'
import type { App, Console } from '../../app.ts'
import { photoWithPlace } from '../../photos.ts'
import { makeJob } from '../../posts.ts'

let app: App
let mine: Console
let cookies: Record<'lucknow' | 'agra' | 'wall' | 'auditor' | 'state', string>
beforeAll(async () => {
  app = await startApp()
  const [lucknow, agra, wall, auditor, state] = await Promise.all([app.cookieFor('officer', 'lucknow'), app.cookieFor('officer', 'agra'), app.cookieFor('wall', 'up'), app.cookieFor('auditor', 'up'), app.cookieFor('desk', 'up')])
  cookies = { lucknow, agra, wall, auditor, state }
  mine = await app.signIn('officer', 'lucknow')
})
afterAll(() => app.stop())

async function raiseOne(): Promise<string> {
  const job = makeJob('critical', {}, {}, app.store.now())
  await openDockets(openDeps(app.world, 2), [job])
  return `case-${job.postId}`
}
const get = (path: string, cookie: string) => request(app.url).get(path).set('Cookie', cookie)
const post = (path: string, cookie: string) => request(app.url).post(path).set('Cookie', cookie).set('Origin', app.url)
const sendPhoto = (id: string, cookie: string, bytes: Buffer, key = 'photo-key-1', type = 'image/jpeg') => post(`/api/alerts/${id}/photos?key=${key}`, cookie).set('Content-Type', type).send(bytes)
const idOf = async (cookie: string): Promise<string> => ((await get('/api/session', cookie)).body as { personId: string }).personId
const historyOf = async (id: string): Promise<string[]> => ((await app.store.dockets.get(id))?.history ?? []).map(({ what }) => what)

describe('notes', () => {
  it('are added once by their key, read back with the alert, and stand in the history by their hash', async () => {
    const id = await raiseOne()
    const { alert } = (await get(`/api/alerts/${id}`, cookies.lucknow)).body as { alert: { number: string; version: number } }
    const note = { key: 'note-key-1', text: '  दरवाज़ा बंद है, पीछे से जा रहे हैं  ', madeAt: app.store.now() - 60_000 }
    const first = await post(`/api/alerts/${alert.number}/notes`, cookies.lucknow).send(note)
    expect(ROUTES.addNote.answer.strict().parse(first.body)).toMatchObject({ did: 'noted', note: { text: note.text.trim(), madeAt: note.madeAt, photo: null } })
    expect((await post(`/api/alerts/${id}/notes`, cookies.lucknow).send(note)).body).toMatchObject({ did: 'nothing' })
    const { body } = await get(`/api/alerts/${id}`, cookies.lucknow)
    expect(ROUTES.alert.answer.parse(body)).toMatchObject({ isHistoryWhole: true, alert: { notes: 1, version: alert.version + 1 }, notes: [{ text: note.text.trim() }] })
    const docket = await app.store.dockets.get(id)
    expect(docket?.history.at(-1)).toMatchObject({ what: 'note-added', facts: { is: 'text', sha256: app.world.crypto.sha256(note.text.trim()), madeAt: note.madeAt } })
    expect(firstBreak(docket?.history ?? [], app.world.crypto.sha256)).toBeNull()
  })

  it('are refused when empty or long, from who only looks, and from another district as if there were no alert', async () => {
    const id = await raiseOne()
    for (const text of ['', '   ', 'x'.repeat(2_001), 1, null]) expect((await post(`/api/alerts/${id}/notes`, cookies.lucknow).send({ key: 'note-key-2', text })).status, String(text)).toBe(400)
    const body = { key: 'note-key-2', text: 'somebody else' }
    expect((await post(`/api/alerts/${id}/notes`, cookies.agra).send(body)).body).toMatchObject({ error: { kind: 'not-found' } })
    for (const role of ['wall', 'auditor'] as const) expect((await post(`/api/alerts/${id}/notes`, cookies[role]).send(body)).status).toBe(403)
    expect(await historyOf(id)).toEqual(['opened', 'alert-raised'])
  })

  it('of one key fifty times at once are one; too many are refused', async () => {
    const id = await raiseOne()
    const answers = await Promise.all(Array.from({ length: 30 }, () => post(`/api/alerts/${id}/notes`, cookies.lucknow).send({ key: 'the-same-key', text: 'once' })))
    expect(answers.filter(({ body }) => (body as { did: string }).did === 'noted')).toHaveLength(1)
    expect((await historyOf(id)).filter((what) => what === 'note-added')).toHaveLength(1)
    const row = (n: number) => ({ id: `n${n}`, version: 1, docketId: id, personId: 'p', name: 'P', at: n, madeAt: null, text: 'x', photo: null })
    await app.store.notes.insertMany(Array.from({ length: MAX_NOTES }, (_, n) => row(n)))
    expect((await post(`/api/alerts/${id}/notes`, cookies.lucknow).send({ key: 'one-too-many', text: 'x' })).status).toBe(400)
  })
})

describe('photos', () => {
  it('arrive without their place, are read back by who may see the alert, and by nobody else', async () => {
    const id = await raiseOne()
    const sent = await photoWithPlace('jpeg', { width: 800, height: 600 })
    const added = await sendPhoto(id, cookies.lucknow, sent)
    expect(added.body).toMatchObject({ did: 'noted', note: { text: null, photo: { width: 600, height: 800 } } })
    expect((await sendPhoto(id, cookies.lucknow, sent)).body).toMatchObject({ did: 'nothing' })
    const noteId = (added.body as { note: { id: string } }).note.id
    for (const size of ['full', 'small']) {
      const { headers, body, status } = await get(`/api/alerts/${id}/photos/${noteId}/${size}`, cookies.lucknow).buffer(true).parse((response, done) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => done(null, Buffer.concat(chunks)))
      })
      expect(status).toBe(200)
      expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'private, no-store' })
      expect(headers['content-disposition']).toMatch(/^inline; filename="[0-9a-f]{12}\.jpg"$/)
      const facts = await sharp(body as Buffer).metadata()
      expect([facts.format, facts.exif, facts.xmp]).toEqual(['jpeg', undefined, undefined])
    }
    const path = `/api/alerts/${id}/photos/${noteId}/small`
    expect((await get(path, cookies.agra)).status).toBe(404)
    expect((await get(path, cookies.wall)).status).toBe(403)
    expect((await request(app.url).get(path)).status).toBe(401)
    // A photo of another docket is not to be had through one's own.
    expect((await get(`/api/alerts/${await raiseOne()}/photos/${noteId}/small`, cookies.lucknow)).status).toBe(404)
    expect((await get(`/api/alerts/${id}/photos/${noteId}/huge`, cookies.lucknow)).status).toBe(400)
  })

  it('are taken by what they are, not by what they are called; too large, broken and foreign ones are refused', async () => {
    const id = await raiseOne()
    const png = await photoWithPlace('png', { width: 60, height: 40 })
    expect((await sendPhoto(id, cookies.lucknow, png, 'photo-key-2', 'application/octet-stream')).body).toMatchObject({ did: 'noted' })
    const refused = async (bytes: Buffer, key: string): Promise<unknown> => {
      const { status, body } = await sendPhoto(id, cookies.lucknow, bytes, key)
      return [status, (body as { error: { field: string } }).error.field]
    }
    expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo-key-3')).toEqual([400, 'photo'])
    expect(await refused(png.subarray(0, 90), 'photo-key-4')).toEqual([400, 'photo'])
    expect(await refused(Buffer.alloc(0), 'photo-key-5')).toEqual([400, 'photo'])
    expect((await sendPhoto(id, cookies.lucknow, png, 'short')).status).toBe(400)
    expect((await sendPhoto(id, cookies.agra, png, 'photo-key-6')).status).toBe(404)
    expect((await sendPhoto(id, cookies.auditor, png, 'photo-key-6')).status).toBe(403)
    const large = Buffer.alloc(8 * 1024 * 1024 + 1, 0xff)
    const outcome = await sendPhoto(id, cookies.lucknow, large, 'photo-key-7').then(({ status }) => status, (error: { code?: string }) => error.code)
    expect([400, 'EPIPE', 'ECONNRESET']).toContain(outcome)
    expect((await historyOf(id)).filter((what) => what === 'note-added')).toHaveLength(1)
  })
})

describe('handing over', () => {
  it('to a colleague who sees the alert: they are told, and have it once they acknowledge', async () => {
    const id = await raiseOne()
    await mine.send('alert:acknowledge', { alertId: id, key: 'hand-key-1' })
    const { colleagues } = (await get(`/api/alerts/${id}/colleagues`, mine.cookie)).body as { colleagues: { personId: string; name: string; onDuty: boolean }[] }
    const [me, them, agra, auditor, desk] = await Promise.all([mine.cookie, cookies.lucknow, cookies.agra, cookies.auditor, cookies.state].map(idOf))
    const ids = colleagues.map(({ personId }) => personId)
    expect(ids).toEqual(expect.arrayContaining([them, desk]))
    for (const not of [me, agra, auditor]) expect(ids).not.toContain(not)

    const offered = await mine.send('alert:hand-over', { alertId: id, key: 'hand-key-2', to: them ?? '', reason: 'shift ends' })
    expect(offered).toMatchObject({ ok: true, did: 'hand-over-offered', alert: { offer: { to: { personId: them } }, holder: { personId: me } } })
    expect(await mine.send('alert:hand-over', { alertId: id, key: 'hand-key-2', to: them ?? '' })).toMatchObject({ ok: true, did: 'nothing' })
    const taken = await post(`/api/alerts/${id}/acts`, cookies.lucknow).send({ act: 'acknowledge', key: 'hand-key-3' })
    expect(ROUTES.actOnAlert.answer.strict().parse(taken.body)).toMatchObject({ did: 'handed-over', alert: { holder: { personId: them }, offer: null } })
    expect(await mine.send('alert:progress', { alertId: id, key: 'hand-key-4', step: 'on-scene' })).toMatchObject({ ok: false, error: { kind: 'conflict' } })
  })

  it('is refused to whom the alert is none of, and by whom it is none of', async () => {
    const id = await raiseOne()
    await mine.send('alert:acknowledge', { alertId: id, key: 'hand-key-1' })
    const agra = await idOf(cookies.agra)
    for (const to of [agra, await idOf(cookies.auditor), 'nobody-here']) expect(await mine.send('alert:hand-over', { alertId: id, key: 'hand-key-5', to })).toMatchObject({ ok: false, error: { kind: 'not-found', field: 'to' } })
    const foreign = await app.signIn('officer', 'agra')
    for (const to of [null, agra, await idOf(cookies.lucknow)]) expect(await foreign.send('alert:hand-over', { alertId: id, key: 'hand-key-6', to })).toMatchObject({ ok: false, error: { kind: 'not-found', field: 'alertId' }, alert: null })
    expect(await foreign.send('alert:cannot-reach', { alertId: id, key: 'hand-key-7', reason: 'far away' })).toMatchObject({ ok: false, error: { kind: 'not-found' } })
    for (const path of ['colleagues', 'acts'] as const) {
      const answer = path === 'acts' ? post(`/api/alerts/${id}/acts`, cookies.agra).send({ act: 'handOver', key: 'hand-key-8', to: null }) : get(`/api/alerts/${id}/colleagues`, cookies.agra)
      expect((await answer).status, path).toBe(404)
    }
    expect((await post(`/api/alerts/${id}/acts`, cookies.wall).send({ act: 'acknowledge', key: 'hand-key-9' })).status).toBe(403)
    expect(await historyOf(id)).not.toContain('hand-over-offered')
  })

  it('cannot reach gives it back to the ladder at once, with the reason and the time it was said', async () => {
    const id = await raiseOne()
    await mine.send('alert:acknowledge', { alertId: id, key: 'back-key-1' })
    const madeAt = app.store.now() - 30_000
    const answer = await mine.send('alert:cannot-reach', { alertId: id, key: 'back-key-2', reason: 'bridge closed', madeAt })
    expect(answer).toMatchObject({ ok: true, alert: { state: 'raised', holder: null, rung: 1 } })
    const { history } = (await app.store.dockets.get(id)) ?? { history: [] }
    expect(history.slice(-2).map(({ what, facts }) => [what, facts.reason, facts.madeAt, facts.rung])).toEqual([['cannot-reach', 'bridge closed', madeAt, 1], ['escalated', undefined, undefined, 1]])
  })

  it('by the number of the docket too, as a push names it', async () => {
    const id = await raiseOne()
    const docket = await app.store.dockets.get(id)
    expect((await post(`/api/alerts/${docket?.number ?? ''}/acts`, cookies.lucknow).send({ act: 'progress', key: 'step-key-1', step: 'resolved', reason: 'Visited, person safe' })).body).toMatchObject({ did: 'resolved', alert: { closingReason: 'Visited, person safe' } })
    await expect(acknowledgeAlert({ store: app.store, announcer: app.world.announcer, crypto: app.world.crypto }, { personId: 'x', name: 'X', role: 'officer', scopePath: '/up/' }, { alertId: id, key: 'late-key-1' })).rejects.toMatchObject({ kind: 'conflict' })
  })
})
