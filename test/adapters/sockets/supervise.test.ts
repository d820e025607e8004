import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDockets } from '../../../src/actions/open-dockets.ts'
import { openDeps } from '../../../src/app.ts'
import type { BulkAnswer } from '../../../src/contract/act.ts'
import type { Answer, ClientEventName } from '../../../src/contract/sockets.ts'
import type { Severity } from '../../../src/domain/verdict.ts'
import type { Role } from '../../../src/domain/person.ts'
import { startApp } from '../../app.ts'
import type { App, Console } from '../../app.ts'
import { makeJob } from '../../posts.ts'

let app: App
let chief: Console
let officer: Console
let officerId: string

beforeAll(async () => {
  app = await startApp({ roles: 'web' })
  chief = await app.signIn('supervisor', 'lucknow')
  officer = await app.signIn('officer', 'lucknow')
  officerId = await idOf(officer)
})
afterAll(() => app.stop())

async function idOf({ cookie }: Console): Promise<string> {
  return ((await (await fetch(`${app.url}/api/session`, { headers: { Cookie: cookie } })).json()) as { personId: string }).personId
}

async function raiseOne(severity: Severity = 'high'): Promise<string> {
  const job = makeJob(severity, {}, {}, app.store.now())
  await openDockets(openDeps(app.world, 4), [job])
  return `case-${job.postId}`
}

let serial = 0
const key = (): string => `key-${String(++serial).padStart(6, '0')}`

const HOUR = 3_600_000
/** Every act of a supervisor, as the socket and as HTTP name it. */
const ACTS = (alertId: string): [ClientEventName, string, Record<string, unknown>][] => [
  ['alert:escalate-now', 'escalateNow', { alertId }],
  ['alert:call-post', 'callPost', { alertId, post: 'district-duty' }],
  ['alert:shelve', 'shelve', { alertId, until: app.store.now() + HOUR, reason: 'known film set' }],
  ['alert:unshelve', 'unshelve', { alertId }],
  ['alert:reassign', 'reassign', { alertId, to: officerId }],
]

