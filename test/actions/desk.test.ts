import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actOnDocket } from '../../src/actions/act-on-docket.ts'
import type { DeskRequest } from '../../src/actions/act-on-docket.ts'
import { actOnMany } from '../../src/actions/act-on-many.ts'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import { findMerged } from '../../src/actions/find-merged.ts'
import { joinDocket } from '../../src/actions/join-docket.ts'
import { arrivalOf } from '../../src/actions/find-relations.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { reopenByCitizen } from '../../src/actions/reopen-by-citizen.ts'
import { sweepDesks } from '../../src/actions/sweep-desks.ts'
import { addPerson } from '../../src/actions/add-person.ts'
import { deskOf } from '../../src/domain/desk.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { firstBreak } from '../../src/domain/history.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { Viewer } from '../../src/domain/person.ts'
import type { Severity } from '../../src/domain/verdict.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { overriding } from '../faults/overriding.ts'
import { makeJob } from '../posts.ts'
import { openTestStore } from '../store.ts'
import { SHA256 } from './correcting.ts'

const LUCKNOW = '/up/z-lucknow/c-lucknow/lucknow/'
const STATE: Viewer = { personId: 'asha', name: 'Asha', role: 'desk', scopePath: '/up/' }
const DISTRICT: Viewer = { personId: 'ravi', name: 'Ravi', role: 'officer', scopePath: LUCKNOW }
const ELSEWHERE: Viewer = { personId: 'omar', name: 'Omar', role: 'desk', scopePath: '/up/z-agra/' }
const HOUR = 3_600_000
const CLOSE = { act: 'close', action: 'fir', reference: 'FIR 123/2026', summary: 'FIR registered, two accused named' } as const

const opened = { base: null as Awaited<ReturnType<typeof openTestStore>> | null }
let offset = 0
let serial = 0
const open = (): NonNullable<typeof opened.base> => {
  if (!opened.base) throw new Error('no store')
  return opened.base
}
beforeAll(async () => {
  opened.base = await openTestStore()
  for (const { personId: id, name, role } of [STATE, DISTRICT, ELSEWHERE]) await addPerson(open().store, { id, name, role, scopeId: 'up' })
})
afterAll(() => open().close())
beforeEach(() => { offset = 0 })

function deps() {
  const { store: base } = open()
  const store = overriding(base, { now: () => base.now() + offset })
  return { store, announcer: { announce: () => undefined }, crypto: { sha256: SHA256 }, numbers: docketNumbers(store, 1), policy: DEFAULT_LADDER_POLICY, handles: DEFAULT_TRIAGE_POLICY }
}

/** A fresh docket as the intake opens it, at its district. */
async function fresh(severity: Severity = 'normal', text = `matter ${++serial}`, author = String(5_000 + ++serial)): Promise<Docket> {
  const one = deps()
  const job = makeJob(severity, { text: `@PrahariUP ${text}`, author: { id: author, handle: `h${author}`, name: 'Somebody', location: null, followers: 3 } }, { category: 'land_dispute' }, one.store.now())
  await openDockets(one, [job])
  return read(`case-${job.post.caseId}`)
}

async function read(id: string): Promise<Docket> {
  const docket = await deps().store.dockets.get(id)
  if (!docket) throw new Error(`no docket ${id}`)
  return docket
}

type Wish = DeskRequest extends infer One ? (One extends { act: string } ? Omit<One, 'key' | 'version'> : never) : never
const act = (viewer: Viewer, docket: Docket, wish: Wish, key = `key-${++serial}-act`) => actOnDocket(deps(), viewer, docket.id, { ...wish, key, version: docket.version })

