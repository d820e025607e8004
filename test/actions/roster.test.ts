import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addPerson } from '../../src/actions/add-person.ts'
import { dutyBook } from '../../src/actions/duty-book.ts'
import { findOnDuty } from '../../src/actions/find-on-duty.ts'
import { cancelOverride, overrideDuty } from '../../src/actions/override-duty.ts'
import { planDeliveries } from '../../src/actions/plan-deliveries.ts'
import type { Store } from '../../src/actions/ports.ts'
import { readDuty } from '../../src/actions/read-duty.ts'
import { readRoster } from '../../src/actions/read-roster.ts'
import { decideSwap, swapDuty } from '../../src/actions/swap-duty.ts'
import { endLeave, takeLeave } from '../../src/actions/take-leave.ts'
import { writeRoster } from '../../src/actions/write-roster.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { rosterBody } from '../../src/contract/duty.ts'
import { docketIdFor } from '../../src/domain/docket.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import { STATE_PATH } from '../../src/domain/area.ts'
import { findNode } from '../../src/domain/jurisdiction.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { Role, Viewer } from '../../src/domain/person.ts'
import { overriding } from '../faults/overriding.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

const HOUR = 3_600_000
/** Tuesday 24 November 2026, 10:00 in India. */
const NOW = Date.UTC(2026, 10, 24, 4, 30)
const KEY = { post: 'district-duty', nodeId: 'lucknow' } as const
const TOLD = { post: 'district-duty', path: findNode('lucknow')?.path ?? '' } as const
let real: Store
let store: Store
let close: () => Promise<void>
let now = NOW
const viewer = (role: Role, personId = `v-${role}`, path = STATE_PATH): Viewer => ({ personId, name: personId, role, scopePath: path })
const BOSS = viewer('supervisor')
const day = (personIds: string[], from = '06:00', to = '18:00', name = 'day') => ({ name, days: [0, 1, 2, 3, 4, 5, 6], from, to, personIds })
const write = (shifts: unknown[], more: object = {}, by = BOSS) => writeRoster({ store, crypto }, by, rosterBody.parse({ ...KEY, shifts, ...more }))
const onDuty = async (): Promise<string[]> => (await findOnDuty(store)(TOLD)).persons.map(({ person }) => person.id)

beforeAll(async () => {
  ;({ store: real, close } = await openTestStore())
  store = overriding(real, { now: () => now })
  for (const [id, role, scopeId] of [['asha', 'officer', 'lucknow'], ['bala', 'officer', 'lucknow'], ['agra-1', 'officer', 'agra'], ['chief', 'supervisor', 'up'], ['watcher', 'auditor', 'up']] as const) {
    await addPerson(store, { id, name: id.toUpperCase(), role, scopeId })
  }
})
afterAll(() => close())
beforeEach(async () => {
  now = NOW
  await store.rosters.remove((await store.rosters.keys({ index: 'byPath', limit: 100 })).map(({ id }) => id))
  await store.leaves.remove(['asha', 'bala', 'chief', 'agra-1'])
})

