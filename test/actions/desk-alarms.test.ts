import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actOnDocket } from '../../src/actions/act-on-docket.ts'
import { addPerson } from '../../src/actions/add-person.ts'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import { lookIntoAlarm } from '../../src/actions/look-into-alarm.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import type { Store } from '../../src/actions/ports.ts'
import { readDeskAlarms } from '../../src/actions/read-desk-alarms.ts'
import { readDocketView } from '../../src/actions/read-docket-view.ts'
import { sendNotice } from '../../src/actions/send-notice.ts'
import { flagTail, sweepDeskAlarms, sweepUnopenedDesks } from '../../src/actions/sweep-desk-alarms.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { DESK_ALARM_TIMES } from '../../src/domain/desk-alarm.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { MASS_CLOSING } from '../../src/domain/gaming.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { Role, Viewer } from '../../src/domain/person.ts'
import { DEFAULT_SLAS } from '../../src/domain/sla.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { overriding } from '../faults/overriding.ts'
import { makeJob } from '../posts.ts'
import { openTestStore } from '../store.ts'

const policy = DEFAULT_LADDER_POLICY
const RANGE = '/up/z-agra/r-agra/'
let store: Store
let close: () => Promise<void>
let offset = 0
let serial = 0
const people: Record<'desk' | 'head' | 'state', Viewer> = {
  desk: viewer('ravi', 'desk', '/up/z-lucknow/c-lucknow/lucknow/'), head: viewer('head', 'supervisor', '/up/z-lucknow/c-lucknow/lucknow/'), state: viewer('boss', 'supervisor', '/up/'),
}
function viewer(personId: string, role: Role, scopePath: string): Viewer {
  return { personId, name: personId, role, scopePath }
}

beforeEach(async () => {
  const opened = await openTestStore()
  close = opened.close
  offset = 0
  store = overriding(opened.store, { now: () => opened.store.now() + offset })
  for (const [{ personId: id, name, role }, scopeId] of [[people.desk, 'lucknow'], [people.head, 'lucknow'], [people.state, 'up']] as const) await addPerson(store, { id, name, role, scopeId })
})
afterEach(() => close())

const announcer = { announce: () => undefined }
const acting = () => ({ store, announcer, crypto, numbers: docketNumbers(store, 1), policy, handles: DEFAULT_TRIAGE_POLICY })
const alarming = () => ({ store, crypto, policy, exists: (channel: string) => channel === 'console', onDelivery: () => undefined })
const sweep = async (tail = flagTail(store)): Promise<{ raised: number; told: number }> => {
  const { raised } = await sweepDeskAlarms(alarming(), tail)
  const desks = await sweepUnopenedDesks(alarming())
  return { raised: raised + desks.raised, told: desks.told }
}
const viewing = () => ({ store, crypto, signer: { sign: (text: string) => crypto.sha256(text) }, policy })

async function fresh(): Promise<Docket> {
  const job = makeJob('normal', { text: `@PrahariUP matter ${++serial}`, author: { id: String(9_000 + serial), handle: `h${serial}`, name: 'Somebody', location: null, followers: 3 } }, { category: 'land_dispute' }, store.now())
  await openDockets(acting(), [job])
  return (await store.dockets.get(`case-${job.post.caseId}`)) as Docket
}
async function closeOne(docket: Docket): Promise<void> {
  await actOnDocket(acting(), people.desk, docket.id, { act: 'close', action: 'advice', reference: null, summary: 'Told them what to do', key: `close-${++serial}`, version: docket.version })
}

