import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledge, isOpen, progress } from '../../src/domain/alert.ts'
import { checkedClosing } from '../../src/domain/closing.ts'
import { CLOSINGS, deskOf, LIFE, statusAfter } from '../../src/domain/desk.ts'
import type { DeskAct } from '../../src/domain/desk.ts'
import { actAtDesk } from '../../src/domain/desk-acts.ts'
import type { DeskCommand } from '../../src/domain/desk-acts.ts'
import { deskTimer } from '../../src/domain/desk-clock.ts'
import { sweepDesk } from '../../src/domain/desk-timers.ts'
import { withAlert } from '../../src/domain/docket.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { withFollowUp } from '../../src/domain/follow-up.ts'
import { firstBreak } from '../../src/domain/history.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import type { Viewer } from '../../src/domain/person.ts'
import { FOLLOW_UP_KINDS } from '../../src/domain/verdict.ts'
import type { Severity } from '../../src/domain/verdict.ts'
import { SHA256 } from '../actions/correcting.ts'
import { makePost, makeVerdict } from '../posts.ts'

const T0 = 1_790_000_000_000
const DAY = 86_400_000
const AUTHOR = '77'

export function docketOf(severity: Severity, at = T0): Docket {
  const post = makePost({ createdAt: at - 5_000, author: { id: AUTHOR, handle: 'asker', name: 'Asker', location: null, followers: 5 } })
  return newDocket({ post, verdict: makeVerdict(severity), receivedAt: at - 1_000, number: 'UPP-20260921-000001', authorId: AUTHOR, matter: null, incident: null }, { policy: DEFAULT_LADDER_POLICY, now: at, sha256: SHA256 })
}

const PEOPLE: Viewer[] = [
  { personId: 'asha', name: 'Asha', role: 'desk', scopePath: '/up/' },
  { personId: 'ravi', name: 'Ravi', role: 'officer', scopePath: '/up/z-lucknow/' },
  { personId: 'meena', name: 'Meena', role: 'supervisor', scopePath: '/up/z-agra/' },
]

/** Acts of persons with the line of the table that each goes by; null: it changes no status. */
const BY_TABLE: Record<DeskCommand['act'], DeskAct | null> = {
  accept: 'accept', release: 'release', progress: 'progress', forward: 'forward', notOurs: 'not-ours', acceptOffer: 'accept-offer', refuseOffer: 'refuse-offer',
  close: 'close', reopen: 'reopen', merge: 'merge', split: 'split', claim: null, unclaim: null, look: null, proposeRumour: null, confirmRumour: null, refuseRumour: null,
}

const command: fc.Arbitrary<DeskCommand> = fc.oneof(
  fc.constantFrom<DeskCommand>(
    { act: 'accept' }, { act: 'release', reason: 'not my work' }, { act: 'progress', text: 'went there' }, { act: 'acceptOffer' }, { act: 'refuseOffer', reason: 'not ours either' },
    { act: 'reopen', reason: 'it is not done' }, { act: 'claim' }, { act: 'unclaim' }, { act: 'look' }, { act: 'split', postId: 'none', reason: 'another matter' }, { act: 'merge', intoId: 'none' },
    { act: 'proposeRumour', reason: 'false story' }, { act: 'confirmRumour', reason: 'false story' }, { act: 'refuseRumour', reason: 'it is true' },
  ),
  fc.record({ act: fc.constant('forward' as const), nodeId: fc.constantFrom('lucknow', 'agra', 'z-agra', 'up', 'nowhere'), dueAt: fc.constantFrom(T0 - 1, T0 + 2 * DAY), note: fc.constant(null) }),
  fc.record({ act: fc.constant('notOurs' as const), nodeId: fc.constantFrom('lucknow', 'agra'), reason: fc.constant('it happened there') }),
  fc.record({ act: fc.constant('close' as const), action: fc.constantFrom(...CLOSINGS), reference: fc.constantFrom(null, '', 'FIR 123/2026', 'GD 42', 'P24112600123', 'SI Yadav 14:30'), summary: fc.constantFrom('', 'FIR registered, accused named') }),
)
type Step = { by: number; command: DeskCommand } | { wait: number } | { writes: (typeof FOLLOW_UP_KINDS)[number] } | { alert: 'acknowledge' | 'resolved' | 'false-alarm' }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ by: fc.integer({ min: 0, max: 2 }), command }) },
  { weight: 2, arbitrary: fc.record({ wait: fc.constantFrom(1_000, 601_000, 5 * 3_600_000, 3 * DAY) }) },
  { weight: 2, arbitrary: fc.record({ writes: fc.constantFrom(...FOLLOW_UP_KINDS) }) },
  { weight: 1, arbitrary: fc.record({ alert: fc.constantFrom<'acknowledge' | 'resolved' | 'false-alarm'>('acknowledge', 'resolved', 'false-alarm') }) },
)

