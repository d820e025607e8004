import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InjectPost } from '../../scripts/x-emulator/inject.ts'
import type { AlertView } from '../../src/contract/alert-view.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { matterKey } from '../../src/domain/matter.ts'
import { isSos } from '../../src/domain/verdict.ts'
import type { Severity } from '../../src/domain/verdict.ts'
import { startApp } from '../app.ts'
import type { App, Console } from '../app.ts'
import { judge } from '../triage/judge.ts'

const AT_GOMTI = 'कुछ लोग घर का दरवाज़ा तोड़ रहे हैं, हाथ में चाकू है, हम सब अंदर हैं, जल्दी पुलिस भेजो! गोमती नगर, लखनऊ @PrahariUP'
/** The first of the texts that triage judges so: what a story is about must not depend on where exactly it draws its lines. */
function judgedAs(severity: Severity, texts: readonly string[]): string {
  const found = texts.find((text) => judge(text).severity === severity)
  if (found === undefined) throw new Error(`triage judges none of these ${severity}: ${texts.join(' | ')}`)
  return found
}
const THREAT = judgedAs('high', [
  'Alambagh Lucknow me do gut jhagad rahe hain, gaali galoch ho rahi hai @PrahariUP', 'Alambagh Lucknow me pados ke ladke darwaze par khade hain aur dhamki de rahe hain @PrahariUP',
  'Alambagh Lucknow me abhi mera mobile chheen kar do ladke bhaag gaye @PrahariUP', 'Alambagh Lucknow me do log sharab peekar lad rahe hain @PrahariUP', 'Alambagh Lucknow me ek ladka roz mera peecha karta hai, aaj bhi ghar ke bahar khada hai @PrahariUP',
])
const THEFT = judgedAs('normal', ['Hazratganj Lucknow se kal raat meri bike chori ho gayi, FIR nahi likh rahe @PrahariUP', 'Hazratganj Lucknow me pichhle hafte meri bike chori hui @PrahariUP'])
/** Says that nobody came and nothing else: by itself no cry for help. */
const NOBODY_CAME = judgedAs('low', ['कोई नहीं आया @PrahariUP', 'police ka wait kar rahe hain, koi nahi aaya @PrahariUP', 'पुलिस का इंतज़ार है, कोई नहीं आया @PrahariUP'])
/** Three people's words for one fight, with the same severity and the same place. */
const REPORTS = [
  'Vikas Nagar Lucknow me do gut lathi danda lekar lad rahe hain @PrahariUP', 'Big fight at Vikas Nagar Lucknow, people are hitting each other @PrahariUP',
  'लखनऊ विकास नगर में मारपीट हो रही है, लोग एक दूसरे को पीट रहे हैं @PrahariUP', 'Vikas Nagar Lucknow chauraha par jhagda ho raha hai, log maar peet kar rahe @PrahariUP', 'Two groups are fighting in Vikas Nagar Lucknow @PrahariUP',
].filter((text) => { const { severity, place, category } = judge(text); return isSos(severity) && matterKey(place, category) === 'lucknow/vikasnagar/harm' }).slice(0, 3)

let app: App
let wall: Console
let officer: Console
let authors = 0

beforeAll(async () => {
  app = await startApp({ withX: true })
  wall = await app.signIn('wall', 'up')
  officer = await app.signIn('officer', 'up')
  for (let tries = 0; tries < 200 && wall.heartbeats.at(-1)?.stream.isSeeing !== true; tries++) await sleep(50)
})
afterAll(() => app.stop())

const somebody = (): string => `reader_${String(++authors).padStart(3, '0')}`
function post(request: InjectPost): string {
  if (!app.emulator) throw new Error('no emulator')
  return app.emulator.inject(request).id
}
// Of a protected person the console does not learn the post.
const alertOf = (id: string): Promise<AlertView> => officer.see((alert) => alert.postId === id || alert.id === `case-${id}`)
/** Waits until the post is decided; answers the docket it belongs to, if any. */
async function decided(id: string): Promise<{ decision: string | null; docket: Docket | undefined }> {
  for (let tries = 0; tries < 200; tries++) {
    const row = await app.store.inbox.get(id)
    if (row?.state === 'decided') return { decision: row.decision, docket: row.docketId === null ? undefined : await app.store.dockets.get(row.docketId) }
    await sleep(50)
  }
  throw new Error(`post ${id} was not decided`)
}
const docketsSince = async (openedAt: number): Promise<Docket[]> => app.store.dockets.find({ index: 'byOpened', range: { gte: openedAt }, limit: 100 })
const words = (docket: Docket | undefined): string[] => docket?.history.map(({ what }) => what) ?? []

