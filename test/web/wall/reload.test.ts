import { describe, expect, it } from 'vitest'
import { LINGER_MS, withLingering } from '../../../src/web/wall/linger.ts'
import { claimsOf } from '../../../src/web/wall/proof.ts'
import { whyReload } from '../../../src/web/wall/reload.ts'
import { standOf } from '../../../src/web/wall/stand.tsx'
import { HOLDER, anAlert } from '../alerts.ts'

/** 04:00 in India on 24 November 2026. */
const FOUR = Date.UTC(2026, 10, 23, 22, 30)
const at = (now: number, changes: Partial<Parameters<typeof whyReload>[0]> = {}) => whyReload({ now, openedAt: FOUR - 86_400_000, ownVersion: '1', version: '1', unanswered: [], ...changes })

describe('whyReload', () => {
  it('for another version, but not while a critical alert is read, nor right after it opened', () => {
    expect(at(FOUR + 7_200_000)).toBeNull()
    expect(at(FOUR + 7_200_000, { version: '2' })).toBe('version')
    expect(at(FOUR + 7_200_000, { version: '2', unanswered: [{ severity: 'critical', raisedAt: FOUR + 7_190_001 }] })).toBeNull()
    expect(at(FOUR + 7_200_000, { version: '2', unanswered: [{ severity: 'critical', raisedAt: FOUR + 7_190_000 }, { severity: 'high', raisedAt: FOUR + 7_200_000 }] })).toBe('version')
    expect(at(FOUR + 7_200_000, { version: '2', openedAt: FOUR + 7_150_000 })).toBeNull()
  })

  it('once a night at a quiet moment of the hour after four, at its end whatever waits', () => {
    expect(at(FOUR - 1)).toBeNull()
    expect(at(FOUR)).toBe('night')
    expect(at(FOUR + 1_000, { openedAt: FOUR - 90_000 })).toBe('night')
    expect(at(FOUR + 70_000, { openedAt: FOUR + 1 })).toBeNull()
    expect(at(FOUR + 60_000, { unanswered: [{ severity: 'high', raisedAt: FOUR }] })).toBeNull()
    expect(at(FOUR + 3_550_000, { unanswered: [{ severity: 'high', raisedAt: FOUR }] })).toBe('night')
    expect(at(FOUR + 3_600_000)).toBeNull()
  })
})

describe('claimsOf', () => {
  const alert = { id: 'a', version: 4, rung: 1 }
  it('says each once, again when its rung has risen, and again when a card takes the place of a number', () => {
    expect(claimsOf([alert], [], new Map())).toEqual([{ alertId: 'a', version: 4, rung: 1, what: 'shown' }])
    expect(claimsOf([alert], [], new Map([['a', { rung: 1, what: 'shown' as const }]]))).toEqual([])
    expect(claimsOf([{ ...alert, rung: 2 }], [], new Map([['a', { rung: 1, what: 'shown' as const }]]))).toHaveLength(1)
    expect(claimsOf([], [alert], new Map())).toEqual([{ alertId: 'a', version: 4, rung: 1, what: 'counted' }])
    expect(claimsOf([alert], [], new Map([['a', { rung: 1, what: 'counted' as const }]]))).toHaveLength(1)
    expect(claimsOf([], [alert], new Map([['a', { rung: 1, what: 'shown' as const }]]))).toEqual([])
  })
})

it('a closed alert stays for twenty seconds, where it stood', () => {
  const [open, held] = [anAlert({ id: 'open' }), anAlert({ id: 'held', holder: HOLDER, severity: 'high' })]
  const closed = anAlert({ id: 'closed', holder: HOLDER, isOpen: false, state: 'resolved', closedAt: 1_000 })
  expect(withLingering([open, held], [closed], 1_000 + LINGER_MS - 1).map(({ id }) => id)).toEqual(['open', 'closed', 'held'])
  expect(withLingering([open, held], [closed], 1_000 + LINGER_MS).map(({ id }) => id)).toEqual(['open', 'held'])
  expect([open, held, closed, anAlert({ firstAcknowledgedAt: 5 })].map(standOf)).toEqual(['unanswered', 'held', 'closed', 'returned'])
})
