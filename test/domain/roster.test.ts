import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onDuty } from '../../src/domain/duty.ts'
import { dutyGaps } from '../../src/domain/duty-gaps.ts'
import { checkLeave, checkOverride, checkPattern } from '../../src/domain/roster-checks.ts'
import type { Person } from '../../src/domain/person.ts'
import { DAY_MS, indianMidnight, rosteredAt, turningPoints } from '../../src/domain/roster.ts'
import type { Leave, Override, Roster, Rotation, Shift, Swap } from '../../src/domain/roster.ts'

const HOUR = 3_600_000
/** Tuesday 24 November 2026, 00:00 in India. */
const TUESDAY = Date.UTC(2026, 10, 23, 18, 30)
const TOLD = { post: 'district-duty', path: '/up/lucknow/' } as const
const IDS = ['asha', 'bala', 'chand', 'devi', 'esha']

const roster = (changes: Partial<Roster> = {}): Roster =>
  ({ id: 'district-duty@lucknow', version: 1, ...TOLD, shifts: [], rotations: [], overrides: [], swaps: [], history: [], ...changes })
const shift = (name: string, from: number, to: number, personIds: string[], days = [0, 1, 2, 3, 4, 5, 6]): Shift => ({ id: name, name, days, from: from * 60, to: to * 60, personIds })
const override = (personId: string, insteadOf: string | null, from: number, to: number, at = 1): Override => ({ id: `${at}`, personId, insteadOf, from, to, note: '', by: 'boss', at })
const leave = (id: string, from: number, to: number): [string, Leave] => [id, { id, version: 1, path: '/up/lucknow/', history: [], stretches: [{ id: '1', from, to, note: '', by: 'boss', at: 0 }] }]
const person = (id: string, changes: Partial<Person> = {}): Person => ({ id, version: 1, name: id, role: 'officer', scopePath: TOLD.path, isDisabled: false, createdAt: 0, ...changes })
const people = IDS.map((id) => person(id))
const who = (one: Roster, at: number, leaves: [string, Leave][] = []): string[] => rosteredAt(one, new Map(leaves), at).persons.map(({ personId }) => personId)

describe('shifts and rotations', () => {
  it('goes by the Indian day, past midnight too', () => {
    const nights = roster({ shifts: [shift('night', 22, 6, ['asha'], [2]), shift('day', 6, 22, ['bala'], [2])] })
    expect(who(nights, TUESDAY + 5 * HOUR)).toEqual([])
    expect(who(nights, TUESDAY + 6 * HOUR)).toEqual(['bala'])
    expect(who(nights, TUESDAY + 22 * HOUR)).toEqual(['asha'])
    expect(rosteredAt(nights, new Map(), TUESDAY + 29.9 * HOUR).persons).toEqual([{ personId: 'asha', because: 'shift night', until: TUESDAY + 30 * HOUR }])
    expect(who(nights, TUESDAY + 30 * HOUR)).toEqual([])
  })

  it('lets people take turns, and nobody before the first', () => {
    const weekly = roster({ rotations: [{ id: 'w', name: 'weekly', personIds: ['asha', 'bala'], startsAt: TUESDAY + 9 * HOUR, turnDays: 7 }] })
    expect(who(weekly, TUESDAY + 8 * HOUR)).toEqual([])
    expect([0, 7, 14].map((days) => who(weekly, TUESDAY + 9 * HOUR + days * DAY_MS)[0])).toEqual(['asha', 'bala', 'asha'])
    expect(rosteredAt(weekly, new Map(), TUESDAY + 10 * HOUR).persons[0]?.until).toBe(TUESDAY + 9 * HOUR + 7 * DAY_MS)
  })
})