describe('a further post of the same author', () => {
  it('"koi nahi aaya" reaches the docket, makes a high alert critical and rings from the first rung', async () => {
    const author = somebody()
    const first = post({ text: THREAT, author })
    expect(await alertOf(first)).toMatchObject({ severity: 'high', followUps: 0 })
    const second = post({ text: 'koi nahi aaya abhi tak @PrahariUP', author })
    const worse = await officer.see((alert) => alert.postId === first && alert.severity === 'critical')
    expect(worse).toMatchObject({ rung: 0, followUps: 1, thread: [{ kind: 'nobody-came', text: 'koi nahi aaya abhi tak @PrahariUP' }] })
    expect(worse.nextDueAt).toBeLessThanOrEqual(app.store.now() + 20_000)
    expect(await decided(second)).toMatchObject({ decision: 'joined', docket: { post: { id: first } } })
  })

  it('tells whoever has it, and does not take it away', async () => {
    const author = somebody()
    const first = post({ text: THREAT.replace('Alambagh', 'Aliganj'), author })
    const alert = await alertOf(first)
    await officer.send('alert:acknowledge', { alertId: alert.id, key: 'follow-ups-ack-1' })
    post({ text: 'ab to gate tod diya un logon ne, andar aa gaye @PrahariUP', author })
    const told = await officer.see((one) => one.id === alert.id && one.news !== null)
    expect(told).toMatchObject({ severity: 'critical', holder: { name: expect.stringContaining('officer') as string }, news: { kind: 'worse' } })
    expect(told.nextDueAt).toBeLessThanOrEqual(app.store.now() + 180_000)
  })

  it('a complaint becomes an alert when nobody comes, one step and no further', async () => {
    const author = somebody()
    const first = post({ text: THEFT, author })
    await decided(first)
    post({ text: 'still waiting, no response from police @PrahariUP', author })
    const raised = await officer.see((alert) => alert.postId === first)
    expect(raised).toMatchObject({ severity: 'high', state: 'raised' })
    const third = post({ text: NOBODY_CAME, author })
    const { docket } = await decided(third)
    expect(docket?.alert?.severity).toBe('high')
    expect(docket?.thread.map((one) => one.followUp)).toEqual(['nobody-came', 'nobody-came'])
  })

  it('thanks are shown and close nothing; a closed docket is opened again by "worse"', async () => {
    const author = somebody()
    const first = post({ text: AT_GOMTI.replace('गोमती नगर', 'चिनहट'), author })
    const alert = await alertOf(first)
    post({ text: 'police aa gayi, dhanyavad @PrahariUP', author })
    const thanked = await officer.see((one) => one.id === alert.id && one.followUps === 1)
    expect(thanked).toMatchObject({ isOpen: true, state: 'raised', thread: [{ kind: 'thanks' }] })
    await officer.send('alert:progress', { alertId: alert.id, key: 'follow-ups-done-1', step: 'resolved', reason: null })
    await officer.see((one) => one.id === alert.id && !one.isOpen)
    post({ text: 'wo log phir se aa gaye, darwaza tod rahe hain! @PrahariUP', author })
    const again = await officer.see((one) => one.id === alert.id && one.isOpen && one.followUps === 2)
    expect(again).toMatchObject({ state: 'raised', severity: 'critical', holder: null, closedAt: null, rung: 0 })
    expect(words(await app.store.dockets.get(alert.id))).toContain('reopened')
  })

  it('three cries in a minute are one docket that rings once', async () => {
    const [author, since] = [somebody(), app.store.now()]
    const ids = ['', ' please', ' jaldi karo'].map((end) => post({ text: `${AT_GOMTI.replace('गोमती नगर', 'इंदिरा नगर')}${end}`, author }))
    for (const id of ids) await decided(id)
    const [docket, ...others] = (await docketsSince(since)).filter(({ post: { author: { handle } } }) => handle === author)
    expect(others).toEqual([])
    expect(docket?.thread.map((one) => one.followUp)).toEqual(['same-again', 'same-again'])
    expect(new Set(docket?.alert?.told.filter(({ rung }) => rung === 0).map(({ at }) => at))).toEqual(new Set([docket?.alert?.raisedAt]))
  })

  it('a cry about another matter gets a docket of its own', async () => {
    const author = somebody()
    const first = post({ text: THEFT.replace('Hazratganj', 'Aminabad'), author })
    await decided(first)
    const second = post({ text: 'meri 5 saal ki beti lapata hai, Kanpur central station se, 1 ghante se nahi mil rahi @PrahariUP', author })
    expect((await decided(second)).docket?.post.id).toBe(second)
  })

  it('what belongs to nothing is nothing to act on', async () => {
    const id = post({ text: 'thank you so much @PrahariUP', author: somebody() })
    expect(await decided(id)).toEqual({ decision: 'not-actionable', docket: undefined })
  })
})

