import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskOf } from '../../src/domain/desk.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { isTrackCode } from '../../src/actions/track-code.ts'
import type { ReplyCheck, ReplyView } from '../../src/contract/replying.ts'
import { startApp, X_TOKEN } from '../app.ts'
import type { App } from '../app.ts'
import { until } from '../faults/until.ts'

let app: App
let desk: string
let second: string
let agra: string

beforeAll(async () => {
  app = await startApp({
    withX: true, roles: 'web,intake-sos,intake-routine,escalate,listen,reply',
    env: { PRAHARI_X_APP_KEY: 'test-app', PRAHARI_X_APP_SECRET: 'test-app-secret', PRAHARI_X_ACCESS_TOKEN: `${X_TOKEN}-user`, PRAHARI_X_ACCESS_SECRET: 'test-access-secret' },
  })
  ;[desk, second, agra] = [await app.cookieFor('desk', 'up'), await app.cookieFor('supervisor', 'up'), await app.cookieFor('desk', 'agra')]
  await until('the stream is open', () => app.emulator?.openStreams().length === 1)
})
afterAll(() => app.stop())

/** Looks until there is something. */
async function found<Value>(look: () => Value | null | undefined | Promise<Value | null | undefined>): Promise<Value> {
  let value: Value | null | undefined
  await until('something is there', async () => (value = await look()) !== null && value !== undefined, { withinMs: 15_000 })
  return value as Value
}

async function call<Answer>(cookie: string, path: string, body?: unknown): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${app.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST', headers: { Cookie: cookie, Origin: app.url, 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Answer }
}

async function complaint(text: string, more: { author: string; receivesDm?: boolean }): Promise<Docket> {
  const { id } = app.emulator?.inject({ text, ...more }) ?? { id: '' }
  return found(async () => (await app.store.dockets.get(`case-${id}`)) ?? null)
}
const repliesTo = async (docket: Docket) => app.store.replies.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: 50 })
const atX = () => app.emulator?.replies() ?? []