describe('who is told', () => {
  it('is everybody of the node without a roster, and those of the shift with one, also from above', async () => {
    expect(await onDuty()).toEqual(['asha', 'bala'])
    await write([day(['chief']), day(['bala'], '18:00', '06:00', 'night')])
    expect(await onDuty()).toEqual(['chief'])
    now = NOW + 9 * HOUR
    expect(await onDuty()).toEqual(['bala'])
    await write([])
    expect(await onDuty()).toEqual(['asha', 'bala'])
  })

  it('leaves out who is away, with or without a roster', async () => {
    const { id } = await takeLeave({ store, crypto }, BOSS, { personId: 'asha', from: NOW - HOUR, to: NOW + HOUR, note: '' })
    expect(await onDuty()).toEqual(['bala'])
    await endLeave({ store }, BOSS, { personId: 'asha', id })
    expect(await onDuty()).toEqual(['asha', 'bala'])
  })

  it('gets no delivery while off duty, and a rung with nobody is passed over with its reason in the history', async () => {
    await write([day(['asha'], '18:00', '06:00', 'night')])
    const docket = newDocket({ post: makePost(), verdict: makeVerdict('critical'), receivedAt: now, number: 'UPP-1', authorId: null, matter: null, incident: null }, { policy: DEFAULT_LADDER_POLICY, now, sha256: crypto.sha256 })
    await store.dockets.insertMany([docket])
    await planDeliveries({ store, crypto, announcer: { announce: () => undefined }, exists: () => true, onDelivery: () => undefined, memory: new Set() }, [docket])
    expect(await store.deliveries.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: 10 })).toEqual([])
    const { alert, history } = await store.dockets.get(docketIdFor(docket.post.id)) ?? docket
    expect(alert?.nextRung).toBe(2)
    expect(history.find(({ what }) => what === 'rung-unreachable')?.facts).toMatchObject({ rung: 0, because: 'district-duty: nobody: no shift or rotation covers this time' })
  })

  it('says of each person whether they are on duty, and until when', async () => {
    const book = dutyBook(store)
    await book.refresh()
    const asha = viewer('officer', 'asha', TOLD.path)
    expect(book.of(asha)).toEqual({ onDuty: true, dutyUntil: null })
    await write([day(['asha'])])
    expect(book.of(asha).dutyUntil).toBeNull()
    await book.refresh()
    expect(book.of(asha)).toEqual({ onDuty: true, dutyUntil: NOW + 8 * HOUR })
    expect(book.of(viewer('officer', 'bala', TOLD.path))).toEqual({ onDuty: false, dutyUntil: null })
    now = NOW + 9 * HOUR
    expect(book.of(asha)).toEqual({ onDuty: false, dutyUntil: NOW + 20 * HOUR })
    expect(book.of(viewer('auditor', 'watcher')).onDuty).toBe(true)
    expect(book.of(viewer('wall', 'wall-1', TOLD.path)).onDuty).toBe(true)
  })
})

