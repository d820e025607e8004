import type { PostJob } from '../contract/jobs.ts'
import { docketIdFor } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { CROWD_MS } from '../domain/incident.ts'
import { matterKey } from '../domain/matter.ts'
import { isByHand } from '../domain/post.ts'
import { isActionable } from '../domain/verdict.ts'
import type { Handles } from '../triage/policy.ts'
import { AUTHOR_MS, belongingOf } from '../triage/threads/belonging.ts'
import type { Belonging, Candidates } from '../triage/threads/belonging.ts'
import { bandsOf, imprintOf } from '../triage/threads/imprint.ts'
import type { Imprint } from '../triage/threads/imprint.ts'
import type { Echo } from './collections.ts'
import type { Store } from './ports.ts'

/** What a job is looked up by, computed once. */
export interface Arrival extends PostJob {
  imprint: Imprint
  /** Bands of its fingerprint; none where too little is said to be repeated, or nothing must be done. */
  bands: string[]
  authorId: string | null
  matter: string | null
}

/** What the store has for a job. */
export interface Relations extends Candidates {
  /** The docket of the job's own case. */
  own: Docket | undefined
  /** Reports of the same place and family within CROWD_MS. */
  matter: readonly Docket[]
  echoRows: readonly Echo[]
}

export const NO_RELATIONS: Relations = { own: undefined, thread: [], author: [], echoes: [], matter: [], echoRows: [] }

const MOST_OF_AUTHOR = 8
const MOST_OF_CONVERSATION = 8
const MOST_OF_MATTER = 12
/** Words below which a text is not looked up. */
const LEAST_WORDS = 6
/** X's id where it did not say who wrote. */
const NOBODY = '0'

/**
 * Looks up what a post may belong to: a few reads side by side, each by a key or an index and bounded, and one more by key
 * where a like text is known.
 * @throws PrahariError unavailable.
 */
export async function findRelations(store: Pick<Store, 'dockets' | 'echoes'>, { post, authorId, bands, matter }: Arrival, now: number): Promise<Relations> {
  const { dockets } = store
  const caseIds = [...new Set([post.caseId, post.inReplyToId, post.quotedId].flatMap((id) => (id ? [docketIdFor(id)] : [])))]
  const [named, author, conversation, echoRows, sameMatter] = await Promise.all([
    dockets.getMany(caseIds),
    authorId ? dockets.find({ index: 'byAuthor', equals: { authorId }, range: { gte: now - AUTHOR_MS }, order: 'desc', limit: MOST_OF_AUTHOR }) : [],
    post.conversationId ? dockets.find({ index: 'byConversation', equals: { conversationId: post.conversationId }, order: 'desc', limit: MOST_OF_CONVERSATION }) : [],
    bands.length > 0 ? store.echoes.getMany(bands) : [],
    matter ? dockets.find({ index: 'byMatter', equals: { matter }, range: { gte: now - CROWD_MS }, order: 'desc', limit: MOST_OF_MATTER }) : [],
  ])
  const ownId = docketIdFor(post.caseId)
  const known = new Map([...named, ...author, ...conversation, ...sameMatter].map((docket) => [docket.id, docket]))
  const echoIds = [...new Set(echoRows.map(({ docketId }) => docketId))]
  const unread = echoIds.filter((id) => !known.has(id))
  for (const docket of unread.length > 0 ? await dockets.getMany(unread) : []) known.set(docket.id, docket)
  const others = (list: readonly Docket[]): Docket[] => list.filter(({ id }) => id !== ownId)
  return {
    own: known.get(ownId),
    thread: others([...new Map([...named, ...conversation].map((docket) => [docket.id, docket])).values()]),
    author: others(author), matter: others(sameMatter), echoRows,
    echoes: others(echoIds.flatMap((id) => known.get(id) ?? [])),
  }
}

/** The job with what it is looked up by. */
export function arrivalOf(job: PostJob): Arrival {
  const { post, verdict } = job
  const imprint = imprintOf(post.text)
  const isCompared = isActionable(verdict.severity) && imprint.size >= LEAST_WORDS && post.source !== 'drill'
  return {
    ...job, imprint,
    bands: isCompared ? bandsOf(imprint) : [],
    authorId: post.author.id === NOBODY ? null : post.author.id,
    matter: post.source === 'drill' ? null : matterKey(verdict.place, verdict.category),
  }
}

/** The keys under which related jobs of one process wait for each other. */
export function turnsOf({ post, authorId, bands, matter }: Arrival): string[] {
  const named = [post.caseId, post.inReplyToId, post.quotedId, post.conversationId].flatMap((id) => (id ? [`post-${id}`] : []))
  return [...new Set([...named, ...(authorId ? [`author-${authorId}`] : []), ...bands, ...(matter ? [matter] : [])])]
}

/** What the post is to the dockets that were found; its own case comes before everything. */
export function belonging(arrival: Arrival, found: Relations, handles: Handles, now: number): Belonging | 'case' | null {
  if (found.own) return 'case'
  // A person said what the post is, or took it down: it stands for itself.
  return arrival.corrected || isByHand(arrival.post) ? null : belongingOf(arrival, found, handles, now)
}
