import type { IncomingHttpHeaders } from 'node:http'
import type { Refusal } from '../../domain/reply-life.ts'
import { detailOf, oneHeader, resetIn } from './problem.ts'

/** All refusals of a write are 403 with `about:blank`: only X's words tell them apart. Several wordings of one are known. */
const WORDS: readonly { why: Refusal; pattern: RegExp }[] = [
  { why: 'duplicate', pattern: /duplicate content|already said that/iu },
  { why: 'not-summoned', pattern: /not been mentioned|otherwise engaged|not (?:have )?been (?:summoned|quoted)/iu },
  { why: 'gone', pattern: /deleted or not visible|no longer available|cannot be found/iu },
  { why: 'limited-by-author', pattern: /not permitted to reply to this conversation|can reply|limited who/iu },
  { why: 'too-long', pattern: /too long|no longer than 280|text is too/iu },
  { why: 'dm-closed', pattern: /cannot send messages to this user|not (?:be )?following you|does not accept|doesn't accept|not accept (?:direct )?messages/iu },
  { why: 'credentials', pattern: /oauth1-permissions|client-forbidden|client-not-enrolled|not permitted to perform this action|suspended|locked/iu },
]

/** Why X refused a write, by status and words. */
export function whyRefused(status: number, body: unknown): Refusal {
  const words = `${detailOf(body)} ${typeof body === 'object' && body !== null && 'type' in body ? String(body.type) : ''}`
  if (status === 402 || /credits?-?depleted|\/credits$/iu.test(words)) return 'no-credits'
  if (status === 401) return 'credentials'
  return WORDS.find(({ pattern }) => pattern.test(words))?.why ?? 'other'
}

/** Which limit is used up, and how long until it opens: that of 24 hours may be used up while the one of 15 minutes is not. */
export function limitOf(headers: IncomingHttpHeaders, now: number): { cap: 'window' | 'day'; waitMs: number | null } {
  for (const owner of ['user', 'app'] as const) {
    const name = `x-${owner}-limit-24hour` as const
    if (Number(oneHeader(headers[`${name}-remaining`]) ?? 1) === 0) return { cap: 'day', waitMs: resetIn(headers, now, name) }
  }
  return { cap: 'window', waitMs: resetIn(headers, now) }
}
