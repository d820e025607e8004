import { MAX_POST_LENGTH } from '../domain/post.ts'
import type { Post } from '../domain/post.ts'
import type { Verdict } from '../domain/verdict.ts'
import { laneOf } from '../triage/threads/lane.ts'
import type { InboxRow } from './collections.ts'
import type { Done, Queues, Store } from './ports.ts'

export interface ReceiveDeps {
  store: Pick<Store, 'inbox' | 'now'>
  queues: Queues
  /** Triage under the policy in force. A throw quarantines that post alone. */
  judge: (post: Post) => Verdict
}

export interface Received extends Done {
  /** When the ledger had them, before any queue did. */
  recordedAt: number
  inserted: number
  duplicates: number
  sos: number
  routine: number
  quarantined: number
  /** Whether the queues took what was actionable; if not, the inbox sweep will. */
  isQueued: boolean
}

/**
 * Scores posts and records each with its verdict in one write: when this resolves they are in the ledger. What is
 * actionable, or may belong to a docket, then goes to its queue; a queue that is down costs latency only, since the sweep reads the ledger.
 * @throws PrahariError unavailable when the inbox cannot be written.
 */
export async function receivePosts(deps: ReceiveDeps, posts: readonly Post[]): Promise<Received> {
  const receivedAt = deps.store.now()
  const rows = posts.map((post) => judged(post, deps.judge, receivedAt))
  const outcomes = rows.length > 0 ? await deps.store.inbox.insertMany(rows) : []
  const recordedAt = deps.store.now()
  const fresh = rows.filter((_, index) => outcomes[index] === 'inserted')
  const sos = fresh.filter((row) => row.lane === 'sos')
  const routine = fresh.filter((row) => row.lane === 'routine')
  const queued = await Promise.allSettled([
    sos.length > 0 ? deps.queues.enqueueSos(sos) : undefined,
    routine.length > 0 ? deps.queues.enqueueRoutine(routine) : undefined,
  ])
  const isQueued = queued.every((one) => one.status === 'fulfilled')
  return {
    did: isQueued ? 'received' : 'received-unqueued',
    because: isQueued ? 'recorded and queued' : 'recorded; the queue is down, the sweep will open the dockets',
    recordedAt, inserted: fresh.length, duplicates: rows.length - fresh.length, sos: sos.length, routine: routine.length,
    quarantined: fresh.filter((row) => row.state === 'quarantined').length, isQueued,
  }
}

function judged(post: Post, judge: ReceiveDeps['judge'], receivedAt: number): InboxRow {
  const base = { id: post.id, version: 1, receivedAt, post, docketId: null }
  try {
    if (post.text.length > MAX_POST_LENGTH * 2) throw new Error(`text of ${post.text.length} units`)
    const verdict = judge(post)
    const lane = laneOf(post, verdict)
    return lane !== 'none'
      ? { ...base, state: 'pending', decision: null, lane, verdict, reason: null }
      : { ...base, state: 'decided', decision: 'not-actionable', lane: 'none', verdict, reason: null }
  } catch (error) {
    return {
      ...base, post: { ...post, text: post.text.slice(0, MAX_POST_LENGTH) }, state: 'quarantined', decision: 'quarantined', lane: 'none', verdict: null,
      reason: `triage failed: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500),
    }
  }
}
