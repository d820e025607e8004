import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledge, escalate, isOpen, progress, raise } from '../../src/domain/alert.ts'
import type { Alert, ProgressStep } from '../../src/domain/alert.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { DEFAULT_LADDER_POLICY as POLICY } from '../../src/domain/ladder.ts'

const PATH = '/up/z-lucknow/c-lucknow/lucknow/'
const T0 = 1_800_000_000_000
const asha = { id: 'asha', name: 'Asha' }
const ravi = { id: 'ravi', name: 'Ravi' }
const raised = (): Alert => raise('critical', POLICY, PATH, T0).alert
const rungs = (alert: Alert): number[] => [...new Set(alert.told.map((one) => one.rung))]

describe('the ladder of a critical alert', () => {
  it('fires rung 0 with the raise and each later rung at its second', () => {
    let alert = raised()
    expect(alert.told.map((one) => one.post)).toEqual(['district-duty'])
    for (const [second, rung] of [[19.9, 0], [20, 1], [44.9, 1], [45, 2], [90, 3], [149, 3], [150, 4], [210, 5]] as const) {
      alert = escalate(alert, PATH, T0 + second * 1000).alert
      expect(Math.max(...rungs(alert)), `at ${second} s`).toBe(rung)
    }
  })

  it('fires each overdue rung once, in order, and no missed repeat of the last', () => {
    const { alert, events } = escalate(raised(), PATH, T0 + 3_600_000)
    expect(events.map((event) => event.facts.rung)).toEqual([1, 2, 3])
    expect(alert.nextDueAt).toBeGreaterThan(T0 + 3_600_000)
    expect(escalate(alert, PATH, T0 + 3_600_000).events).toEqual([])
  })

  it('tells the state control room at every rung when the place is unknown', () => {
    const { alert } = raise('high', POLICY, '/up/', T0)
    expect(alert.told).toEqual([{ post: 'state-control', path: '/up/', rung: 0, dueAt: T0, at: T0 }])
  })
})

describe('acknowledging', () => {
  it('stops the ladder; the first wins; the second is told who has it', () => {
    const { alert } = acknowledge(raised(), asha, 'key-asha-1', T0 + 5_000)
    expect(alert).toMatchObject({ state: 'acknowledged', holder: { personId: 'asha' }, nextDueAt: T0 + 185_000 })
    expect(() => acknowledge(alert, ravi, 'key-ravi-1', T0 + 5_001)).toThrow('Asha has it')
  })

  it('gives a repeat the same answer, also after the alert was closed', () => {
    const held = acknowledge(raised(), asha, 'key-asha-1', T0 + 5_000).alert
    expect(acknowledge(held, asha, 'key-asha-1', T0 + 6_000)).toEqual({ alert: held, events: [] })
    const closed = progress(held, asha, 'resolved', null, 'key-asha-2', T0 + 9_000).alert
    expect(acknowledge(closed, asha, 'key-asha-1', T0 + 10_000).events).toEqual([])
    expect(() => acknowledge(closed, ravi, 'key-ravi-1', T0 + 10_000)).toThrow('already closed as resolved')
  })

  it('lapses without progress and resumes the ladder at the rung it stopped at, in the usual distances', () => {
    const held = acknowledge(raised(), asha, 'key-asha-1', T0 + 5_000).alert
    expect(escalate(held, PATH, T0 + 184_999).events).toEqual([])
    const { alert, events } = escalate(held, PATH, T0 + 185_000)
    expect(events.map((event) => event.what)).toEqual(['acknowledgement-lapsed', 'escalated'])
    expect(alert).toMatchObject({ state: 'raised', holder: null, nextRung: 2, nextDueAt: T0 + 185_000 + 25_000 })
  })

  it('does not lapse at the short limit once there is progress, but never rests for ever', () => {
    const held = acknowledge(raised(), asha, 'key-asha-1', T0 + 5_000).alert
    const going = progress(held, asha, 'responding', null, 'key-asha-2', T0 + 60_000).alert
    expect(escalate(going, PATH, T0 + 600_000).events).toEqual([])
    expect(escalate(going, PATH, T0 + 60_000 + 1_800_000).events[0]?.what).toBe('acknowledgement-lapsed')
  })
})

describe('progress', () => {
  it('takes an alert that nobody has, refuses one that somebody else has', () => {
    const { alert, events } = progress(raised(), asha, 'on-scene', null, 'key-asha-1', T0 + 1_000)
    expect(events.map((event) => event.what)).toEqual(['acknowledged', 'on-scene'])
    expect(() => progress(alert, ravi, 'resolved', null, 'key-ravi-1', T0 + 2_000)).toThrow('Asha has it')
  })

  it('needs a reason for a false alarm', () => {
    expect(() => progress(raised(), asha, 'false-alarm', '  ', 'key-asha-1', T0)).toThrow(PrahariError)
    expect(progress(raised(), asha, 'false-alarm', 'a film scene', 'key-asha-1', T0).alert).toMatchObject({ closingReason: 'a film scene', nextDueAt: null })
  })
})

it('holds under any interleaving of acts and sweeps: closed stays closed, open always has a next deadline, no rung fires while held', () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('ack' as const), who: fc.constantFrom(asha, ravi), key: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ kind: fc.constantFrom<ProgressStep>('responding', 'on-scene', 'resolved', 'false-alarm'), who: fc.constantFrom(asha, ravi), key: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ kind: fc.constant('sweep' as const), who: fc.constant(asha), key: fc.constant(0) }),
  )
  fc.assert(fc.property(fc.constantFrom('critical' as const, 'high' as const), fc.array(fc.tuple(act, fc.integer({ min: 0, max: 400_000 })), { maxLength: 40 }), (severity, steps) => {
    let alert = raise(severity, POLICY, PATH, T0).alert
    let now = T0
    for (const [step, wait] of steps) {
      now += wait
      const before = alert
      try {
        const key = `key-${step.who.id}-${step.key}`
        const outcome = step.kind === 'sweep' ? escalate(alert, PATH, now)
          : step.kind === 'ack' ? acknowledge(alert, step.who, key, now)
            : progress(alert, step.who, step.kind, 'because', key, now)
        alert = outcome.alert
        if (outcome.events.length === 0) expect(alert).toBe(before)
      } catch (error) {
        expect(error).toBeInstanceOf(PrahariError)
      }
      if (!isOpen(before)) expect(alert).toEqual(before)
      expect(alert.nextDueAt === null).toBe(!isOpen(alert))
      expect(alert.nextRung).toBeGreaterThanOrEqual(before.nextRung)
      if (before.holder && alert.nextRung > before.nextRung) expect(before.nextDueAt).toBeLessThanOrEqual(now)
      if (step.kind === 'sweep' && isOpen(alert)) expect(alert.nextDueAt).toBeGreaterThan(now)
    }
  }))
})
