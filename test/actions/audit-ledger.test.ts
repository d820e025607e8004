import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger } from '../../src/actions/audit-ledger.ts'
import { beat } from '../../src/actions/beat.ts'
import { escalateOverdue } from '../../src/actions/escalate-overdue.ts'
import type { Store } from '../../src/actions/ports.ts'
import { readHealth } from '../../src/actions/read-health.ts'
import { receivePosts } from '../../src/actions/receive-posts.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { AUDIT_LIMITS, AUDIT_OFF_MS } from '../../src/domain/audit.ts'
import { planned } from '../../src/domain/delivery.ts'
import { DRILL_PATH } from '../../src/domain/drill.ts'
import { DEFAULT_LADDER_POLICY, rungDueAt } from '../../src/domain/ladder.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { createRaise } from '../faults/alerts.ts'
import { overriding } from '../faults/overriding.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

const T0 = 1_800_000_000_000
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

/** The engine's signs of life, as of now. */
async function sweep(): Promise<void> {
  await beat(store, 'escalate:a', 'escalate', { lastSweepAt: now, lastInboxSweepAt: now })
  await beat(store, 'deliver:a', 'deliver', { lastSweepAt: now })
}
const queues = { enqueueSos: () => Promise.resolve(), enqueueRoutine: () => Promise.resolve() }

describe('the audit', () => {
  it('is clean while the sweeps go on and nothing is late', async () => {
    await createRaise(store)({ count: 2 })
    await sweep()
    expect(await auditLedger(store)).toEqual({ isClean: true, overdue: { alerts: 0, posts: 0, deliveries: 0, replies: 0 }, because: 'nothing is overdue' })
  })

  it('finds the alert that nobody moved ten seconds after its deadline, and none once the engine moved it', async () => {
    await createRaise(store)({ count: 3 })
    now = rungDueAt(DEFAULT_LADDER_POLICY.critical, T0, 1) + AUDIT_LIMITS.alertMs
    await sweep()
    expect(await auditLedger(store)).toMatchObject({ isClean: true })
    now++
    await sweep()
    expect(await auditLedger(store)).toEqual({ isClean: false, overdue: { alerts: 3, posts: 0, deliveries: 0, replies: 0 }, because: 'overdue alerts: 3' })
    await escalateOverdue({ store, crypto, announcer: { announce: () => undefined } })
    expect(await auditLedger(store)).toMatchObject({ isClean: true })
  })

  it('does not count drills', async () => {
    const [id = ''] = await createRaise(store)({ count: 1 })
    const docket = await store.dockets.get(id)
    if (!docket) throw new Error('no docket')
    await store.dockets.replace({ ...docket, version: docket.version + 1, path: DRILL_PATH }, docket.version)
    now += 3_600_000
    await sweep()
    expect(await auditLedger(store)).toMatchObject({ isClean: true })
  })

  it('finds the SoS that nobody decided; a routine post may wait', async () => {
    const judge = (severity: 'critical' | 'normal') => () => makeVerdict(severity)
    await receivePosts({ store, queues, judge: judge('critical') }, [makePost()])
    await receivePosts({ store, queues, judge: judge('normal') }, [makePost()])
    now += AUDIT_LIMITS.postMs + 1
    await sweep()
    expect(await auditLedger(store)).toMatchObject({ isClean: false, overdue: { alerts: 0, posts: 1, deliveries: 0, replies: 0 } })
  })

  it('finds the message that nobody took, on any channel and lane', async () => {
    const row = (personId: string, channel: 'push' | 'email', lane: 'critical' | 'high') => planned({
      docketId: 'case-1', ring: '0-x', rung: 0, personId, channel, thenBy: [], post: 'district-duty', path: '/up/', because: 'officer', lane, docketVersion: 1,
    }, crypto.sha256, now)
    await store.deliveries.insertMany([row('a', 'push', 'critical'), row('b', 'email', 'high'), { ...row('c', 'push', 'high'), dueAt: null }])
    now += AUDIT_LIMITS.deliveryMs + 1
    await sweep()
    expect(await auditLedger(store)).toMatchObject({ isClean: false, overdue: { alerts: 0, posts: 0, deliveries: 2, replies: 0 }, because: 'messages not sent: 2' })
  })

  it('finds the answer to a citizen that nobody sent; one that X makes wait is due later', async () => {
    const answer = (id: string, dueAt: number | null): Reply => ({
      id, version: 1, docketId: 'case-1', docketNumber: 'UPP-20261124-000001', kind: 'answer', state: 'queued', text: 'We have it.', by: 'asha', byName: 'Asha', at: now, reason: null, approvedBy: null, approvedName: null,
      findings: [], inReplyToId: '1', recipientId: null, attempts: 0, dueAt, claimedBy: null, because: 'queued', postId: null, postedAt: null, costCents: 1,
    })
    await store.replies.insertMany([answer('reply-1', now), answer('reply-2', now + 900_000), answer('reply-3', null)])
    now += AUDIT_LIMITS.replyMs
    await sweep()
    expect(await auditLedger(store)).toMatchObject({ isClean: true })
    now++
    expect(await auditLedger(store)).toMatchObject({ isClean: false, overdue: { deliveries: 0, replies: 1 }, because: 'answers to citizens not sent: 1' })
  })

  it('finds the engine that stands still although nothing is due, sweep by sweep', async () => {
    await sweep()
    now += AUDIT_LIMITS.sweepMs + 1
    await beat(store, 'escalate:a', 'escalate', { lastSweepAt: now - AUDIT_LIMITS.sweepMs - 1, lastInboxSweepAt: now })
    await beat(store, 'deliver:a', 'deliver', { lastSweepAt: now })
    expect(await auditLedger(store)).toMatchObject({ isClean: false, because: 'no sweep for escalations has finished' })
    await sweep()
    expect(await auditLedger(store)).toMatchObject({ isClean: true })
  })

  it('throws where the ledger cannot be read, so that nobody takes silence for clean', async () => {
    const broken = overriding(store, { deliveries: overriding(store.deliveries, { count: () => Promise.reject(new Error('unavailable')) }) })
    await expect(auditLedger(broken)).rejects.toThrow('unavailable')
  })
})

describe('what consoles are told of the audit', () => {
  const audit = async (since: number) => (await readHealth(store, false, true, since)).audit

  it('is off when nobody audited for 25 s, counted from when the asker began to look', async () => {
    expect(await audit(now)).toMatchObject({ isOn: true, isClean: false, at: null, because: 'no audit yet' })
    expect(await audit(now - AUDIT_OFF_MS - 1)).toMatchObject({ isOn: false, isClean: false })
    await beat(store, 'audit:a', 'audit', { isClean: true, alerts: 0, posts: 0, deliveries: 0, because: 'nothing is overdue' })
    const at = now
    now += AUDIT_OFF_MS
    expect(await audit(0)).toMatchObject({ isOn: true, isClean: true, at })
    now++
    expect(await audit(0)).toMatchObject({ isOn: false, isClean: false, at, because: 'the audit is off' })
  })

  it('goes by the newest of several auditors', async () => {
    await beat(store, 'audit:a', 'audit', { isClean: true, alerts: 0, posts: 0, deliveries: 0, because: 'nothing is overdue' })
    now += 1_000
    await beat(store, 'audit:b', 'audit', { isClean: false, alerts: 2, posts: 0, deliveries: 0, because: 'overdue alerts: 2' })
    expect(await audit(0)).toEqual({ at: now, isOn: true, isClean: false, alerts: 2, posts: 0, deliveries: 0, replies: 0, because: 'overdue alerts: 2', outside: null })
  })
})
