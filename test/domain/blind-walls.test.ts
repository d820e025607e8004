import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blindWithin, judgeWall, nextStep, WALL_LIMITS } from '../../src/domain/blind-walls.ts'
import type { Owed, WallSight } from '../../src/domain/blind-walls.ts'
import { conditionOf, subjectOf } from '../../src/domain/condition.ts'
import { wallPosts } from '../../src/domain/wall.ts'
import type { Blindness } from '../../src/domain/wall.ts'

const T = 1_790_000_000_000
const sight = (changes: Partial<WallSight> = {}): WallSight => ({ wallId: 'w', connectedAt: T, isConnected: true, isVisible: true, visibilityAt: T, paintedAt: T, isAwake: true, ...changes })
const judge = (sights: WallSight[], now: number, owed: Owed[] = []) => judgeWall(sights, owed, now, WALL_LIMITS)

describe('judgeWall', () => {
  it('sees while it is connected, visible and paints', () => {
    expect(judge([sight()], T + 7_000)).toEqual({ isSeeing: true })
    expect(judge([sight({ paintedAt: null })], T + 7_000)).toEqual({ isSeeing: true })
  })

  it('says why it does not see, since its last proof', () => {
    expect(judge([], T)).toEqual({ isSeeing: false, why: 'not-connected', since: T })
    expect(judge([sight({ isConnected: false, paintedAt: T + 500 })], T + 900)).toEqual({ isSeeing: false, why: 'not-connected', since: T + 500 })
    expect(judge([sight({ isConnected: false, isAwake: false })], T + 900)).toEqual({ isSeeing: false, why: 'asleep', since: T })
    expect(judge([sight({ isVisible: false, visibilityAt: T + 300 })], T + 400)).toEqual({ isSeeing: false, why: 'hidden', since: T + 300 })
    expect(judge([sight()], T + 7_001)).toEqual({ isSeeing: false, why: 'silent', since: T })
    expect(judge([sight({ isAwake: false })], T + 7_001)).toEqual({ isSeeing: false, why: 'asleep', since: T })
  })

  it('must confirm each firing within ten seconds, counted from when it could', () => {
    const now = T + 60_000
    const alive = sight({ paintedAt: now })
    const owed = (firedAt: number, confirmedAt: number | null): Owed[] => [{ firedAt, confirmedAt }]
    expect(judge([alive], now, owed(now - 10_000, null))).toEqual({ isSeeing: true })
    expect(judge([alive], now, owed(now - 10_001, null))).toEqual({ isSeeing: false, why: 'unconfirmed', since: now - 10_001 })
    expect(judge([alive], now, owed(now - 10_001, now - 20_000))).toMatchObject({ why: 'unconfirmed' })
    expect(judge([alive], now, owed(now - 10_001, now - 9_000))).toEqual({ isSeeing: true })
    expect(judge([sight({ paintedAt: now, connectedAt: now - 9_000 })], now, owed(T, null))).toEqual({ isSeeing: true })
    expect(judge([sight({ paintedAt: now, visibilityAt: now - 9_000 })], now, owed(T, null))).toEqual({ isSeeing: true })
  })

  it('sees by one page as long as one of its pages sees', () => {
    fc.assert(fc.property(fc.array(fc.record({ isConnected: fc.boolean(), isVisible: fc.boolean(), agoMs: fc.nat({ max: 20_000 }) }), { maxLength: 5 }), (pages) => {
      const now = T + 30_000
      const sights = pages.map(({ agoMs, ...rest }) => sight({ ...rest, connectedAt: T - 30_000, visibilityAt: T - 30_000, paintedAt: now - agoMs }))
      const sees = pages.some(({ isConnected, isVisible, agoMs }) => isConnected && isVisible && agoMs <= WALL_LIMITS.silentMs)
      expect(judge(sights, now).isSeeing).toBe(sees)
    }))
  })
})

