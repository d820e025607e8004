import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as delivery from '../../src/domain/delivery.ts'
import type { Delivery, DeliveryState } from '../../src/domain/delivery.ts'
import { isNobodyReached, reachByRung } from '../../src/domain/reach.ts'

const T0 = 1_800_000_000_000
const LIMIT = delivery.RECEIPT_LIMIT_MS
const fresh = (changes: Partial<delivery.Planned> = {}): Delivery => delivery.planned({
  docketId: 'case-1', ring: delivery.ringOf(0, T0), rung: 0, personId: 'asha', channel: 'push', post: 'district-duty', path: '/up/', because: 'officer', thenBy: [],
  lane: 'critical', docketVersion: 1, ...changes,
}, (text) => text.padEnd(32, 'x'), T0)

type Step = (one: Delivery, now: number) => Delivery
const STEPS: Record<string, Step> = {
  claim: (one, now) => delivery.claim(one, 'a process', now + 8_000, now),
  sent: (one, now) => delivery.markSent(one, 'taken', now),
  failed: (one, now) => delivery.markFailed(one, 'refused', now),
  retry: (one, now) => delivery.retryLater(one, now + 700, 'busy', now),
  hold: (one, now) => delivery.hold(one, now + 60_000, 'throttled', now),
  shown: (one, now) => delivery.receive(one, 'on-device', now),
  seen: (one, now) => delivery.receive(one, 'seen', now),
  acknowledged: (one, now) => delivery.acknowledged(one, now),
  expire: (one, now) => delivery.expire(one, 'somebody has it', now),
  wentOn: (one, now) => (delivery.mustGoOn(one, now) ? delivery.wentOn(one, now) : one),
}
const RANK: Record<DeliveryState, number> = { queued: 0, held: 1, sent: 2, failed: 3, 'on-device': 4, seen: 5, acknowledged: 6, expired: 6 }
const walk = fc.array(fc.record({ step: fc.constantFrom(...Object.keys(STEPS)), after: fc.integer({ min: 0, max: 15_000 }) }), { maxLength: 25 })

describe('a delivery under any sequence of events', () => {
  it('only goes forward, ends for good, and keeps the first time of each step', () => {
    fc.assert(fc.property(walk, (steps) => {
      let [one, now] = [fresh(), T0]
      for (const { step, after } of steps) {
        now += after
        const next = (STEPS[step] as Step)(one, now)
        expect(RANK[next.state]).toBeGreaterThanOrEqual(RANK[one.state])
        if (RANK[one.state] === 6) expect(next.state).toBe(one.state)
        if (next === one) continue
        expect(next.version).toBe(one.version + 1)
        expect(next.changedAt).toBe(now)
        for (const time of ['sentAt', 'onDeviceAt', 'seenAt', 'acknowledgedAt', 'wentOnAt'] as const) if (one[time] !== null) expect(next[time]).toBe(one[time])
        one = next
      }
    }))
  })

  it('is due as long as something must follow, and never once it arrived or ended', () => {
    fc.assert(fc.property(walk, (steps) => {
      let [one, now, isAnswered] = [fresh(), T0, false]
      for (const { step, after } of steps) {
        now += after
        one = (STEPS[step] as Step)(one, now)
        isAnswered ||= step === 'acknowledged' || step === 'expire'
        const isOver = one.state === 'acknowledged' || one.state === 'expired' || one.onDeviceAt !== null
        if (isOver) expect(one.dueAt, step).toBeNull()
        else if (!isAnswered && (one.wentOnAt === null || delivery.isUnsent(one))) expect(one.dueAt, `${step} in ${one.state}`).not.toBeNull()
      }
    }))
  })
})