function post(path: string, cookie: string, body: unknown): Promise<Response> {
  return fetch(app.url + path, { method: 'POST', headers: { Cookie: cookie, Origin: app.url, 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
}

const said = (answer: Answer<ClientEventName>): string => (answer.ok ? 'ok' : answer.error.kind)

describe('P10 the acts of a supervisor', () => {
  const ALLOWED: Record<Role, boolean> = { wall: false, officer: false, desk: false, supervisor: true, admin: true, auditor: false }

  it.each(Object.entries(ALLOWED) as [Role, boolean][])('role %s, over sockets and HTTP: %s', async (role, may) => {
    const alertId = await raiseOne()
    const console = await app.signIn(role, 'lucknow')
    const verdicts: Record<string, [string, number]> = {}
    for (const [event, act, { alertId: id, ...rest }] of ACTS(alertId)) {
      const same = key()
      const answer = said(await console.send(event, { alertId: id, key: same, ...rest } as never))
      verdicts[event] = [answer, (await post(`/api/alerts/${alertId}/acts`, console.cookie, { act, key: same, ...rest })).status]
    }
    const bulk = { key: key(), shownAt: app.store.now(), alerts: [{ alertId, version: 1 }] }
    verdicts['alerts:acknowledge'] = [said(await console.send('alerts:acknowledge', bulk)), (await post('/api/acknowledgements', console.cookie, bulk)).status]
    expect(new Set(Object.values(verdicts).map(String))).toEqual(new Set([may ? 'ok,200' : 'forbidden,403']))
    if (!may) expect((await app.store.dockets.get(alertId))?.version).toBe(1)
  })

  it('find nothing outside the area, and no person who could not see the alert', async () => {
    const alertId = await raiseOne()
    const agra = await app.signIn('admin', 'agra')
    for (const [event, act, { alertId: id, ...rest }] of ACTS(alertId)) {
      expect(said(await agra.send(event, { alertId: id, key: key(), ...rest } as never)), event).toBe('not-found')
      expect((await post(`/api/alerts/${alertId}/acts`, agra.cookie, { act, key: key(), ...rest })).status, act).toBe(404)
    }
    const bulk = await agra.send('alerts:acknowledge', { key: key(), shownAt: 0, alerts: [{ alertId, version: 1 }] })
    expect(bulk).toEqual({ ok: true, acknowledged: [], changed: [{ alertId, number: '', because: 'not in your area' }], arrived: [] })
    expect(await chief.send('alert:reassign', { alertId, key: key(), to: await idOf(agra) })).toMatchObject({ ok: false, error: { kind: 'not-found', field: 'to' } })
    expect((await app.store.dockets.get(alertId))?.version).toBe(1)
  })

  it('are refused with words that say why', async () => {
    const critical = await raiseOne('critical')
    expect(await chief.send('alert:shelve', { alertId: critical, key: key(), until: app.store.now() + HOUR, reason: 'noise' })).toMatchObject({ ok: false, error: { kind: 'invalid', message: 'a critical alert is never shelved' } })
    expect(await chief.send('alert:call-post', { alertId: critical, key: key(), post: 'range-control' })).toMatchObject({ ok: false, error: { kind: 'conflict', field: 'post' } })
    expect(await chief.send('alert:call-post', { alertId: critical, key: key(), post: 'station-duty' })).toMatchObject({ ok: false, error: { kind: 'not-found', field: 'post' } })
  })

  it('P6 fifty times by one key are one act, with who and why in the history', async () => {
    const alertId = await raiseOne()
    const shelving = { alertId, key: key(), until: app.store.now() + HOUR, reason: 'known film set' }
    const answers = await Promise.all(Array.from({ length: 50 }, () => chief.send('alert:shelve', shelving)))
    expect(new Set(answers.map(said))).toEqual(new Set(['ok']))
    const docket = await app.store.dockets.get(alertId)
    const entries = docket?.history.filter(({ what }) => what === 'shelved') ?? []
    expect(entries).toMatchObject([{ who: await idOf(chief), facts: { reason: 'known film set', until: shelving.until } }])
    const seen = await officer.see(({ id, shelf }) => id === alertId && shelf !== null)
    expect(seen).toMatchObject({ shelf: { until: shelving.until, reason: 'known film set' }, plan: { what: 'shelved', nextAt: shelving.until } })
  })
})

describe('acknowledging in bulk', () => {
  it('takes what was shown and as it was shown; what changed or came since stays unacknowledged and is named; a repeat says the same', async () => {
    const ids = await Promise.all([raiseOne(), raiseOne('critical'), raiseOne()])
    const shownAt = app.store.now()
    const shown = await Promise.all(ids.map((id) => chief.see((alert) => alert.id === id)))
    const [first = '', second = '', third = ''] = ids
    expect(said(await chief.send('alert:escalate-now', { alertId: third, key: key() }))).toBe('ok')
    app.advance(5)
    const newcomer = await raiseOne('critical')
    const wish = { key: key(), shownAt, alerts: shown.map(({ id: alertId, version }) => ({ alertId, version })) }
    const check = (answer: BulkAnswer): void => {
      expect(answer.acknowledged.toSorted()).toEqual([first, second].toSorted())
      expect(answer.changed).toMatchObject([{ alertId: third, because: 'it has changed since' }])
      expect(answer.arrived).toMatchObject([{ alertId: newcomer, because: 'it was raised since' }])
    }
    for (let time = 0; time < 2; time++) {
      const answer = await chief.send('alerts:acknowledge', wish)
      if (!answer.ok) throw new Error(answer.error.message)
      check(answer)
    }
    check(await (await post('/api/acknowledgements', chief.cookie, wish)).json() as BulkAnswer)
    const holders = await Promise.all([...ids, newcomer].map(async (id) => (await app.store.dockets.get(id))?.alert?.holder?.personId ?? null))
    expect(holders).toEqual([await idOf(chief), await idOf(chief), null, null])
    const entry = (await app.store.dockets.get(first))?.history.filter(({ what }) => what === 'acknowledged')
    expect(entry).toMatchObject([{ facts: { inBulk: true } }])
  })

  it('races with an officer: each alert has one holder, and the answer names the lost ones', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => raiseOne()))
    const shown = await Promise.all(ids.map((id) => chief.see((alert) => alert.id === id)))
    const [answer] = await Promise.all([
      chief.send('alerts:acknowledge', { key: key(), shownAt: app.store.now(), alerts: shown.map(({ id: alertId, version }) => ({ alertId, version })) }),
      ...ids.map((alertId) => officer.send('alert:acknowledge', { alertId, key: key() })),
    ])
    if (!answer.ok) throw new Error(answer.error.message)
    const dockets = await app.store.dockets.getMany(ids)
    const mine = await idOf(chief)
    for (const { id, alert, history } of dockets) {
      expect(history.filter(({ what }) => what === 'acknowledged')).toHaveLength(1)
      expect(answer.acknowledged.includes(id)).toBe(alert?.holder?.personId === mine)
      expect(answer.changed.some(({ alertId }) => alertId === id)).toBe(alert?.holder?.personId !== mine)
    }
  })
})

it('the load of the area is told to who may inspect, and counts what was raised', async () => {
  const answer = await fetch(`${app.url}/api/load`, { headers: { Cookie: chief.cookie } })
  const load = await answer.json() as { area: { now: number; band: string; windows: number[] } }
  expect(load.area.windows).toHaveLength(6)
  expect(load.area.now).toBeGreaterThan(10)
  expect(load.area.band).toBe('flood')
  expect((await fetch(`${app.url}/api/load`, { headers: { Cookie: officer.cookie } })).status).toBe(403)
})
