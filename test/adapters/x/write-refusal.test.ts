import { describe, expect, it } from 'vitest'
import { limitOf, whyRefused } from '../../../src/adapters/x/write-refusal.ts'

const problem = (detail: string, type = 'about:blank') => ({ title: 'Forbidden', detail, type, status: 403 })

describe('why X refused a write', () => {
  it.each([
    [403, problem('Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.'), 'not-summoned'],
    [403, problem('You are not permitted to reply to this conversation.'), 'limited-by-author'],
    [403, problem('You are not allowed to create a Tweet with duplicate content.'), 'duplicate'],
    [403, problem('You attempted to reply to a Tweet that is deleted or not visible to you.'), 'gone'],
    [403, problem('Your Tweet text is too long. Your Tweet must be no longer than 280 characters.'), 'too-long'],
    [403, problem('You cannot send messages to this user.'), 'dm-closed'],
    [403, problem('Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.', 'https://api.twitter.com/2/problems/oauth1-permissions'), 'credentials'],
    [402, { title: 'CreditsDepleted', detail: 'x', type: 'https://api.x.com/2/problems/credits' }, 'no-credits'],
    [401, { title: 'Unauthorized', detail: 'Unauthorized', type: 'about:blank', status: 401 }, 'credentials'],
    [400, { errors: [{ message: 'One or more parameters to your request was invalid.' }] }, 'other'],
    [403, '<html>no</html>', 'other'], [403, null, 'other'],
  ] as const)('%i %o is %s', (status, body, why) => expect(whyRefused(status, body)).toBe(why))
})

describe('which limit is used up', () => {
  const date = 'Tue, 24 Nov 2026 10:00:00 GMT'
  const at = Date.parse(date) / 1000
  it('x52: the cap of 24 hours has its own reset, though the window of 15 minutes is open', () => {
    expect(limitOf({ date, 'x-rate-limit-remaining': '40', 'x-rate-limit-reset': String(at + 60), 'x-user-limit-24hour-remaining': '0', 'x-user-limit-24hour-reset': String(at + 70_000) }, 0)).toEqual({ cap: 'day', waitMs: 70_000_000 })
    expect(limitOf({ date, 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(at + 60), 'x-user-limit-24hour-remaining': '5', 'x-user-limit-24hour-reset': String(at + 70_000) }, 0)).toEqual({ cap: 'window', waitMs: 60_000 })
  })
  it('x60: a wrong clock here does not matter, and without a reset nothing is made up', () => {
    expect(limitOf({ date, 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(at + 60) }, 123)).toEqual({ cap: 'window', waitMs: 60_000 })
    expect(limitOf({ date }, 0)).toEqual({ cap: 'window', waitMs: null })
  })
})
