import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPerson } from '../../src/actions/add-person.ts'
import { callPost } from '../../src/actions/call-post.ts'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import { escalateOverdue } from '../../src/actions/escalate-overdue.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { planDeliveries } from '../../src/actions/plan-deliveries.ts'
import type { PlanDeps } from '../../src/actions/plan-deliveries.ts'
import type { Store } from '../../src/actions/ports.ts'
import { readLoad } from '../../src/actions/read-load.ts'
import { reassignAlert } from '../../src/actions/reassign-alert.ts'
import { settleDeliveries } from '../../src/actions/settle-deliveries.ts'
import { shelveAlert } from '../../src/actions/shelve-alert.ts'
import { markSent } from '../../src/domain/delivery.ts'
import type { Delivery } from '../../src/domain/delivery.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { Viewer } from '../../src/domain/person.ts'
import type { Severity } from '../../src/domain/verdict.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { overriding } from '../faults/overriding.ts'
import { makeJob } from '../posts.ts'
import { openTestStore } from '../store.ts'

const crypto = { sha256: (text: string): string => createHash('sha256').update(text).digest('hex') }
const announcer = { announce: (): undefined => undefined }
const chief: Viewer = { personId: 'chief', name: 'Chief', role: 'supervisor', scopePath: '/up/' }

let store: Store
let close: () => Promise<void>
let now = 1_790_000_000_000
let deps: PlanDeps
let serial = 0

beforeAll(async () => {
  const opened = await openTestStore()
  close = opened.close
  store = overriding(opened.store, { now: () => now })
  deps = { store, announcer, crypto, exists: (channel) => channel === 'console', onDelivery: () => undefined, memory: new Set() }
  await addPerson(store, { id: 'asha', name: 'Asha', role: 'officer', scopeId: 'lucknow' })
  await addPerson(store, { id: 'bala', name: 'Bala', role: 'officer', scopeId: 'up' })
  await addPerson(store, { id: 'head', name: 'Head', role: 'supervisor', scopeId: 'lucknow' })
})
afterAll(() => close())

async function raiseOne(severity: Severity = 'high'): Promise<string> {
  const job = makeJob(severity, {}, {}, now)
  await openDockets({ store, announcer, crypto, numbers: docketNumbers(store, 5), policy: DEFAULT_LADDER_POLICY, handles: DEFAULT_TRIAGE_POLICY }, [job])
  await plan(`case-${job.postId}`)
  return `case-${job.postId}`
}

async function plan(id: string): Promise<Delivery[]> {
  const docket = await store.dockets.get(id)
  await planDeliveries(deps, docket ? [docket] : [])
  return store.deliveries.find({ index: 'byDocket', equals: { docketId: id }, limit: 100 })
}

const ringOf = (row: Delivery): string => row.ring.split('-')[0] ?? ''
const key = (): string => `key-${String(++serial).padStart(6, '0')}`

it('whom the alert is given to is told once, and nobody of the earlier rungs any more', async () => {
  const alertId = await raiseOne()
  now += 1_000
  await reassignAlert({ store, announcer, crypto }, chief, { alertId, key: key(), to: 'bala', reason: null })
  await plan(alertId)
  const rows = await plan(alertId)
  expect(rows.map((row) => [row.personId, ringOf(row), row.state]).sort()).toEqual([['asha', '0', 'expired'], ['bala', 'assigned', 'queued']])
  expect(rows.find((row) => row.personId === 'asha')?.reason).toBe('given to Bala')
  expect(rows.find((row) => row.personId === 'bala')?.because).toBe('Chief gave it to this person')
})

it('a called post is told besides the ladder, also when somebody has the alert', async () => {
  const alertId = await raiseOne()
  await callPost({ store, announcer, crypto }, chief, { alertId, key: key(), post: 'district-head' })
  const rows = await plan(alertId)
  expect(rows.map((row) => [row.personId, ringOf(row), row.state]).sort()).toEqual([['asha', '0', 'queued'], ['head', 'called', 'queued']])
  await settleDeliveries({ store, onDelivery: () => undefined }, (await store.dockets.get(alertId)) ?? (() => { throw new Error('gone') })())
  expect((await plan(alertId)).find((row) => row.personId === 'head')?.state).toBe('queued')
})

it('a shelved alert tells nobody until its end, then its next rung', async () => {
  const alertId = await raiseOne()
  await shelveAlert({ store, announcer, crypto }, chief, { alertId, key: key(), until: now + 3_600_000, reason: 'known film set' })
  expect((await plan(alertId)).map((row) => [row.personId, row.state, row.reason])).toEqual([['asha', 'expired', 'shelved']])
  now += 3_599_999
  await escalateOverdue({ store, announcer, crypto })
  expect((await store.dockets.get(alertId))?.alert?.shelf).not.toBeNull()
  now += 1
  const { rungs } = await escalateOverdue({ store, announcer, crypto })
  expect(rungs).toBeGreaterThan(0)
  const docket = await store.dockets.get(alertId)
  expect(docket?.alert?.shelf).toBeNull()
  expect(docket?.history.slice(-2).map(({ who, what }) => [who, what])).toEqual([['system', 'unshelved'], ['system', 'escalated']])
  expect((await plan(alertId)).filter(({ state }) => state === 'queued').map((row) => [row.personId, ringOf(row)])).toEqual([['head', '1']])
})

it('the load counts each alert once for each person told, by when they were told first', async () => {
  now += 7_200_000
  const ids = await Promise.all([raiseOne(), raiseOne(), raiseOne('critical')])
  for (const id of ids) {
    for (const row of await plan(id)) await store.deliveries.replace(markSent(row, 'taken', now), row.version)
  }
  const { area, positions } = await readLoad(store, '/up/')
  expect(area).toMatchObject({ now: 3, windows: [0, 0, 0, 0, 0, 3], band: 'over' })
  expect(positions.map(({ personId, now: load, average, band }) => [personId, load, average, band])).toEqual([['asha', 3, 0.5, 'over']])
  now += 900_000
  expect((await readLoad(store, '/up/')).positions[0]).toMatchObject({ now: 0, peak: 3, band: 'fine' })
  expect((await readLoad(store, '/up/z-agra/')).positions).toEqual([])
})
