import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { weightedLength } from './compose.ts'
import type { Core } from './core.ts'
import type { FaultOf } from './faults.ts'
import { gate, sendProblem } from './gate.ts'
import type { StoredPost } from './objects.ts'
import { forbidden, invalidRequest, notFound, tooManyRequests, unavailable, type Problem } from './problems.ts'
import { TIERS } from './settings.ts'

const DUPLICATE_WINDOW_MS = 24 * 60 * 60_000
const MAX_WEIGHT = 280
const ID = /^\d{1,19}$/

/** The words of X's refusals, as captured; all of them are 403 with `about:blank`. */
const REFUSALS = {
  'not-summoned': 'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  limited: 'You are not permitted to reply to this conversation.',
  duplicate: 'You are not allowed to create a Tweet with duplicate content.',
  gone: 'You attempted to reply to a Tweet that is deleted or not visible to you.',
} as const

const postSchema = z.looseObject({
  text: z.string().min(1).max(25_000),
  reply: z.looseObject({ in_reply_to_tweet_id: z.string().regex(ID) }).optional(),
})
const messageSchema = z.looseObject({ text: z.string().min(1).max(10_000) })

type Verdict = FaultOf<'reply-verdict'>['verdict']

/** Posting, deleting and direct messages, all as the account. */
export function writesRouter(core: Core): Router {
  const router = Router()
  router.post('/2/tweets', gate(core, { name: 'write', group: 'write', limits: { user: 100 }, perDay: 10_000 }), (request, response) => createPost(core, request, response))
  router.delete('/2/tweets/:id', gate(core, { name: 'delete', group: 'write', limits: { user: 50 } }), (request, response) => {
    const stored = core.world.post(String(request.params['id']))
    if (!stored) return sendProblem(response, notFound())
    if (stored.post.author_id !== core.world.account.id) return sendProblem(response, forbidden('You are not permitted to delete this Tweet.'))
    core.world.hide(stored.id, 'deleted')
    response.json({ data: { deleted: true } })
  })
  const messages = gate(core, { name: 'dm', group: 'dm', limits: { user: 15 }, perDay: 1_440 })
  router.post('/2/dm_conversations/with/:participantId/messages', messages, (request, response) => sendMessage(core, request, response))
  router.get('/2/dm_conversations/with/:participantId/dm_events', gate(core, { name: 'dm-events', group: 'dm', limits: { user: 300 } }), (request, response) => {
    const sent = core.messages.filter(({ participantId }) => participantId === request.params['participantId']).slice(-100).reverse()
    const data = sent.map(({ id, at, text }) => ({ id, event_type: 'MessageCreate', text, sender_id: core.world.account.id, created_at: new Date(at).toISOString() }))
    response.json({ ...(data.length > 0 ? { data } : {}), meta: { result_count: data.length } })
  })
  return router
}

function createPost(core: Core, request: Request, response: Response): void {
  const parsed = postSchema.safeParse(request.body)
  if (!parsed.success) return sendProblem(response, invalidRequest({ parameters: { text: [] }, message: 'A text of at least one character is required.' }))
  const { text, reply } = parsed.data
  const targetId = reply?.in_reply_to_tweet_id
  const verdict = core.faults.take('reply-verdict', fault => targetId !== undefined && (fault.postId === undefined || fault.postId === targetId))?.verdict
  const problem = verdict === undefined ? refusal(core, text, targetId) : scripted(core, response, verdict)
  if (problem) return sendProblem(response, problem)
  const target = targetId === undefined ? undefined : core.world.post(targetId)
  const stored = core.world.create({ text, author: core.world.account.username, ...(target ? { replyTo: target.id } : {}) })
  const isLost = core.faults.take('reply-lost') !== undefined
  core.accepted.push({ id: stored.id, at: stored.createdAt, text, inReplyToId: targetId ?? null, wasAnswered: !isLost })
  core.hub.publish(stored)
  if (isLost) {
    response.socket?.resetAndDestroy()
    return
  }
  response.status(201).json({ data: { id: stored.id, text: stored.post.text, edit_history_tweet_ids: [stored.id] } })
}

