import type { Finding, Reply, ReplyState } from './reply.ts'

/** What X (or the way to it) did with an answer of ours. `detail` is X's own word, bounded, without post text. */
export type Answered =
  | { did: 'posted'; id: string }
  /** Looked for among our posts. */
  | { did: 'not-found' }
  | { did: 'refused'; why: Refusal; detail: string }
  /** 429: the window of 15 minutes, or the cap of 24 hours; they open at different times. */
  | { did: 'limited'; cap: 'window' | 'day'; waitMs: number | null }
  /** Nothing was sent: X could not be reached. */
  | { did: 'unreachable'; detail: string }
  /** X may have it: 5xx, a cut answer, a time-out. */
  | { did: 'lost'; detail: string }

export const REFUSALS = ['not-summoned', 'limited-by-author', 'gone', 'duplicate', 'too-long', 'dm-closed', 'no-credits', 'credentials', 'other'] as const
export type Refusal = (typeof REFUSALS)[number]

/** What each refusal means, and what can be done. `isOurs`: it is about our account, so that nothing at all can be sent. */
export const MEANING: Readonly<Record<Refusal, { because: string; isOurs: boolean; finding: Pick<Finding, 'code' | 'message'> | null }>> = {
  'not-summoned': { because: 'X: the author did not mention us; answer by DM, or by hand in X', isOurs: false, finding: { code: 'not-summoned', message: 'X allows an answer only where the author mentioned or quoted us' } },
  'limited-by-author': { because: 'X: the author lets only some people answer; answer by DM, or by hand in X', isOurs: false, finding: { code: 'not-summoned', message: 'the author limited who may answer' } },
  gone: { because: 'X: the post is deleted or hidden; answer by DM, or close', isOurs: false, finding: { code: 'post-gone', message: 'the post that it answers is deleted or hidden' } },
  duplicate: { because: 'X: we posted this text before; change the wording', isOurs: false, finding: null },
  'too-long': { because: 'X: too long; shorten it', isOurs: false, finding: { code: 'too-long', message: 'X finds it too long' } },
  'dm-closed': { because: 'X: this person takes no DM; answer publicly, or by phone', isOurs: false, finding: { code: 'dm-closed', message: 'this person takes no direct messages from us' } },
  'no-credits': { because: 'X: no credits left; an administrator must buy some', isOurs: true, finding: null },
  credentials: { because: 'X: our write credentials are not accepted; an administrator must look', isOurs: true, finding: null },
  other: { because: 'X refused it', isOurs: false, finding: null },
}

export const REPLY_ACTS = ['approve', 'withdraw', 'retry', 'claim', 'lapse', 'post', 'run-dry', 'refuse', 'put-off', 'lose', 'hold'] as const
export type ReplyAct = (typeof REPLY_ACTS)[number]

/** The life of an answer, in one table: what an act makes of each state; an act that is not listed is refused. */
export const REPLY_LIFE: Readonly<Record<ReplyState, Partial<Record<ReplyAct, ReplyState>>>> = {
  waiting: { approve: 'queued', withdraw: 'withdrawn', refuse: 'refused' },
  queued: { withdraw: 'withdrawn', claim: 'sending', 'run-dry': 'dry', refuse: 'refused', 'put-off': 'queued', hold: 'waiting' },
  sending: { post: 'posted', refuse: 'refused', 'put-off': 'queued', lose: 'unsure', lapse: 'unsure' },
  // Never from here to sending: only what was looked for in vain is queued again.
  unsure: { post: 'posted', refuse: 'refused', lose: 'unsure', 'put-off': 'queued' },
  posted: {},
  dry: {},
  refused: { retry: 'queued', withdraw: 'withdrawn' },
  withdrawn: {},
}

/** The next version after an act, or null where its state does not allow it. */
export function stepReply(reply: Reply, act: ReplyAct, changes: Partial<Reply>): Reply | null {
  const state = REPLY_LIFE[reply.state][act]
  return state === undefined ? null : { ...reply, ...changes, state, version: reply.version + 1 }
}

export interface ReplyTimes {
  /** How long one process has an answer for itself: longer than a request to X can take, so that who lost it is not still sending. */
  claimMs: number
  /** X may show a post of ours a little later: how long after a lost answer it is looked for, and how often before it is sent again. */
  lookAfterMs: number
  looks: number
  /** First wait after X could not be reached, doubled up to the longest. */
  firstMs: number
  longestMs: number
  /** How often it is tried whether credits or credentials are back. */
  probeMs: number
  /** An answer that could not be sent for so long is given to a person. */
  tooLateMs: number
}
export const REPLY_TIMES: ReplyTimes = { claimMs: 60_000, lookAfterMs: 10_000, looks: 2, firstMs: 5_000, longestMs: 320_000, probeMs: 600_000, tooLateMs: 86_400_000 }

