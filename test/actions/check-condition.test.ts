import { afterEach, beforeEach, expect, it } from 'vitest'
import { addPerson } from '../../src/actions/add-person.ts'
import { checkCondition } from '../../src/actions/check-condition.ts'
import { orderChannels } from '../../src/actions/order-channels.ts'
import type { HandOver, Store } from '../../src/actions/ports.ts'
import { recordNotice } from '../../src/actions/record-notice.ts'
import { sendNotice } from '../../src/actions/send-notice.ts'
import type { NoticeHandOverBy } from '../../src/actions/send-notice.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { CONDITION_LIMITS, stretchSubject } from '../../src/domain/condition.ts'
import type { Delivery } from '../../src/domain/delivery.ts'
import { overriding } from '../faults/overriding.ts'
import { openTestStore } from '../store.ts'

const T0 = 1_800_000_000_000
const { tellMs, againMs, clearMs } = CONDITION_LIMITS
const STANDS = { stands: true, because: 'overdue alerts: 1' }
const CLEAN = { stands: false, because: 'nothing is overdue' }
let store: Store
let now = T0
let close: () => Promise<void>
beforeEach(async () => {
  now = T0
  const opened = await openTestStore()
  close = opened.close
  store = overriding(opened.store, { now: () => now })
})
afterEach(() => close())

const onDelivery = (): void => undefined
const deps = () => ({ store, crypto, onDelivery, exists: () => true })
const check = (finding: typeof STANDS) => checkCondition(deps(), 'engine', finding)
const rows = (since = T0): Promise<Delivery[]> => store.deliveries.find({ index: 'byDocket', equals: { docketId: stretchSubject('engine', since) }, limit: 500 })
async function supervisor(id: string, scopeId: string): Promise<void> {
  await addPerson(store, { id, name: id, role: 'supervisor', scopeId })
  await orderChannels(store, id, { channels: ['email'], email: `${id}@prahari.invalid` })
}
/** What the mail of each delivery would say; what it answers. */
function by(said: unknown[], answer: HandOver = { did: 'taken', because: 'taken' }): Record<Delivery['channel'], NoticeHandOverBy> {
  const one: NoticeHandOverBy = (_, notice, person) => { said.push({ ...notice, to: person.id }); return Promise.resolve(answer) }
  return { console: one, push: one, webhook: one, email: one }
}
const send = (row: Delivery, said: unknown[]) => sendNotice({ store, crypto, onDelivery, claimant: 'me', by: by(said) }, row)

it('tells the state control room once, by any number of processes, and its end to whoever was sent word of it', async () => {
  await supervisor('state', 'up')
  await supervisor('agra', 'agra')
  await check(STANDS)
  now += tellMs
  await Promise.all([1, 2, 3].map(() => check(STANDS)))
  await check(STANDS)
  expect((await rows()).map(({ personId, channel, lane }) => ({ personId, channel, lane }))).toEqual([{ personId: 'state', channel: 'email', lane: 'critical' }])

  const said: unknown[] = []
  for (const row of await rows()) await send(row, said)
  now += 60_000
  await check(CLEAN)
  now += clearMs
  await check(CLEAN)
  await Promise.all([1, 2].map(() => check(CLEAN)))
  const [over, ...more] = (await rows()).filter(({ state }) => state === 'queued')
  expect(more).toEqual([])
  if (!over) throw new Error('nobody hears of the end')
  await send(over, said)
  const mine = { kind: 'engine', since: T0, to: 'state' }
  expect(said).toEqual([{ ...mine, endedAt: null }, { ...mine, endedAt: T0 + tellMs + 60_000 }])
  now += clearMs
  await check(CLEAN)
  expect((await rows()).filter(({ state }) => state === 'queued')).toEqual([])
})

it('widens to every range and district where the state cannot be reached, and each time that it is told again', async () => {
  await addPerson(store, { id: 'state', name: 'state', role: 'supervisor', scopeId: 'up' })
  await supervisor('range', 'r-agra')
  await supervisor('agra', 'agra')
  await check(STANDS)
  now += tellMs
  await check(STANDS)
  expect(new Set((await rows()).map(({ personId }) => personId))).toEqual(new Set(['state', 'range']))
  now += againMs
  await check(STANDS)
  expect((await rows()).filter(({ rung }) => rung === 1).map(({ personId }) => personId).sort()).toEqual(['agra', 'range', 'state'])
})

it('what is not sent when it is over is sent to nobody', async () => {
  await supervisor('state', 'up')
  await check(STANDS)
  now += tellMs
  await check(STANDS)
  await check(CLEAN)
  now += clearMs
  await check(CLEAN)
  await check(CLEAN)
  const [row] = await rows()
  if (!row) throw new Error('no delivery')
  const said: unknown[] = []
  expect(await send(row, said)).toMatchObject({ did: 'expired', because: 'this is over' })
  expect(said).toEqual([])
  // Nobody was sent word of it: nobody hears of its end.
  expect(await rows()).toHaveLength(1)
})

it('goes on to the next channel; a page that shows it is proof of the console', async () => {
  await supervisor('state', 'up')
  await orderChannels(store, 'state', { channels: ['console', 'email'], email: 'state@prahari.invalid' })
  await check(STANDS)
  now += tellMs
  await check(STANDS)
  const [row] = await rows()
  if (!row) throw new Error('no delivery')
  await sendNotice({ store, crypto, onDelivery, claimant: 'me', by: by([], { did: 'failed', because: 'not connected' }) }, row)
  expect((await rows()).find(({ channel }) => channel === 'email')).toMatchObject({ state: 'queued', dueAt: now })

  const viewer = { personId: 'state', name: 'state', role: 'supervisor', scopePath: '/up/' } as const
  expect(await recordNotice({ store, onDelivery }, viewer, { kind: 'engine' })).toMatchObject({ did: 'on-device' })
  expect((await rows()).find(({ channel }) => channel === 'console')).toMatchObject({ state: 'on-device' })
  expect(await recordNotice({ store, onDelivery }, viewer, { kind: 'audit' })).toMatchObject({ did: 'nothing' })
})