describe('forwarding', () => {
  it('lies with the receiver at once, is seen by a sibling that sent it until it is accepted, and comes back when nobody accepts', async () => {
    const sent = await fresh()
    const { docket } = await act(DISTRICT, sent, { act: 'forward', nodeId: 'agra', dueAt: deps().store.now() + HOUR, note: 'seen in Agra' })
    expect(docket).toMatchObject({ path: '/up/z-agra/c-agra/agra/', status: 'open', desk: { owner: null, forwarding: { fromPath: LUCKNOW, name: 'Ravi' } } })
    await expect(act(DISTRICT, docket, { act: 'accept' })).rejects.toMatchObject({ kind: 'forbidden', message: 'it lies with another node' })
    const accepted = await act(ELSEWHERE, docket, { act: 'accept' })
    expect(accepted.docket.desk).toMatchObject({ owner: { name: 'Omar' }, forwarding: null })
    await expect(act(DISTRICT, accepted.docket, { act: 'look' })).rejects.toMatchObject({ kind: 'not-found' })

    const other = await fresh()
    await act(DISTRICT, other, { act: 'forward', nodeId: 'agra', dueAt: deps().store.now() + HOUR, note: null })
    offset = HOUR + 1_000
    expect((await sweepDesks(deps())).fired.returned).toBe(1)
    expect((await sweepDesks(deps())).fired.returned).toBe(0)
    expect(await read(other.id)).toMatchObject({ path: LUCKNOW, status: 'open', desk: { forwarding: null, movedUp: 1, upPath: LUCKNOW } })
  })

  it('takes a ringing alert along, whose ladder begins anew there', async () => {
    const cry = await fresh('high')
    const { docket } = await act(STATE, cry, { act: 'forward', nodeId: 'agra', dueAt: deps().store.now() + HOUR, note: null })
    expect(docket.alert?.told.at(-1)?.path).toBe('/up/z-agra/c-agra/agra/')
    expect(docket.alertOpen).toBe(1)
  })

  it('refuses no node, the same node, and a time that is past', async () => {
    const docket = await fresh()
    const now = deps().store.now()
    await expect(act(STATE, docket, { act: 'forward', nodeId: 'atlantis', dueAt: now + HOUR, note: null })).rejects.toMatchObject({ kind: 'invalid', field: 'nodeId' })
    await expect(act(STATE, docket, { act: 'forward', nodeId: 'lucknow', dueAt: now + HOUR, note: null })).rejects.toMatchObject({ kind: 'invalid', field: 'nodeId' })
    await expect(act(STATE, docket, { act: 'forward', nodeId: 'agra', dueAt: now - 1, note: null })).rejects.toMatchObject({ kind: 'invalid', field: 'dueAt' })
  })
})

describe('not ours', () => {
  it('moves only when somebody of the other node accepts, never by who offered it', async () => {
    const docket = await fresh()
    const offered = await act(DISTRICT, docket, { act: 'notOurs', nodeId: 'agra', reason: 'it happened in Agra' })
    expect(offered.docket.path).toBe(LUCKNOW)
    await expect(act(DISTRICT, offered.docket, { act: 'acceptOffer' })).rejects.toMatchObject({ kind: 'forbidden' })
    const refused = await act(ELSEWHERE, offered.docket, { act: 'refuseOffer', reason: 'the village is in Lucknow' })
    expect(refused.docket).toMatchObject({ path: LUCKNOW, desk: { offer: null } })
    const again = await act(DISTRICT, refused.docket, { act: 'notOurs', nodeId: 'agra', reason: 'it is over the border' })
    const taken = await act(ELSEWHERE, again.docket, { act: 'acceptOffer' })
    expect(taken.docket).toMatchObject({ path: '/up/z-agra/c-agra/agra/', status: 'in-process', desk: { owner: { name: 'Omar' }, offer: null } })
  })
})

