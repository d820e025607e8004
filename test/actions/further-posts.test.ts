import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAlert } from '../../src/actions/acknowledge-alert.ts'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import type { OpenDeps } from '../../src/actions/open-dockets.ts'
import type { Store } from '../../src/actions/ports.ts'
import { receivePosts } from '../../src/actions/receive-posts.ts'
import { sweepInbox } from '../../src/actions/sweep-inbox.ts'
import type { PostJob } from '../../src/contract/jobs.ts'
import { toAlertView } from '../../src/contract/alert-view.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { firstBreak } from '../../src/domain/history.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { Post } from '../../src/domain/post.ts'
import type { Severity, Verdict } from '../../src/domain/verdict.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { overriding } from '../faults/overriding.ts'
import { makeJob, makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const APPEAL = 'Sir mere ghar ke bahar 4 ladke katta lekar khade hain, gaali de rahe hain aur gate peet rahe hain, please jaldi police bhejiye, makaan 14 Rajajipuram Lucknow'
const spot = (locality: string | null, districtId: string | null = 'lucknow') => ({ districtId, stationId: null, locality, confidence: 0.9, candidates: [], elsewhere: null })

let store: Store
let close: () => Promise<void>
let told: Docket[]
let deps: OpenDeps
let now = 1_790_000_100_000
let writers = 0

beforeAll(async () => {
  ;({ store, close } = await openTestStore())
})
afterAll(() => close())
beforeEach(() => {
  told = []
  now += 8 * 86_400_000
  deps = {
    store: overriding(store, { now: () => now }), policy: DEFAULT_LADDER_POLICY, handles: DEFAULT_TRIAGE_POLICY, numbers: docketNumbers(store, 4),
    announcer: { announce: (dockets) => void told.push(...dockets) }, crypto: { sha256 },
  }
})

const writer = (): Post['author'] => ({ id: `77${++writers}`, handle: `writer${writers}`, name: 'Writer', location: null, followers: 50 })
function job(severity: Severity, post: Partial<Post>, verdict: Partial<Verdict> = {}): PostJob {
  return makeJob(severity, { createdAt: now, ...post }, verdict, now)
}
/** Records the posts as the listener does, so that their decisions can be seen. */
async function record(jobs: readonly PostJob[]): Promise<void> {
  await store.inbox.insertMany(jobs.map(({ postId, post, verdict, receivedAt }) => ({ id: postId, version: 1, state: 'pending', decision: null, lane: 'sos', receivedAt, post, verdict, docketId: null, reason: null })))
}
async function open(...jobs: PostJob[]): Promise<void> {
  await record(jobs)
  await openDockets(deps, jobs)
}
const docketOf = async ({ postId }: PostJob): Promise<Docket> => {
  const found = await store.dockets.get(`case-${postId}`)
  if (!found) throw new Error(`no docket for ${postId}`)
  return found
}
const rowOf = async ({ postId }: PostJob): Promise<readonly [string | null | undefined, string | null | undefined]> => {
  const row = await store.inbox.get(postId)
  return [row?.decision, row?.docketId]
}
const words = ({ history }: Docket): string[] => history.map(({ what }) => what)

describe('a further post', () => {
  it('of the same author joins the open docket with its kind, and is decided as joined', async () => {
    const author = writer()
    const first = job('high', { author, text: 'they beat my brother at Alambagh' })
    const next = job('none', { author, text: 'koi nahi aaya' }, { followUp: 'nobody-came', place: spot(null, null) })
    await open(first)
    now += 60_000
    await open(next)
    const docket = await docketOf(first)
    expect(docket).toMatchObject({ alert: { severity: 'critical', nextRung: 1 }, thread: [{ id: next.postId, followUp: 'nobody-came', joinedAt: now, because: ['says that nobody came'] }] })
    expect(words(docket)).toEqual(['opened', 'alert-raised', 'follow-up', 'severity-raised', 'rang-again'])
    expect(await rowOf(next)).toEqual(['joined', docket.id])
    expect(await store.inbox.get(next.postId)).toMatchObject({ lane: 'sos' })
    expect(firstBreak(docket.history, sha256)).toBeNull()
  })

  it('that belongs to nothing and asks for nothing is decided as that, once', async () => {
    const lonely = job('none', { text: 'koi nahi aaya' }, { followUp: 'nobody-came' })
    await open(lonely)
    expect(await rowOf(lonely)).toEqual(['not-actionable', null])
    expect(await store.inbox.get(lonely.postId)).toMatchObject({ state: 'decided', lane: 'none' })
  })

  it('by another person joins where it answers a post of the docket, and is counted where it says nothing', async () => {
    const first = job('high', { author: writer(), text: 'they beat my brother' })
    await open(first)
    const thread = { conversationId: first.postId, kind: 'reply' as const, inReplyToId: first.postId }
    const saw = job('low', { ...thread, author: writer(), text: 'police has arrived' }, { followUp: 'thanks', place: spot(null, null) })
    const sighed = job('none', { ...thread, author: writer(), text: 'so sad' }, { place: spot(null, null) })
    await open(saw, sighed)
    expect(await docketOf(first)).toMatchObject({ thread: [{ id: saw.postId, followUp: 'thanks' }], spread: { posts: 1, authors: 1, retweets: 0 }, alert: { state: 'raised' } })
    expect([(await rowOf(saw))[0], (await rowOf(sighed))[0]]).toEqual(['joined', 'folded'])
  })

  it('of somebody else in a conversation that the docket did not begin is a matter of its own', async () => {
    const official = '1999'
    const one = job('normal', { author: writer(), text: 'noise at night', conversationId: official, kind: 'reply', inReplyToId: official })
    const other = job('normal', { author: writer(), text: 'bad road here', conversationId: official, kind: 'reply', inReplyToId: official })
    await open(one)
    await open(other)
    expect(await rowOf(other)).toEqual(['docket', `case-${other.postId}`])
  })

  it.each([
    ['in another district', { place: spot(null, 'agra') }],
    ['of another kind at another place', { category: 'missing_person' as const, place: spot('Chowk') }],
    ['that cries about another kind of matter', { category: 'fire' as const, place: spot(null, null) }],
  ])('%s is a matter of its own', async (_, changes) => {
    const author = writer()
    await open(job('high', { author, text: 'they beat my brother' }, { place: spot('Alambagh') }))
    now += 3_600_000
    const other = job('high', { author, text: 'quite another thing happens' }, changes)
    await open(other)
    expect(await rowOf(other)).toEqual(['docket', `case-${other.postId}`])
  })

  it('tells the place that was not known, and the docket goes there', async () => {
    const author = writer()
    const first = job('critical', { author, text: 'bachao, they break the door' }, { place: spot(null, null) })
    await open(first)
    expect((await docketOf(first)).path).toBe('/up/')
    await open(job('low', { author, text: 'address: Alambagh Lucknow' }, { followUp: 'more-facts', place: spot('Alambagh') }))
    const docket = await docketOf(first)
    expect(docket.path).toMatch(/\/lucknow\/$/u)
    expect(docket.alert?.told.at(-1)).toMatchObject({ rung: 0, path: docket.path })
    expect(words(docket)).toEqual(['opened', 'alert-raised', 'follow-up', 'alert-moved'])
  })

  it('that is graver leads: its words are shown, and the first post stands in the thread', async () => {
    const author = writer()
    const first = job('normal', { author, text: 'my neighbour threatens me' })
    const next = job('critical', { author, text: 'he is at my door with a knife' }, { followUp: 'worse' })
    await open(first)
    await open(next)
    const view = toAlertView(await docketOf(first), 'full')
    expect(view).toMatchObject({ severity: 'critical', text: 'he is at my door with a knife', postId: first.postId, followUps: 1, thread: [{ kind: 'first', text: 'my neighbour threatens me' }, { kind: 'worse' }] })
  })

  it('of a protected case shows no text on a wall', async () => {
    const author = writer()
    const first = job('high', { author, text: 'her name is Seeta' }, { isProtected: true })
    await open(first)
    await open(job('none', { author, text: 'Seeta waits, nobody came' }, { followUp: 'nobody-came', place: spot(null, null) }))
    const view = JSON.stringify(toAlertView(await docketOf(first), 'wall'))
    for (const secret of ['Seeta', first.postId, author.handle]) expect(view).not.toContain(secret)
  })

  it('a docket that an earlier version opened takes it too', async () => {
    const author = writer()
    const first = job('high', { author, text: 'they beat my brother' })
    await open(first)
    const { authorId: _a, conversationId: _c, matter: _m, ...old } = await docketOf(first)
    await store.dockets.replace({ ...old, version: old.version + 1 }, old.version)
    const reply = job('none', { author, kind: 'reply', inReplyToId: first.postId, conversationId: first.postId, text: 'koi nahi aaya' }, { followUp: 'nobody-came' })
    await open(reply)
    expect(await rowOf(reply)).toEqual(['joined', `case-${first.postId}`])
    expect(toAlertView({ ...old, alert: old.alert }, 'full')).toMatchObject({ thread: [], followUps: 0, spread: null, incident: null, news: null })
  })
})

describe('done again', () => {
  /** Every write of one run: each run is stopped after the n-th, as a kill would, and then done again as the sweep does. */
  async function stoppedAfter(writes: number, jobs: readonly PostJob[]): Promise<boolean> {
    let left = writes
    const gate = <Args extends unknown[], Value>(work: (...args: Args) => Promise<Value>) => (...args: Args): Promise<Value> => {
      if (left-- <= 0) throw new Error('killed')
      return work(...args)
    }
    const { inbox, dockets, incidents, echoes } = deps.store
    const dying = {
      ...deps,
      store: overriding(deps.store, {
        inbox: overriding(inbox, { replaceMany: gate((changes) => inbox.replaceMany(changes)) }),
        dockets: overriding(dockets, { insertMany: gate((rows) => dockets.insertMany(rows)), replace: gate((row, version) => dockets.replace(row, version)) }),
        incidents: overriding(incidents, { insertMany: gate((rows) => incidents.insertMany(rows)), replace: gate((row, version) => incidents.replace(row, version)) }),
        echoes: overriding(echoes, { insertMany: gate((rows) => echoes.insertMany(rows)) }),
      }),
    }
    const survived = await openDockets(dying, jobs).then(() => true, () => false)
    await openDockets(deps, jobs)
    await openDockets(deps, jobs)
    return survived
  }

  it('after a kill behind any write, everything is as if it had happened once', async () => {
    let isOver = false
    for (let writes = 0; !isOver; writes++) {
      expect(writes).toBeLessThan(40)
      now += 4 * 86_400_000
      const author = writer()
      const place = `Spot ${writes}`
      const first = job('high', { author, text: `${APPEAL} khambha ${writes}` }, { place: spot(place) })
      const witness = job('high', { author: writer(), text: `big fight going on near the tower ${writes}, men with sticks are hitting two boys` }, { place: spot(place) })
      const jobs = [
        first, witness,
        job('none', { author, text: 'koi nahi aaya' }, { followUp: 'nobody-came', place: spot(null, null) }),
        job('high', { author: writer(), text: `RT please share: ${APPEAL} khambha ${writes}` }, { place: spot(place) }),
        job('high', { author: writer(), kind: 'retweet', caseId: first.postId, text: first.post.text }),
        job('high', { author: writer(), text: `लोग टावर ${writes} के पास एक दूसरे को बुरी तरह पीट रहे हैं, खून बह रहा है` }, { place: spot(place) }),
      ]
      await record(jobs)
      isOver = await stoppedAfter(writes, jobs)
      const docket = await docketOf(first)
      expect(docket.thread.map(({ followUp }) => followUp), `after ${writes} writes`).toEqual(['nobody-came'])
      expect(docket.spread).toMatchObject({ posts: 2, retweets: 1, authors: 1 })
      expect(docket.incident).toMatchObject({ dockets: 3, authors: 3 })
      expect(docket.raisedFor).toHaveLength(1)
      expect(words(docket).filter((what) => what === 'crowd' || what === 'follow-up' || what === 'opened').sort()).toEqual(['crowd', 'follow-up', 'opened'])
      expect(await docketOf(witness)).toMatchObject({ alert: { severity: 'critical' } })
      const decisions = await Promise.all(jobs.map(rowOf))
      expect(decisions.map(([decision]) => decision)).toEqual(['docket', 'docket', 'joined', 'folded', 'folded', 'docket'])
      expect(firstBreak(docket.history, sha256)).toBeNull()
    }
  })

  it('by many at once, each post has one place', async () => {
    const author = writer()
    const first = job('critical', { author, text: APPEAL }, { place: spot('Rajajipuram') })
    const further = Array.from({ length: 5 }, (_, at) => job('critical', { author, text: `${APPEAL} ${'jaldi '.repeat(at)}` }, { place: spot('Rajajipuram') }))
    const jobs = [first, ...further]
    await record(jobs)
    await Promise.all(Array.from({ length: 8 }, (_, at) => openDockets(deps, at % 2 ? jobs : [...jobs].reverse())))
    const rows = await Promise.all(jobs.map(rowOf))
    expect(rows.filter(([decision]) => decision === 'docket')).toHaveLength(1)
    expect(new Set(rows.map(([, docketId]) => docketId)).size).toBe(1)
    const docket = await store.dockets.get(rows[0]?.[1] ?? '')
    expect(docket?.thread).toHaveLength(5)
    expect(docket?.alert?.told.every(({ at }) => at === docket.alert?.raisedAt)).toBe(true)
  })
})

describe('a store that is slow or away', () => {
  const away = (): Promise<never> => Promise.reject(new PrahariError('unavailable', 'the store is slow'))

  it('costs a second docket at the most, never a cry', async () => {
    const author = writer()
    await open(job('high', { author, text: APPEAL }, { place: spot('Rajajipuram') }))
    const again = job('high', { author, text: APPEAL }, { place: spot('Rajajipuram') })
    await record([again])
    const blind = overriding(deps.store, { dockets: overriding(store.dockets, { find: away }), echoes: overriding(store.echoes, { getMany: away, insertMany: away }) })
    await openDockets({ ...deps, store: blind }, [again])
    expect(await rowOf(again)).toEqual(['docket', `case-${again.postId}`])
    const third = job('high', { author, text: APPEAL }, { place: spot('Rajajipuram') })
    await record([third])
    await openDockets({ ...deps, hurry: away }, [third])
    expect((await rowOf(third))[0]).toBe('docket')
  })

  it('does not decide that "nobody came" belongs to nothing: the job comes back', async () => {
    const lonely = job('none', { text: 'koi nahi aaya' }, { followUp: 'nobody-came' })
    await record([lonely])
    const blind = overriding(deps.store, { dockets: overriding(store.dockets, { find: away }) })
    await expect(openDockets({ ...deps, store: blind }, [lonely])).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await store.inbox.get(lonely.postId)).toMatchObject({ state: 'pending' })
  })
})

