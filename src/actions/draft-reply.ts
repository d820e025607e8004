import { notInYourArea } from './change-alert.ts'
import type { ActDeps } from './change-alert.ts'
import { findDocket } from './find-docket.ts'
import { cameFromX, gateReply, idToAnswer, textKeyOf } from './gate-reply.ts'
import type { GateDeps } from './gate-reply.ts'
import type { Done, Store } from './ports.ts'
import { tellDocket } from './tell-docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { mayAct, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { isPublic } from '../domain/reply.ts'
import type { Reply, ReplyKind } from '../domain/reply.ts'

export interface ReplyDeps extends GateDeps, ActDeps {
  store: GateDeps['store'] & Pick<Store, 'templates'>
}

export interface Draft {
  kind: ReplyKind
  text: string
  key: string
  reason: string | null
}

export interface Replied extends Done {
  reply: Reply
}

/**
 * An answer to the complainant. What the gate stops is refused; what needs a second officer waits for one; the rest is queued.
 * Asking again by the same key is no second answer. @throws PrahariError forbidden, not-found, invalid, unavailable.
 */
export async function draftReply(deps: ReplyDeps, viewer: Viewer, docketId: string, draft: Draft): Promise<Replied> {
  const docket = await docketToAnswer(deps.store, viewer, docketId)
  const known = await deps.store.replies.get(`reply-${docket.id}-${draft.key}`)
  if (known) return { did: 'nothing', because: 'this was done before', reply: known }
  const reply = await newReply(deps, docket, { ...draft, by: viewer.personId, byName: viewer.name })
  const [outcome] = await deps.store.replies.insertMany([reply])
  const stored = outcome === 'inserted' ? reply : ((await deps.store.replies.get(reply.id)) ?? reply)
  await tellDocket(deps, stored)
  return { did: stored.state, because: stored.because, reply: stored }
}

/** The docket that somebody answers, if it is theirs to answer. @throws PrahariError forbidden, not-found. */
export async function docketToAnswer(store: Pick<Store, 'dockets'>, viewer: Viewer, idOrNumber: string): Promise<Docket> {
  if (!mayAct(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} only looks`)
  const docket = await findDocket(store, idOrNumber)
  if (!docket || !maySee(viewer, docket.path)) throw notInYourArea('id')
  return docket
}

/** The answer as it would be stored. @param own the answer that is tried again: what X said of it then says nothing now. @throws PrahariError invalid, where the gate stops it or there is nobody to answer. */
export async function newReply(deps: GateDeps, docket: Docket, { kind, text, key, reason, by, byName }: Draft & { by: string; byName: string }, own?: Reply): Promise<Reply> {
  if (!cameFromX(docket)) throw new PrahariError('invalid', 'this complaint did not come from X: there is nobody to answer there', { field: 'body.kind' })
  const recipientId = isPublic({ kind }) ? null : (docket.authorId ?? docket.post.author.id)
  if (recipientId === '') throw new PrahariError('invalid', 'X did not say who wrote the post: no direct message is possible', { field: 'body.kind' })
  const { findings, verdict, costCents } = await gateReply(deps, docket, kind, text, own)
  const stopping = findings.find(({ level }) => level === 'stops')
  if (stopping) throw new PrahariError('invalid', `${stopping.message} (${stopping.code})`, { field: 'body.text' })
  const now = deps.store.now()
  const waits = verdict === 'needs-second'
  return {
    id: `reply-${docket.id}-${key}`, version: 1, docketId: docket.id, docketNumber: docket.number, kind, text, by, byName, at: now, reason, findings, costCents, recipientId,
    state: waits ? 'waiting' : 'queued', because: waits ? 'waits for a second officer' : deps.settings.isDry ? 'queued; dry run: no write credentials' : 'queued',
    approvedBy: null, approvedName: null, inReplyToId: isPublic({ kind }) ? idToAnswer(docket) : null, attempts: 0, dueAt: now, claimedBy: null,
    postId: null, postedAt: null, unsureOf: null, tryingSince: null, looks: 0, refusals: 0, textKey: textKeyOf(deps.crypto, text, kind),
  }
}