describe('a delivery that does not get through', () => {
  it('moves on when it failed, and ten seconds after it was sent without proof', () => {
    expect(delivery.mustGoOn(delivery.markFailed(fresh(), 'gone', T0), T0)).toBe(true)
    const sent = delivery.markSent(fresh(), 'taken', T0 + 100)
    expect(sent.dueAt).toBe(T0 + 100 + LIMIT)
    expect(delivery.mustGoOn(sent, T0 + 99 + LIMIT)).toBe(false)
    expect(delivery.mustGoOn(sent, T0 + 100 + LIMIT)).toBe(true)
    expect(delivery.mustGoOn(delivery.receive(sent, 'on-device', T0 + 200), T0 + LIMIT * 2)).toBe(false)
  })

  it('does not keep the next channel waiting for a retry that comes later than the limit', () => {
    const waiting = delivery.retryLater(delivery.claim(fresh(), 'p', T0 + 8_000, T0), T0 + 30_000, 'Retry-After: 30', T0 + 50)
    expect(waiting).toMatchObject({ state: 'queued', retryAt: T0 + 30_000, dueAt: T0 + LIMIT })
    expect(delivery.wentOn(waiting, T0 + LIMIT)).toMatchObject({ wentOnAt: T0 + LIMIT, dueAt: T0 + 30_000 })
  })

  it('counts as arrived after all when proof comes late', () => {
    const failed = delivery.markFailed(fresh(), 'no answer in time', T0 + 5_000)
    expect(delivery.receive(failed, 'on-device', T0 + 6_000)).toMatchObject({ state: 'on-device', dueAt: null, endedAt: null })
  })

  it('is tried again with growing waits, as asked by the other side, and not for ever', () => {
    const waits = [1, 2, 3, 4].map((attempts) => delivery.backOff('push', attempts, null))
    expect(waits).toEqual([500, 1_000, 2_000, 4_000])
    expect(delivery.backOff('push', 5, null)).toBeNull()
    expect(delivery.backOff('push', 1, 20_000)).toBe(20_000)
    expect(delivery.backOff('push', 1, 3_600_000)).toBeNull()
    expect(delivery.backOff('console', 1, null)).toBeNull()
  })
})

describe('a rung', () => {
  const sent = (personId: string): Delivery => delivery.markSent(fresh({ personId }), 'taken', T0)
  const failed = (personId: string, thenBy: Delivery['thenBy'] = []): Delivery => delivery.markFailed(fresh({ personId, thenBy }), 'not connected', T0)

  it('reached nobody when each way failed, or nothing arrived within the limit', () => {
    expect(isNobodyReached([failed('asha'), failed('ravi')], T0)).toBe(true)
    expect(isNobodyReached([failed('asha', ['push']), failed('ravi')], T0 + 100)).toBe(false)
    expect(isNobodyReached([failed('asha'), sent('ravi')], T0 + LIMIT - 1)).toBe(false)
    expect(isNobodyReached([failed('asha'), sent('ravi')], T0 + LIMIT)).toBe(true)
    expect(isNobodyReached([failed('asha'), delivery.receive(sent('ravi'), 'on-device', T0 + 900)], T0 + LIMIT)).toBe(false)
    expect(isNobodyReached([failed('asha'), delivery.hold(fresh({ personId: 'ravi' }), T0 + 60_000, 'throttled', T0)], T0 + LIMIT)).toBe(false)
  })

  it('is summed up in persons, each by the furthest that any channel got, the last firing of a rung alone', () => {
    const again = { ...fresh({ personId: 'ravi', ring: delivery.ringOf(0, T0 + 60_000), docketVersion: 4 }) }
    const rows = [failed('asha', ['push']), delivery.receive(sent('asha'), 'on-device', T0 + 50), failed('meera'), sent('ravi')]
    expect(reachByRung(rows)).toEqual([{ rung: 0, told: 3, sent: 1, onDevice: 1, seen: 0, acknowledged: 0, failed: 1, held: 0, expired: 0 }])
    expect(reachByRung([...rows, delivery.receive(again, 'seen', T0)])).toMatchObject([{ rung: 0, told: 1, seen: 1 }])
  })
})