describe('two people edit one docket', () => {
  it('tells the second what changed and by whom, and lets through what only the machine did', async () => {
    const docket = await fresh()
    await act(STATE, docket, CLOSE)
    await expect(act(DISTRICT, docket, { act: 'accept' })).rejects.toMatchObject({ kind: 'conflict', field: 'version', message: expect.stringMatching(/^it has changed since: Asha closed it at \d\d:\d\d \(FIR 123\/2026\)$/) as string })
    const other = await fresh()
    await act(STATE, other, { act: 'look' })
    expect((await act(DISTRICT, other, { act: 'accept' })).docket.status).toBe('in-process')
  })

  it('lets one of many win at the same moment, and tells each other one', async () => {
    const docket = await fresh()
    const ends = await Promise.allSettled([STATE, DISTRICT, { ...STATE, personId: 'third', name: 'Third' }].map((viewer) => act(viewer, docket, { act: 'accept' })))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/took it at/) as string })
    expect(deskOf(await read(docket.id)).owner).not.toBeNull()
  })

  it('does an act once, however often it is sent', async () => {
    const docket = await fresh()
    const first = await act(STATE, docket, { act: 'accept' }, 'same-key-twice')
    const second = await act(STATE, docket, { act: 'accept' }, 'same-key-twice')
    expect(second).toMatchObject({ did: 'nothing', docket: { version: first.docket.version } })
  })

  it('keeps others out while somebody writes, for two minutes, and names both at a take-over', async () => {
    const docket = await fresh()
    const claimed = await act(STATE, docket, { act: 'claim' })
    await expect(act(DISTRICT, claimed.docket, { act: 'accept' })).rejects.toMatchObject({ kind: 'conflict', message: 'Asha is writing in it; take over first' })
    const over = await act(DISTRICT, claimed.docket, { act: 'claim' })
    expect(over.docket.history.at(-1)).toMatchObject({ what: 'claim-taken-over', who: 'ravi', facts: { from: 'asha', fromName: 'Asha' } })
    offset = 121_000
    expect((await act(STATE, over.docket, { act: 'accept' })).docket.desk?.owner?.name).toBe('Asha')
  })

  it('leaves what another has to that one, but for supervisors', async () => {
    const { docket } = await act(STATE, await fresh(), { act: 'accept' })
    await expect(act(DISTRICT, docket, CLOSE)).rejects.toMatchObject({ kind: 'conflict', message: 'Asha has it; take it over first' })
    expect((await act({ ...DISTRICT, role: 'supervisor' }, docket, CLOSE)).docket.status).toBe('closed')
  })
})

describe('closing', () => {
  it.each([
    ['fir', null, 'reference'], ['fir', 'done', 'reference'], ['gd-entry', 'none', 'reference'], ['event-112', '12', 'reference'], ['visit', '14:30', 'reference'], ['duplicate', 'the other', 'reference'],
  ] as const)('as %s with the reference %s is refused', async (action, reference, field) => {
    await expect(act(STATE, await fresh(), { ...CLOSE, action, reference })).rejects.toMatchObject({ kind: 'invalid', field })
  })

  it('is refused while nobody has read what the complainant wrote, and ends its alert', async () => {
    const cry = await fresh('high')
    await joinDocket(deps(), cry, arrivalOf(makeJob('normal', { author: cry.post.author, text: 'please, anybody' })), 'further')
    const unread = await read(cry.id)
    expect(unread.desk?.unreadSince).toBeTypeOf('number')
    await expect(act(STATE, unread, CLOSE)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('look first') as string })
    await act(STATE, unread, { act: 'look' })
    const { docket } = await act(STATE, unread, CLOSE)
    expect(docket).toMatchObject({ status: 'closed', alertOpen: 0, alert: { state: 'resolved', holder: { name: 'Asha' } }, desk: { closing: { reference: 'FIR 123/2026' } } })
  })

  it('marks what looks like gaming: seconds after a forwarding, and ten in ten minutes', async () => {
    const { docket } = await act(DISTRICT, await fresh(), { act: 'forward', nodeId: 'up', dueAt: deps().store.now() + HOUR, note: null })
    const quick = await act(STATE, docket, CLOSE)
    expect(quick.docket.desk?.flags).toEqual(['closed-after-forward'])
    expect(quick.docket.history.at(-1)).toMatchObject({ what: 'flagged', who: 'asha', facts: { flag: 'closed-after-forward' } })
    const mass: Viewer = { ...STATE, personId: 'masser', name: 'Masser' }
    const many = await Promise.all(Array.from({ length: 11 }, () => fresh()))
    const done = await actOnMany(deps(), mass, { dockets: many.map(({ id, version }) => ({ id, version })), act: { ...CLOSE, action: 'advice', reference: null }, key: 'mass-close-1' })
    expect(done).toMatchObject({ done: many.map(({ id }) => id), left: [] })
    const flagged = await Promise.all(many.map(async ({ id }) => deskOf(await read(id)).flags))
    expect(flagged.map((flags) => flags.includes('mass-closing'))).toEqual([...Array.from({ length: 9 }, () => false), true, true])
  })

  it('in bulk names what it left alone, and says the same again', async () => {
    const [one, two] = [await fresh(), await fresh()]
    await act(DISTRICT, two, { act: 'accept' })
    const wish = { dockets: [one, two, { id: 'case-none', version: 1 }].map(({ id, version }) => ({ id, version })), act: CLOSE, key: 'bulk-key-1' }
    const answer = { done: [one.id], left: [{ id: two.id, why: expect.stringMatching(/Ravi took it at/) as string }, { id: 'case-none', why: 'no such docket in your area' }] }
    expect(await actOnMany(deps(), STATE, wish)).toEqual(answer)
    expect(await actOnMany(deps(), STATE, wish)).toEqual(answer)
  })
})