describe('overrides, swaps and leave', () => {
  const days = roster({ shifts: [shift('day', 6, 18, ['asha', 'bala'])] })

  it('puts one instead of another, or beside them, for the stretch alone', () => {
    const changed = { ...days, overrides: [override('chand', 'asha', TUESDAY + 8 * HOUR, TUESDAY + 10 * HOUR), override('devi', null, TUESDAY, TUESDAY + 9 * HOUR, 2)] }
    expect(who(changed, TUESDAY + HOUR)).toEqual(['devi'])
    expect(who(changed, TUESDAY + 8.5 * HOUR)).toEqual(['chand', 'bala', 'devi'])
    expect(who(changed, TUESDAY + 10 * HOUR)).toEqual(['asha', 'bala'])
    expect(rosteredAt(changed, new Map(), TUESDAY + 7 * HOUR).persons[0]).toMatchObject({ personId: 'asha', until: TUESDAY + 8 * HOUR })
  })

  it('changes two people only when the swap was accepted, also within one stretch', () => {
    const swap = (state: Swap['state'], second: number): Swap => ({
      id: 's', state, by: 'asha', at: 1, decidedBy: 'bala', decidedAt: 2,
      first: { personId: 'asha', from: TUESDAY, to: TUESDAY + DAY_MS }, second: { personId: 'esha', from: second, to: second + DAY_MS },
    })
    const mixed = { ...days, shifts: [shift('day', 6, 18, ['asha', 'bala'], [2]), shift('other day', 6, 18, ['esha'], [3])] }
    expect(who({ ...mixed, swaps: [swap('requested', TUESDAY + DAY_MS)] }, TUESDAY + 7 * HOUR)).toEqual(['asha', 'bala'])
    expect(who({ ...mixed, swaps: [swap('accepted', TUESDAY + DAY_MS)] }, TUESDAY + 7 * HOUR)).toEqual(['esha', 'bala'])
    expect(who({ ...mixed, swaps: [swap('accepted', TUESDAY + DAY_MS)] }, TUESDAY + 31 * HOUR)).toEqual(['asha'])
    const sameDay = { ...days, shifts: [shift('early', 6, 12, ['asha']), shift('late', 12, 18, ['esha'])], swaps: [swap('accepted', TUESDAY)] }
    expect([7, 13].map((hour) => who(sameDay, TUESDAY + hour * HOUR))).toEqual([['esha'], ['asha']])
  })

  it('says why there is nobody', () => {
    const leaves = [leave('asha', TUESDAY, TUESDAY + DAY_MS), leave('bala', TUESDAY, TUESDAY + DAY_MS)]
    expect(rosteredAt(days, new Map(leaves), TUESDAY + 7 * HOUR).because).toBe('nobody: all on leave')
    expect(rosteredAt(days, new Map(), TUESDAY + HOUR).because).toContain('no shift')
    expect(onDuty(TOLD, people, { roster: undefined, leaves: new Map(IDS.map((id) => leave(id, 0, 9))), at: 5 })).toMatchObject({ persons: [], because: 'nobody: all on leave' })
    const strangers = people.map((one) => ({ ...one, scopePath: '/up/agra/' }))
    expect(onDuty(TOLD, strangers, { roster: days, leaves: new Map(), at: TUESDAY + 7 * HOUR }).because).toContain('do not see this node')
  })

  it('refuses what contradicts itself, overlaps or is over', () => {
    const at = (wish: Partial<Override>, now = TUESDAY) => (): void => checkOverride({ ...days, overrides: [override('chand', 'asha', TUESDAY, TUESDAY + HOUR)] }, { personId: 'devi', insteadOf: 'asha', from: TUESDAY, to: TUESDAY + HOUR, ...wish }, now)
    expect(at({})).toThrow(/overlaps the override by boss/)
    expect(at({ from: TUESDAY + HOUR, to: TUESDAY + 2 * HOUR })).not.toThrow()
    expect(at({ from: TUESDAY + 3 * HOUR, to: TUESDAY + 2 * HOUR })).toThrow(/ends before/)
    expect(at({ from: TUESDAY + HOUR, to: TUESDAY + 2 * HOUR }, TUESDAY + 2 * HOUR)).toThrow(/past/)
    expect(at({ insteadOf: 'devi' })).toThrow(/themselves/)
    expect(() => checkLeave(leave('asha', TUESDAY, TUESDAY + DAY_MS)[1], { from: TUESDAY + HOUR, to: TUESDAY + 2 * HOUR }, TUESDAY)).toThrow(/overlaps a leave/)
    expect(() => checkPattern([shift('day', 6, 18, ['asha']), shift('night', 17, 6, ['asha'])], [])).toThrow(/asha is in day and night/)
    expect(() => checkPattern([shift('saturday', 20, 8, ['asha'], [6]), shift('sunday', 7, 9, ['asha'], [0])], [])).toThrow(/at the same time/)
    expect(() => checkPattern([shift('day', 6, 18, ['asha']), shift('night', 18, 6, ['asha'])], [])).not.toThrow()
    expect(() => checkPattern([shift('day', 6, 18, [])], [])).toThrow(/no people/)
  })
})