describe('a crowd', () => {
  it('of copies is counted without a write to anybody, and retweets need not know who', async () => {
    const first = job('critical', { author: writer(), text: APPEAL }, { place: spot('Rajajipuram') })
    await open(first)
    told = []
    for (let at = 0; at < 12; at++) await open(job('critical', { author: writer(), text: `${'please share '.repeat(at % 3)}${APPEAL}` }, { place: spot('Rajajipuram') }))
    expect(await docketOf(first)).toMatchObject({ spread: { posts: 12, authors: 12, retweets: 0 } })
    expect(told).toEqual([])
    expect(words(await docketOf(first))).toEqual(['opened', 'alert-raised'])
  })

  it('a graver copy is no copy', async () => {
    const first = job('high', { author: writer(), text: APPEAL }, { place: spot('Rajajipuram') })
    await open(first)
    const graver = job('critical', { author: writer(), text: APPEAL }, { place: spot('Rajajipuram') })
    await open(graver)
    expect((await rowOf(graver))[0]).toBe('docket')
    expect((await docketOf(graver)).incidentId).toBe((await docketOf(first)).incidentId)
  })

  it('of three independent people raises complaints to alerts, after that each newcomer as it opens, and nobody twice', async () => {
    const said = ['do gut lad rahe hain yahan', 'a fight between two groups at the market', 'बाज़ार में झगड़ा हो रहा है भाई', 'log ek dusre ko maar rahe bahut bura haal']
    const jobs = said.map((text) => job('normal', { author: writer(), text }, { place: spot('Aliganj Bazar') }))
    for (const one of jobs.slice(0, 2)) await open(one)
    for (const one of jobs.slice(0, 2)) expect((await docketOf(one)).alert).toBeNull()
    for (const one of jobs.slice(2)) {
      now += 60_000
      await open(one)
    }
    for (const one of jobs) {
      const docket = await docketOf(one)
      expect(docket.alert).toMatchObject({ severity: 'high', state: 'raised' })
      expect(words(docket).filter((what) => what === 'crowd')).toHaveLength(1)
      expect(docket.history.find(({ what }) => what === 'crowd')?.facts.because).toMatch(/3|4/u)
    }
    expect(new Set(told.filter(({ alertOpen }) => alertOpen).map(({ id }) => id)).size).toBe(4)
  })

  it('in one wording with other numbers is one witness, however many, and costs each newcomer few writes', async () => {
    let writes = 0
    const counted = overriding(deps.store, { dockets: overriding(store.dockets, { replace: (row, version) => { writes++; return store.dockets.replace(row, version) } }) })
    const jobs = Array.from({ length: 40 }, (_, at) => job('high', { author: writer(), text: `${APPEAL} khambha ${at + 100}` }, { place: spot('Rajajipuram') }))
    await record(jobs)
    for (const one of jobs) await openDockets({ ...deps, store: counted }, [one])
    const [first] = jobs
    if (!first) throw new Error('no jobs')
    expect(await docketOf(first)).toMatchObject({ alert: { severity: 'high' }, incident: { dockets: 32 } })
    const incident = await store.incidents.get((await docketOf(first)).incidentId ?? '')
    expect(incident).toMatchObject({ size: 40, witnesses: [] })
    expect(writes).toBeLessThan(120)
  })

  it('half an hour later, or of one author, or at two places, is none', async () => {
    const author = writer()
    const tell = (text: string, locality: string, by = writer()): PostJob => job('high', { author: by, text }, { place: spot(locality) })
    const one = tell('fight at the gate', 'Mawaiya', author)
    await open(one)
    await open(tell('stone pelting here near temple', 'Charbagh'))
    now += 31 * 60_000
    await open(tell('bahut maar peet ho rahi', 'Mawaiya'))
    await open(tell('log lathi danda le kar aaye', 'Mawaiya'))
    expect((await docketOf(one)).raisedFor).toBeUndefined()
  })

  it('leaves drills alone', async () => {
    const drills = Array.from({ length: 3 }, () => job('critical', { source: 'drill', text: APPEAL, author: writer() }, { place: spot('Rajajipuram') }))
    for (const one of drills) await open(one)
    for (const one of drills) expect((await rowOf(one))[0]).toBe('docket')
  })
})