function refusedOr(docket: Docket, work: () => Docket): Docket {
  try {
    return work()
  } catch (error) {
    expect(error).toBeInstanceOf(PrahariError)
    return docket
  }
}

function take(docket: Docket, one: Step, now: number, serial: number): Docket {
  const context = { policy: DEFAULT_LADDER_POLICY, now, sha256: SHA256 }
  if ('command' in one) {
    const viewer = PEOPLE[one.by] ?? PEOPLE[0]
    return viewer ? refusedOr(docket, () => actAtDesk(docket, one.command, { viewer, key: `key-${serial}`, ...context })) : docket
  }
  if ('writes' in one) return withFollowUp(docket, makePost({ id: `9${serial}`, createdAt: now, author: docket.post.author }), makeVerdict('normal'), { kind: one.writes, because: [] }, context)
  if ('wait' in one) return sweepDesk(docket, context)
  const { alert } = docket
  if (!alert || !isOpen(alert)) return docket
  const person = { id: 'omar', name: 'Omar' }
  return refusedOr(docket, () => {
    const { alert: next, events } = one.alert === 'acknowledge' ? acknowledge(alert, person, `a-${serial}`, now) : progress(alert, person, one.alert, 'seen to', `a-${serial}`, now)
    return events.length > 0 ? withAlert(docket, next, events, { who: 'omar', now, sha256: SHA256 }) : docket
  })
}

/** Whether the table has a way from one status to the other by this step. */
function isByTable(before: Docket, after: Docket, one: Step): boolean {
  if ('command' in one) {
    const line = BY_TABLE[one.command.act]
    return line === null ? after.status === before.status : after.status === statusAfter(before.status, line)
  }
  if ('writes' in one && one.writes === 'thanks') return after.status === before.status
  const lines: DeskAct[] = 'wait' in one ? ['return', 'lapse', 'move-up'] : ['citizen-wrote', 'nobody-came']
  const reached = new Set([before.status])
  for (let depth = 0; depth < 3; depth++) for (const status of [...reached]) for (const line of lines) reached.add(statusAfter(status, line) ?? status)
  return reached.has(after.status)
}

describe('the life of a docket, whatever anybody does in whatever order', () => {
  it('never leaves the table, closes only with proof, is seen by somebody, and keeps its history whole', () => {
    fc.assert(fc.property(fc.constantFrom<Severity>('critical', 'high', 'normal'), fc.array(step, { minLength: 8, maxLength: 40 }), (severity, steps) => {
      let docket = docketOf(severity)
      let now = T0
      for (const [serial, one] of steps.entries()) {
        now += 'wait' in one ? one.wait : 1_000
        const next = take(docket, one, now, serial)
        if (next !== docket) {
          expect(next.version).toBe(docket.version + 1)
          // A ringing alert that nobody has, or somebody has, colours by itself (domain/docket.ts).
          const isAlerts = 'alert' in one || next.alertOpen === 1
          if (!isAlerts) expect(isByTable(docket, next, one), `${docket.status} to ${next.status} by ${JSON.stringify(one)}`).toBe(true)
        }
        docket = next
        const desk = deskOf(docket)
        if (docket.status === 'closed') {
          expect(desk.closing).not.toBeNull()
          if (desk.closing) expect(checkedClosing(desk.closing)).toMatchObject({ action: desk.closing.action })
          expect(docket.alertOpen).toBe(0)
          expect(deskTimer(docket)).toBeNull()
        } else {
          expect(desk.closing).toBeNull()
          // Nobody forgets it: something happens by itself, or the state itself was asked last.
          expect(docket.alertOpen === 1 || deskTimer(docket) !== null || desk.upPath === '/up/' || docket.path === '/up/').toBe(true)
        }
        if (docket.status === 'in-process' && docket.alertOpen === 0) expect(desk.owner).not.toBeNull()
        expect(docket.deskDueAt).toBe(deskTimer(docket)?.at ?? null)
        expect(desk.forwarding === null || docket.path === desk.forwarding.toPath).toBe(true)
      }
      expect(firstBreak(docket.history, SHA256)).toBeNull()
    }), { numRuns: 400 })
  })

  it('knows no act that leads nowhere', () => {
    for (const [status, acts] of Object.entries(LIFE)) for (const next of Object.values(acts)) expect([status, Object.keys(LIFE).includes(next)]).toEqual([status, true])
    expect(LIFE.closed.close).toBeUndefined()
  })
})
