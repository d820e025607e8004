import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONDITION_LIMITS, conditionOf, newCondition, nextCondition, stretchSubject, systemLevels } from '../../src/domain/condition.ts'
import type { Condition } from '../../src/domain/condition.ts'

const T0 = 1_800_000_000_000
const { tellMs, againMs, clearMs } = CONDITION_LIMITS

/** Looks at these times, each with or without a finding. @returns when somebody was told, with the how-maniest time it was. */
function follow(looks: readonly { at: number; stands: boolean }[]): { condition: Condition; told: { at: number; n: number }[] } {
  let condition = newCondition('engine')
  const told: { at: number; n: number }[] = []
  for (const { at, stands } of looks) {
    const step = nextCondition(condition, { stands, because: 'overdue' }, T0 + at, CONDITION_LIMITS)
    if (step.tell !== null) told.push({ at, n: step.tell })
    condition = step.condition
  }
  return { condition, told }
}
const looks = (from: number, to: number, stands: boolean): { at: number; stands: boolean }[] => Array.from({ length: Math.ceil((to - from) / 1_000) }, (_, nth) => ({ at: from + nth * 1_000, stands }))

describe('a condition of Prahari itself', () => {
  it('is told once it stood for a while, again every ten minutes, and is over when it was clear for a while', () => {
    expect(follow(looks(0, tellMs, true)).told).toEqual([])
    const { told, condition } = follow([...looks(0, 2 * againMs, true), ...looks(2 * againMs, 2 * againMs + clearMs + 1_000, false)])
    expect(told).toEqual([{ at: tellMs, n: 0 }, { at: tellMs + againMs, n: 1 }])
    expect(condition).toMatchObject({ standing: null, ended: { since: T0, endedAt: T0 + 2 * againMs, isTold: false } })
  })

  it('that nobody was told of ends without a word', () => {
    expect(follow([...looks(0, 2_000, true), ...looks(2_000, 60_000, false)]).condition).toMatchObject({ standing: null, ended: null })
  })

  it('that comes and goes is told once', () => {
    const flapping = Array.from({ length: 50 }, (_, nth) => ({ at: nth * (clearMs - 5_000), stands: nth % 2 === 0 }))
    expect(follow([...looks(-10_000, 0, true), ...flapping]).told.map(({ n }) => n)).toEqual([0, 1])
  })

  it('is never told oftener than said, whatever is found when', () => {
    fc.assert(fc.property(fc.array(fc.record({ gap: fc.integer({ min: 1, max: 400_000 }), stands: fc.boolean() }), { maxLength: 60 }), (steps) => {
      let at = 0
      const { told } = follow(steps.map(({ gap, stands }) => ({ at: at += gap, stands })))
      for (const [nth, { at: when, n }] of told.entries()) {
        const before = told[nth - 1]
        // The next of a stretch after ten minutes; the first of another after the clear while and the time to believe it.
        if (before) expect(when - before.at).toBeGreaterThanOrEqual(n > before.n ? againMs : clearMs + tellMs)
      }
    }))
  })

  it('has a subject that names the stretch, and widens from the state to every district', () => {
    expect(conditionOf({ docketId: stretchSubject('audit', T0) })).toEqual({ kind: 'audit', id: T0.toString(36) })
    expect(systemLevels().map((level) => level.length)).toEqual([1, expect.any(Number), 75])
    expect(systemLevels()[0]).toEqual([{ post: 'state-control', path: '/up/' }])
  })
})
