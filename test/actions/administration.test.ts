import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addAccount, linkAccount } from '../../src/actions/add-account.ts'
import { addPerson } from '../../src/actions/add-person.ts'
import { appendAudit } from '../../src/actions/append-audit.ts'
import { changeAccount } from '../../src/actions/change-account.ts'
import { changeHandle } from '../../src/actions/change-handle.ts'
import { changePolicy } from '../../src/actions/change-policy.ts'
import { allTemplates, changeTemplate } from '../../src/actions/change-template.ts'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import { endSessions } from '../../src/actions/end-sessions.ts'
import { gateReply } from '../../src/actions/gate-reply.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { policyBook } from '../../src/actions/policy-book.ts'
import { readAudit } from '../../src/actions/read-audit.ts'
import { readTemplates } from '../../src/actions/read-templates.ts'
import { signIn } from '../../src/actions/sign-in.ts'
import { nodeCrypto } from '../../src/app.ts'
import { firstBreak } from '../../src/domain/history.ts'
import { DEFAULT_DESK, DEFAULT_LADDER_POLICY, DEFAULT_NORMAL } from '../../src/domain/ladder.ts'
import type { Viewer } from '../../src/domain/person.ts'
import { checkReply } from '../../src/triage/gate/check-reply.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { triage } from '../../src/triage/triage.ts'
import { makeJob, makePost } from '../posts.ts'
import { openTestStore } from '../store.ts'
import { overriding } from '../faults/overriding.ts'

let opened: Awaited<ReturnType<typeof openTestStore>>
let deps: { store: (typeof opened)['store']; crypto: typeof nodeCrypto }
const viewer = (personId: string, scopePath = '/up/'): Viewer => ({ personId, name: personId, role: 'admin', scopePath })
const ONE = viewer('one')
beforeEach(async () => {
  opened = await openTestStore()
  deps = { store: opened.store, crypto: nodeCrypto }
  for (const id of ['one', 'two']) await addPerson(opened.store, { id, name: id, role: 'admin', scopeId: 'up' })
})
afterEach(() => opened.close())

const trail = async (): Promise<{ who: string; what: string; object: string }[]> => (await opened.store.audit.find({ index: 'bySeq', order: 'asc', limit: 100 })).map(({ who, what, object }) => ({ who, what, object }))
const versionOf = async (id: string): Promise<number> => (await opened.store.people.get(id))?.version ?? 0