describe('a crowd', () => {
  it('folds quotes, replies, retweets and pasted copies into the first docket; none of them rings', async () => {
    const since = app.store.now()
    const first = post({ text: AT_GOMTI.replace('गोमती नगर', 'महानगर'), author: somebody() })
    const alert = await alertOf(first)
    const copies = [
      post({ text: `${AT_GOMTI.replace('गोमती नगर', 'महानगर')} please RT`, author: somebody() }),
      post({ text: '@PrahariUP please help them!! share karo', quote: first, author: somebody() }),
      post({ text: '@PrahariUP so sad, please look', replyTo: first, author: somebody() }),
      app.emulator?.retweet(first, somebody()).id ?? '',
    ]
    for (const id of copies) expect((await decided(id)).docket?.id, id).toBe(alert.id)
    const spread = await officer.see((one) => one.id === alert.id && (one.spread?.posts ?? 0) >= 4)
    expect(spread).toMatchObject({ spread: { posts: 4, retweets: 1, authors: 3 }, version: expect.any(Number) as number })
    expect((await docketsSince(since)).map((docket) => docket.id)).toEqual([alert.id])
    expect(words(await app.store.dockets.get(alert.id)).filter((what) => what === 'alert-raised')).toHaveLength(1)
  })

  it('another place, number or victim in the same words keeps a docket of its own in the same incident', async () => {
    const text = 'Sir mere ghar ke bahar 4 ladke katta lekar khade hain, gaali de rahe hain aur gate peet rahe hain, bachche ro rahe hain, please jaldi police bhejiye, makaan 14 Rajajipuram Lucknow @PrahariUP'
    const first = post({ text, author: somebody() })
    const alert = await alertOf(first)
    const house = await alertOf(post({ text: text.replace('makaan 14', 'makaan 77'), author: somebody() }))
    const place = await alertOf(post({ text: text.replace('Rajajipuram', 'Chowk'), author: somebody() }))
    expect(new Set([alert.id, house.id, place.id]).size).toBe(3)
    const linked = await officer.see((one) => one.id === alert.id && one.incident?.dockets === 3)
    expect(linked.incident?.authors).toBeLessThan(3)
    expect((await officer.see((one) => one.id === place.id && one.incident !== null)).incident?.id).toBe(linked.incident?.id)
  })

  it('three people who report one place in their own words raise it one step', async () => {
    expect(REPORTS).toHaveLength(3)
    const ids: string[] = []
    for (const text of REPORTS) {
      ids.push(post({ text, author: somebody() }))
      await decided(ids.at(-1) ?? '')
    }
    const dockets = await app.store.dockets.getMany(ids.map((id) => `case-${id}`))
    expect(dockets).toHaveLength(3)
    expect(new Set(dockets.map(({ incidentId }) => incidentId)).size).toBe(1)
    for (const docket of dockets) expect(words(docket), docket.post.text).toContain('crowd')
    for (const id of ids) expect(await alertOf(id)).toMatchObject({ severity: 'critical', incident: { dockets: 3, authors: 3 } })
  })
})