describe('answers on X', () => {
  it('a complaint in Hindi is acknowledged by itself in Devanagari, with the number and the code, once', async () => {
    const docket = await complaint('@PrahariUP लखनऊ के हजरतगंज में मेरी बाइक चोरी हो गई, रिपोर्ट नहीं लिख रहे', { author: 'ramesh_demo' })
    const posted = await found(() => (atX().find(({ inReplyToId }) => inReplyToId === docket.post.id) ?? null))
    expect(posted.text).toContain(docket.number)
    expect(posted.text).toMatch(/शिकायत/)
    const code = /कोड ([0-9A-Z]{8})/.exec(posted.text)?.[1] ?? ''
    expect(isTrackCode((await app.world.outside()).signer, docket.number, code)).toBe(true)
    const told = await found(async () => {
      const one = await app.store.dockets.get(docket.id)
      return one?.history.some(({ what }) => what === 'reply-posted') ? one : null
    })
    expect(told.history.map(({ what }) => what)).toContain('reply-drafted')
    // No person has answered yet.
    expect(deskOf(told).clocks.repliedAt).toBeNull()
    expect(await repliesTo(docket)).toMatchObject([{ id: `reply-${docket.id}-auto`, by: 'system', state: 'posted' }])
  })

  it('whoever may be read along with gets a message and no public word; where that is refused a person is asked', async () => {
    const open = await complaint('@PrahariUP mera pati mujhe roz marta hai, abhi bhi maar raha hai, lucknow', { author: 'sunita_demo', receivesDm: true })
    const message = await found(() => (app.emulator?.messages().find(({ participantId }) => participantId === open.authorId) ?? null))
    expect(message.text).toContain(open.number)
    expect(message.text).not.toMatch(/police|team|\b112\b|help|madad/i)
    const shut = await complaint('@PrahariUP my husband is beating me right now in Kanpur please', { author: 'meena_demo', receivesDm: false })
    const asked = await found(async () => (await repliesTo(shut)).find(({ state }) => state === 'waiting') ?? null)
    expect(asked).toMatchObject({ kind: 'acknowledgement', id: `reply-${shut.id}-auto-public`, text: `Reference number ${shut.number}.` })
    expect(atX().some(({ inReplyToId }) => inReplyToId === open.post.id || inReplyToId === shut.post.id)).toBe(false)
  })

  it('the desk writes, the gate speaks, a second officer agrees, X has it', async () => {
    const docket = await complaint('@PrahariUP loud music every night in Aliganj Lucknow, nobody listens to the complaint', { author: 'vijay_demo' })
    const check = await call<ReplyCheck>(desk, `/api/dockets/${docket.number}/replies/check`, { kind: 'answer', text: 'Call 9876543210 or see https://example.com/x' })
    expect(check.body).toMatchObject({ verdict: 'stops', costCents: 13, isAllowedByX: true, isDry: false, maxLength: 280, budget: { limitCents: 10_000 } })
    expect(check.body.findings.map(({ code }) => code)).toEqual(['phone', 'link'])
    expect(await call(desk, `/api/dockets/${docket.id}/replies`, { kind: 'answer', text: 'Call 9876543210', key: 'acc-key-stop' })).toMatchObject({ status: 400, body: { error: { field: 'body.text' } } })
    const drafted = await call<{ reply: ReplyView }>(desk, `/api/dockets/${docket.id}/replies`, { kind: 'answer', text: `${docket.number}: our officer met @someoneelse.`, key: 'acc-key-0001' })
    expect(drafted.body.reply).toMatchObject({ state: 'waiting', mayApprove: false })
    const { id } = drafted.body.reply
    const version = async (): Promise<number> => found(async () => {
      const one = await app.store.replies.get(id)
      return one && one.dueAt === null ? one.version : null
    })
    expect(await call(desk, `/api/replies/${id}/approve`, { key: 'acc-key-0002', version: await version() })).toMatchObject({ status: 403 })
    expect(await call(agra, `/api/replies/${id}/approve`, { key: 'acc-key-0003', version: 1 })).toMatchObject({ status: 404 })
    expect(await call(second, `/api/replies/${id}/approve`, { key: 'acc-key-0004', version: 99 })).toMatchObject({ status: 409 })
    expect(await call(second, `/api/replies/${id}/approve`, { key: 'acc-key-0005', version: await version() })).toMatchObject({ status: 200, body: { did: 'queued' } })
    const posted = await found(async () => {
      const one = await app.store.replies.get(id)
      return one?.state === 'posted' ? one : null
    })
    expect(atX().find((one) => one.id === posted.postId)).toMatchObject({ inReplyToId: docket.post.id })
    expect(await call(desk, '/health/replies')).toMatchObject({ status: 200, body: { ok: true, isDry: false, isAlarm: false } })
    const view = await call<{ replies: ReplyView[] }>(desk, `/api/dockets/${docket.id}`)
    expect(view.body.replies.find((one) => one.id === id)).toMatchObject({ state: 'posted', url: `https://x.com/i/web/status/${posted.postId}`, approvedBy: expect.stringContaining('supervisor') as string })
  })

  it('templates come filled, those of the language and category first; what is wrong in a request is named', async () => {
    const docket = await complaint('@PrahariUP someone took 20000 from my account by fraud link, Lucknow', { author: 'kiran_demo' })
    const { templates } = (await call<{ templates: { id: string; lang: string; filled: string }[] }>(desk, `/api/templates?docketId=${docket.id}`)).body
    expect(templates[0]).toMatchObject({ lang: 'en', filled: expect.stringContaining(docket.number) as string })
    expect(templates.every(({ filled }) => !filled.includes('{number}') && !filled.includes('{code}'))).toBe(true)
    const path = `/api/dockets/${docket.id}/replies`
    for (const [body, field] of [
      [{ kind: 'shout', text: 'x', key: 'acc-key-1000' }, 'body.kind'], [{ kind: 'answer', text: '  ', key: 'acc-key-1000' }, 'body.text'], [{ kind: 'answer', text: 'x', key: 'short' }, 'body.key'],
      [{ kind: 'answer', text: 'x'.repeat(4_001), key: 'acc-key-1000' }, 'body.text'],
    ] as const) expect(await call(desk, path, body)).toMatchObject({ status: 400, body: { error: { kind: 'invalid', field } } })
    expect(await call(agra, path, { kind: 'answer', text: 'x', key: 'acc-key-1000' })).toMatchObject({ status: 404 })
    expect((await call(await app.cookieFor('auditor', 'up'), path, { kind: 'answer', text: 'x', key: 'acc-key-1000' })).status).toBe(403)
  })
})