describe('merge and split', () => {
  it('closes the one as a duplicate, whose later posts go to the other', async () => {
    const [one, two] = [await fresh(), await fresh()]
    const merged = await act(STATE, one, { act: 'merge', intoId: two.number })
    expect(merged.docket).toMatchObject({ status: 'closed', desk: { mergedInto: two.id, closing: { action: 'duplicate', reference: two.number } } })
    expect((await findMerged(deps().store, await read(two.id))).map(({ id }) => id)).toEqual([one.id])
    await joinDocket(deps(), merged.docket, arrivalOf(makeJob('normal', { author: one.post.author, text: 'any news' })), 'further')
    expect((await read(two.id)).thread).toHaveLength(1)
    expect((await read(one.id)).status).toBe('closed')
    const now = await read(two.id)
    await expect(act(STATE, now, { act: 'merge', intoId: one.id })).rejects.toMatchObject({ kind: 'conflict', field: 'intoId' })
    await expect(act(STATE, now, { act: 'merge', intoId: two.id })).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('never closes both, whoever merges them into each other at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await fresh(), await fresh()]
      await Promise.allSettled([act(STATE, one, { act: 'merge', intoId: two.id }), act(STATE, two, { act: 'merge', intoId: one.id })])
      const after = [await read(one.id), await read(two.id)]
      expect(after.filter(({ status }) => status !== 'closed').length).toBeGreaterThan(0)
    }
  })

  it('does not silence a cry, nor reach into other areas', async () => {
    const [cry, quiet] = [await fresh('high'), await fresh()]
    await expect(act(STATE, cry, { act: 'merge', intoId: quiet.id })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('does not ring as loud') as string })
    const { docket: away } = await act(STATE, quiet, { act: 'forward', nodeId: 'agra', dueAt: deps().store.now() + HOUR, note: null })
    await act(ELSEWHERE, away, { act: 'accept' })
    await expect(act(DISTRICT, await fresh(), { act: 'merge', intoId: away.id })).rejects.toMatchObject({ kind: 'not-found', field: 'intoId' })
  })

  it('gives a post of the thread its own docket, once, and marks it where it was', async () => {
    const source = await fresh()
    const job = makeJob('normal', { author: source.post.author, text: 'and my neighbour stole my goat' })
    await joinDocket(deps(), source, arrivalOf(job), 'further')
    const whole = await read(source.id)
    await act(STATE, whole, { act: 'look' })
    const { docket } = await act(STATE, whole, { act: 'split', postId: job.postId, reason: 'another matter' }, 'split-key-1')
    expect(docket.thread[0]).toMatchObject({ id: job.postId, splitTo: `case-${job.postId}` })
    const own = await read(`case-${job.postId}`)
    expect(own).toMatchObject({ status: 'open', path: LUCKNOW, desk: { splitFrom: source.id } })
    expect(own.number).toMatch(/^UPP-\d{8}-\d{6}$/)
    expect((await act(STATE, whole, { act: 'split', postId: job.postId, reason: 'another matter' }, 'split-key-1')).did).toBe('nothing')
    await expect(act(STATE, docket, { act: 'split', postId: job.postId, reason: 'another matter' })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(act(STATE, docket, { act: 'split', postId: '1', reason: 'another matter' })).rejects.toMatchObject({ kind: 'invalid', field: 'postId' })
  })
})

