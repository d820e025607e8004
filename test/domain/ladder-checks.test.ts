import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LADDER_POLICY, DUTY_POSTS, rungDueAt } from '../../src/domain/ladder.ts'
import type { LadderPolicy, SeverityPolicy } from '../../src/domain/ladder.ts'
import { ladderProblems, rungsRung } from '../../src/domain/ladder-checks.ts'
import { DEFAULT_SLAS, slaOf } from '../../src/domain/sla.ts'

const { critical, high } = DEFAULT_LADDER_POLICY
const withCritical = (change: Partial<SeverityPolicy>): LadderPolicy => ({ ...DEFAULT_LADDER_POLICY, critical: { ...critical, ...change } })

describe('what a policy must hold to', () => {
  it('takes the one that comes with Prahari', () => {
    expect(ladderProblems(DEFAULT_LADDER_POLICY)).toEqual([])
  })

  it.each([
    ['a first rung that waits', { rungs: [{ afterS: 5, tell: ['state-control' as const] }] }, 'critical.rungs.0.afterS'],
    ['rungs out of order', { rungs: [critical.rungs[0], critical.rungs[2], critical.rungs[1], critical.rungs[3]].flatMap((one) => one ?? []) }, 'critical.rungs.2.afterS'],
    ['a rung that tells nobody', { rungs: [{ afterS: 0, tell: [] }, { afterS: 30, tell: ['state-control' as const] }] }, 'critical.rungs.0.tell'],
    ['a dead end', { rungs: critical.rungs.slice(0, 3) }, 'critical.rungs.2.tell'],
    ['a control room that is told once, and then nobody there again', { rungs: [{ afterS: 0, tell: ['state-control' as const] }, { afterS: 30, tell: ['district-head' as const] }] }, 'critical.rungs.1.tell'],
    ['less time after progress', { progressExpiresS: 60 }, 'critical.progressExpiresS'],
    ['targets that do not grow', { ackTargets: [{ share: 0.9, withinS: 60 }, { share: 0.9, withinS: 90 }] }, 'critical.ackTargets.1'],
    ['closing before replying', { closeS: 60 }, 'critical.closeS'],
    ['a critical ladder that is slower than the high one', { rungs: [{ afterS: 0, tell: ['station-duty' as const] }, { afterS: 301, tell: ['state-control' as const] }] }, 'critical.rungs.1.afterS'],
  ])('refuses %s', (_, change, field) => {
    expect(ladderProblems(withCritical(change)).map((one) => one.field)).toEqual([field])
  })

  it('refuses windows out of order for what does not ring', () => {
    expect(ladderProblems({ ...DEFAULT_LADDER_POLICY, normal: { acknowledgeS: 100, progressS: 50, replyS: 10, closeS: 20 } }).map(({ field }) => field)).toEqual(['normal.progressS', 'normal.closeS'])
  })

  it('says nothing of a policy of an earlier version, which knows no times of what does not ring', () => {
    expect(ladderProblems({ version: 3, critical, high })).toEqual([])
    expect(slaOf({ version: 3, critical, high })).toEqual(DEFAULT_SLAS)
  })

  const policy = fc.record({ steps: fc.array(fc.integer({ min: 5, max: 300 }), { maxLength: 6 }), repeatEveryS: fc.integer({ min: 5, max: 600 }) })
  it('counts the rungs that rang as the ladder rings them', () => {
    fc.assert(fc.property(policy, fc.integer({ min: 0, max: 5_000_000 }), ({ steps, repeatEveryS }, waitedMs) => {
      let at = 0
      const rungs = [0, ...steps].map((step) => ({ afterS: (at += step), tell: [DUTY_POSTS[0]] }))
      const one = { ...critical, rungs, repeatEveryS }
      const count = rungsRung(one, waitedMs)
      expect(rungDueAt(one, 0, count - 1)).toBeLessThanOrEqual(waitedMs)
      expect(rungDueAt(one, 0, count)).toBeGreaterThan(waitedMs)
    }))
  })
})
