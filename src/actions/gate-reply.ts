import { deskOf } from '../domain/desk.ts'
import { leadPost } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { isDrill } from '../domain/drill.ts'
import type { Post } from '../domain/post.ts'
import type { Reply, ReplyKind } from '../domain/reply.ts'
import type { ReplyPrices } from '../domain/reply-cost.ts'
import type { Checked, GateContext } from '../triage/gate/check-reply.ts'
import type { Handles } from '../triage/policy.ts'
import { isPolice } from '../triage/signals/own.ts'
import type { Crypto, Store } from './ports.ts'
import { readBudget } from './read-budget.ts'

/** What this installation says of answers on X. */
export interface ReplySettings {
  prices: ReplyPrices
  /** Lower case, without @. */
  ownHandle: string
  /** Host of our own pages: a link to it needs no second officer. */
  ownHost: string
  /** No write credentials: everything is done but the sending. */
  isDry: boolean
  /** Enterprise: X lets us answer whoever did not mention us. */
  mayAnswerAnyone: boolean
}

export interface GateDeps {
  store: Pick<Store, 'dockets' | 'replies' | 'checkpoints' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
  settings: ReplySettings
  /** Accounts of the police in force. */
  handles: Handles
  /** Loads the gate where it is first used: the lists of places behind it are large. */
  loadGate: () => Promise<(text: string, context: GateContext) => Checked>
}

const MOST_REPLIES = 500
const MOST_CALLED = 3
const DAY_MS = 86_400_000
const PASTED_KINDS: ReadonlySet<ReplyKind> = new Set(['answer', 'closing'])

/** What the safety gate says of a text for a docket, with everything that it has to know looked up. @throws PrahariError unavailable. */
export async function gateReply(deps: GateDeps, docket: Docket, kind: ReplyKind, text: string, own?: Reply): Promise<Checked & { isAllowedByX: boolean; budget: Awaited<ReturnType<typeof readBudget>> }> {
  const { store, settings } = deps
  const now = store.now()
  const key = textKeyOf(deps.crypto, text, kind)
  const [check, earlier, twins, budget] = await Promise.all([
    deps.loadGate(), store.replies.find({ index: 'byDocket', equals: { docketId: docket.id }, order: 'desc', limit: MOST_REPLIES }),
    key === '' ? [] : store.replies.find({ index: 'byText', equals: { textKey: key }, range: { gte: now - DAY_MS }, limit: 100 }),
    readBudget(store, now, settings.prices.limitCents),
  ])
  const others = earlier.filter(({ id }) => id !== own?.id)
  const hasFinding = (code: string, ofPost?: string): boolean => others.some((one) => one.state === 'refused' && (ofPost === undefined || one.inReplyToId === ofPost) && one.findings.some((finding) => finding.code === code))
  const isAllowedByX = cameFromX(docket) && (settings.mayAnswerAnyone || postToAnswer(docket).summoned)
  const lead = leadPost(docket)
  const checked = check(text, {
    kind, category: docket.verdict.category, language: docket.verdict.language, isProtected: docket.verdict.isProtected,
    signals: docket.verdict.reasons.filter(({ weight }) => weight > 0).map(({ signal }) => signal),
    posts: [docket.post.text, ...docket.thread.map((post) => post.text)], author: { handle: lead.author.handle, name: lead.author.name },
    number: docket.number, ownHandle: settings.ownHandle, ownHost: settings.ownHost,
    handles: deps.handles, called: postToAnswer(docket).mentions.filter((handle) => handle !== settings.ownHandle && isPolice(handle, deps.handles)).slice(0, MOST_CALLED),
    isAllowedByX, isPostGone: postToAnswer(docket).deletedAt !== undefined || hasFinding('post-gone', idToAnswer(docket)), isInboxClosed: hasFinding('dm-closed'),
    sameText: new Set(twins.filter(({ docketId, state }) => docketId !== docket.id && state !== 'withdrawn').map(({ docketId }) => docketId)).size,
    spentCents: budget.spentCents, prices: settings.prices,
  })
  return { ...checked, isAllowedByX, budget }
}

/** The post that is answered: the author's newest one that still stands and in which they called us; the opening one where they never did. */
export function postToAnswer(docket: Docket): Post {
  const authorId = docket.authorId ?? docket.post.author.id
  const called = docket.thread.findLast((post) => post.summoned && post.deletedAt === undefined && post.kind !== 'retweet' && post.author.id === authorId)
  return called ?? docket.post
}

/** Its id at X: of a repost the original, whose author is the complainant. */
export function idToAnswer(docket: Docket): string {
  const post = postToAnswer(docket)
  return post.kind === 'retweet' ? post.caseId : post.id
}

/** Whether there is a person at X to answer at all. */
export function cameFromX(docket: Docket): boolean {
  return (docket.origin === undefined || docket.origin === 'x') && !isDrill(docket.post)
}

/** By what the same text on other dockets is known: without the number of the docket. Empty where pasting is no matter. */
export function textKeyOf(crypto: Pick<Crypto, 'sha256'>, text: string, kind: ReplyKind): string {
  if (!PASTED_KINDS.has(kind)) return ''
  return crypto.sha256(text.normalize('NFC').toLowerCase().replaceAll(/[A-Z]{2,5}-\d{8}-\d{6,}\S*/giu, '').replaceAll(/\s+/gu, ' ').trim()).slice(0, 32)
}

/** Whether the complainant has had an answer of ours. */
export function isAnswered(docket: Docket): boolean {
  return deskOf(docket).clocks.repliedAt !== null
}
