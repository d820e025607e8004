import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledge, acknowledgements, escalate, hasIt, isAnswered, isOpen, progress, raise } from '../../src/domain/alert.ts'
import type { Alert } from '../../src/domain/alert.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { cannotReach, handOver, standingOffer } from '../../src/domain/hand-over.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { relocate } from '../../src/domain/regrade.ts'

const PATH = '/up/z-lucknow/c-lucknow/lucknow/'
const T0 = 1_800_000_000_000
const asha = { id: 'asha', name: 'Asha' }
const bala = { id: 'bala', name: 'Bala' }
const chand = { id: 'chand', name: 'Chand' }
const PEOPLE = [asha, bala, chand] as const
const toBala = { personId: 'bala', name: 'Bala' }
const policyOf = (needed: number) => ({ ...DEFAULT_LADDER_POLICY, critical: { ...DEFAULT_LADDER_POLICY.critical, acknowledgementsNeeded: needed } })
const raised = (needed = 1): Alert => raise('critical', policyOf(needed), PATH, T0).alert
const held = (): Alert => acknowledge(raised(), asha, 'key-a', T0 + 5_000).alert

describe('handing over', () => {
  it('leaves the alert with who has it until the other acknowledges', () => {
    const { alert, events } = handOver(held(), asha, toBala, 'shift ends', 'over-1', T0 + 10_000)
    expect(events).toEqual([{ what: 'hand-over-offered', facts: { to: 'bala', until: T0 + 185_000, reason: 'shift ends' } }])
    expect(alert).toMatchObject({ state: 'acknowledged', holder: { personId: 'asha' }, offer: { to: toBala, from: 'asha' } })
    expect(() => acknowledge(alert, chand, 'key-c', T0 + 11_000)).toThrow('Asha has it')
    const taken = acknowledge(alert, bala, 'key-b', T0 + 20_000)
    expect(taken.events).toEqual([{ what: 'handed-over', facts: { from: 'asha', to: 'bala' } }])
    expect(taken.alert).toMatchObject({ state: 'acknowledged', holder: { personId: 'bala' }, offer: null, nextDueAt: T0 + 200_000, firstAcknowledgedAt: T0 + 5_000 })
    expect(acknowledge(taken.alert, bala, 'key-b', T0 + 21_000).events).toEqual([])
    expect(() => progress(taken.alert, asha, 'resolved', null, 'late', T0 + 21_000)).toThrow('Bala has it')
  })

  it('to the duty post can be taken by anybody else', () => {
    const { alert } = handOver(held(), asha, null, null, 'over-1', T0 + 10_000)
    expect(acknowledge(alert, asha, 'again', T0 + 11_000).events).toEqual([])
    expect(acknowledge(alert, chand, 'key-c', T0 + 11_000).alert.holder?.personId).toBe('chand')
  })

  it('never lengthens the time that is left, and cuts that of progress: untaken, the alert is back on its ladder', () => {
    const moving = progress(held(), asha, 'responding', null, 'step-1', T0 + 60_000).alert
    const offered = handOver(moving, asha, toBala, null, 'over-1', T0 + 100_000).alert
    expect(offered.nextDueAt).toBe(T0 + 280_000)
    const again = handOver(offered, asha, toBala, null, 'over-2', T0 + 279_000).alert
    expect(again.nextDueAt).toBe(T0 + 280_000)
    const { alert, events } = escalate(again, PATH, T0 + 280_000)
    expect(events.map(({ what }) => what)).toEqual(['acknowledgement-lapsed', 'escalated'])
    expect([alert.holder, alert.offer]).toEqual([null, null])
  })

  it('is withdrawn by who reports progress after it, and ends with the alert', () => {
    const offered = handOver(held(), asha, toBala, null, 'over-1', T0 + 10_000).alert
    expect(standingOffer(offered, T0 + 20_000)).toMatchObject({ to: toBala })
    expect(standingOffer(offered, T0 + 185_000)).toBeNull()
    expect(progress(offered, asha, 'on-scene', null, 'step-1', T0 + 20_000).alert.offer).toBeNull()
    expect(progress(offered, asha, 'resolved', null, 'step-1', T0 + 20_000).alert.offer).toBeNull()
    expect(relocate(offered, PATH, true, T0 + 20_000).alert).toMatchObject({ offer: null, holder: { personId: 'asha' } })
  })

  it('is refused to whoever does not have it, and of what is closed; a repeat changes nothing', () => {
    const offered = handOver(held(), asha, toBala, null, 'over-1', T0 + 10_000).alert
    expect(handOver(offered, asha, toBala, null, 'over-1', T0 + 12_000)).toEqual({ alert: offered, events: [] })
    expect(() => handOver(held(), bala, null, null, 'over-2', T0 + 10_000)).toThrow('Asha has it')
    expect(() => handOver(raised(), bala, null, null, 'over-2', T0 + 10_000)).toThrow('you do not have it')
    expect(() => handOver(held(), asha, { personId: 'asha', name: 'Asha' }, null, 'over-2', T0 + 10_000)).toThrow(PrahariError)
    expect(() => handOver(progress(held(), asha, 'resolved', null, 'end', T0 + 9_000).alert, asha, null, null, 'over-2', T0 + 10_000)).toThrow('already closed')
  })
})

