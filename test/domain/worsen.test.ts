import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledge, escalate, isOpen, progress, raise } from '../../src/domain/alert.ts'
import type { Alert } from '../../src/domain/alert.ts'
import { DEFAULT_LADDER_POLICY as policy } from '../../src/domain/ladder.ts'
import { severityRank } from '../../src/domain/verdict.ts'
import { worsen } from '../../src/domain/worsen.ts'

const path = '/up/z-lucknow/c-lucknow/lucknow/'
const T0 = 1_800_000_000_000
const asha = { id: 'asha', name: 'Asha' }
const raised = (severity: 'critical' | 'high' = 'high'): Alert => raise(severity, policy, path, T0).alert
const at = (seconds: number) => ({ policy, path, now: T0 + seconds * 1000 })
const worse = (alert: Alert | null, severity: 'critical' | 'high', seconds: number) => {
  const outcome = worsen(alert, severity, at(seconds))
  if (!outcome) throw new Error('nothing came of it')
  return { ...outcome, what: outcome.events.map((event) => event.what) }
}

describe('news that make it graver', () => {
  it('raise an alert where there was none, and none for what does not ring', () => {
    expect(worse(null, 'high', 5)).toMatchObject({ what: ['alert-raised'], alert: { severity: 'high', raisedAt: T0 + 5_000, nextRung: 1 } })
    expect(worsen(null, 'normal', at(5))).toBeNull()
  })

  it('put an alert that nobody has on the critical ladder, from rung 0', () => {
    const climbed = escalate(raised(), path, T0 + 61_000).alert
    const { alert, what } = worse(climbed, 'critical', 70)
    expect(what).toEqual(['severity-raised', 'rang-again'])
    expect(alert).toMatchObject({ severity: 'critical', state: 'raised', nextRung: 1, nextDueAt: T0 + 90_000, raisedAt: T0 })
    expect(alert.told.filter(({ rung }) => rung === 0).map((one) => one.at)).toEqual([T0, T0 + 70_000])
    expect(escalate(alert, path, T0 + 90_000).alert.told.at(-1)).toMatchObject({ rung: 1, dueAt: T0 + 90_000 })
  })

  it('leave it to whoever has it, for no longer than the new policy lets them, and tell them', () => {
    const held = acknowledge(raised(), asha, 'key-asha-1', T0 + 5_000).alert
    const { alert, what } = worse(held, 'critical', 10)
    expect(what).toEqual(['severity-raised', 'holder-told'])
    expect(alert).toMatchObject({ severity: 'critical', state: 'acknowledged', holder: { personId: 'asha' }, nextDueAt: T0 + 190_000 })
    const later = progress(alert, asha, 'responding', null, 'key-asha-2', T0 + 20_000).alert
    expect(worse(later, 'critical', 30)).toMatchObject({ what: ['holder-told'], alert: { state: 'responding', nextDueAt: T0 + 210_000 } })
  })

  it('bring the next rung forward when it cannot get graver, once a minute at most', () => {
    expect(worse(raised('critical'), 'critical', 10)).toMatchObject({ what: [] })
    const climbed = escalate(raised('critical'), path, T0 + 90_000).alert
    expect(worse(climbed, 'critical', 100)).toMatchObject({ what: [] })
    const { alert, what } = worse({ ...climbed, nextDueAt: T0 + 400_000 }, 'critical', 155)
    expect(what).toEqual(['rung-brought-forward'])
    expect(escalate(alert, path, T0 + 155_000).events.map((event) => event.what)).toEqual(['escalated'])
  })

  it('open a closed alert again, with a new ladder, its acts and tellings kept', () => {
    const closed = progress(raised(), asha, 'resolved', null, 'key-asha-1', T0 + 9_000).alert
    const { alert, what } = worse(closed, 'high', 600)
    expect(what).toEqual(['reopened', 'alert-raised'])
    expect(alert).toMatchObject({ state: 'raised', holder: null, closedAt: null, closingReason: null, raisedAt: T0 + 600_000, nextRung: 1 })
    expect(alert.acts).toEqual(closed.acts)
    expect(alert.told.map((one) => one.at)).toEqual([T0, T0 + 600_000])
    expect(acknowledge(alert, asha, 'key-asha-9', T0 + 601_000).alert.state).toBe('acknowledged')
  })
})

it('whatever comes, an alert never gets less grave, never closes, and always has something due', () => {
  const step = fc.record({ kind: fc.constantFrom('worse', 'critical', 'take', 'go', 'close', 'sweep'), s: fc.nat(400) })
  fc.assert(fc.property(fc.constantFrom<'critical' | 'high'>('critical', 'high'), fc.array(step, { maxLength: 25 }), (severity, steps) => {
    let [alert, now] = [raised(severity), T0]
    for (const { kind, s } of steps) {
      now += s * 1000
      const before = alert
      const attempt = (work: () => { alert: Alert }): void => { try { alert = work().alert } catch { /* refused */ } }
      if (kind === 'worse' || kind === 'critical') {
        alert = worsen(alert, kind === 'critical' ? 'critical' : alert.severity, { policy, path, now })?.alert ?? alert
        expect(isOpen(alert)).toBe(true)
        if (isOpen(before)) {
          expect(severityRank(alert.severity)).toBeLessThanOrEqual(severityRank(before.severity))
          expect(alert.holder).toEqual(before.holder)
          expect(alert.raisedAt).toBe(before.raisedAt)
        }
      } else if (kind === 'take') attempt(() => acknowledge(alert, asha, `key-${now}`, now))
      else if (kind === 'go') attempt(() => progress(alert, asha, 'responding', null, `key-${now}`, now))
      else if (kind === 'close') attempt(() => progress(alert, asha, 'resolved', null, `key-${now}`, now))
      else alert = escalate(alert, path, now).alert
      expect(alert.nextDueAt === null).toBe(!isOpen(alert))
    }
  }), { numRuns: 300 })
})
