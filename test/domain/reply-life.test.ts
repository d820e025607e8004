import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REPLY_STATES } from '../../src/domain/reply.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { afterAnswer, lapse, REFUSALS, REPLY_ACTS, REPLY_LIFE, REPLY_TIMES, stepReply, waitAfter } from '../../src/domain/reply-life.ts'
import type { Answered } from '../../src/domain/reply-life.ts'

const reply = (changes: Partial<Reply> = {}): Reply => ({
  id: 'reply-1', version: 1, docketId: 'case-1', docketNumber: 'UPP-20261123-000001', kind: 'answer', state: 'sending', text: 'x', by: 'p', byName: 'P', at: 1_000, reason: null, approvedBy: null, approvedName: null,
  findings: [], inReplyToId: '1', recipientId: null, attempts: 1, dueAt: 2_000, claimedBy: 'me', because: '', postId: null, postedAt: null, costCents: 1, ...changes,
})
const answers: fc.Arbitrary<Answered> = fc.oneof(
  fc.constant<Answered>({ did: 'posted', id: '9' }), fc.constant<Answered>({ did: 'not-found' }), fc.constant<Answered>({ did: 'lost', detail: '500' }), fc.constant<Answered>({ did: 'unreachable', detail: 'ECONNREFUSED' }),
  fc.constantFrom(...REFUSALS).map((why): Answered => ({ did: 'refused', why, detail: '403' })),
  fc.record({ did: fc.constant('limited' as const), cap: fc.constantFrom('window' as const, 'day' as const), waitMs: fc.option(fc.integer({ min: 0, max: 90_000_000 }), { nil: null }) }),
)

describe('the life of an answer', () => {
  it('ends for good in posted, dry and withdrawn; only a person gets it out of refused', () => {
    for (const state of ['posted', 'dry', 'withdrawn'] as const) expect(REPLY_LIFE[state]).toEqual({})
    expect(Object.keys(REPLY_LIFE.refused).sort()).toEqual(['retry', 'withdraw'])
    expect(Object.keys(REPLY_LIFE).sort()).toEqual([...REPLY_STATES].sort())
  })

  it('goes from unsure to sending by no act, and nothing that X may have is withdrawn', () => {
    expect(Object.values(REPLY_LIFE.unsure)).not.toContain('sending')
    for (const state of ['sending', 'unsure'] as const) expect(REPLY_LIFE[state].withdraw).toBeUndefined()
  })

  it('each step is one version on, or none', () => {
    fc.assert(fc.property(fc.constantFrom(...REPLY_STATES), fc.constantFrom(...REPLY_ACTS), (state, act) => {
      const next = stepReply(reply({ state }), act, {})
      expect(next === null ? null : [next.state, next.version]).toEqual(REPLY_LIFE[state][act] === undefined ? null : [REPLY_LIFE[state][act], 2])
    }))
  })

  /** A world with an X that takes, loses, refuses and forgets as it likes: sent again only while X surely has nothing. */
  it('is at X once at most, whatever X says and wherever the sender is killed', () => {
    const event = fc.record({ isTaken: fc.boolean(), isSaid: fc.boolean(), isKilled: fc.boolean(), answer: answers })
    fc.assert(fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let one = reply({ state: 'queued', attempts: 0 })
      let atX = 0
      let now = 1_000
      for (const { isTaken, isSaid, isKilled, answer } of events) {
        now += 70_000
        if (one.state === 'queued') {
          one = stepReply(one, 'claim', { attempts: one.attempts + 1 }) ?? one
          if (isTaken) {
            atX++
            one = isKilled ? one : (afterAnswer(one, isSaid ? { did: 'posted', id: '9' } : { did: 'lost', detail: 'cut' }, now) ?? one)
          } else if (!isKilled) one = (answer.did === 'posted' || answer.did === 'not-found' ? one : (afterAnswer(one, answer, now) ?? one))
        } else if (one.state === 'sending') one = lapse(one, now) ?? one
        else if (one.state === 'unsure') {
          // Looking tells the truth, or fails.
          const found: Answered = answer.did === 'posted' || answer.did === 'not-found' ? (atX > 0 ? { did: 'posted', id: '9' } : { did: 'not-found' }) : answer
          one = afterAnswer(one, found, now) ?? one
        }
        expect(atX).toBeLessThanOrEqual(1)
      }
    }), { numRuns: 500 })
  })

  it('looks twice before it sends again what was lost, and never sends again what X calls a duplicate', () => {
    const lost = afterAnswer(reply(), { did: 'lost', detail: '503' }, 10_000)
    const once = lost && afterAnswer(lost, { did: 'not-found' }, 20_000)
    const twice = once && afterAnswer(once, { did: 'not-found' }, 30_000)
    expect([lost?.state, once?.state, twice?.state]).toEqual(['unsure', 'unsure', 'queued'])
    const twin = afterAnswer(reply(), { did: 'refused', why: 'duplicate', detail: '403' }, 10_000)
    const gone = twin && afterAnswer({ ...twin, looks: REPLY_TIMES.looks - 1 }, { did: 'not-found' }, 20_000)
    expect([twin?.state, gone?.state]).toEqual(['unsure', 'refused'])
  })

  it('waits for the reset that X names, and doubles its own waits up to the longest', () => {
    expect(waitAfter({ did: 'limited', cap: 'window', waitMs: 1_234 }, 9, REPLY_TIMES)).toBe(1_234)
    expect(waitAfter({ did: 'limited', cap: 'window', waitMs: null }, 9, REPLY_TIMES)).toBe(900_000)
    expect([1, 2, 3, 30].map((attempts) => waitAfter({ did: 'unreachable', detail: '' }, attempts, REPLY_TIMES))).toEqual([5_000, 10_000, 20_000, 320_000])
  })

  it('after a day without a try that worked it is a person\'s', () => {
    const late = 1_000 + REPLY_TIMES.tooLateMs + 1
    expect(afterAnswer(reply(), { did: 'unreachable', detail: '' }, late)).toMatchObject({ state: 'refused', because: expect.stringContaining('needs a person') as string })
    expect(afterAnswer(reply({ readyAt: late - 1_000 }), { did: 'unreachable', detail: '' }, late)).toMatchObject({ state: 'queued' })
    expect(afterAnswer(reply({ state: 'unsure' }), { did: 'unreachable', detail: '' }, late)).toMatchObject({ state: 'refused', because: expect.stringContaining('not known whether X has it') as string })
  })
})