describe('accounts', () => {
  it('are made with a link that works once, changed, linked anew, ended and shut; each step is in the trail', async () => {
    const { token } = await addAccount(deps, ONE, { id: 'ravi', name: 'Ravi', role: 'officer', scopeId: 'lucknow', email: 'ravi@example.org' })
    const fresh = await linkAccount(deps, ONE, 'ravi')
    const sign = (one: string) => signIn({ ...deps, sessionHours: 1 }, one)
    await expect(sign(token)).rejects.toMatchObject({ kind: 'forbidden' })
    await sign(fresh.token)
    const { person } = await changeAccount(deps, ONE, 'ravi', { expectedVersion: 1, role: 'desk', scopeId: 'agra', phone: '+919000000001' })
    expect(person).toMatchObject({ version: 2, role: 'desk', scopePath: '/up/z-agra/c-agra/agra/' })
    expect(await endSessions(deps, ONE, 'ravi')).toMatchObject({ ended: 1 })
    await sign((await linkAccount(deps, ONE, 'ravi')).token)
    await changeAccount(deps, ONE, 'ravi', { expectedVersion: 2, isDisabled: true })
    expect(await opened.store.sessions.count({ index: 'byPerson', equals: { personId: 'ravi' } })).toBe(0)
    await expect(linkAccount(deps, ONE, 'ravi')).rejects.toMatchObject({ kind: 'invalid' })
    expect((await changeAccount(deps, ONE, 'ravi', { expectedVersion: 3, isDisabled: false })).did).toBe('changed')
    expect((await changeAccount(deps, ONE, 'ravi', { expectedVersion: 4, isDisabled: false })).did).toBe('nothing')
    expect((await trail()).map(({ what }) => what)).toEqual(['account-added', 'link-issued', 'account-changed', 'sessions-ended', 'link-issued', 'account-changed', 'account-changed'])
    expect(new Set((await trail()).map(({ object }) => object))).toEqual(new Set(['person:ravi']))
    const all = await opened.store.audit.find({ index: 'bySeq', order: 'asc', limit: 100 })
    expect(firstBreak(all, nodeCrypto.sha256)).toBeNull()
    expect(JSON.stringify(all)).not.toMatch(/example|9000000001/)
  })

  it('are refused twice, by a stale version, beyond the own area and of oneself', async () => {
    await addAccount(deps, ONE, { id: 'ravi', name: 'Ravi', role: 'officer', scopeId: 'lucknow' })
    await expect(addAccount(deps, ONE, { id: 'ravi', name: 'Ravi', role: 'admin', scopeId: 'up' })).rejects.toMatchObject({ kind: 'conflict', field: 'id' })
    await expect(changeAccount(deps, ONE, 'ravi', { expectedVersion: 9, role: 'desk' })).rejects.toMatchObject({ kind: 'conflict', field: 'expectedVersion' })
    await expect(changeAccount(deps, ONE, 'ravi', { expectedVersion: 1, scopeId: 'atlantis' })).rejects.toMatchObject({ kind: 'invalid', field: 'scopeId' })
    const lucknow = viewer('small', '/up/z-lucknow/c-lucknow/lucknow/')
    await expect(changeAccount(deps, lucknow, 'ravi', { expectedVersion: 1, scopeId: 'up' })).rejects.toMatchObject({ kind: 'forbidden', field: 'scopeId' })
    await expect(addAccount(deps, lucknow, { id: 'mina', name: 'M', role: 'admin', scopeId: 'up' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(changeAccount(deps, lucknow, 'two', { expectedVersion: 1, isDisabled: true })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(changeAccount(deps, ONE, 'one', { expectedVersion: 1, isDisabled: true })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await trail()).toHaveLength(1)
  })

  it('never lose the last administrator, not even when two remove each other at once', async () => {
    const shut = (by: string, id: string) => changeAccount(deps, viewer(by), id, { expectedVersion: 1, isDisabled: true })
    const outcomes = await Promise.allSettled([shut('one', 'two'), shut('two', 'one')])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const left = (await opened.store.people.find({ index: 'byRole', equals: { role: 'admin' }, limit: 9 })).filter(({ isDisabled }) => !isDisabled)
    expect(left).toHaveLength(1)
    const gone = left[0]?.id === 'one' ? 'two' : 'one'
    await expect(changeAccount(deps, viewer(gone), left[0]?.id ?? '', { expectedVersion: await versionOf(left[0]?.id ?? ''), role: 'desk' })).rejects.toMatchObject({ kind: 'forbidden', field: 'id' })
  })

  it('change nothing that the trail cannot take, and say when a recorded change came to nothing', async () => {
    await addAccount(deps, ONE, { id: 'ravi', name: 'Ravi', role: 'officer', scopeId: 'lucknow' })
    const full = overriding(opened.store, { audit: overriding(opened.store.audit, { insertMany: () => Promise.resolve(['exists' as const]) }) })
    await expect(changeAccount({ ...deps, store: full }, ONE, 'ravi', { expectedVersion: 1, role: 'desk' })).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await versionOf('ravi')).toBe(1)
    const slow = overriding(opened.store, { people: overriding(opened.store.people, { replace: () => Promise.resolve('conflict' as const) }) })
    await expect(changeAccount({ ...deps, store: slow }, ONE, 'ravi', { expectedVersion: 1, role: 'desk' })).rejects.toMatchObject({ kind: 'conflict' })
    expect((await trail()).map(({ what }) => what)).toEqual(['account-added', 'account-changed', 'not-done'])
  })
})

describe('policies of the state', () => {
  const { critical, high } = DEFAULT_LADDER_POLICY
  const quicker = { critical: { ...critical, repeatEveryS: 30 }, high, normal: { ...DEFAULT_NORMAL, progressS: 7_200 }, desk: { ...DEFAULT_DESK, untouchedS: 7_200 } }

  it('are taken by every process, by their parts; the first of two at once wins', async () => {
    const book = policyBook(opened.store, { ladder: DEFAULT_LADDER_POLICY, triage: DEFAULT_TRIAGE_POLICY })
    const { ladder, triage: policy } = book
    const before = ladder.critical
    const outcomes = await Promise.allSettled(['one', 'two'].map((by) => changePolicy(deps, viewer(by), { ladder: quicker, expectedVersion: 1, reason: 'nights are long' })))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await book.refresh()
    expect([book.ladder, book.triage]).toEqual([ladder, policy])
    expect(ladder).toMatchObject({ version: 2, critical: { repeatEveryS: 30 }, normal: { progressS: 7_200 } })
    expect([before.repeatEveryS, DEFAULT_LADDER_POLICY.critical.repeatEveryS]).toEqual([60, 60])
    const [entry] = (await readAudit(deps, ONE, { object: 'policy:ladder', limit: 5 })).entries.filter(({ what }) => what === 'policy-changed')
    expect(entry?.facts).toMatchObject({ versionWas: 1, versionIs: 2, reason: 'nights are long', 'critical.repeatEveryS': '60 → 30' })
    await expect(changePolicy(deps, ONE, { ladder: quicker, expectedVersion: 1, reason: 'again' })).rejects.toMatchObject({ kind: 'conflict', field: 'expectedVersion' })
    await expect(changePolicy(deps, ONE, { ladder: { ...quicker, high: { ...high, rungs: high.rungs.slice(0, 1) } }, expectedVersion: 2, reason: 'x' })).rejects.toMatchObject({ kind: 'invalid', field: 'body.ladder.high.rungs.0.tell' })
    await expect(changePolicy(deps, viewer('small', '/up/z-lucknow/'), { ladder: quicker, expectedVersion: 2, reason: 'x' })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('say whose account a handle is, and triage goes by it', async () => {
    const book = policyBook(opened.store, { ladder: DEFAULT_LADDER_POLICY, triage: DEFAULT_TRIAGE_POLICY })
    const { triage: policy } = book
    const post = makePost({ text: '@thana_ghazipur my bicycle was stolen this morning, please help', mentions: ['thana_ghazipur'] })
    expect(triage(post, policy).place.districtId).toBeNull()
    const set = (handle: string, meaning: Parameters<typeof changeHandle>[3]['meaning'], expectedSeq: number) => changeHandle(deps, ONE, DEFAULT_TRIAGE_POLICY, { handle, meaning, expectedSeq, reason: 'new account' })
    expect(await set('thana_ghazipur', { is: 'district', districtId: 'ghazipur' }, 0)).toMatchObject({ did: 'changed', seq: 1 })
    await book.refresh()
    expect(triage(post, policy).place.districtId).toBe('ghazipur')
    await expect(set('other', { is: 'own' }, 0)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(set('other', { is: 'district', districtId: 'up' }, 1)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(set('prahariup', { is: 'nobody' }, 1)).rejects.toMatchObject({ kind: 'invalid', field: 'body.handle' })
    expect(await set('agrapolice', { is: 'nobody' }, 1)).toMatchObject({ seq: 2 })
    expect(await set('thana_ghazipur', { is: 'default' }, 2)).toMatchObject({ seq: 3 })
    expect(await set('thana_ghazipur', { is: 'default' }, 3)).toMatchObject({ did: 'nothing' })
    await book.refresh()
    expect([policy.districtHandles.agrapolice, policy.districtHandles.thana_ghazipur, DEFAULT_TRIAGE_POLICY.districtHandles.agrapolice]).toEqual([undefined, undefined, 'agra'])
  })
})

describe('a handle that an administrator adds', () => {
  it('is one for judging, for further posts and for answers, in every process', async () => {
    const { store } = opened
    const book = policyBook(store, { ladder: DEFAULT_LADDER_POLICY, triage: DEFAULT_TRIAGE_POLICY })
    const cry = makeJob('normal', { mentions: ['thana_ghazipur'], summoned: false })
    const open = { store, announcer: { announce: () => undefined }, crypto: nodeCrypto, numbers: docketNumbers(store, 1), policy: book.ladder, handles: book.triage }
    await openDockets(open, [cry])
    const reply = (id: string) => makeJob('normal', { id, kind: 'reply', text: 'Team sent to the spot, thana Ghazipur', inReplyToId: cry.postId, author: { id: '77', handle: 'Thana_Ghazipur', name: 'Thana', location: null, followers: 9 } }, { severity: 'none', score: 0 })
    const gate = { store, crypto: nodeCrypto, loadGate: () => Promise.resolve(checkReply), handles: book.triage, settings: { prices: { replyCents: 1, linkFactor: 13, messageCents: 1, limitCents: 1_000 }, ownHandle: 'prahariup', ownHost: 'localhost', isDry: true, mayAnswerAnyone: false } }
    const look = async () => {
      const docket = await store.dockets.get(`case-${cry.post.caseId}`)
      if (!docket) throw new Error('no docket')
      const { findings } = await gateReply(gate, docket, 'answer', 'Please speak to @thana_ghazipur')
      return { posts: docket.thread.length + (docket.spread?.recentPosts.length ?? 0), mention: findings.find(({ code }) => code === 'mention')?.level, refused: findings.find(({ code }) => code === 'not-summoned')?.message }
    }
    await openDockets(open, [reply('2100000000000009001')])
    const before = await look()
    expect(before).toMatchObject({ mention: 'needs-second', refused: 'X allows an answer only where the author mentioned or quoted us' })
    expect(before.posts).toBeGreaterThan(0)
    await changeHandle(deps, ONE, DEFAULT_TRIAGE_POLICY, { handle: 'thana_ghazipur', meaning: { is: 'district', districtId: 'ghazipur' }, expectedSeq: 0, reason: 'new account' })
    await book.refresh()
    await openDockets(open, [reply('2100000000000009002')])
    expect(await look()).toEqual({ posts: before.posts, mention: 'note', refused: 'X lets only @thana_ghazipur answer: the author called them, not us' })
  })
})

describe('templates', () => {
  const prices = { replyCents: 1, linkFactor: 13, messageCents: 1, limitCents: 1_000 }
  const templateDeps = () => ({ ...deps, settings: { prices, ownHandle: 'prahariup', ownHost: 'localhost', isDry: true, mayAnswerAnyone: false }, handles: DEFAULT_TRIAGE_POLICY, loadGate: () => Promise.resolve(checkReply) })
  const wish = { kind: 'answer', lang: 'en', category: null, expectedVersion: 0, isTrial: false } as const

  it('are tried by the gate, written by version, switched off; the trail keeps both texts', async () => {
    const text = '{number}: sent to {station}. We write here again.'
    const tried = await changeTemplate(templateDeps(), ONE, { ...wish, text, isTrial: true })
    expect(tried).toMatchObject({ did: 'tried', sample: 'UPP-20260101-000001: sent to Beta-2 Police Station. We write here again.' })
    expect(await trail()).toEqual([])
    expect(await changeTemplate(templateDeps(), ONE, { ...wish, text })).toMatchObject({ did: 'written', version: 1 })
    await expect(changeTemplate(templateDeps(), ONE, { ...wish, text })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(changeTemplate(templateDeps(), ONE, { ...wish, text: 'Call {officer}', expectedVersion: 1 })).rejects.toMatchObject({ kind: 'invalid', field: 'body.text', message: 'there is no placeholder {officer}' })
    await expect(changeTemplate(templateDeps(), ONE, { ...wish, text: '{number}: call 9876543210', expectedVersion: 1 })).rejects.toMatchObject({ kind: 'invalid', field: 'body.text' })
    await expect(changeTemplate(templateDeps(), ONE, { ...wish, text: 'x '.repeat(200), expectedVersion: 1 })).rejects.toMatchObject({ kind: 'invalid', field: 'body.text' })
    await changeTemplate(templateDeps(), ONE, { ...wish, text: ' ', expectedVersion: 1 })
    expect((await readTemplates(opened.store)).some(({ id }) => id === 'answer.en')).toBe(false)
    expect((await allTemplates(opened.store)).find(({ id }) => id === 'answer.en')).toMatchObject({ version: 2, text: '', comesAs: expect.stringContaining('{station}') as string })
    const [last] = (await readAudit(deps, ONE, { object: 'template:answer.en', limit: 5 })).entries
    expect(last?.facts).toMatchObject({ textWas: text, textIs: '', version: 2 })
  })

  it('that come with Prahari pass the gate', async () => {
    for (const { kind, category, lang, text } of await allTemplates(opened.store)) {
      const { findings } = await changeTemplate(templateDeps(), ONE, { kind, category, lang: lang as 'en', text, expectedVersion: 0, isTrial: true })
      expect(findings.filter(({ level }) => level === 'stops'), text).toEqual([])
    }
  })
})

describe('the audit trail', () => {
  const add = (who: string, object: string) => appendAudit(deps, { who, object, what: 'done', facts: {} })

  it('is read newest first, by object and by person, in pages', async () => {
    for (let n = 0; n < 6; n++) await add(n % 2 ? 'one' : 'stranger', `person:${n % 3}`)
    const seqs = async (query: Partial<Parameters<typeof readAudit>[2]>) => (await readAudit(deps, ONE, { limit: 10, ...query })).entries.map(({ seq }) => seq)
    expect(await seqs({})).toEqual([5, 4, 3, 2, 1, 0])
    expect(await seqs({ object: 'person:1' })).toEqual([4, 1])
    expect(await seqs({ who: 'one' })).toEqual([5, 3, 1])
    expect(await seqs({ who: 'one', object: 'person:1' })).toEqual([1])
    const first = await readAudit(deps, ONE, { limit: 4 })
    expect([first.next, first.entries[0]?.name, first.entries[1]?.name]).toEqual([2, 'one', null])
    expect(await seqs({ before: 2 })).toEqual([1, 0])
    await expect(readAudit(deps, viewer('x', '/up/z-agra/'), { limit: 1 })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('names the entry that is not as it was written', async () => {
    for (let n = 0; n < 4; n++) await add('one', 'person:x')
    const tampered = await opened.store.audit.get('audit-000000000002')
    if (!tampered) throw new Error('no entry')
    await opened.store.audit.put({ ...tampered, object: 'person:y' })
    expect(await readAudit(deps, ONE, { limit: 10 })).toMatchObject({ brokenAt: 2 })
    await opened.store.audit.put({ ...tampered, who: 'two' })
    expect(await readAudit(deps, ONE, { limit: 10 })).toMatchObject({ brokenAt: 2 })
    await opened.store.audit.put(tampered)
    expect(await readAudit(deps, ONE, { limit: 10 })).toMatchObject({ brokenAt: null })
    await opened.store.audit.remove(['audit-000000000001'])
    expect(await readAudit(deps, ONE, { object: 'person:x', limit: 10 })).toMatchObject({ brokenAt: 2 })
  })
})
