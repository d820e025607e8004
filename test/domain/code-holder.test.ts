import { describe, expect, it } from 'vitest'
import { CODE_LIMITS, openedByCode, reopenFrom } from '../../src/domain/code-holder.ts'
import { BLANK_DESK } from '../../src/domain/desk.ts'
import { makePost } from '../posts.ts'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000
const entry = (who: string, what: string, at: number, reason = 'not done') => ({ seq: 0, at, who, what, facts: { reason }, previous: '', hash: '' })
const byCode = (...at: number[]) => ({ history: at.map((time) => entry('citizen', 'docket-reopened', time)) })

describe('whoever holds the code', () => {
  it('opens a closed docket again, once within a day, three times in all, for a month', () => {
    const closedAt = NOW - HOUR
    expect(reopenFrom({ history: [] }, null, NOW)).toBeNull()
    expect(reopenFrom({ history: [] }, closedAt, NOW)).toBe(closedAt)
    expect(reopenFrom(byCode(NOW - 2 * HOUR), closedAt, NOW)).toBe(NOW - 2 * HOUR + CODE_LIMITS.apartMs)
    expect(reopenFrom(byCode(NOW - CODE_LIMITS.apartMs), closedAt, NOW)).toBeLessThanOrEqual(NOW)
    expect(reopenFrom(byCode(1, 2, 3), closedAt, NOW)).toBeNull()
    expect(reopenFrom({ history: [] }, NOW - CODE_LIMITS.withinMs, NOW)).toBeNull()
    expect(reopenFrom({ history: [], desk: { ...BLANK_DESK, mergedInto: 'case-1' } }, closedAt, NOW)).toBeNull()
    // What an officer or a post of the complainant reopened does not count against them.
    expect(reopenFrom({ history: [entry('asha', 'docket-reopened', NOW - 2 * HOUR)] }, closedAt, NOW)).toBe(closedAt)
  })

  it('is shown as unproven until somebody stands behind it', () => {
    const post = makePost()
    const docket = { status: 'reopened', post, thread: [], history: [entry('asha', 'closed', NOW - 2), entry('citizen', 'appealed', NOW - 1, 'nobody came')] }
    expect(openedByCode(docket)).toEqual({ at: NOW - 1, reason: 'nobody came' })
    expect(openedByCode({ ...docket, status: 'closed' })).toBeNull()
    expect(openedByCode({ ...docket, history: [...docket.history, entry('asha', 'docket-reopened', NOW)] })).toBeNull()
    expect(openedByCode({ ...docket, thread: [{ author: post.author, joinedAt: NOW }] })).toBeNull()
    expect(openedByCode({ ...docket, thread: [{ author: { id: 'stranger' }, joinedAt: NOW }] })).not.toBeNull()
    expect(openedByCode({ ...docket, history: [entry('asha', 'closed', NOW)] })).toBeNull()
  })
})
