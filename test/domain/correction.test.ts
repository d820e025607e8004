import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledge, isOpen, progress } from '../../src/domain/alert.ts'
import { corrected } from '../../src/domain/correction.ts'
import type { CorrectionWish } from '../../src/domain/correction.ts'
import { correctDocket } from '../../src/domain/correct-docket.ts'
import { withAlert } from '../../src/domain/docket.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { firstBreak } from '../../src/domain/history.ts'
import { findNode } from '../../src/domain/jurisdiction.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import { CATEGORIES, isSos, SEVERITIES } from '../../src/domain/verdict.ts'
import type { Severity } from '../../src/domain/verdict.ts'
import { makePost, makeVerdict } from '../posts.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const T0 = 1_790_000_000_000
const PERSON = { id: 'asha', name: 'Asha' }
const pathOf = (id: string): string => findNode(id)?.path ?? ''

function docketOf(severity: Severity): Docket {
  const post = makePost()
  return newDocket(
    { post, verdict: makeVerdict(severity), receivedAt: T0, number: 'UPP-20261123-000001', authorId: post.author.id, matter: null, incident: null },
    { policy: DEFAULT_LADDER_POLICY, now: T0, sha256 },
  )
}
let keys = 0
const wish = (changes: Partial<CorrectionWish>): CorrectionWish => ({ key: `key-number-${++keys}`, note: null, ...changes })
const correct = (docket: Docket, changes: Partial<CorrectionWish>, afterS = 5, holderScopePath: string | null = null): Docket => {
  const done = correctDocket(docket, wish(changes), { person: PERSON, policy: DEFAULT_LADDER_POLICY, holderScopePath, now: T0 + afterS * 1000, sha256 })
  if (!done) throw new Error('taken for a repeat')
  return done.docket
}
const held = (docket: Docket, by = 'ravi', afterS = 1): Docket => {
  if (!docket.alert) throw new Error('no alert')
  const { alert, events } = acknowledge(docket.alert, { id: by, name: by }, 'key-of-holder', T0 + afterS * 1000)
  return withAlert(docket, alert, events, { who: by, now: T0 + afterS * 1000, sha256 })
}

describe('a verdict as a person says', () => {
  it('keeps what the machine said beside it, with who and when, and the newest wins', () => {
    const first = correct(docketOf('normal'), { severity: 'low', category: 'gratitude' })
    const second = correct(first, { category: 'fire', note: 'smoke in the picture' }, 9)
    expect(second.verdict).toMatchObject({ severity: 'low', category: 'fire', score: 90 })
    expect(second.machine).toMatchObject({ severity: 'normal', category: 'assault' })
    expect(second.corrections?.map(({ name, at, about, was, is }) => [name, at - T0, about.join(), was.category, is.category])).toEqual([
      ['Asha', 5_000, 'severity,category', 'assault', 'gratitude'], ['Asha', 9_000, 'category', 'gratitude', 'fire'],
    ])
    expect(second.history.map(({ what, who }) => `${what} by ${who}`)).toEqual(['opened by system', 'corrected by asha', 'corrected by asha'])
    expect(second.history.at(-1)?.facts).toEqual({ categoryWas: 'gratitude', categoryIs: 'fire', note: 'smoke in the picture' })
  })

  it('is refused where it says nothing, says the same, or names no place', () => {
    for (const [changes, field] of [[{}, 'severity'], [{ severity: 'normal' }, 'severity'], [{ place: 'z-lucknow' }, 'place'], [{ place: 'atlantis' }, 'place'], [{ category: 'fire', closeAs: { state: 'false-alarm', reason: 'x' } }, 'closeAs']] as const) {
      expect(() => correct(docketOf('normal'), changes), JSON.stringify(changes)).toThrow(expect.objectContaining({ kind: 'invalid', field }))
    }
  })

  it('marks protected identities and never unmarks them', () => {
    expect(corrected(makeVerdict('high'), wish({ category: 'sexual_harassment' })).isProtected).toBe(true)
    expect(corrected(makeVerdict('high', { isProtected: true }), wish({ category: 'traffic', severity: 'low' })).isProtected).toBe(true)
    expect(corrected(makeVerdict('high'), wish({ category: 'traffic' })).isProtected).toBe(false)
  })
})