describe('changing a roster', () => {
  it('refuses who may not, unknown people, other areas, other posts, and a version that was overtaken', async () => {
    await expect(write([day(['asha'])], {}, viewer('officer'))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(write([day(['asha'])], {}, viewer('supervisor', 's', findNode('agra')?.path))).rejects.toMatchObject({ kind: 'forbidden', field: 'nodeId' })
    await expect(write([day(['nobody-here'])])).rejects.toThrow('nobody-here is unknown')
    await expect(write([day(['agra-1'])])).rejects.toThrow('agra-1 does not see this node')
    await expect(write([day(['watcher'])])).rejects.toThrow('only looks')
    await expect(write([day(['asha'])], { post: 'state-control' })).rejects.toThrow('a district has no state-control')
    const { version } = await write([day(['asha'])])
    await expect(write([day(['bala'])], { version: version - 1 })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(overrideDuty({ store, crypto }, BOSS, { ...KEY, personId: 'bala', insteadOf: 'asha', from: NOW - 2 * HOUR, to: NOW - HOUR, note: '' })).rejects.toThrow('in the past')
  })

  it('puts somebody instead of another until it is taken back, with who and when on record', async () => {
    await expect(overrideDuty({ store, crypto }, BOSS, { ...KEY, personId: 'bala', insteadOf: 'asha', from: NOW, to: NOW + HOUR, note: '' })).rejects.toThrow('no roster here yet')
    await write([day(['asha'])])
    const { id } = await overrideDuty({ store, crypto }, BOSS, { ...KEY, personId: 'bala', insteadOf: 'asha', from: NOW, to: NOW + HOUR, note: 'training' })
    expect((await findOnDuty(store)(TOLD)).persons.map(({ duty }) => duty)).toEqual([{ personId: 'bala', because: 'instead of asha, override by v-supervisor', until: NOW + HOUR }])
    await cancelOverride({ store }, viewer('admin'), { ...KEY, id })
    const view = await readRoster(store, BOSS, { ...KEY, from: NOW })
    expect(view.history.map(({ by, what }) => `${by} ${what}`)).toEqual(['v-admin took an override back', 'v-supervisor put bala instead of asha', 'v-supervisor wrote 1 shifts and 0 rotations'])
    expect(view.week[0]).toMatchObject({ from: NOW, to: NOW + 8 * HOUR, persons: [{ personId: 'asha' }] })
    expect(view.week.at(-1)?.to).toBe(NOW + 168 * HOUR)
  })

  it('swaps two people once the other accepts; not by the one who asked, nor by a third', async () => {
    await write([day(['asha']), day(['bala'], '18:00', '06:00', 'night')])
    const [asha, bala] = ['asha', 'bala'].map((id) => viewer('officer', id, TOLD.path)) as [Viewer, Viewer]
    const wish = { ...KEY, first: { personId: 'asha', from: NOW, to: NOW + 8 * HOUR }, second: { personId: 'bala', from: NOW + 8 * HOUR, to: NOW + 20 * HOUR } }
    await expect(swapDuty({ store, crypto }, viewer('officer', 'third', TOLD.path), wish)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(swapDuty({ store, crypto }, asha, { ...wish, second: { ...wish.second, from: NOW, to: NOW + HOUR } })).rejects.toThrow('bala has no duty in that stretch')
    const { id: swapId } = await swapDuty({ store, crypto }, asha, wish)
    await expect(decideSwap({ store }, asha, { ...KEY, swapId, accept: true })).rejects.toThrow('the other one has to accept')
    expect(await onDuty()).toEqual(['asha'])
    await decideSwap({ store }, bala, { ...KEY, swapId, accept: true })
    expect(await onDuty()).toEqual(['bala'])
    now = NOW + 9 * HOUR
    expect(await onDuty()).toEqual(['asha'])
    await expect(decideSwap({ store }, BOSS, { ...KEY, swapId, accept: false })).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('loses none of many changes at once', async () => {
    await write([day(['asha'])])
    await Promise.all(Array.from({ length: 6 }, (_, at) => overrideDuty({ store, crypto }, BOSS, { ...KEY, personId: 'bala', insteadOf: null, from: NOW + at * HOUR, to: NOW + (at + 1) * HOUR, note: '' })))
    const roster = await store.rosters.get('district-duty@lucknow')
    expect([roster?.overrides.length, roster?.version, roster?.history.length]).toEqual([6, 7, 7])
  })
})

describe('who is on duty now, in an area', () => {
  it('names each post with its people, their working ways and the gaps ahead', async () => {
    await write([day(['asha'])])
    await store.presence.put({ id: 'p1', version: 1, at: now, personIds: ['asha'] })
    await store.subscriptions.insertMany([{ id: 's1', version: 1, personId: 'chief', endpoint: 'https://push.example/1', keys: { p256dh: '', auth: '' }, device: '', createdAt: 0, usedAt: 0, lastSuccessAt: null, failuresInRow: 0, lastError: null }])
    const duty = await readDuty({ store, exists: (channel) => channel !== 'webhook' && channel !== 'email' }, STATE_PATH)
    expect(duty.posts.map(({ post, nodeId }) => `${post}@${nodeId}`)).toEqual(['state-control@up', 'district-duty@agra', 'district-duty@lucknow'].sort((a, b) => Number(b.includes('@up')) - Number(a.includes('@up')) || (a < b ? -1 : 1)))
    const lucknow = duty.posts.find(({ nodeId }) => nodeId === 'lucknow')
    expect(lucknow?.persons).toEqual([{ personId: 'asha', name: 'ASHA', because: 'shift day', until: NOW + 8 * HOUR, channels: ['console'] }])
    expect(duty.posts.find(({ nodeId }) => nodeId === 'up')?.persons[0]?.channels).toEqual(['push'])
    expect(duty.rosterGaps.map(({ nodeId, from, to, because }) => [nodeId, (from - NOW) / HOUR, (to - NOW) / HOUR, because])).toEqual([
      ['agra', 0, 12, 'nobody on duty has a working channel'], ['lucknow', 8, 12, 'nobody: no shift or rotation covers this time'],
    ])
    expect(duty.unmanned).toBe(73)
  })
})