const id = fc.constantFrom(...IDS)
const hours = (least: number, most: number) => fc.integer({ min: least, max: most }).map((hour) => hour * HOUR)
const stretch = fc.record({ from: hours(0, 150), length: hours(1, 40) }).map(({ from, length }) => ({ from: TUESDAY + from, to: TUESDAY + from + length }))
const made = fc.record({
  shifts: fc.array(fc.record({ days: fc.uniqueArray(fc.integer({ min: 0, max: 6 })), from: fc.integer({ min: 0, max: 23 }), to: fc.integer({ min: 0, max: 23 }), ids: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }) }), { maxLength: 4 }),
  rotations: fc.array(fc.record({ personIds: fc.uniqueArray(id, { minLength: 1 }), startsAt: hours(-100, 60).map((at) => TUESDAY + at), turnDays: fc.integer({ min: 1, max: 3 }) }), { maxLength: 2 }),
  overrides: fc.array(fc.record({ stretch, personId: id, insteadOf: fc.option(id), at: fc.integer({ min: 1, max: 9 }) }), { maxLength: 4 }),
  swaps: fc.array(fc.record({ a: stretch, b: stretch, one: id, two: id, at: fc.integer({ min: 1, max: 9 }), state: fc.constantFrom<Swap['state']>('requested', 'accepted', 'refused') }), { maxLength: 2 }),
  leaves: fc.array(fc.record({ stretch, id }), { maxLength: 3 }),
}).map((parts) => ({
  leaves: new Map(parts.leaves.map((one) => leave(one.id, one.stretch.from, one.stretch.to))),
  roster: roster({
    shifts: parts.shifts.map(({ days, from, to, ids }, at) => shift(`shift ${at}`, from, to, ids, days)),
    rotations: parts.rotations.map((one, at): Rotation => ({ id: `${at}`, name: `rotation ${at}`, ...one })),
    overrides: parts.overrides.map((one) => override(one.personId, one.insteadOf, one.stretch.from, one.stretch.to, one.at)),
    swaps: parts.swaps.map((one, at): Swap => ({ id: `${at}`, state: one.state, by: one.one, at: one.at, decidedBy: null, decidedAt: one.at, first: { personId: one.one, ...one.a }, second: { personId: one.two, ...one.b } })),
  }),
}))
const WEEK = { from: TUESDAY, to: TUESDAY + 7 * DAY_MS }
const moment = fc.integer({ min: WEEK.from, max: WEEK.to - 1 })

describe('any roster', () => {
  it('changes only at its turning points, and each person stays until the end that is said', () => {
    fc.assert(fc.property(made, moment, ({ roster: one, leaves }, at) => {
      const points = turningPoints(one, leaves.values(), WEEK.from, WEEK.to)
      const before = Math.max(WEEK.from, ...points.filter((point) => point <= at))
      const names = (time: number): string[] => rosteredAt(one, leaves, time).persons.map(({ personId }) => personId)
      expect(names(at)).toEqual(names(before))
      for (const { personId, until } of rosteredAt(one, leaves, at).persons) {
        expect(until).toBeGreaterThan(at)
        for (const time of [until - 1, (at + until) / 2, ...points.filter((point) => point > at && point < until)]) expect(names(time)).toContain(personId)
      }
    }), { numRuns: 300 })
  })

  it('never has somebody on leave on duty, and nobody twice', () => {
    fc.assert(fc.property(made, moment, ({ roster: one, leaves }, at) => {
      const { persons } = rosteredAt(one, leaves, at)
      expect(new Set(persons.map(({ personId }) => personId)).size).toBe(persons.length)
      for (const { personId } of persons) expect(leaves.get(personId)?.stretches.some(({ from, to }) => from <= at && at < to) ?? false).toBe(false)
    }))
  })

  it('has a gap exactly where nobody on duty can be reached', () => {
    fc.assert(fc.property(made, moment, fc.subarray(IDS), ({ roster: one, leaves }, at, reachable) => {
      const gaps = dutyGaps({ told: TOLD, roster: one, people, leaves }, (personId) => reachable.includes(personId), WEEK)
      for (const [index, gap] of gaps.entries()) {
        expect(gap.from).toBeLessThan(gap.to)
        expect(gap.from).toBeGreaterThanOrEqual(gaps[index - 1]?.to ?? WEEK.from)
      }
      const isReached = onDuty(TOLD, people, { roster: one, leaves, at }).persons.some(({ personId }) => reachable.includes(personId))
      expect(gaps.some(({ from, to }) => from <= at && at < to)).toBe(!isReached)
    }))
  })

  it('begins the Indian day at 18:30 UTC', () => {
    fc.assert(fc.property(moment, (at) => {
      const midnight = indianMidnight(at)
      expect(new Date(midnight).toISOString().slice(11)).toBe('18:30:00.000Z')
      expect(at - midnight).toBeGreaterThanOrEqual(0)
      expect(at - midnight).toBeLessThan(DAY_MS)
    }))
  })
})
