import type { Finding, Reply } from '../domain/reply.ts'
import { isPublic } from '../domain/reply.ts'
import { afterAnswer, lapse, MEANING, refused, REPLY_TIMES, stepReply, waitAfter } from '../domain/reply-life.ts'
import type { Answered, ReplyTimes } from '../domain/reply-life.ts'
import type { ReplyDeps } from './draft-reply.ts'
import { gateReply } from './gate-reply.ts'
import type { Done, XWriter } from './ports.ts'
import { tellDocket } from './tell-docket.ts'

export interface SendReplyDeps extends ReplyDeps {
  /** Null without write credentials: everything is done but the sending. */
  writer: XWriter | null
  /** Unique to this process. */
  claimant: string
  times?: ReplyTimes
}

export interface ReplySent extends Done {
  reply: Reply
  /** What X said to us, where it was asked: for the limits that hold for every answer. */
  answer: Answered | null
}

/**
 * Does what is due for one answer. The row is claimed before anything leaves us, so that of several processes one sends; a
 * claim that ran out, or an answer of X that was lost, makes it unsure, and what is unsure is looked for among our own posts
 * before it is ever sent again. So at most one public answer comes of it, wherever a process is killed.
 * @throws PrahariError unavailable; the row stays due.
 */
export async function sendReply(deps: SendReplyDeps, due: Reply): Promise<ReplySent> {
  switch (due.state) {
    case 'queued': return begin(deps, due)
    case 'sending': return written(deps, due, lapse(due, deps.store.now()), null)
    case 'unsure': return lookFor(deps, due)
    default: return settle(deps, due)
  }
}

/** Nothing more to do at X: the docket must know, then nothing is due. */
async function settle(deps: SendReplyDeps, reply: Reply): Promise<ReplySent> {
  await tellDocket(deps, reply)
  const done = { ...reply, version: reply.version + 1, dueAt: null }
  const isWritten = (await deps.store.replies.replace(done, reply.version)) === 'replaced'
  return { did: 'told', because: reply.because, reply: isWritten ? done : reply, answer: null }
}

/** Writes the next version if nobody was faster; what is over is told to its docket at once. */
async function written(deps: SendReplyDeps, before: Reply, next: Reply | null, answer: Answered | null): Promise<ReplySent> {
  if (!next) return { did: 'nothing', because: `it is ${before.state}`, reply: before, answer }
  if ((await deps.store.replies.replace(next, before.version)) === 'conflict') return { did: 'nothing', because: 'somebody was faster', reply: before, answer }
  const isOver = next.state === 'posted' || next.state === 'dry' || next.state === 'refused' || next.state === 'waiting'
  if (!isOver) return { did: next.state, because: next.because, reply: next, answer }
  return { did: next.state, because: next.because, reply: (await settle(deps, next)).reply, answer }
}

async function begin(deps: SendReplyDeps, due: Reply): Promise<ReplySent> {
  const { store, writer, times = REPLY_TIMES } = deps
  const docket = await tellDocket(deps, due)
  const now = store.now()
  if (!docket) return written(deps, due, refused(due, 'there is no such docket', [], now), null)
  // What was said of it may have changed since: a correction may have made the person a protected one.
  const gate = await gateReply(deps, docket, due.kind, due.text, due)
  const held = holdBack(due, gate.findings, now)
  if (held) return written(deps, due, held, null)
  if (!writer) return written(deps, due, stepReply(due, 'run-dry', { because: 'dry run: no write credentials, nothing was sent', postedAt: now, dueAt: now, costCents: 0 }), null)
  const claimed = stepReply(due, 'claim', { claimedBy: deps.claimant, dueAt: now + times.claimMs, attempts: due.attempts + 1, tryingSince: due.tryingSince ?? now, costCents: gate.costCents, because: 'being sent' })
  if (!claimed || (await store.replies.replace(claimed, due.version)) === 'conflict') return { did: 'nothing', because: 'another process has it', reply: due, answer: null }
  const answer = await send(deps, writer, claimed)
  return written(deps, claimed, afterAnswer(claimed, answer, store.now(), times), answer)
}

/** Refused where the gate stops it by now, and given to a second officer where that is needed by now; null where it may go. */
function holdBack(reply: Reply, findings: readonly Finding[], now: number): Reply | null {
  const stopping = findings.find(({ level }) => level === 'stops')
  if (stopping) return refused({ ...reply, findings: [...findings] }, `the safety gate: ${stopping.message}`, [], now)
  const risky = findings.filter(({ level, code }) => level === 'needs-second' && !(reply.approvedCodes ?? []).includes(code))
  if (risky.length === 0) return null
  return stepReply(reply, 'hold', { findings: [...findings], approvedBy: null, approvedName: null, because: `waits for a second officer: ${risky[0]?.message ?? ''}`, dueAt: now })
}

/** Looks whether the post still stands, then sends, unless the look took so long that another may have the row by now. */
async function send({ store }: SendReplyDeps, writer: XWriter, reply: Reply): Promise<Answered> {
  if (!isPublic(reply)) return writer.message(reply.recipientId ?? '', reply.text)
  const postId = reply.inReplyToId ?? ''
  if ((await writer.isThere(postId)) === 'gone') return { did: 'refused', why: 'gone', detail: 'looked up before sending' }
  if (store.now() > (reply.dueAt ?? 0) - SEND_NEEDS_MS) return { did: 'unreachable', detail: 'looking up the post took too long' }
  return writer.post(reply.text, postId)
}

/** A request takes 20 s at most; the claim must not end before. */
const SEND_NEEDS_MS = 25_000

/** Looks among our own posts (or messages) for one that X may have. */
async function lookFor(deps: SendReplyDeps, due: Reply): Promise<ReplySent> {
  const { store, writer, times = REPLY_TIMES } = deps
  const now = store.now()
  const since = due.tryingSince ?? due.at
  const answer: Answered = !writer ? { did: 'unreachable', detail: 'no write credentials' }
    : isPublic(due) ? await writer.findOwn(since, due.inReplyToId ?? '', due.text) : await writer.findMessage(since, due.recipientId ?? '', due.text)
  return written(deps, due, afterAnswer(due, answer, now, times), answer)
}

/** Whether nothing at all can be sent after this answer, until when, and whether a person has to look. */
export function pauseAfter(answer: Answered, now: number, times: ReplyTimes = REPLY_TIMES): { until: number; isForAll: boolean; isAlarm: boolean; because: string } | null {
  if (answer.did === 'limited') return { until: now + waitAfter(answer, 1, times), isForAll: false, isAlarm: false, because: answer.cap === 'day' ? 'X: the limit of 24 hours is used up' : 'X: the limit of 15 minutes is used up' }
  if (answer.did === 'refused' && MEANING[answer.why].isOurs) return { until: now + times.probeMs, isForAll: true, isAlarm: true, because: MEANING[answer.why].because }
  return null
}
