import { newReply } from './draft-reply.ts'
import type { Replied, ReplyDeps } from './draft-reply.ts'
import { gateReply } from './gate-reply.ts'
import { notInYourArea } from './change-alert.ts'
import { tellDocket } from './tell-docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { mayAct, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { Reply } from '../domain/reply.ts'
import { stepReply } from '../domain/reply-life.ts'
import type { ReplyAct } from '../domain/reply-life.ts'

export interface Decision {
  key: string
  /** The version that was on the screen. */
  version: number
  reason: string | null
}

/**
 * A second officer (another person than the one who wrote it) agrees; somebody takes it back before X has it; or tries again
 * what was refused. Whoever decides on an older version than the one that stands is told. @throws PrahariError forbidden, not-found, conflict, invalid, unavailable.
 */
export async function decideReply(deps: ReplyDeps, viewer: Viewer, replyId: string, act: 'approve' | 'withdraw' | 'retry', decision: Decision): Promise<Replied> {
  const { reply, docket } = await replyOf(deps, viewer, replyId)
  if (isDoneBy(reply, act, viewer)) return { did: 'nothing', because: 'this was done before', reply }
  if (act === 'approve' && reply.by === viewer.personId) throw new PrahariError('forbidden', 'whoever wrote it cannot be the second officer')
  if (!isSeen(reply, decision.version)) throw new PrahariError('conflict', `it changed meanwhile: ${reply.state}, ${reply.because}`, { field: 'body.version' })
  const next = stepReply(reply, act satisfies ReplyAct, await changesBy(deps, viewer, act, reply, docket, decision))
  if (!next) throw new PrahariError('conflict', `it is ${reply.state} by now: ${reply.because}`, { field: 'body.version' })
  if ((await deps.store.replies.replace(next, reply.version)) === 'conflict') throw new PrahariError('conflict', 'it changed meanwhile', { field: 'body.version' })
  await tellDocket(deps, next)
  return { did: next.state, because: next.because, reply: next }
}

/** Whether a person who saw this version saw what stands: the last step of a reply only notes that its docket was told (send-reply.ts, settle). */
function isSeen({ version, dueAt }: Reply, seen: number): boolean {
  return version === seen || (dueAt === null && version === seen + 1)
}

async function replyOf(deps: ReplyDeps, viewer: Viewer, id: string): Promise<{ reply: Reply; docket: Docket }> {
  if (!mayAct(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} only looks`)
  const reply = await deps.store.replies.get(id)
  const docket = reply && (await deps.store.dockets.get(reply.docketId))
  if (!reply || !docket || !maySee(viewer, docket.path)) throw notInYourArea('id')
  return { reply, docket }
}

function isDoneBy(reply: Reply, act: 'approve' | 'withdraw' | 'retry', viewer: Viewer): boolean {
  if (act === 'approve') return reply.approvedBy === viewer.personId && reply.state !== 'waiting'
  return act === 'withdraw' && reply.state === 'withdrawn'
}

/** What the act changes. The gate looks again: verdict, budget and thread may have changed since it was written. */
async function changesBy(deps: ReplyDeps, viewer: Viewer, act: 'approve' | 'withdraw' | 'retry', reply: Reply, docket: Docket, { key, reason }: Decision): Promise<Partial<Reply>> {
  const now = deps.store.now()
  if (act === 'withdraw') return { because: `withdrawn by ${viewer.name}`, withdrawnBy: viewer.personId, dueAt: now, ...(reason === null ? {} : { reason }) }
  if (act === 'approve') {
    const { findings, costCents } = await gateReply(deps, docket, reply.kind, reply.text, reply)
    const stopping = findings.find(({ level }) => level === 'stops')
    if (stopping) throw new PrahariError('conflict', `it cannot go out any more: ${stopping.message} (${stopping.code})`, { field: 'id' })
    return { approvedBy: viewer.personId, approvedName: viewer.name, approvedCodes: findings.filter(({ level }) => level === 'needs-second').map(({ code }) => code), findings, costCents, because: `approved by ${viewer.name}`, dueAt: now, readyAt: now, ...(reason === null ? {} : { reason }) }
  }
  const anew = await newReply(deps, docket, { kind: reply.kind, text: reply.text, key, reason: reason ?? reply.reason, by: reply.by, byName: reply.byName }, reply)
  const isSettled = anew.state === 'queued' || reply.approvedBy !== null
  if (!isSettled) throw new PrahariError('conflict', 'it needs a second officer by now: write it anew', { field: 'id' })
  return { because: `tried again by ${viewer.name}`, findings: anew.findings, inReplyToId: anew.inReplyToId, recipientId: anew.recipientId, costCents: anew.costCents, attempts: 0, dueAt: now, readyAt: now, claimedBy: null, looks: 0, unsureOf: null }
}