const LIMITED: Readonly<Record<'window' | 'day', { because: string; waitMs: number }>> = {
  window: { because: 'X: the limit of 15 minutes is used up', waitMs: 900_000 },
  day: { because: 'X: the limit of 24 hours is used up', waitMs: 3_600_000 },
}

/** When a limited or failed try may be made again, milliseconds from now. */
export function waitAfter(answer: Answered, attempts: number, times: ReplyTimes): number {
  if (answer.did === 'limited') return answer.waitMs ?? LIMITED[answer.cap].waitMs
  if (answer.did === 'refused' && MEANING[answer.why].isOurs) return times.probeMs
  return Math.min(times.longestMs, times.firstMs * 2 ** Math.max(0, Math.min(attempts, 20) - 1))
}

/** The answer after X answered. Only for one that is being sent, or is unsure and was looked for. */
export function afterAnswer(reply: Reply, answer: Answered, now: number, times: ReplyTimes = REPLY_TIMES): Reply | null {
  const later = (because: string, act: ReplyAct = 'put-off'): Reply | null => {
    if (now - Math.max(reply.at, reply.readyAt ?? 0) > times.tooLateMs) return refused(reply, `${because}; not sent within a day, so it needs a person`, [], now)
    return stepReply(reply, act, { because, dueAt: now + waitAfter(answer, reply.attempts, times), claimedBy: null, unsureOf: null, looks: 0 })
  }
  if (reply.state === 'unsure' && answer.did !== 'posted' && answer.did !== 'not-found') return stillUnsure(reply, answer, now, times)
  switch (answer.did) {
    case 'posted': return stepReply(reply, 'post', { postId: answer.id, postedAt: now, dueAt: now, claimedBy: null, because: reply.state === 'unsure' ? 'X has it: found among our posts' : 'X has it', unsureOf: null })
    case 'limited': return later(LIMITED[answer.cap].because)
    case 'unreachable': return later(`X cannot be reached: ${answer.detail}`)
    case 'lost': return stepReply(reply, 'lose', unsure(now, 'lost', `the answer of X was lost (${answer.detail}): looked for among our posts before it is sent again`, times))
    case 'refused': {
      const { because, isOurs, finding } = MEANING[answer.why]
      if (isOurs) return later(because)
      if (answer.why === 'duplicate') return stepReply(reply, 'lose', unsure(now, 'duplicate', 'X says that we posted this before: looked for among our posts', times))
      return refused(reply, answer.why === 'other' ? `${because}: ${answer.detail}` : because, finding ? [{ ...finding, level: 'stops', start: null, end: null }] : [], now)
    }
    case 'not-found': return notFound(reply, now, times)
  }
}

/** Our posts could not be looked through: what may be at X already is never sent again on a guess. */
function stillUnsure(reply: Reply, answer: Answered, now: number, times: ReplyTimes): Reply | null {
  if (now - Math.max(reply.at, reply.readyAt ?? 0) > times.tooLateMs) return refused(reply, 'not known whether X has it, and X let nobody look for a day: look in X before you try again', [], now)
  return stepReply(reply, 'lose', { dueAt: now + waitAfter(answer, reply.attempts, times), because: 'X does not let us look whether it has it: looked for again before anything is sent' })
}

/** The claim ran out: whoever had it was killed, and X may have the answer or not. */
export function lapse(reply: Reply, now: number): Reply | null {
  return stepReply(reply, 'lapse', { ...unsure(now, 'lost', 'the sender was interrupted: looked for among our posts before it is sent again', { ...REPLY_TIMES, lookAfterMs: 0 }) })
}

/** Refused for good, until a person changes something. */
export function refused(reply: Reply, because: string, findings: readonly Finding[], now: number): Reply | null {
  return stepReply(reply, 'refuse', { because, findings: [...reply.findings, ...findings.filter(({ code }) => !reply.findings.some((one) => one.code === code))], dueAt: now, claimedBy: null, unsureOf: null, refusals: (reply.refusals ?? 0) + 1 })
}

function unsure(now: number, unsureOf: 'lost' | 'duplicate', because: string, times: ReplyTimes): Partial<Reply> {
  return { because, unsureOf, looks: 0, claimedBy: null, dueAt: now + times.lookAfterMs }
}

function notFound(reply: Reply, now: number, times: ReplyTimes): Reply | null {
  const looks = (reply.looks ?? 0) + 1
  if (looks < times.looks) return stepReply(reply, 'lose', { looks, dueAt: now + times.lookAfterMs, because: 'not among our posts yet: looked for once more' })
  if (reply.unsureOf === 'duplicate') return refused(reply, MEANING.duplicate.because, [], now)
  return stepReply(reply, 'put-off', { looks: 0, unsureOf: null, dueAt: now, because: 'not among our posts: sent again' })
}