/** Why X would refuse this post; undefined when it would take it. */
function refusal(core: Core, text: string, targetId: string | undefined): Problem | undefined {
  if (weightedLength(text) > MAX_WEIGHT) return forbidden('Your Tweet text is too long. Your Tweet must be no longer than 280 characters.')
  if ((text.match(/(?<![\p{L}\p{N}_$])\$[A-Z]{1,6}\b/gu)?.length ?? 0) > 1) return forbidden('You are not permitted to post more than one cashtag.')
  if (targetId !== undefined) {
    const target = core.world.post(targetId)
    if (!target || target.visibility !== 'visible') return forbidden(REFUSALS.gone)
    const reason = unwelcome(core, target)
    if (reason) return forbidden(REFUSALS[reason])
  }
  const since = core.clock() - DUPLICATE_WINDOW_MS
  const isTwin = (earlier: { at: number; text: string; inReplyToId: string | null; id: string }) =>
    earlier.at >= since &&
    earlier.text.trim() === text.trim() &&
    (core.settings.duplicates === 'any' || earlier.inReplyToId === (targetId ?? null)) &&
    core.world.post(earlier.id)?.visibility === 'visible'
  return core.accepted.some(isTwin) ? forbidden(REFUSALS.duplicate) : undefined
}

/** Since February 2026 a reply needs an author who mentioned us or quoted one of our posts; Enterprise is exempt. */
function unwelcome(core: Core, target: StoredPost): 'not-summoned' | 'limited' | undefined {
  const { account } = core.world
  if (target.post.author_id === account.id) return undefined
  const isMentioned = (target.post.note_tweet?.entities ?? target.post.entities)?.mentions?.some(mention => mention.id === account.id) ?? false
  const engagesUs = target.post.referenced_tweets?.some(({ type, id }) => type !== 'retweeted' && core.world.post(id)?.post.author_id === account.id) ?? false
  const { reply_settings: settings } = target.post
  if (settings !== 'everyone' && !(settings === 'mentionedUsers' && isMentioned)) return 'limited'
  if (TIERS[core.settings.tier].mayReplyToAnyone || isMentioned || engagesUs) return undefined
  return 'not-summoned'
}

function scripted(core: Core, response: Response, verdict: Verdict): Problem | undefined {
  const reset = Math.ceil(core.clock() / 1000) + 900
  switch (verdict) {
    case 'accept': return undefined
    case 'server-error': return unavailable(500)
    case 'quota': {
      response.setHeader('x-rate-limit-remaining', 0).setHeader('x-rate-limit-reset', reset)
      return tooManyRequests()
    }
    case 'day-cap': {
      response.setHeader('x-user-limit-24hour-remaining', 0).setHeader('x-user-limit-24hour-reset', reset + 20 * 3600)
      return tooManyRequests()
    }
    default: return forbidden(REFUSALS[verdict])
  }
}

function sendMessage(core: Core, request: Request, response: Response): void {
  const parsed = messageSchema.safeParse(request.body)
  if (!parsed.success) return sendProblem(response, invalidRequest({ parameters: { text: [] }, message: 'A text of at least one character is required.' }))
  const participantId = String(request.params['participantId'])
  const user = core.world.user(participantId)
  if (!user) return sendProblem(response, notFound())
  // X's wording for a closed inbox is not established.
  if (!user.receives_your_dm) return sendProblem(response, forbidden('You cannot send messages to this user.'))
  const id = core.world.freshId()
  core.messages.push({ id, at: core.clock(), participantId, text: parsed.data.text })
  if (core.faults.take('message-lost')) {
    response.socket?.resetAndDestroy()
    return
  }
  const pair = [core.world.account.id, participantId].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
  response.status(201).json({ data: { dm_conversation_id: pair.join('-'), dm_event_id: id } })
}