describe('many closings at once', () => {
  it('alarm the supervisors of whoever closed, once, however many processes look; looked into is on record; it comes back', async () => {
    for (let count = 0; count < MASS_CLOSING.from + 1; count++) await closeOne(await fresh())
    const [one, other] = [flagTail(store), flagTail(store)]
    await Promise.all([sweep(one), sweep(other)])
    expect((await sweep()).raised).toBe(0)
    for (const who of [people.head, people.state]) expect((await readDeskAlarms(store, who)).alarms).toMatchObject([{ id: 'mass-closing.ravi', name: 'ravi', times: 2, told: 0 }])
    expect((await readDeskAlarms(store, { scopePath: RANGE })).alarms).toEqual([])

    const [alarm] = (await readDeskAlarms(store, people.head)).alarms
    const look = (by: Viewer, version = alarm?.version ?? 0) => lookIntoAlarm({ store, crypto }, by, { id: 'mass-closing.ravi', version, reason: 'Duplicates of one event' })
    await expect(look({ ...people.state, scopePath: RANGE })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(look(people.desk)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(look({ ...people.state, personId: 'ravi' })).rejects.toMatchObject({ kind: 'forbidden', message: expect.stringContaining('your own work') as string })
    await expect(look(people.state, 1)).rejects.toMatchObject({ kind: 'conflict' })
    await look(people.state)
    await expect(look(people.head)).rejects.toMatchObject({ kind: 'conflict', message: 'boss has looked into it' })
    const view = await readDeskAlarms(store, people.head)
    expect(view).toMatchObject({ alarms: [], looked: [{ lookedInto: { by: 'boss', reason: 'Duplicates of one event' } }] })
    const trail = await store.audit.find({ index: 'byObject', equals: { object: 'desk-alarm:mass-closing.ravi' }, limit: 10 })
    expect(trail).toMatchObject([{ who: 'boss', what: 'looked-into', facts: { reason: 'Duplicates of one event', kind: 'mass-closing', subject: 'ravi', times: 2 } }])

    offset += 1_000
    await closeOne(await fresh())
    await sweep(one)
    expect((await readDeskAlarms(store, people.head)).alarms).toMatchObject([{ times: 1 }])
  })
})

describe('a desk that nobody opens', () => {
  it('alarms after the time of the policy, tells the next level and not the desk itself, and ends when somebody opens it', async () => {
    const docket = await fresh()
    expect(docket.unopenedSince).toBe(docket.openedAt)
    offset = DEFAULT_SLAS.normal.acknowledge - 10_000
    expect(await sweep()).toMatchObject({ raised: 0, told: 0 })
    offset = DEFAULT_SLAS.normal.acknowledge + 10_000
    expect(await sweep()).toMatchObject({ raised: 1, told: 1 })
    expect(await sweep()).toMatchObject({ raised: 0, told: 0 })
    const [row] = await store.deliveries.find({ index: 'byDocket', equals: { docketId: 'desk:lucknow' }, limit: 10 })
    expect(row).toMatchObject({ personId: 'boss', path: '/up/', channel: 'console' })
    const [alarm] = (await readDeskAlarms(store, people.state)).alarms
    expect(alarm).toMatchObject({ kind: 'unopened-desk', nodeId: 'lucknow', times: 1, told: 1, dockets: [{ number: docket.number }] })

    const told: unknown[] = []
    const by = () => { throw new Error('another channel') }
    const console = (_: unknown, notice: unknown) => { told.push(notice); return Promise.resolve({ did: 'taken' as const, because: 'a console is connected' }) }
    if (row) await sendNotice({ store, crypto, onDelivery: () => undefined, claimant: 'test', by: { console, push: by, webhook: by, email: by } }, row)
    expect(told).toEqual([{ kind: 'desk', id: 'lucknow', name: 'Lucknow', nameHi: expect.any(String) as string, since: docket.openedAt, waiting: 1 }])

    await readDocketView(viewing(), people.desk, docket.id)
    expect(await store.dockets.get(docket.id)).toMatchObject({ unopenedSince: null })
    // A look that did not come to the end of what waits ends nothing.
    const other = await fresh()
    offset += DEFAULT_SLAS.normal.acknowledge + 10_000
    await actOnDocket(acting(), people.desk, other.id, { act: 'forward', nodeId: 'agra', dueAt: store.now() + 86_400_000, note: null, key: 'forward-0', version: other.version })
    offset += DEFAULT_SLAS.normal.acknowledge + 10_000
    await sweepUnopenedDesks(alarming(), 1)
    const ids = async () => (await readDeskAlarms(store, people.state)).alarms.map(({ id }) => id).sort()
    expect(await ids()).toEqual(['unopened-desk.agra', 'unopened-desk.lucknow'])
    await sweep()
    expect(await ids()).toEqual(['unopened-desk.agra'])
  })

  it('is another desk after a forwarding, and comes back after it was looked into while it goes on', async () => {
    const docket = await fresh()
    await readDocketView(viewing(), people.desk, docket.id)
    const seen = (await store.dockets.get(docket.id)) as Docket
    await actOnDocket(acting(), people.desk, docket.id, { act: 'forward', nodeId: 'agra', dueAt: store.now() + 86_400_000, note: null, key: 'forward-1', version: seen.version })
    offset = DEFAULT_SLAS.normal.acknowledge + 10_000
    await sweep()
    const [alarm] = (await readDeskAlarms(store, people.state)).alarms
    expect(alarm).toMatchObject({ id: 'unopened-desk.agra' })
    await lookIntoAlarm({ store, crypto }, people.state, { id: 'unopened-desk.agra', version: alarm?.version ?? 0, reason: 'Called Agra' })
    expect((await sweep()).raised).toBe(0)
    offset += DESK_ALARM_TIMES.comesBack
    expect((await sweep()).raised).toBe(1)
  })
})
