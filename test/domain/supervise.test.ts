import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledge, escalate, hasIt, isAnswered, isOpen, isResting, progress, raise } from '../../src/domain/alert.ts'
import type { Alert, Outcome } from '../../src/domain/alert.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { cannotReach, handOver } from '../../src/domain/hand-over.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { pullForward } from '../../src/domain/pull-forward.ts'
import { regrade, relocate } from '../../src/domain/regrade.ts'
import { callPost, escalateNow, hasAcknowledgedBy, MAX_SHELF_MS, reassign, shelve, unshelve } from '../../src/domain/supervise.ts'
import type { Step } from '../../src/domain/supervise.ts'
import { worsen } from '../../src/domain/worsen.ts'

const PATH = '/up/z-lucknow/c-lucknow/lucknow/'
const T0 = 1_800_000_000_000
const HOUR = 3_600_000
const asha = { id: 'asha', name: 'Asha' }
const bala = { id: 'bala', name: 'Bala' }
const chief = { id: 'chief', name: 'Chief' }
const toBala = { personId: 'bala', name: 'Bala' }
const raised = (severity: 'critical' | 'high' = 'critical'): Alert => raise(severity, DEFAULT_LADDER_POLICY, PATH, T0).alert
const held = (): Alert => acknowledge(raised(), asha, 'key-a', T0 + 5_000).alert
const by = (key: string, now: number): Step => ({ person: chief, key, now })
const rung = { rung: 1, dueAt: T0 + 20_000, at: T0 + 20_000 }
const post = { post: 'circle-officer' as const, path: PATH }

describe('reassigning', () => {
  it('takes it from who has it, gives a named person the time of a fresh acknowledgement, and is theirs when they take it', () => {
    const { alert, events } = reassign(held(), toBala, 'nearer', by('r-1', T0 + 30_000))
    expect(events).toEqual([{ what: 'reassigned', facts: { to: 'bala', name: 'Bala', from: 'asha', until: T0 + 210_000, reason: 'nearer' } }])
    expect(alert).toMatchObject({ state: 'raised', holder: null, assignment: { to: toBala, by: 'chief' }, nextDueAt: T0 + 210_000 })
    expect(escalate(alert, PATH, T0 + 209_999).events).toEqual([])
    expect(() => progress(alert, asha, 'resolved', null, 'late', T0 + 40_000)).not.toThrow()
    const taken = acknowledge(alert, bala, 'key-b', T0 + 60_000).alert
    expect(taken).toMatchObject({ state: 'acknowledged', holder: { personId: 'bala' }, assignment: null, nextDueAt: T0 + 240_000 })
  })

  it('goes on where the ladder stood when they do not take it, and at once when they cannot be reached', () => {
    const { alert } = reassign(held(), toBala, null, by('r-1', T0 + 30_000))
    const late = escalate(alert, PATH, T0 + 210_000)
    expect(late.events.map(({ what }) => what)).toEqual(['assignment-lapsed', 'escalated'])
    expect(late.alert).toMatchObject({ assignment: null, nextRung: 2, nextDueAt: T0 + 235_000 })
    expect(pullForward(alert, { rung: 0, at: T0 }, 3, PATH, T0 + 41_000).events).toEqual([])
    const woken = pullForward(alert, { rung: 0, at: T0 + 30_000 }, 1, PATH, T0 + 41_000)
    expect(woken.events.map(({ what }) => what)).toEqual(['rung-unreachable', 'escalated'])
    expect(woken.alert).toMatchObject({ assignment: null, nextDueAt: T0 + 66_000 })
  })

  it('is refused for who has it, and of what is closed', () => {
    expect(() => reassign(held(), { personId: 'asha', name: 'Asha' }, null, by('r-1', T0 + 9_000))).toThrow('Asha has it already')
    const closed = progress(held(), asha, 'resolved', null, 'done', T0 + 8_000).alert
    for (const act of [() => reassign(closed, toBala, null, by('x', T0 + 9_000)), () => escalateNow(closed, PATH, by('x', T0 + 9_000)), () => callPost(closed, post, by('x', T0 + 9_000)), () => unshelve(closed, PATH, by('x', T0 + 9_000))]) {
      expect(act).toThrow('already closed as resolved')
    }
  })
})

