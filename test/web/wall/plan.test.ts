import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD_REM, GAP_REM, TILE_REM, planBoard } from '../../../src/web/wall/plan.ts'

/** The wall's room at 1920×1080 under the header. */
const ROOM = 57.5

describe('planBoard', () => {
  it('draws a few unanswered alerts large and held ones as tiles', () => {
    expect(planBoard(1, 1, ROOM)).toEqual({ cards: 1, tiles: 0, columns: 1, hidden: 0 })
    expect(planBoard(5, 3, ROOM)).toEqual({ cards: 3, tiles: 2, columns: 2, hidden: 0 })
    expect(planBoard(4, 0, ROOM)).toEqual({ cards: 0, tiles: 4, columns: 1, hidden: 0 })
  })

  it('makes room by fewer large cards before it hides anything', () => {
    expect(planBoard(7, 5, ROOM)).toEqual({ cards: 2, tiles: 5, columns: 2, hidden: 0 })
  })

  it('keeps two large in a crowd and counts the rest', () => {
    expect(planBoard(14, 8, ROOM)).toEqual({ cards: 2, tiles: 5, columns: 2, hidden: 7 })
  })

  it('shows or counts every alert, and never needs more room than there is', () => {
    fc.assert(fc.property(fc.nat({ max: 400 }), fc.nat({ max: 400 }), fc.double({ min: 0, max: 120, noNaN: true }), (total, some, room) => {
      const { cards, tiles, columns, hidden } = planBoard(total, Math.min(some, total), room)
      expect(cards + tiles + hidden).toBe(total)
      expect(Math.min(cards, tiles, hidden)).toBeGreaterThanOrEqual(0)
      const lines = Math.ceil((tiles + (hidden > 0 ? 1 : 0)) / columns)
      const height = cards * (CARD_REM + GAP_REM) + lines * (TILE_REM + GAP_REM) - GAP_REM
      if (room >= TILE_REM) expect(height).toBeLessThanOrEqual(room + GAP_REM + 1e-9)
    }))
  })
})