describe('severity', () => {
  it('raised to SoS rings at once, with a ladder of its own', () => {
    const { alert, status, alertOpen, nextDueAt } = correct(docketOf('normal'), { severity: 'critical' })
    expect(alert).toMatchObject({ state: 'raised', severity: 'critical', raisedAt: T0 + 5_000, nextRung: 1 })
    expect(alert?.told.map(({ post, rung }) => `${post} ${rung}`)).toEqual(['district-duty 0'])
    expect([status, alertOpen, nextDueAt]).toEqual(['open', 1, T0 + 25_000])
  })

  it('from high to critical goes on under the critical policy: what that would have told by now is told now', () => {
    const { alert, history } = correct(docketOf('high'), { severity: 'critical' }, 50)
    expect(alert?.policy).toEqual(DEFAULT_LADDER_POLICY.critical)
    expect(alert?.told.map(({ rung, at, dueAt }) => [rung, at - T0, dueAt - T0])).toEqual([[0, 0, 0], [1, 50_000, 50_000], [2, 50_000, 50_000]])
    expect(alert).toMatchObject({ severity: 'critical', nextRung: 3, nextDueAt: T0 + 90_000 })
    expect(history.slice(-3).map(({ what, facts }) => [what, facts.lateMs])).toEqual([['alert-regraded', undefined], ['escalated', 0], ['escalated', 0]])
  })

  it('from high to critical long after the last rung tells each missing rung once, and the repeats together', () => {
    const { alert } = correct(docketOf('high'), { severity: 'critical' }, 7_200)
    expect(alert?.told.map(({ rung }) => rung)).toEqual([0, 1, 2, 3, 3])
    expect(alert?.nextDueAt).toBeGreaterThan(T0 + 7_200_000)
    expect(alert?.nextDueAt).toBeLessThanOrEqual(T0 + 7_260_000)
  })

  it('from high to critical leaves it to the holder, but for no longer than the critical policy lets them', () => {
    const { alert } = correct(held(docketOf('high')), { severity: 'critical' }, 10)
    expect(alert).toMatchObject({ state: 'acknowledged', holder: { personId: 'ravi' }, nextDueAt: T0 + 190_000 })
  })

  it('below SoS never makes an alert vanish by itself', () => {
    const docket = docketOf('critical')
    expect(() => correct(docket, { severity: 'normal' })).toThrow(expect.objectContaining({ kind: 'invalid', field: 'closeAs' }))
    const closed = correct(docket, { severity: 'low', closeAs: { state: 'false-alarm', reason: 'a film' } })
    expect(closed).toMatchObject({ status: 'closed', alertOpen: 0, nextDueAt: null, alert: { state: 'false-alarm', closingReason: 'a film' }, desk: { closing: { action: 'false-alarm', summary: 'a film', name: PERSON.name } } })
    expect(correct(docket, { severity: 'normal', closeAs: { state: 'false-alarm', reason: 'old quarrel' } })).toMatchObject({ status: 'open', alertOpen: 0, desk: { owner: null, closing: null } })
    expect(() => correct(held(docket), { severity: 'low', closeAs: { state: 'false-alarm', reason: 'a film' } })).toThrow(expect.objectContaining({ kind: 'conflict', message: 'ravi has it' }))
  })

  it('of a false alarm back to SoS rings again; what was resolved stays closed', () => {
    const closed = correct(docketOf('critical'), { severity: 'low', closeAs: { state: 'false-alarm', reason: 'a film' } })
    const again = correct(closed, { severity: 'high' }, 60)
    expect(again).toMatchObject({ status: 'reopened', alertOpen: 1, alert: { state: 'raised', severity: 'high', raisedAt: T0 + 60_000, holder: null } })
    const docket = docketOf('high')
    const done = docket.alert && progress(docket.alert, PERSON, 'resolved', null, 'key-done-1', T0 + 30_000)
    const resolved = done ? withAlert(docket, done.alert, done.events, { who: 'asha', now: T0 + 30_000, sha256 }) : docket
    expect(correct(resolved, { severity: 'critical' }, 60)).toMatchObject({ alertOpen: 0, verdict: { severity: 'critical' }, alert: { state: 'resolved', severity: 'high' } })
  })
})