describe('escalating by hand', () => {
  it('fires the next rung now, the later ones in their usual distances, and a repeat of the press fires nothing', () => {
    const { alert, events } = escalateNow(raised(), PATH, by('e-1', T0 + 3_000))
    expect(events.map(({ what }) => what)).toEqual(['escalated-by-hand', 'escalated'])
    expect(alert.told.at(-1)).toMatchObject({ ...rung, dueAt: T0 + 3_000, at: T0 + 3_000 })
    expect(alert.nextDueAt).toBe(T0 + 28_000)
    expect(escalateNow(alert, PATH, by('e-1', T0 + 4_000))).toEqual({ alert, events: [] })
    expect(() => escalateNow(held(), PATH, by('e-2', T0 + 6_000))).toThrow('Asha has it: reassign it')
  })
})

describe('calling a post', () => {
  it('leaves the ladder and the holder as they are', () => {
    const { alert, events } = callPost(held(), post, by('c-1', T0 + 9_000))
    expect(events).toEqual([{ what: 'called', facts: post }])
    expect({ ...alert, calls: undefined, acts: undefined }).toEqual({ ...held(), calls: undefined, acts: undefined })
    expect(callPost(alert, post, by('c-2', T0 + 9_000)).alert.calls?.map(({ at }) => at)).toEqual([T0 + 9_000, T0 + 9_001])
  })
})

describe('the shelf', () => {
  const shelved = (): Alert => shelve(raised('high'), T0 + HOUR, 'known film set', by('s-1', T0 + 10_000)).alert

  it('never takes a critical alert, one that somebody has, one without a reason, or for too long', () => {
    expect(() => shelve(raised('critical'), T0 + HOUR, 'quiet', by('s-1', T0))).toThrow('a critical alert is never shelved')
    expect(() => shelve(acknowledge(raised('high'), asha, 'a', T0).alert, T0 + HOUR, 'x', by('s-1', T0))).toThrow('Asha has it')
    expect(() => shelve(raised('high'), T0 + HOUR, '  ', by('s-1', T0))).toThrow('say why')
    expect(() => shelve(raised('high'), T0 + MAX_SHELF_MS + 1, 'x', by('s-1', T0))).toThrow('eight hours')
    expect(() => shelve(raised('high'), T0 + 59_999, 'x', by('s-1', T0))).toThrow('eight hours')
  })

  it('rests until its end and returns by itself with the rung it had', () => {
    expect(shelved()).toMatchObject({ shelf: { until: T0 + HOUR, reason: 'known film set', byName: 'Chief' }, nextRung: 1, nextDueAt: T0 + HOUR })
    expect(escalate(shelved(), PATH, T0 + HOUR - 1).events).toEqual([])
    const { alert, events } = escalate(shelved(), PATH, T0 + HOUR)
    expect(events).toEqual([{ what: 'unshelved', facts: { dueAt: T0 + HOUR } }, { what: 'escalated', facts: { rung: 1, dueAt: T0 + HOUR, lateMs: 0 } }])
    expect(alert).toMatchObject({ shelf: null, nextRung: 2, nextDueAt: T0 + HOUR + 90_000 })
  })

  it('comes back by hand, by whoever acknowledges, by graver news, by another grade and by a move', () => {
    expect(unshelve(shelved(), PATH, by('u-1', T0 + 20_000)).events.map(({ what }) => what)).toEqual(['unshelved', 'escalated'])
    expect(() => unshelve(raised('high'), PATH, by('u-1', T0))).toThrow('not shelved')
    expect(acknowledge(shelved(), asha, 'a', T0 + 20_000).alert).toMatchObject({ shelf: null, holder: { personId: 'asha' } })
    expect(regrade(shelved(), 'critical', DEFAULT_LADDER_POLICY, PATH, T0 + 20_000).alert.shelf).toBeNull()
    expect(relocate(shelved(), '/up/', false, T0 + 20_000).alert.shelf).toBeNull()
    for (const severity of ['critical', 'high'] as const) expect(worsen(shelved(), severity, { policy: DEFAULT_LADDER_POLICY, path: PATH, now: T0 + 20_000 })?.alert.shelf).toBeNull()
  })
})

