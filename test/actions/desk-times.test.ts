import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actOnDocket } from '../../src/actions/act-on-docket.ts'
import { addPerson } from '../../src/actions/add-person.ts'
import { changePolicy } from '../../src/actions/change-policy.ts'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { policyBook } from '../../src/actions/policy-book.ts'
import { readAudit } from '../../src/actions/read-audit.ts'
import { reopenByCitizen } from '../../src/actions/reopen-by-citizen.ts'
import { newRetimeMemory, retimeDesks } from '../../src/actions/retime-desks.ts'
import { sweepDesks } from '../../src/actions/sweep-desks.ts'
import { nodeCrypto } from '../../src/app.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { DEFAULT_DESK, DEFAULT_LADDER_POLICY, DEFAULT_NORMAL } from '../../src/domain/ladder.ts'
import type { DeskPolicy } from '../../src/domain/ladder.ts'
import { ladderProblems } from '../../src/domain/ladder-checks.ts'
import type { Viewer } from '../../src/domain/person.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { overriding } from '../faults/overriding.ts'
import { makeJob } from '../posts.ts'
import { openTestStore } from '../store.ts'

const HOUR = 3_600_000
const ADMIN: Viewer = { personId: 'asha', name: 'Asha', role: 'admin', scopePath: '/up/' }
let opened: Awaited<ReturnType<typeof openTestStore>>
let book: ReturnType<typeof policyBook>
let offset = 0
let serial = 0
beforeAll(async () => {
  opened = await openTestStore()
  await addPerson(opened.store, { id: 'asha', name: 'Asha', role: 'admin', scopeId: 'up' })
  book = policyBook(opened.store, { ladder: DEFAULT_LADDER_POLICY, triage: DEFAULT_TRIAGE_POLICY })
})
afterAll(() => opened.close())
beforeEach(() => { offset = 0 })
const deps = () => {
  const { store: base } = opened
  const store = overriding(base, { now: () => base.now() + offset })
  return { store, crypto: nodeCrypto, announcer: { announce: () => undefined }, numbers: docketNumbers(store, 1), policy: book.ladder, handles: book.triage }
}
async function fresh(): Promise<Docket> {
  const author = { id: `8${++serial}`, handle: 'h', name: 'H', location: null, followers: 1 }
  const job = makeJob('normal', { author, text: `land matter ${serial}` }, { category: 'land_dispute' }, deps().store.now())
  await openDockets(deps(), [job])
  return read(`case-${job.post.caseId}`)
}
async function read(id: string): Promise<Docket> {
  const docket = await opened.store.dockets.get(id)
  if (!docket) throw new Error('no docket')
  return docket
}
async function set(desk: Partial<DeskPolicy>): Promise<void> {
  const { version, critical, high } = book.ladder
  await changePolicy(deps(), ADMIN, { ladder: { critical, high, normal: DEFAULT_NORMAL, desk: { ...DEFAULT_DESK, ...desk } }, expectedVersion: version, reason: 'festival' })
  await book.refresh()
}
const act = (docket: Docket, wish: object) => actOnDocket(deps(), ADMIN, docket.id, { ...wish, key: `key-${++serial}-act`, version: docket.version } as Parameters<typeof actOnDocket>[3])

describe('the times of the desk', () => {
  it('count at once for what waits already, for what comes, and for what is opened again', async () => {
    const waiting = await fresh()
    const closed = await act(await fresh(), { act: 'close', action: 'fir', reference: 'FIR 1/2026', summary: 'FIR registered, two named' })
    expect(waiting.deskDueAt).toBe(waiting.openedAt + 4 * HOUR)
    expect(waiting.deskTimes).toBeUndefined()
    const memory = newRetimeMemory()
    expect((await retimeDesks(deps(), memory)).retimed).toBe(0)
    await set({ untouchedS: 3_600 })
    expect((await retimeDesks(deps(), memory)).retimed).toBe(1)
    expect((await retimeDesks(deps(), memory)).retimed).toBe(0)
    const shorter = await read(waiting.id)
    expect(shorter).toMatchObject({ deskDueAt: waiting.openedAt + HOUR, version: waiting.version + 1 })
    expect(shorter.history).toEqual(waiting.history)
    expect((await fresh()).deskTimes).toEqual({ untouchedS: 3_600, silenceS: 600 })
    const { docket: again } = await reopenByCitizen(deps(), closed.docket.id, 'reopen', 'not done')
    expect(again.deskDueAt).toBe(again.updatedAt + HOUR)
    // What another process wrote by the old times meanwhile is found by the second look.
    const late = { ...await fresh(), deskTimes: { untouchedS: 14_400, silenceS: 600 } }
    await opened.store.dockets.replace({ ...late, version: late.version + 1, deskDueAt: late.openedAt + 4 * HOUR }, late.version)
    offset = 31_000
    expect((await retimeDesks(deps(), memory)).retimed).toBe(1)
    offset = HOUR + 60_000
    expect((await sweepDesks(deps())).fired['moved-up']).toBeGreaterThan(0)
    expect((await read(waiting.id)).desk).toMatchObject({ movedUp: 1 })
  })

  it('made longer let nothing go that is due by the old ones only', async () => {
    const docket = await fresh()
    await set({ untouchedS: 86_400 })
    offset = 5 * HOUR
    // Nobody looked for it before: the sweep itself goes by the times in force.
    await sweepDesks(deps())
    expect(await read(docket.id)).toMatchObject({ deskDueAt: docket.openedAt + 24 * HOUR, status: 'open' })
    expect((await read(docket.id)).desk?.movedUp ?? 0).toBe(0)
  })

  it('limit what a forwarding may be given and how long a claim holds; each change is in the trail', async () => {
    await set({ forwardingS: 7_200, acceptS: 3_600, claimS: 600 })
    const docket = await fresh()
    const forward = (hours: number) => act(docket, { act: 'forward', nodeId: 'agra', dueAt: deps().store.now() + hours * HOUR, note: null })
    await expect(forward(3)).rejects.toMatchObject({ kind: 'invalid', field: 'dueAt', message: 'to be accepted from now until 2 hours from now' })
    const { docket: claimed } = await act(docket, { act: 'claim' })
    expect((claimed.desk?.claim?.until ?? 0) - claimed.updatedAt).toBe(600_000)
    expect((await readAudit(deps(), ADMIN, { object: 'policy:ladder', limit: 1 })).entries[0]?.facts).toMatchObject({ 'desk.claimS': '120 → 600', reason: 'festival' })
  })

  it.each([
    [{ untouchedS: 60 }, 'desk.untouchedS'], [{ silenceS: 1 }, 'desk.silenceS'], [{ forwardingS: 1e9 }, 'desk.forwardingS'], [{ claimS: 1_800, untouchedS: 1_000 }, 'desk.claimS'], [{ acceptS: 20_000, forwardingS: 10_000 }, 'desk.acceptS'],
  ])('stand only where they can: %o', (change, field) => {
    expect(ladderProblems({ ...DEFAULT_LADDER_POLICY, desk: { ...DEFAULT_DESK, ...change } }).map((one) => one.field)).toContain(field)
    expect(ladderProblems(DEFAULT_LADDER_POLICY)).toEqual([])
  })
})
