import { describe, expect, it } from 'vitest'
import type { Trouble } from '../../../src/web/shared/freshness.ts'
import { judgeFreshness, troublesOf } from '../../../src/web/shared/freshness.ts'
import type { Signs } from '../../../src/web/shared/freshness.ts'

const SERVER = 1_790_000_000_000
const signs = (changes: Partial<Signs>): Signs => ({
  monotonicNow: 20_000, openedAt: 0, serverNow: SERVER + 1_000, heartbeat: { arrivedAt: 19_000, serverNow: SERVER }, isConnected: true, ...changes,
})

describe('judgeFreshness', () => {
  it('is live while connected and the heartbeat is young', () => {
    expect(judgeFreshness(signs({}))).toEqual({ kind: 'live', ageS: 1 })
  })

  it('is reconnecting while the connection is gone but the data is young', () => {
    expect(judgeFreshness(signs({ isConnected: false }))).toEqual({ kind: 'reconnecting', ageS: 1 })
  })

  it('is stale ten seconds after the last heartbeat, connected or not, since its stamp', () => {
    const old = { heartbeat: { arrivedAt: 10_000, serverNow: SERVER }, serverNow: SERVER + 10_000 }
    expect(judgeFreshness(signs(old))).toEqual({ kind: 'stale', ageS: 10, since: SERVER })
    expect(judgeFreshness(signs({ ...old, isConnected: false })).kind).toBe('stale')
    expect(judgeFreshness(signs({ ...old, monotonicNow: 19_999, serverNow: SERVER + 9_999 })).kind).toBe('live')
  })

  it('is stale for a heartbeat that was held up on its way, however lately it came', () => {
    expect(judgeFreshness(signs({ heartbeat: { arrivedAt: 20_000, serverNow: SERVER - 60_000 } }))).toEqual({ kind: 'stale', ageS: 61, since: SERVER - 60_000 })
  })

  it('is connecting at first, and stale without any time when nothing ever came', () => {
    expect(judgeFreshness(signs({ heartbeat: null, monotonicNow: 3_000 }))).toEqual({ kind: 'connecting', ageS: 3 })
    expect(judgeFreshness(signs({ heartbeat: null, monotonicNow: 10_000 }))).toEqual({ kind: 'stale', ageS: 10, since: null })
  })
})

describe('troublesOf', () => {
  const engine = { isSweeping: true, lastSweepAt: 5, isStoreUp: true, isQueueUp: true, because: 'sweeping' }
  const stream = { isSeeing: true, lastByteAt: 1, lastPostAt: 1, blindSince: null, because: 'connected' }
  const audit = { at: 7, isOn: true, isClean: true, alerts: 0, posts: 0, deliveries: 0, replies: 0, because: 'nothing is overdue', outside: null }
  const told = (found: Trouble[]) => found.map((one) => [one.kind, 'count' in one ? one.count : one.since])

  it('finds nothing while all is well', () => {
    expect(troublesOf({ engine, stream, audit })).toEqual([])
  })

  it('lists each trouble with its beginning, worst first', () => {
    const found = troublesOf({
      engine: { ...engine, isStoreUp: false, isQueueUp: false, isSweeping: false }, stream: { ...stream, isSeeing: false, blindSince: 9 }, audit,
    })
    expect(told(found)).toEqual([['store', null], ['engine', 5], ['queue', null], ['stream', 9]])
  })

  it('says what nobody did in time, and that nobody looks', () => {
    expect(told(troublesOf({ engine, stream, audit: { ...audit, isClean: false, alerts: 3, deliveries: 1 } }))).toEqual([['alerts', 3], ['deliveries', 1]])
    expect(told(troublesOf({ engine, stream, audit: { ...audit, isOn: false, isClean: false, alerts: 3 } }))).toEqual([['audit', 7]])
    expect(told(troublesOf({ engine: { ...engine, isStoreUp: false }, stream, audit: { ...audit, isOn: false, isClean: false } }))).toEqual([['store', null]])
  })
})
