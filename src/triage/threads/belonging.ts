import { holdsPost, severityOf } from '../../domain/docket.ts'
import type { Docket } from '../../domain/docket.ts'
import { mayBeSameMatter, spotOf } from '../../domain/matter.ts'
import type { Post } from '../../domain/post.ts'
import { isActionable, isSos, severityRank } from '../../domain/verdict.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Handles } from '../policy.ts'
import { isPolice } from '../signals/own.ts'
import { imprintOf } from './imprint.ts'
import type { Imprint } from './imprint.ts'
import { isMereCopy, isSameAppeal, isSameText, likeness, tellsOther } from './likeness.ts'

const MINUTE_MS = 60_000
/** A further post of the author is looked for in dockets of so long ago, and in closed ones of so short a time. */
export const AUTHOR_MS = 7 * 24 * 60 * MINUTE_MS
const CLOSED_MS = 48 * 60 * MINUTE_MS
/** Somebody who writes again within this time writes of the same thing, wherever they are by now. */
const RECENT_MS = 30 * MINUTE_MS
/** Copies of a text older than this are a matter of their own. */
export const ECHO_MS = 72 * 60 * MINUTE_MS

/** What the store has that a post may belong to. */
export interface Candidates {
  /** Dockets of the posts that it answers or quotes, and of its conversation. */
  thread: readonly Docket[]
  /** Dockets of its author, newest first. */
  author: readonly Docket[]
  /** Dockets with a like text. */
  echoes: readonly Docket[]
}

/** What a post is to a docket: in it already, a further post of it, or only a repetition. */
export interface Belonging {
  how: 'known' | 'further' | 'echo'
  docket: Docket
}

interface Arrival {
  post: Post
  verdict: Verdict
  imprint: Imprint
}

/** The docket that the post belongs to; null where it stands for itself, as what is not certain does. Accounts of the police belong to none. */
export function belongingOf(arrival: Arrival, { thread, author, echoes }: Candidates, handles: Handles, now: number): Belonging | null {
  const { post } = arrival
  const known = [...thread, ...author, ...echoes].find((docket) => holdsPost(docket, post.id))
  if (known) return { how: 'known', docket: known }
  if (post.source === 'drill' || isPolice(post.author.handle, handles)) return null
  return ofThread(arrival, thread, now) ?? ofAuthor(arrival, author, now) ?? ofEcho(arrival, echoes, now)
}

/** In a conversation about a docket: the author's own posts and what others say of it; what others only repeat is counted. */
function ofThread(arrival: Arrival, thread: readonly Docket[], now: number): Belonging | null {
  const { post, verdict } = arrival
  for (const docket of thread) {
    if (!isAbout(post, docket) || !isLive(docket, now)) continue
    if (isAuthor(post, docket)) {
      if (!tellsOtherMatter(arrival, docket, true, now)) return { how: 'further', docket }
      continue
    }
    if (isActionable(verdict.severity) && (tellsOtherMatter(arrival, docket, true, now) || tellsOther(arrival.imprint, imprintOf(docket.post.text)))) continue
    const isGraver = isSos(verdict.severity) && severityRank(verdict.severity) < severityRank(severityOf(docket))
    const isNews = isGraver || (verdict.followUp ?? 'same-again') !== 'same-again'
    return { how: isNews ? 'further' : 'echo', docket }
  }
  return null
}

/** Whether the post speaks to the docket: answers or quotes a post of it, or stands in the conversation that its post began. */
function isAbout(post: Post, docket: Docket): boolean {
  const ids = [post.inReplyToId, post.quotedId].filter((id) => id !== null && id !== undefined)
  if (ids.some((id) => holdsPost(docket, id) || docket.post.caseId === id)) return true
  if (post.conversationId === null) return false
  return docket.post.id === post.conversationId || (isAuthor(post, docket) && docket.conversationId === post.conversationId)
}

/** A further post of the author anywhere: into the docket that is likest, else the newest. */
function ofAuthor(arrival: Arrival, author: readonly Docket[], now: number): Belonging | null {
  const { verdict, imprint } = arrival
  if (!isActionable(verdict.severity) && (verdict.followUp ?? null) === null) return null
  const own = author.filter((docket) => now - docket.openedAt <= AUTHOR_MS && isLive(docket, now) && !tellsOtherMatter(arrival, docket, false, now))
  const ranked = own.map((docket) => ({ docket, like: likeness(imprint, imprintOf(docket.post.text)).shared }))
  const best = ranked.reduce<(typeof ranked)[number] | null>((top, one) => (top === null || one.like > top.like + 0.1 ? one : top), null)
  return best && { how: 'further', docket: best.docket }
}