describe('nextStep', () => {
  const wall = (blind: Blindness | null) => ({ id: 'w', name: 'Wall', path: '/up/', blind })

  it('is told after nine seconds, again every ten minutes, and ends by itself', () => {
    const first = nextStep(wall(null), { isSeeing: false, why: 'hidden', since: T }, T + 20_000, WALL_LIMITS)
    expect(first).toEqual({ blind: { since: T, why: 'hidden', told: 0, toldAt: null }, ended: null, tell: null })
    expect(nextStep(wall(first.blind), { isSeeing: false, why: 'hidden', since: T }, T + 8_999, WALL_LIMITS).tell).toBeNull()
    const told = nextStep(wall(first.blind), { isSeeing: false, why: 'silent', since: T }, T + 9_000, WALL_LIMITS)
    expect(told).toMatchObject({ tell: 0, blind: { since: T, why: 'silent', told: 1, toldAt: T + 9_000 } })
    expect(nextStep(wall(told.blind), { isSeeing: false, why: 'silent', since: T }, T + 608_999, WALL_LIMITS).tell).toBeNull()
    expect(nextStep(wall(told.blind), { isSeeing: false, why: 'silent', since: T }, T + 609_000, WALL_LIMITS).tell).toBe(1)
    expect(nextStep(wall(told.blind), { isSeeing: true }, T + 50_000, WALL_LIMITS)).toMatchObject({ blind: null, tell: null, ended: { wallId: 'w', since: T, endedAt: T + 50_000, why: 'silent', told: 1 } })
  })

  it('over any course keeps stretches that neither overlap nor go backwards, and never tells faster than it should', () => {
    fc.assert(fc.property(fc.array(fc.record({ stepMs: fc.integer({ min: 1, max: 400_000 }), isSeeing: fc.boolean(), backMs: fc.nat({ max: 5_000 }) }), { maxLength: 40 }), (looks) => {
      let blind: Blindness | null = null
      let now = T
      let endOfLast = 0
      let toldAt: number | null = null
      for (const { stepMs, isSeeing, backMs } of looks) {
        now += stepMs
        const step = nextStep(wall(blind), isSeeing ? { isSeeing } : { isSeeing, why: 'silent', since: Math.max(endOfLast, now - backMs) }, now, WALL_LIMITS)
        if (step.ended) {
          expect(step.ended.since).toBeGreaterThanOrEqual(endOfLast)
          expect(step.ended.endedAt).toBeGreaterThanOrEqual(step.ended.since)
          endOfLast = step.ended.endedAt
          toldAt = null
        }
        if (step.tell !== null) {
          expect(now - (blind?.since ?? now)).toBeGreaterThanOrEqual(WALL_LIMITS.tellMs)
          if (toldAt !== null) expect(now - toldAt).toBeGreaterThanOrEqual(WALL_LIMITS.againMs)
          toldAt = now
        }
        expect(step.blind === null).toBe(isSeeing)
        blind = step.blind
      }
    }))
  })
})

it('counts blind time once where stretches overlap, and only what lies in the shift', () => {
  expect(blindWithin([{ since: 0, endedAt: 10 }, { since: 5, endedAt: 20 }, { since: 90, endedAt: null }], 2, 100)).toBe(28)
  expect(blindWithin([], 0, 10)).toBe(0)
})

it('every wall has somebody who looks after it, the nearest first and the state last', () => {
  expect(wallPosts('/up/')).toEqual([{ post: 'state-control', path: '/up/' }])
  expect(wallPosts('/up/z-lucknow/c-lucknow/lucknow/').map(({ post }) => post)).toEqual(['district-head', 'range-control', 'state-control'])
  expect(wallPosts('/up/z-lucknow/').map(({ post }) => post)).toEqual(['state-control'])
  expect(conditionOf({ docketId: subjectOf('wall', 'a.b') })).toEqual({ kind: 'wall', id: 'a.b' })
  expect(conditionOf({ docketId: 'case-1' })).toBeNull()
})
