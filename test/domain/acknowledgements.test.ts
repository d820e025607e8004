import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledge, acknowledgements, escalate, hasIt, isAnswered, isOpen, progress, raise } from '../../src/domain/alert.ts'
import type { Alert } from '../../src/domain/alert.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { pullForward, firingsOf } from '../../src/domain/pull-forward.ts'
import { regrade, relocate } from '../../src/domain/regrade.ts'
import { worsen } from '../../src/domain/worsen.ts'

const PATH = '/up/z-lucknow/c-lucknow/lucknow/'
const T0 = 1_800_000_000_000
const PEOPLE = ['asha', 'bala', 'chand'].map((id) => ({ id, name: id }))
const [asha, bala, chand] = PEOPLE as [{ id: string; name: string }, { id: string; name: string }, { id: string; name: string }]
const policyOf = (needed: number) => ({ ...DEFAULT_LADDER_POLICY, critical: { ...DEFAULT_LADDER_POLICY.critical, acknowledgementsNeeded: needed } })
const raised = (needed: number): Alert => raise('critical', policyOf(needed), PATH, T0).alert

describe('an alert that two people must acknowledge', () => {
  const one = acknowledge(raised(2), asha, 'key-a', T0 + 5_000)

  it('keeps ringing for the second, with the first as its holder', () => {
    expect(one.alert).toMatchObject({ state: 'acknowledged', holder: { personId: 'asha' }, nextDueAt: T0 + 20_000 })
    expect(one.events).toEqual([{ what: 'acknowledged', facts: { afterMs: 5_000, have: 1, needed: 2 } }])
    const rung = escalate(one.alert, PATH, T0 + 20_000)
    expect(rung.events.map(({ what }) => what)).toEqual(['escalated'])
    expect(rung.alert.holder?.personId).toBe('asha')
  })

  it('rests when the second has it; the third is told who has it; a repeat is no second person', () => {
    expect(acknowledge(one.alert, asha, 'another-key', T0 + 6_000).events).toEqual([])
    const two = acknowledge(one.alert, bala, 'key-b', T0 + 8_000)
    expect(two.alert).toMatchObject({ holder: { personId: 'asha' }, coHolders: [{ personId: 'bala' }], nextDueAt: T0 + 188_000, firstAcknowledgedAt: T0 + 5_000 })
    expect(escalate(two.alert, PATH, T0 + 100_000).events).toEqual([])
    expect(acknowledge(two.alert, bala, 'key-b', T0 + 9_000).alert).toBe(two.alert)
    expect(() => acknowledge(two.alert, chand, 'key-c', T0 + 9_000)).toThrow('asha has it')
  })

  it('goes on ringing while only one has it, whatever that one reports; both may report', () => {
    const underway = progress(one.alert, asha, 'responding', null, 'step-1', T0 + 7_000).alert
    expect(underway).toMatchObject({ state: 'responding', nextDueAt: T0 + 20_000 })
    const two = acknowledge(underway, bala, 'key-b', T0 + 8_000).alert
    expect(two).toMatchObject({ state: 'responding', nextDueAt: T0 + 8_000 + 1_800_000 })
    expect(progress(two, bala, 'resolved', null, 'step-2', T0 + 9_000).alert.state).toBe('resolved')
    expect(() => progress(two, chand, 'resolved', null, 'step-3', T0 + 9_000)).toThrow(PrahariError)
  })

  it('is given back by both when it lapses, and can be asked of people anew', () => {
    const two = acknowledge(one.alert, bala, 'key-b', T0 + 8_000).alert
    const lapsed = escalate(two, PATH, T0 + 188_000).alert
    expect(acknowledgements(lapsed)).toEqual({ have: 0, needed: 2 })
    expect(acknowledge(lapsed, chand, 'key-c', T0 + 189_000).alert.holder?.personId).toBe('chand')
  })

  it('keeps its holder when a rung is pulled forward, when it gets worse or moves within their area', () => {
    const firing = firingsOf(one.alert)[0]
    if (!firing) throw new Error('no firing')
    expect(pullForward(one.alert, firing, 1, PATH, T0 + 10_000).alert).toMatchObject({ nextRung: 2, holder: { personId: 'asha' } })
    const worse = worsen(escalate(one.alert, PATH, T0 + 20_000).alert, 'critical', { policy: policyOf(2), path: PATH, now: T0 + 20_000 })
    expect(worse?.alert.holder?.personId).toBe('asha')
    expect(relocate(one.alert, PATH, true, T0 + 10_000).alert).toMatchObject({ holder: { personId: 'asha' }, nextDueAt: T0 + 30_000 })
    const high = acknowledge(raise('high', policyOf(2), PATH, T0).alert, asha, 'key-a', T0 + 1_000).alert
    expect(isAnswered(high)).toBe(true)
    expect(isAnswered(regrade(high, 'critical', policyOf(2), PATH, T0 + 2_000).alert)).toBe(false)
  })

  it('reads an alert of yesterday, without the field, as one that needs one', () => {
    expect(acknowledgements({ holder: null, policy: DEFAULT_LADDER_POLICY.high })).toEqual({ have: 0, needed: 1 })
  })
})

describe('any interleaving of people and time', () => {
  const step = fc.record({ who: fc.integer({ min: 0, max: 2 }), what: fc.constantFrom('acknowledge', 'responding', 'tick'), key: fc.integer({ min: 0, max: 3 }), after: fc.integer({ min: 0, max: 90_000 }) })
  it('counts each person once, names the first as the holder, and always has a next deadline', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 20 }), (needed, steps) => {
      let [alert, now] = [raised(needed), T0]
      for (const { who, what, key, after } of steps) {
        now += after
        alert = escalate(alert, PATH, now).alert
        const before = alert
        const person = PEOPLE[who] ?? asha
        try {
          if (what === 'acknowledge') alert = acknowledge(alert, person, `key-${who}-${key}`, now).alert
          if (what === 'responding') alert = progress(alert, person, 'responding', null, `key-${who}-${key}`, now).alert
        } catch (error) {
          expect(error).toBeInstanceOf(PrahariError)
          expect(before.holder && isAnswered(before) ? hasIt(before, person.id) : before.holder && what === 'responding' ? hasIt(before, person.id) : false).toBe(false)
        }
        const have = [alert.holder, ...(alert.coHolders ?? [])].flatMap((one) => (one ? [one.personId] : []))
        expect(new Set(have).size).toBe(have.length)
        expect(have.length).toBeLessThanOrEqual(needed)
        if (before.holder) expect(alert.holder).toEqual(before.holder)
        expect(isOpen(alert) && alert.nextDueAt !== null && alert.nextDueAt > now - 1).toBe(true)
        expect(acknowledgements(alert).have).toBe(have.length)
      }
    }))
  })
})