describe('rumour', () => {
  it('needs a second officer of district rank or above', async () => {
    const { docket } = await act(DISTRICT, await fresh(), { act: 'proposeRumour', reason: 'invented, see the report' })
    await expect(act(DISTRICT, docket, { act: 'confirmRumour', reason: 'sure' })).rejects.toMatchObject({ kind: 'forbidden', message: expect.stringContaining('second officer') as string })
    const station: Viewer = { personId: 'so', name: 'S O', role: 'officer', scopePath: docket.path }
    await expect(act({ ...STATE, personId: 'desk2' }, docket, { act: 'confirmRumour', reason: 'sure' })).rejects.toMatchObject({ kind: 'forbidden' })
    const confirmed = await act({ ...station, scopePath: '/up/z-lucknow/' }, docket, { act: 'confirmRumour', reason: 'I read it too' })
    expect(confirmed.docket.desk?.rumour).toMatchObject({ proposed: { name: 'Ravi' }, confirmed: { name: 'S O' } })
    expect(confirmed.docket.history.map(({ what }) => what)).toEqual(expect.arrayContaining(['rumour-proposed', 'rumour-confirmed']))
  })
})

describe('timers', () => {
  afterEach(() => { offset = 0 })

  it('takes a docket from an owner who does nothing, then up level by level to the state, and rests there', async () => {
    const { docket } = await act(DISTRICT, await fresh(), { act: 'accept' })
    offset = 4 * HOUR + 1_000
    expect((await sweepDesks(deps())).fired.lapsed).toBeGreaterThan(0)
    expect(await read(docket.id)).toMatchObject({ status: 'open', desk: { owner: null } })
    offset = 100 * HOUR
    await sweepDesks(deps())
    const up = await read(docket.id)
    expect(up).toMatchObject({ path: LUCKNOW, deskDueAt: null, desk: { upPath: '/up/', movedUp: 3 } })
    expect(up.history.filter(({ what }) => what === 'moved-up').map(({ facts }) => facts.to)).toEqual(['/up/z-lucknow/c-lucknow/', '/up/z-lucknow/', '/up/'])
    expect(firstBreak(up.history, SHA256)).toBeNull()
    expect((await act(STATE, up, { act: 'accept' })).docket.desk).toMatchObject({ upPath: null, movedUp: 3 })
  })

  it('fires each timer once, however many sweep', async () => {
    const { docket } = await act(DISTRICT, await fresh(), { act: 'accept' })
    offset = 4 * HOUR + 1_000
    await Promise.all([sweepDesks(deps()), sweepDesks(deps()), sweepDesks(deps())])
    expect((await read(docket.id)).history.filter(({ what }) => what === 'lapsed')).toHaveLength(1)
  })

  it('raises an SoS whose complainant fell silent, once, and closes nothing', async () => {
    const cry = await fresh('high')
    offset = 11 * 60_000
    await sweepDesks(deps())
    const raised = await read(cry.id)
    expect(raised.alert).toMatchObject({ severity: 'critical', state: 'raised' })
    expect(raised.history.map(({ what }) => what)).toEqual(expect.arrayContaining(['silence', 'severity-raised']))
    offset = 60 * 60_000
    await sweepDesks(deps())
    expect((await read(cry.id)).history.filter(({ what }) => what === 'silence')).toHaveLength(1)
  })
})

describe('the citizen', () => {
  it('opens it again, or appeals one level up, and only once it is closed', async () => {
    const docket = await fresh()
    await expect(reopenByCitizen(deps(), docket.id, 'reopen', 'not done')).rejects.toMatchObject({ kind: 'conflict' })
    await act(STATE, docket, CLOSE)
    const again = await reopenByCitizen(deps(), docket.id, 'reopen', 'nobody took my statement')
    expect(again.docket).toMatchObject({ status: 'reopened', path: LUCKNOW, desk: { reopened: 1, closing: null, owner: null, clocks: { closedAt: null } } })
    await act(STATE, again.docket, { act: 'look' })
    await act(STATE, again.docket, CLOSE)
    const appealed = await reopenByCitizen(deps(), docket.id, 'appeal', 'still not done')
    expect(appealed.docket).toMatchObject({ status: 'reopened', path: '/up/z-lucknow/c-lucknow/', desk: { reopened: 2, movedUp: 1 } })
    await expect(reopenByCitizen(deps(), docket.id, 'appeal', 'again')).rejects.toMatchObject({ kind: 'conflict' })
  })
})