it('the author of false alarms is shown with more doubt, and rings all the same', async () => {
  const author = writer()
  const first = job('high', { author, text: 'they beat my brother' }, { place: spot('Alambagh') })
  await open(first)
  const viewer = { personId: 'p', name: 'P', role: 'officer', scopePath: '/up/', scopeName: 'UP', scopeNameHi: 'UP' } as const
  await acknowledgeAlert({ store: deps.store, announcer: deps.announcer, crypto: deps.crypto }, viewer, { alertId: `case-${first.postId}`, key: 'key-false-1' })
  const docket = await docketOf(first)
  if (!docket.alert) throw new Error('no alert')
  await store.dockets.replace({ ...docket, version: docket.version + 1, status: 'closed', alertOpen: 0, nextDueAt: null, alert: { ...docket.alert, state: 'false-alarm', closedAt: now, nextDueAt: null } }, docket.version)
  now += 3 * 86_400_000
  const second = job('high', { author, text: 'now a fire at the shop' }, { category: 'fire', place: spot('Chowk') })
  await open(second)
  expect(await docketOf(second)).toMatchObject({ alert: { severity: 'high', state: 'raised' }, verdict: { doubt: { likelihood: 0.25, reasons: ['one earlier alert of the author was a false alarm'] } } })
})

it('replies and follow-ups wait for the intake even when nothing must be done, and the sweep decides them too', async () => {
  const queues = { enqueueSos: () => Promise.reject(new PrahariError('unavailable', 'away')), enqueueRoutine: () => Promise.reject(new PrahariError('unavailable', 'away')) }
  const posts = [makePost({ kind: 'reply', text: 'reply' }), makePost({ text: 'nobody' }), makePost({ text: 'chat' })]
  const judge = ({ text }: { text: string }): Verdict => makeVerdict('none', text === 'nobody' ? { followUp: 'nobody-came' } : {})
  await receivePosts({ store: deps.store, queues, judge }, posts)
  const lanes = async (): Promise<unknown[]> => (await Promise.all(posts.map(({ id }) => store.inbox.get(id)))).map((row) => [row?.state, row?.lane])
  expect(await lanes()).toEqual([['pending', 'routine'], ['pending', 'sos'], ['decided', 'none']])
  await sweepInbox({ ...deps, store: overriding(deps.store, { now: () => now + 120_000 }) }, false)
  expect(await lanes()).toEqual([['decided', 'none'], ['decided', 'none'], ['decided', 'none']])
})
