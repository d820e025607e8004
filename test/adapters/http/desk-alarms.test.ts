import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskAlarmsView } from '../../../src/contract/desk-alarms.ts'
import type { DeskAlarmsView } from '../../../src/contract/desk-alarms.ts'
import { afterSighting } from '../../../src/domain/desk-alarm.ts'
import type { Role } from '../../../src/domain/person.ts'
import { startApp } from '../../app.ts'
import type { App } from '../../app.ts'

const ID = 'mass-closing.ravi'
let app: App
beforeAll(async () => {
  app = await startApp()
  const sighting = { kind: 'mass-closing' as const, personId: 'ravi', key: 'case-1.7', docketId: 'case-1', number: 'UPP-20261125-000001', at: app.store.now() }
  await app.store.deskAlarms.insertMany([afterSighting(undefined, sighting, { subject: 'ravi', name: 'HC Ravi', path: '/up/z-lucknow/c-lucknow/lucknow/' })])
})
afterAll(() => app.stop())

const read = async (role: Role, scope = 'up') => request(app.url).get('/api/desk-alarms').set('Cookie', await app.cookieFor(role, scope))
const look = async (role: Role, scope: string, body: object) => request(app.url).post(`/api/desk-alarms/${ID}/looked`).set('Cookie', await app.cookieFor(role, scope)).set('Origin', app.url).send(body)
const said = { version: 1, reason: 'All were duplicates of one event' }

describe('alarms of desks over HTTP', () => {
  it('are read in the shape of the contract, by who may inspect, in their area only', async () => {
    const { body } = await read('supervisor') as { body: DeskAlarmsView }
    expect(deskAlarmsView.parse(body)).toEqual(body)
    expect(body.alarms).toMatchObject([{ id: ID, name: 'HC Ravi', nodeId: 'lucknow', dockets: [{ id: 'case-1', number: 'UPP-20261125-000001' }] }])
    expect(((await read('supervisor', 'agra')).body as DeskAlarmsView).alarms).toEqual([])
    for (const role of ['wall', 'officer'] as const) expect((await read(role)).status, role).toBe(403)
    expect((await request(app.url).get('/api/desk-alarms')).status).toBe(401)
  })

  it('are looked into by a supervisor of the area with a reason, once', async () => {
    for (const [role, scope, body, answer] of [
      ['desk', 'lucknow', said, [403, 'forbidden', null]], ['supervisor', 'agra', said, [404, 'not-found', 'id']],
      ['supervisor', 'up', { version: 1, reason: ' ' }, [400, 'invalid', 'body.reason']], ['supervisor', 'up', { ...said, version: 9 }, [409, 'conflict', 'version']],
    ] as const) {
      const { status, body: refused } = await look(role, scope, body) as { status: number; body: { error: { kind: string; field: string | null } } }
      expect([status, refused.error.kind, refused.error.field]).toEqual(answer)
    }
    expect((await look('supervisor', 'lucknow', said)).status).toBe(200)
    expect((await look('supervisor', 'up', said)).status).toBe(409)
    expect((await read('supervisor')).body).toMatchObject({ alarms: [], looked: [{ id: ID, lookedInto: { reason: said.reason } }] })
    expect(await app.store.audit.find({ index: 'bySeq', order: 'desc', limit: 1 })).toMatchObject([{ what: 'looked-into', object: `desk-alarm:${ID}` }])
  })
})