describe('who cannot reach', () => {
  it('gives it back at once: the next rung fires now, the later ones follow in their distances', () => {
    const { alert, events } = cannotReach(held(), asha, ' road is flooded ', 'no-1', PATH, T0 + 8_000)
    expect(events).toEqual([
      { what: 'cannot-reach', facts: { reason: 'road is flooded', rung: 1 } }, { what: 'escalated', facts: { rung: 1, dueAt: T0 + 8_000, lateMs: 0 } },
    ])
    expect(alert).toMatchObject({ state: 'raised', holder: null, nextRung: 2, nextDueAt: T0 + 8_000 + 25_000 })
    expect(cannotReach(alert, asha, 'road is flooded', 'no-1', PATH, T0 + 9_000).events).toEqual([])
    expect(() => cannotReach(alert, asha, 'again', 'no-2', PATH, T0 + 9_000)).toThrow('you do not have it')
    expect(() => cannotReach(held(), asha, '  ', 'no-1', PATH, T0 + 8_000)).toThrow('say why')
    expect(acknowledge(alert, asha, 'after-all', T0 + 9_000).alert.holder?.personId).toBe('asha')
  })

  it('tells the top of the ladder again where that was told already', () => {
    const top = escalate(raised(), PATH, T0 + 100_000).alert
    const mine = acknowledge(top, asha, 'key-a', T0 + 101_000).alert
    expect(cannotReach(mine, asha, 'no car', 'no-1', PATH, T0 + 102_000).events.map(({ what, facts }) => [what, facts.rung])).toEqual([['cannot-reach', 4], ['escalated', 4]])
  })

  it('leaves it with the others who have it, and asks for one more', () => {
    const two = acknowledge(acknowledge(raised(2), asha, 'key-a', T0 + 5_000).alert, bala, 'key-b', T0 + 6_000).alert
    const { alert } = cannotReach(two, asha, 'no car', 'no-1', PATH, T0 + 8_000)
    expect(alert).toMatchObject({ state: 'acknowledged', holder: { personId: 'bala' }, coHolders: [], nextRung: 2 })
    expect(acknowledgements(alert)).toEqual({ have: 1, needed: 2 })
  })
})

it('holds under any interleaving of acknowledging, handing over, giving back, reporting and time', () => {
  const step = fc.record({
    who: fc.integer({ min: 0, max: 2 }), to: fc.constantFrom(null, 0, 1, 2), key: fc.integer({ min: 0, max: 3 }), after: fc.integer({ min: 0, max: 120_000 }),
    what: fc.constantFrom('acknowledge', 'hand-over', 'cannot-reach', 'responding', 'resolved', 'tick'),
  })
  fc.assert(fc.property(fc.integer({ min: 1, max: 2 }), fc.array(step, { maxLength: 40 }), (needed, steps) => {
    let alert = raised(needed)
    let now = T0
    for (const { who, to, key: n, after, what } of steps) {
      now += after
      alert = escalate(alert, PATH, now).alert
      const before = alert
      const person = PEOPLE[who] ?? asha
      const target = to === null ? null : { personId: PEOPLE[to]?.id ?? 'asha', name: PEOPLE[to]?.name ?? 'Asha' }
      const key = `key-${who}-${n}`
      try {
        const outcome = what === 'acknowledge' ? acknowledge(alert, person, key, now)
          : what === 'hand-over' ? handOver(alert, person, target, null, key, now)
            : what === 'cannot-reach' ? cannotReach(alert, person, 'because', key, PATH, now)
              : what === 'tick' ? escalate(alert, PATH, now) : progress(alert, person, what === 'resolved' ? 'resolved' : 'responding', null, key, now)
        alert = outcome.alert
        if (outcome.events.length === 0) expect(alert).toBe(before)
      } catch (error) {
        expect(error).toBeInstanceOf(PrahariError)
        expect(alert).toBe(before)
      }
      const have = [alert.holder, ...(alert.coHolders ?? [])].flatMap((one) => (one ? [one.personId] : []))
      // Closed stays closed; open always has a deadline ahead: nothing is ever forgotten.
      if (!isOpen(before)) expect(alert).toEqual(before)
      expect(alert.nextDueAt === null).toBe(!isOpen(alert))
      if (isOpen(alert)) expect(alert.nextDueAt).toBeGreaterThan(now)
      // Nobody twice, nobody beyond what is needed; an offer is always that of somebody who has it, and leaves it with them.
      expect(new Set(have).size).toBe(have.length)
      expect(have.length).toBeLessThanOrEqual(needed)
      if (alert.offer) expect(hasIt(alert, alert.offer.from)).toBe(true)
      if (what === 'hand-over') expect([alert.holder, alert.coHolders]).toEqual([before.holder, before.coHolders])
      // An offer never makes the leash longer.
      if (what === 'hand-over' && isAnswered(before) && isOpen(before)) expect(alert.nextDueAt ?? 0).toBeLessThanOrEqual(before.nextDueAt ?? 0)
      // Giving back fires a rung at once.
      if (what === 'cannot-reach' && alert !== before) expect(alert.nextRung).toBeGreaterThan(before.nextRung)
      expect(alert.nextRung).toBeGreaterThanOrEqual(before.nextRung)
    }
  }))
})
