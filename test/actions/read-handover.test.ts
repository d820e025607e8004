import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../../src/actions/add-person.ts'
import type { Store } from '../../src/actions/ports.ts'
import { readHandover } from '../../src/actions/read-handover.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { handoverView } from '../../src/contract/handover.ts'
import { acknowledge } from '../../src/domain/alert.ts'
import { withAlert } from '../../src/domain/docket.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { newDrill } from '../../src/domain/drill.ts'
import { isWithin } from '../../src/domain/area.ts'
import { findNode } from '../../src/domain/jurisdiction.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import type { Viewer } from '../../src/domain/person.ts'
import { overriding } from '../faults/overriding.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

const MINUTE = 60_000
const NOW = 1_800_000_000_000
const FROM = NOW - 8 * 60 * MINUTE
const SHELF = { by: 'boss', byName: 'Boss', at: NOW - 5 * MINUTE, until: NOW + 10 * MINUTE, reason: 'known at the station' }
const LUCKNOW = findNode('lucknow')?.path ?? ''
let store: Store
let close: () => Promise<void>
const boss = (path = '/up/'): Viewer => ({ personId: 'boss', name: 'Boss', role: 'supervisor', scopePath: path })
const read = (viewer: Viewer, wish = {}) => readHandover({ store, crypto, exists: (channel) => channel === 'console' }, viewer, wish)

beforeAll(async () => {
  const opened = await openTestStore()
  close = opened.close
  store = overriding(opened.store, { now: () => NOW })
  await addPerson(store, { id: 'asha', name: 'Asha', role: 'officer', scopeId: 'lucknow' })
  await store.dockets.insertMany([
    ...Array.from({ length: 60 }, (_, at) => raised(at % 2 === 0 ? 'lucknow' : 'agra', FROM + at * 8 * MINUTE, at % 3)),
    ...Array.from({ length: 12 }, () => raised('lucknow', NOW - 4 * MINUTE, 0)), raised('lucknow', FROM - MINUTE, 0), shelved(raised('lucknow', FROM - MINUTE, 0)), drillDocket(),
  ])
  await store.gaps.insertMany([gap(1, FROM - 5 * MINUTE, FROM + 5 * MINUTE), gap(2, FROM + 3 * MINUTE, FROM + 10 * MINUTE), gap(3, NOW - MINUTE, null)])
  await store.drills.insertMany([{ ...newDrill(1, 'inbox', 't', FROM + 1), state: 'passed' }, { ...newDrill(2, 'inbox', 't', FROM + 2), state: 'failed', because: 'posted, but not received' }])
})
afterAll(() => close())

/** @param fate 0 nobody has it, 1 somebody, 2 closed. */
function raised(districtId: string, at: number, fate: number): Docket {
  const verdict = makeVerdict('critical', { place: { districtId, stationId: null, locality: null, confidence: 1, candidates: [], elsewhere: null } })
  const context = { policy: DEFAULT_LADDER_POLICY, now: at, sha256: crypto.sha256 }
  const docket = newDocket({ post: makePost(), verdict, receivedAt: at, number: `UPP-${at}-${districtId}`, authorId: null, matter: null, incident: null }, context)
  if (!docket.alert || fate === 0) return docket
  const held = acknowledge(docket.alert, { id: 'asha', name: 'Asha' }, 'key-key-1', at + 5_000)
  const closed = fate === 2 ? { ...held.alert, state: 'resolved' as const, closedAt: at + 6_000, nextDueAt: null } : held.alert
  return withAlert(docket, closed, held.events, { who: 'asha', now: at + 6_000, sha256: crypto.sha256 })
}
function shelved(docket: Docket): Docket {
  return docket.alert ? { ...docket, id: 'case-shelved', alert: { ...docket.alert, shelf: SHELF } } : docket
}
function drillDocket(): Docket {
  return newDocket({ post: makePost({ source: 'drill' }), verdict: makeVerdict('critical'), receivedAt: NOW, number: 'DRILL-1', authorId: null, matter: null, incident: null }, { policy: DEFAULT_LADDER_POLICY, now: NOW - MINUTE, sha256: crypto.sha256 })
}
function gap(id: number, startedAt: number, endedAt: number | null) {
  return { id: `gap-${id}`, version: 1, state: 'filled' as const, startedAt, endedAt, reason: 'silence', recovered: 0, filledAt: null, checkpoints: {}, note: null }
}

describe('the sheet of a shift handover', () => {
  it.each([['/up/'], [LUCKNOW]])('has the totals of the database for %s', async (path) => {
    const sheet = await read(boss(path))
    const all = (await store.dockets.find({ index: 'byOpened', limit: 1_000 })).filter((one) => isWithin(path, one.path))
    const open = all.filter(({ alert }) => alert?.closedAt === null)
    expect(sheet.open.count).toBe(open.length)
    expect(sheet.open.count).toBe(await store.dockets.count({ index: 'byAlert', equals: { alertOpen: 1 }, range: { gte: path, lt: `${path}\uffff` } }))
    expect(sheet.overdue.count).toBe(open.filter(({ alert }) => !alert?.holder && !alert?.shelf && (alert?.raisedAt ?? 0) + 60_000 < NOW).length)
    expect(sheet.shelved.count).toBe(open.filter(({ alert }) => alert?.shelf).length)
    expect(sheet.load.raised).toBe(all.filter(({ alert }) => alert && alert.raisedAt >= FROM && alert.raisedAt < NOW).length)
    expect(sheet.open.alerts.length).toBe(Math.min(200, open.length))
    expect(sheet.open.alerts[0]?.holder).toBeNull()
  })

  it('counts blind minutes once, names drills, the unreachable, and the flood', async () => {
    const sheet = await read(boss())
    expect(sheet.stream.blindMs).toBe(11 * MINUTE)
    expect(sheet.drills).toEqual({ run: 2, passed: 1, failed: [{ at: FROM + 2, because: 'posted, but not received' }] })
    expect(sheet.unreachable).toMatchObject([{ personId: 'asha', post: 'district-duty', nodeId: 'lucknow' }])
    expect(sheet.load).toMatchObject({ positions: 1, peak: 13, average: 1.5, floodShare: 0.02 })
  })

  it('carries the hash of everything else in it, and no text of a citizen', async () => {
    const { hash, ...rest } = await read(boss())
    expect(hash).toBe(crypto.sha256(JSON.stringify(rest)))
    expect(JSON.stringify(rest)).not.toContain('@PrahariUP')
    expect(handoverView.parse({ ...rest, hash })).toEqual({ ...rest, hash })
  })

  it('refuses other areas, officers, and stretches that are no shift', async () => {
    await expect(read(boss(LUCKNOW), { nodeId: 'agra' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(read({ ...boss(), role: 'officer' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(read(boss(), { from: NOW, to: NOW - 1 })).rejects.toMatchObject({ kind: 'invalid' })
  })
})