/** A copy of somebody else's cry: no graver, and with no other victim, place or number in it. */
function ofEcho({ post, verdict, imprint }: Arrival, echoes: readonly Docket[], now: number): Belonging | null {
  const original = echoes.find((docket) => now - docket.openedAt <= ECHO_MS && !isAuthor(post, docket) && isLive(docket, now)
    && severityRank(verdict.severity) >= severityRank(severityOf(docket)) && !isElsewhere(verdict, docket.verdict)
    && isMereCopy(imprint, imprintOf(docket.post.text)))
  return original ? { how: 'echo', docket: original } : null
}

/** Whether the docket can take a further post: it is not closed, or was closed a short while ago. */
function isLive(docket: Docket, now: number): boolean {
  if (docket.status !== 'closed') return true
  return now - (docket.desk?.closing?.at ?? docket.alert?.closedAt ?? docket.updatedAt) < CLOSED_MS
}

export function isAuthor(post: Post, docket: Docket): boolean {
  return docket.authorId !== null && docket.authorId !== undefined && docket.authorId === post.author.id
}

/**
 * Whether the author clearly tells another matter: in another district; of another kind and at another place; some time later
 * at another place; or a new cry of another kind, which must not hide in an older complaint.
 */
function tellsOtherMatter({ verdict }: Arrival, docket: Docket, isThread: boolean, now: number): boolean {
  if (isElsewhere(verdict, docket.verdict)) return true
  const isOtherKind = !mayBeSameMatter(docket.verdict.category, verdict.category)
  const isOtherSpot = differs(spotOf(docket.verdict.place), spotOf(verdict.place))
  const isRecent = now - lastHeardAt(docket) < RECENT_MS
  const says = (verdict.followUp ?? null) !== null
  if (isOtherKind && isOtherSpot) return true
  if (isOtherKind && isSos(verdict.severity) && !isThread && !(says && isRecent)) return true
  return isOtherSpot && !says && !isRecent && !isThread
}

function lastHeardAt(docket: Docket): number {
  return docket.thread.reduce((last, { joinedAt }) => Math.max(last, joinedAt ?? 0), docket.openedAt)
}

/** Whether the two are in different districts, or one of them in another state. */
function isElsewhere(a: Verdict, b: Verdict): boolean {
  const isAway = (one: Verdict, other: Verdict): boolean => one.place.elsewhere !== null && other.place.districtId !== null
  return differs(a.place.districtId, b.place.districtId) || isAway(a, b) || isAway(b, a)
}

function differs(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

/** A docket about the same event as one that is opened. */
export interface Peer {
  docket: Docket
  /** Another author in other words: somebody who saw it too. */
  isWitness: boolean
  /** In the words of the post itself: then the post is no witness of its own. */
  isAlike: boolean
}

/**
 * The dockets that belong to the same event: reports of the same place and family by others, those with a like text, and
 * those whose conversation it stands in. Of reports in like words only the first counts as a witness.
 */
export function peersOf(arrival: Arrival, found: Candidates & { matter: readonly Docket[] }, now: number): Peer[] {
  const { post, imprint } = arrival
  if (post.source === 'drill') return []
  const peers = new Map<string, Peer>()
  const told: Imprint[] = [imprint]
  const heard = new Set([post.author.id])
  for (const docket of [...found.matter].sort((a, b) => a.openedAt - b.openedAt)) {
    if (isAuthor(post, docket) || docket.post.source === 'drill') continue
    const own = imprintOf(docket.post.text)
    const isWitness = docket.authorId !== null && docket.authorId !== undefined && !heard.has(docket.authorId) && !told.some((other) => isSameText(own, other))
    if (isWitness && docket.authorId) heard.add(docket.authorId)
    told.push(own)
    peers.set(docket.id, { docket, isWitness, isAlike: isSameText(own, imprint) })
  }
  const alike = found.echoes.filter((docket) => now - docket.openedAt <= ECHO_MS && isSameAppeal(imprint, imprintOf(docket.post.text)))
  const spoken = found.thread.filter((docket) => isAbout(post, docket))
  for (const docket of [...alike, ...spoken]) {
    if (!isAuthor(post, docket) && docket.post.source !== 'drill' && !peers.has(docket.id)) peers.set(docket.id, { docket, isWitness: false, isAlike: alike.includes(docket) })
  }
  return [...peers.values()]
}