it('P5, P6: under any interleaving closed stays closed, open has a deadline ahead, a repeat changes nothing, nothing critical is shelved', () => {
  const WHATS = ['acknowledge', 'resolved', 'hand-over', 'cannot-reach', 'tick', 'reassign', 'escalate', 'call', 'shelve', 'unshelve', 'pull', 'worse', 'graver'] as const
  const step = fc.record({ what: fc.constantFrom(...WHATS), who: fc.constantFrom(asha, bala, chief), key: fc.integer({ min: 0, max: 4 }), after: fc.integer({ min: 0, max: 900_000 }) })
  fc.assert(fc.property(fc.constantFrom('critical' as const, 'high' as const), fc.array(step, { maxLength: 40 }), (severity, steps) => {
    let alert = raised(severity)
    let now = T0
    for (const { what, who, key: n, after } of steps) {
      now += after
      alert = escalate(alert, PATH, now).alert
      const before = alert
      const key = `key-${what}-${n}`
      const at: Step = { person: who, key, now }
      const act = (from: Alert): Outcome | null => {
        switch (what) {
          case 'acknowledge': return acknowledge(from, who, key, now)
          case 'resolved': return progress(from, who, 'resolved', null, key, now)
          case 'hand-over': return handOver(from, who, toBala, null, key, now)
          case 'cannot-reach': return cannotReach(from, who, 'because', key, PATH, now)
          case 'reassign': return reassign(from, toBala, null, at)
          case 'escalate': return escalateNow(from, PATH, at)
          case 'call': return callPost(from, post, at)
          case 'shelve': return shelve(from, now + HOUR, 'because', at)
          case 'unshelve': return unshelve(from, PATH, at)
          case 'pull': return pullForward(from, { rung: from.told.at(-1)?.rung ?? 0, at: from.told.at(-1)?.at ?? 0 }, 1, PATH, now)
          case 'worse': return isOpen(from) ? worsen(from, from.severity, { policy: DEFAULT_LADDER_POLICY, path: PATH, now }) : null
          case 'graver': return isOpen(from) ? regrade(from, 'critical', DEFAULT_LADDER_POLICY, PATH, now) : null
          default: return escalate(from, PATH, now)
        }
      }
      try {
        alert = act(before)?.alert ?? before
        // The same press again, after the answer was lost, changes nothing.
        if (!['pull', 'worse', 'tick', 'graver'].includes(what)) expect(act(alert)).toEqual({ alert, events: [] })
        if (what === 'acknowledge' && alert !== before) expect(hasAcknowledgedBy(alert, who.id, key)).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(PrahariError)
        expect(alert).toBe(before)
      }
      if (!isOpen(before)) expect(alert).toEqual(before)
      expect(alert.nextDueAt === null).toBe(!isOpen(alert))
      // What news bring forward is due now, for the sweep.
      if (isOpen(alert)) expect(alert.nextDueAt).toBeGreaterThan(what === 'worse' ? now - 1 : now)
      // Nothing rests for ever, and nothing critical by a shelf.
      if (isOpen(alert) && alert.shelf) expect([alert.severity, (alert.nextDueAt ?? 0) <= alert.shelf.until, alert.holder]).toEqual(['high', true, null])
      if (isOpen(alert) && alert.assignment) expect([alert.holder, isAnswered(alert), hasIt(alert, 'bala')]).toEqual([null, false, false])
      if (alert.shelf && alert.assignment) expect.unreachable('two reasons to rest')
      // A ladder that rests fires nothing; a rung is never forgotten.
      if (isResting(alert) && isOpen(alert)) expect(escalate(alert, PATH, (alert.nextDueAt ?? 0) - 1).events).toEqual([])
      expect(alert.nextRung).toBeGreaterThanOrEqual(what === 'worse' || what === 'graver' ? 1 : before.nextRung)
    }
  }))
})
