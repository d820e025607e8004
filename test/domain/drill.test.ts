import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DRILL_PATH, DRILL_STEPS, drillText, judge, legsOf, LEG_LIMITS_MS, markOf, newDrill, reach } from '../../src/domain/drill.ts'
import type { Drill, DrillStep } from '../../src/domain/drill.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { triage } from '../../src/triage/triage.ts'
import { makePost, makeVerdict } from '../posts.ts'

const T0 = 1_800_000_000_000
const fresh = (): Drill => newDrill(7, 'stream', 'token-token-token-token-token-32', T0)
const walked = (gaps: number[]): Drill => DRILL_STEPS.slice(0, gaps.length).reduce((drill, step, at) => reach(drill, step, T0 + gaps.slice(0, at + 1).reduce((a, b) => a + b, 0)), fresh())

describe('a drill', () => {
  it('passes when a screen painted it, with the time of each leg', () => {
    const drill = judge(walked([0, 300, 20, 40, 5, 60]), T0 + 500)
    expect(drill).toMatchObject({ state: 'passed', endedAt: T0 + 500 })
    expect(legsOf(drill)).toEqual([['received', 300], ['recorded', 20], ['opened', 40], ['emitted', 5], ['painted', 60], ['whole', 425]].map(([leg, ms]) => ({ leg, ms })))
  })

  it.each([
    [[], 5_001, 'the drill was not put on its way'],
    [[0], 8_001, 'posted, but not received'],
    [[0, 100, 10], 8_111, 'recorded, but no alert was raised'],
    [[0, 100, 10, 9_000, 5, 5], 9_200, 'recorded, its alert raised too late'],
    [[0, 100, 10, 50, 5], 4_166, 'sent, but no screen painted it'],
  ] as const)('fails with %j after %i ms: %s', (gaps, after, because) => {
    expect(judge(walked([...gaps]), T0 + after - 2).state).toBe(gaps.length === 6 ? 'failed' : 'running')
    expect(judge(walked([...gaps]), T0 + after)).toMatchObject({ state: 'failed', because })
  })

  it('always ends, keeps the first time of each step and never changes its mind, in whatever order the steps become known', () => {
    const steps = fc.array(fc.record({ step: fc.constantFrom(...DRILL_STEPS), at: fc.integer({ min: 0, max: 40_000 }) }), { maxLength: 12 })
    fc.assert(fc.property(steps, (known) => {
      let drill = fresh()
      const first = new Map<DrillStep, number>()
      for (const { step, at } of known) {
        if (!first.has(step)) first.set(step, T0 + at)
        const before = drill
        drill = judge(reach(drill, step, T0 + at), T0 + at)
        if (before.state !== 'running') expect([drill.state, drill.endedAt, drill.because]).toEqual([before.state, before.endedAt, before.because])
      }
      for (const [step, at] of first) expect(drill.at[step]).toBe(at)
      const longest = Object.values(LEG_LIMITS_MS).reduce((a, b) => a + b, 0)
      const end = judge(drill, T0 + 40_000 + longest + 1)
      expect(end.state).not.toBe('running')
    }))
  })
})

describe('the post of a drill', () => {
  it('reads as a critical cry for help', () => {
    expect(triage(makePost({ text: drillText(fresh(), 'PrahariUP'), author: { id: '0', handle: '', name: '', location: null, followers: null } }), DEFAULT_TRIAGE_POLICY).severity).toBe('critical')
  })

  it('is known by its token', () => {
    expect(markOf(drillText(fresh(), 'PrahariUP'))).toEqual({ id: 'drill-7', token: fresh().token })
    for (const text of ['@PrahariUP help', 'ref:7', 'xref:7.token-token-token-token-token-32', 'ref:7.short']) expect(markOf(text)).toBeNull()
  })

  it('opens a docket that no area has, with an alert that tells nobody and rests', () => {
    const docket = newDocket({ post: makePost({ source: 'drill' }), verdict: makeVerdict('critical'), receivedAt: T0, number: 'DRILL-1', authorId: null, matter: null, incident: null }, { policy: DEFAULT_LADDER_POLICY, now: T0, sha256: (text) => text })
    expect(docket).toMatchObject({ path: DRILL_PATH, alertOpen: 1, nextDueAt: null, alert: { told: [], nextDueAt: null } })
  })
})
