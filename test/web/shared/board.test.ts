import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlertView } from '../../../src/contract/alert-view.ts'
import { digestOf, isSameDigest } from '../../../src/contract/digest.ts'
import { EMPTY_BOARD, alertsOf, closedOf, digestOfBoard, receive } from '../../../src/web/shared/board.ts'
import type { Board, BoardMessage } from '../../../src/web/shared/board.ts'
import { HOLDER, anAlert } from '../alerts.ts'

const upsert = (serverNow: number, ...alerts: AlertView[]): BoardMessage => ({ kind: 'upsert', serverNow, alerts })
const snapshot = (serverNow: number, ...alerts: AlertView[]): BoardMessage => ({ kind: 'snapshot', serverNow, alerts, overflow: 0 })
const after = (...messages: BoardMessage[]): Board => messages.reduce(receive, EMPTY_BOARD)
const versions = (board: Board): string[] => alertsOf(board).map(({ id, version }) => `${id}:${version}`).sort()

describe('board', () => {
  it('is not filled before the first snapshot', () => {
    expect(after(upsert(1, anAlert())).isFilled).toBe(false)
    expect(after(snapshot(1)).isFilled).toBe(true)
  })

  it('keeps the newest version whichever comes last', () => {
    const [v1, v2] = [anAlert({ version: 1 }), anAlert({ version: 2 })]
    expect(versions(after(upsert(1, v1), upsert(2, v2), upsert(3, v1)))).toEqual([`${v1.id}:2`])
  })

  it('drops an alert that closed, and no late message brings it back', () => {
    const open = anAlert({ version: 1 })
    const closed = anAlert({ version: 2, isOpen: false, state: 'resolved', closedAt: 9 })
    const board = after(upsert(1, open), upsert(2, closed), upsert(3, open))
    expect(alertsOf(board)).toEqual([])
    expect(closedOf(board)).toEqual([closed])
  })

  it('drops what a snapshot does not list, but not what was heard of after it was taken', () => {
    const [old, young] = [anAlert({ id: 'old' }), anAlert({ id: 'young' })]
    expect(versions(after(upsert(5, old), upsert(20, young), snapshot(10)))).toEqual(['young:1'])
  })

  it('lets go of what left the area, which a newer version brings back', () => {
    const held = receive(EMPTY_BOARD, { kind: 'upsert', serverNow: 1, alerts: [anAlert({ id: 'a', version: 3 })] })
    const gone = receive(held, { kind: 'gone', id: 'a' })
    expect(alertsOf(gone)).toEqual([])
    expect(alertsOf(receive(gone, { kind: 'upsert', serverNow: 2, alerts: [anAlert({ id: 'a', version: 5 })] }))).toHaveLength(1)
  })

  it('does not go back to an older version in a snapshot', () => {
    expect(versions(after(upsert(5, anAlert({ id: 'a', version: 3 })), snapshot(4, anAlert({ id: 'a', version: 2 }))))).toEqual(['a:3'])
  })

  it('sorts by urgency: unanswered first, then severity, then age', () => {
    const board = after(snapshot(1,
      anAlert({ id: 'held', severity: 'critical', holder: HOLDER, raisedAt: 1 }),
      anAlert({ id: 'high', severity: 'high', raisedAt: 1 }),
      anAlert({ id: 'young', severity: 'critical', raisedAt: 3 }),
      anAlert({ id: 'old', severity: 'critical', raisedAt: 2 }),
    ))
    expect(alertsOf(board).map(({ id }) => id)).toEqual(['old', 'young', 'high', 'held'])
  })

  it('remembers a bounded number of closed alerts', () => {
    const closed = Array.from({ length: 500 }, (_, i) => anAlert({ id: `c${i}`, isOpen: false, closedAt: i }))
    expect(after(upsert(1, ...closed)).closed.size).toBe(200)
  })
})

/** The life of a server: each step raises, changes or closes one of few alerts and announces the result. */
const lives = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), act: fc.constantFrom('change', 'close') }), { maxLength: 40 })

function play(steps: { id: string; act: string }[]): { messages: BoardMessage[]; truth: Map<string, AlertView>; now: number } {
  const truth = new Map<string, AlertView>()
  const messages: BoardMessage[] = []
  let now = 0
  for (const { id, act } of steps) {
    const known = truth.get(id)
    if (known && !known.isOpen) continue
    const next = anAlert({ id, version: (known?.version ?? 0) + 1, isOpen: known === undefined || act !== 'close', closedAt: act === 'close' ? now : null })
    truth.set(id, next)
    messages.push(upsert(++now, next))
    if (now % 5 === 0) messages.push(snapshot(now, ...[...truth.values()].filter((alert) => alert.isOpen)))
  }
  return { messages, truth, now }
}

describe('board under a bad network', () => {
  it('ends equal to the server after any loss, repetition and reordering, once a snapshot gets through', () => {
    fc.assert(fc.property(lives, fc.infiniteStream(fc.nat()), (steps, chance) => {
      const { messages, truth, now } = play(steps)
      const draw = (below: number): number => (chance.next().value as number) % below
      const mangled = messages.flatMap((message) => Array.from({ length: draw(3) }, () => message)).sort(() => draw(3) - 1)
      const open = [...truth.values()].filter((alert) => alert.isOpen)
      const board = receive(after(...mangled), snapshot(now + 1, ...open))
      expect(versions(board)).toEqual(open.map(({ id, version }) => `${id}:${version}`).sort())
      expect(isSameDigest(digestOfBoard(board), digestOf(open))).toBe(true)
    }), { numRuns: 300 })
  })

  it('ends equal to the server without any snapshot when every message comes at least once, in any order', () => {
    fc.assert(fc.property(lives, fc.infiniteStream(fc.nat()), (steps, chance) => {
      const { messages, truth } = play(steps)
      const draw = (below: number): number => (chance.next().value as number) % below
      const upserts = messages.filter(({ kind }) => kind === 'upsert')
      const mangled = [...upserts, ...upserts.filter(() => draw(2) === 0)].map((message) => ({ message, at: draw(1_000) })).sort((a, b) => a.at - b.at)
      const board = after(...mangled.map(({ message }) => message))
      expect(versions(board)).toEqual([...truth.values()].filter((alert) => alert.isOpen).map(({ id, version }) => `${id}:${version}`).sort())
    }), { numRuns: 300 })
  })

  it('notices by the digest whenever it differs from the server', () => {
    fc.assert(fc.property(lives, fc.infiniteStream(fc.boolean()), (steps, chance) => {
      const { messages, truth } = play(steps)
      const board = after(...messages.filter(() => chance.next().value as boolean))
      const open = [...truth.values()].filter((alert) => alert.isOpen)
      const isEqual = JSON.stringify(versions(board)) === JSON.stringify(open.map(({ id, version }) => `${id}:${version}`).sort())
      expect(isSameDigest(digestOfBoard(board), digestOf(open))).toBe(isEqual)
    }), { numRuns: 200 })
  })
})
