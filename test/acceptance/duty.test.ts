import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { openDeps } from '../../src/app.ts'
import type { DutyView, RosterView } from '../../src/contract/duty.ts'
import type { HandoverView } from '../../src/contract/handover.ts'
import type { SessionBody } from '../../src/contract/http.ts'
import type { ServerEvent } from '../../src/contract/sockets.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { startApp } from '../app.ts'
import type { App } from '../app.ts'
import { makeJob } from '../posts.ts'

let app: App
beforeAll(async () => {
  const critical = { ...DEFAULT_LADDER_POLICY.critical, acknowledgementsNeeded: 2 }
  app = await startApp({ rewire: () => ({ policy: { ...DEFAULT_LADDER_POLICY, version: 2, critical } }) })
})
afterAll(() => app.stop())

async function call<Answer>(cookie: string, method: string, path: string, body?: object): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${app.url}${path}`, { method, headers: { Cookie: cookie, Origin: app.url, 'Content-Type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) })
  return { status: response.status, body: await response.json() as Answer }
}

describe('the duty roster over HTTP and sockets', () => {
  it('is written by a supervisor in their area, tells a console that went off duty, and shows who is on duty', async () => {
    const supervisor = await app.cookieFor('supervisor', 'up')
    const elsewhere = await app.cookieFor('supervisor', 'agra')
    const officer = await app.signIn('officer', 'lucknow')
    const { body: me } = await call<SessionBody>(officer.cookie, 'GET', '/api/session')
    expect(me).toMatchObject({ onDuty: true, dutyUntil: null })
    const roster = { post: 'district-duty', nodeId: 'lucknow', shifts: [{ name: 'never now', days: [0, 1, 2, 3, 4, 5, 6], from: clockIn(2), to: clockIn(3), personIds: [me.personId] }] }
    expect((await call(elsewhere, 'POST', '/api/rosters', roster)).status).toBe(403)
    expect((await call(officer.cookie, 'POST', '/api/rosters', roster)).status).toBe(403)
    const told = new Promise<ServerEvent<'duty'>>((resolve) => officer.socket.once('duty', resolve))
    expect(await call(supervisor, 'POST', '/api/rosters', roster)).toMatchObject({ status: 200, body: { version: 1 } })
    expect(await told).toMatchObject({ onDuty: false })
    expect((await call<SessionBody>(officer.cookie, 'GET', '/api/session')).body.onDuty).toBe(false)
    const viewer = new Promise<ServerEvent<'snapshot'>['viewer']>((resolve) => officer.socket.once('snapshot', (snapshot) => resolve(snapshot.viewer)))
    await officer.send('snapshot:get', {})
    expect(await viewer).toMatchObject({ onDuty: false })

    const { body: duty } = await call<DutyView>(supervisor, 'GET', '/api/duty')
    expect(duty.posts.find(({ nodeId }) => nodeId === 'lucknow')).toMatchObject({ hasRoster: true, persons: [], because: 'nobody: no shift or rotation covers this time' })
    expect(duty.rosterGaps.some(({ nodeId, from }) => nodeId === 'lucknow' && from <= duty.serverNow)).toBe(true)
    const { body: view } = await call<RosterView>(officer.cookie, 'GET', '/api/rosters?post=district-duty&nodeId=lucknow')
    expect(view.shifts).toMatchObject(roster.shifts)
    expect((await call(officer.cookie, 'GET', '/api/duty')).status).toBe(403)
    expect((await call<HandoverView>(supervisor, 'GET', '/api/handover')).body.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await call<{ error: { message: string } }>(supervisor, 'POST', '/api/leaves', { personId: me.personId, from: 1, to: 2 })).body.error.message).toBe('the leave is in the past')
    await call(supervisor, 'POST', '/api/rosters', { ...roster, shifts: [] })
  })

  it('lets two people take an alert that wants two: the first holds it, the ladder rests with the second', async () => {
    const [first, second, third] = await Promise.all([app.signIn('officer', 'lucknow'), app.signIn('officer', 'lucknow'), app.signIn('officer', 'lucknow')])
    await openDockets(openDeps(app.world, 2), [makeJob('critical')])
    const { id: alertId } = await second.see(({ isOpen }) => isOpen)
    expect(await first.send('alert:acknowledge', { alertId, key: 'key-first-1' })).toMatchObject({ ok: true, alert: { plan: { what: 'rings' }, acknowledgements: { have: 1, needed: 2, others: [] } } })
    expect(await first.send('alert:acknowledge', { alertId, key: 'key-first-1' })).toMatchObject({ ok: true, did: 'nothing' })
    expect(await second.send('alert:acknowledge', { alertId, key: 'key-second' })).toMatchObject({ ok: true, alert: { plan: { what: 'lapses' }, acknowledgements: { have: 2, needed: 2 } } })
    expect(await third.send('alert:acknowledge', { alertId, key: 'key-third-1' })).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(await third.see(({ acknowledgements }) => acknowledgements.have === 2)).toMatchObject({ holder: { name: expect.stringContaining('officer') as unknown } })
  })
})

/** The time in India so many hours from now, `06:30`. */
function clockIn(hours: number): string {
  return new Date(app.store.now() + hours * 3_600_000 + 19_800_000).toISOString().slice(11, 16)
}
