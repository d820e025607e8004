import type { Correction } from '../domain/correction.ts'
import type { Post } from '../domain/post.ts'
import type { Verdict } from '../domain/verdict.ts'

/** What a job carries of one inbox row: everything its handler needs, so that no hop reads the store again. */
export interface PostJob {
  postId: string
  receivedAt: number
  post: Post
  verdict: Verdict
  /** Of a post that was corrected before it had a docket: the row's version, what the machine said, and what persons said. */
  corrected?: { rowVersion: number; machine: Verdict; corrections: Correction[] }
}

/** The queue table: one row per queue, with what its jobs carry. SoS never shares a queue with anything. */
export interface JobPayloads {
  sos: PostJob
  routine: { rows: PostJob[] }
}
export type QueueName = keyof JobPayloads

/** Most rows in one routine job. */
export const ROUTINE_BATCH = 100

/** Job ids are natural keys with a letter in front: BullMQ refuses some numeric ids and any with a colon. */
export function jobIdFor(postId: string): string {
  return `post-${postId}`
}
