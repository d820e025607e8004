import { isPublic } from '../domain/reply.ts'
import type { Reply } from '../domain/reply.ts'
import { stepReply } from '../domain/reply-life.ts'
import type { Done } from './ports.ts'
import { noteSpent, readBudget, sumBudget } from './read-budget.ts'
import { pauseAfter, sendReply } from './send-reply.ts'
import type { SendReplyDeps } from './send-reply.ts'

/** What the process that sends knows; kept in the ledger too, so that the next one goes on with it. */
export interface ReplyMemory {
  isRead: boolean
  /** Until when public answers, messages, or both rest. */
  postUntil: number
  messageUntil: number
  isAlarm: boolean
  because: string
  /** When answers and messages were sent in the last 15 minutes. */
  posts: number[]
  messages: number[]
}

export interface RepliesSwept extends Done {
  sent: number
  refused: number
  unsure: number
}

const CHECKPOINT = 'x-writer'
const BATCH = 25
const WINDOW_MS = 900_000
/** X's limits in 15 minutes for one account: 100 posts, 15 messages. */
const LIMITS = { posts: 100, messages: 15 } as const

/**
 * Does what is due, oldest first, one after the other, within X's limits for the account. One process sends at a time (it holds
 * the lease, asked before each by `mayGoOn`); what is claimed stays safe also when two think so. @throws PrahariError unavailable; the rest stays due.
 */
export async function sweepReplies(deps: SendReplyDeps, memory: ReplyMemory, mayGoOn: () => boolean = () => true): Promise<RepliesSwept> {
  const total: RepliesSwept = { did: 'swept', because: memory.because, sent: 0, refused: 0, unsure: 0 }
  if (!memory.isRead) await recall(deps, memory)
  const due = await deps.store.replies.find({ index: 'byDue', range: { lte: deps.store.now() }, order: 'asc', limit: BATCH })
  for (const reply of due) {
    if (!mayGoOn()) break
    const wait = waitFor(deps, memory, reply)
    if (wait) {
      await putOff(deps, reply, wait)
      continue
    }
    const { did, reply: after, answer } = await sendReply(deps, reply)
    await learn(deps, memory, reply, answer)
    if (did === 'posted') await spend(deps, after)
    if (did === 'posted' || did === 'dry') total.sent++
    else if (did === 'refused') total.refused++
    else if (did === 'unsure') total.unsure++
  }
  return total
}

/** What a process knows at its start. */
export function newReplyMemory(): ReplyMemory {
  return { isRead: false, postUntil: 0, messageUntil: 0, isAlarm: false, because: 'ready', posts: [], messages: [] }
}

/** What an answer that could be sent has to wait for; null where nothing stands in its way. */
function waitFor({ store, writer }: SendReplyDeps, memory: ReplyMemory, reply: Reply): { until: number; because: string } | null {
  if (reply.state !== 'queued' || !writer) return null
  const now = store.now()
  const sent = isPublic(reply) ? memory.posts : memory.messages
  while (sent.length > 0 && (sent[0] ?? 0) <= now - WINDOW_MS) sent.shift()
  const until = isPublic(reply) ? memory.postUntil : memory.messageUntil
  if (until > now) return { until, because: memory.because }
  const limit = isPublic(reply) ? LIMITS.posts : LIMITS.messages
  return sent.length >= limit ? { until: (sent[0] ?? now) + WINDOW_MS, because: `${limit} in 15 minutes is what X allows` } : null
}

/** Says on the docket's page why it waits and until when. Credits may be back before: then only the time is different. */
async function putOff(deps: SendReplyDeps, reply: Reply, { until, because }: { until: number; because: string }): Promise<void> {
  const next = stepReply(reply, 'put-off', { dueAt: until, because })
  if (next) await deps.store.replies.replace(next, reply.version)
}

/** Takes over what X said about the account as a whole, and writes it down where it changed. */
async function learn(deps: SendReplyDeps, memory: ReplyMemory, reply: Reply, answer: Awaited<ReturnType<typeof sendReply>>['answer']): Promise<void> {
  if (!answer || reply.state !== 'queued') return
  const now = deps.store.now()
  if (answer.did === 'posted' || answer.did === 'lost') (isPublic(reply) ? memory.posts : memory.messages).push(now)
  const pause = pauseAfter(answer, now, deps.times)
  if (pause) {
    if (pause.isForAll || isPublic(reply)) memory.postUntil = pause.until
    if (pause.isForAll || !isPublic(reply)) memory.messageUntil = pause.until
    Object.assign(memory, { isAlarm: pause.isAlarm || memory.isAlarm, because: pause.because })
  } else if (answer.did === 'posted') Object.assign(memory, { isAlarm: false, because: 'ready' })
  await deps.store.checkpoints.put({
    id: CHECKPOINT, version: Math.max(1, Math.round(now)), at: now,
    facts: { postUntil: memory.postUntil, messageUntil: memory.messageUntil, isAlarm: Number(memory.isAlarm), because: memory.because, posts: memory.posts.map(Math.round).join(), messages: memory.messages.map(Math.round).join() },
  })
}

/** What whoever sent before left behind; and what the month has cost, out of the answers themselves. */
async function recall({ store }: SendReplyDeps, memory: ReplyMemory): Promise<void> {
  const facts = (await store.checkpoints.get(CHECKPOINT))?.facts ?? {}
  const times = (value: unknown): number[] => (typeof value === 'string' ? value.split(',').map(Number).filter((at) => at > 0) : [])
  Object.assign(memory, {
    isRead: true, postUntil: Number(facts.postUntil ?? 0), messageUntil: Number(facts.messageUntil ?? 0), isAlarm: facts.isAlarm === 1,
    because: typeof facts.because === 'string' ? facts.because : 'ready', posts: times(facts.posts), messages: times(facts.messages),
  })
  await sumBudget(store, store.now())
}

async function spend({ store, settings }: SendReplyDeps, reply: Reply): Promise<void> {
  const now = store.now()
  const { spentCents } = await readBudget(store, now, settings.prices.limitCents)
  await noteSpent(store, now, spentCents + reply.costCents)
}