describe('place', () => {
  it('moves the docket and begins the ladder anew at the new node, by the citizen\'s old clock', () => {
    const moved = correct(docketOf('critical'), { place: 'ps-kanpur-nagar-kalyanpur' }, 30)
    expect(moved.path).toBe(pathOf('ps-kanpur-nagar-kalyanpur'))
    expect(moved.verdict.place).toMatchObject({ districtId: 'kanpur-nagar', stationId: 'ps-kanpur-nagar-kalyanpur', confidence: 1 })
    expect(moved.alert).toMatchObject({ state: 'raised', raisedAt: T0, nextRung: 1, nextDueAt: T0 + 50_000 })
    expect(moved.alert?.told.slice(1).map(({ post, path, rung }) => [post, path, rung])).toEqual([
      ['station-duty', pathOf('ps-kanpur-nagar-kalyanpur'), 0], ['district-duty', pathOf('kanpur-nagar'), 0],
    ])
  })

  it('is given back by a holder who cannot see it there, and kept by one who can', () => {
    const docket = held(docketOf('critical'))
    expect(correct(docket, { place: 'agra' }, 30, pathOf('lucknow')).alert).toMatchObject({ state: 'raised', holder: null })
    expect(correct(docket, { place: 'agra' }, 30).alert).toMatchObject({ state: 'raised', holder: null })
    const kept = correct(docket, { place: 'agra' }, 30, '/up/').alert
    expect(kept).toMatchObject({ state: 'acknowledged', holder: { personId: 'ravi' }, nextDueAt: T0 + 181_000 })
    expect(kept?.told.at(-1)).toMatchObject({ path: pathOf('agra'), rung: 0 })
  })

  it('unknown goes to the state', () => {
    expect(correct(docketOf('critical'), { place: 'unknown' })).toMatchObject({ path: '/up/', verdict: { place: { districtId: null, stationId: null } } })
  })
})

it('whatever is corrected in whatever order: the chain is whole, an open SoS has a deadline, and no alert closes without a reason', () => {
  const places = ['lucknow', 'agra', 'ps-kanpur-nagar-kalyanpur', 'unknown', 'nowhere']
  const step = fc.record({
    severity: fc.option(fc.constantFrom(...SEVERITIES), { nil: undefined }), category: fc.option(fc.constantFrom(...CATEGORIES), { nil: undefined }),
    place: fc.option(fc.constantFrom(...places), { nil: undefined }), closes: fc.boolean(), afterS: fc.integer({ min: 0, max: 4_000 }), scope: fc.constantFrom(null, '/up/', '/up/z-lucknow/'),
    by: fc.constantFrom('asha', 'ravi'), takes: fc.boolean(),
  })
  fc.assert(fc.property(fc.constantFrom(...SEVERITIES), fc.array(step, { maxLength: 12 }), (first, steps) => {
    let docket = docketOf(first)
    let now = T0
    for (const one of steps) {
      now += one.afterS * 1000
      if (one.takes && docket.alert && isOpen(docket.alert) && !docket.alert.holder) docket = held(docket, one.by, (now - T0) / 1000)
      const before = docket
      try {
        const done = correctDocket(
          docket, wish({ severity: one.severity, category: one.category, place: one.place, closeAs: one.closes ? { state: 'false-alarm', reason: 'seen on the spot' } : undefined }),
          { person: { id: one.by, name: one.by }, policy: DEFAULT_LADDER_POLICY, holderScopePath: one.scope, now, sha256 },
        )
        docket = done?.docket ?? docket
      } catch (error) {
        expect(error).toBeInstanceOf(PrahariError)
        continue
      }
      const { alert } = docket
      expect(docket.version).toBe(before.version + 1)
      expect(docket.machine?.severity).toBe(first)
      if (before.alert && isOpen(before.alert) && !(alert && isOpen(alert))) expect([one.closes, alert?.state, alert?.closingReason]).toEqual([true, 'false-alarm', 'seen on the spot'])
      if (alert && isOpen(alert)) {
        expect(docket.nextDueAt).not.toBeNull()
        // What was due before is the sweep's; a new policy or place sets no deadline in the past.
        if (alert.holder === null && (before.alert?.severity !== alert.severity || before.path !== docket.path)) expect(docket.nextDueAt).toBeGreaterThanOrEqual(now)
        expect(isSos(alert.severity)).toBe(true)
        if (one.severity !== undefined) expect(alert.severity).toBe(one.severity)
      }
      expect([docket.alertOpen, docket.nextDueAt]).toEqual([alert && isOpen(alert) ? 1 : 0, alert?.nextDueAt ?? null])
      if (one.severity && isSos(one.severity) && alert?.state !== 'resolved') expect(docket.alertOpen).toBe(1)
      expect(firstBreak(docket.history, sha256)).toBeNull()
    }
  }), { numRuns: 150 })
})
