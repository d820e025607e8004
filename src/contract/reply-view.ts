import { mayAct } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { isPublic } from '../domain/reply.ts'
import type { Reply } from '../domain/reply.ts'
import type { ReplyView } from './replying.ts'

/** States in which something is still to be done with the answer at X. */
const UNDER_WAY: ReadonlySet<Reply['state']> = new Set(['queued', 'sending', 'unsure'])

/** An answer as the docket page shows it to this viewer. */
export function toReplyView(reply: Reply, viewer: Pick<Viewer, 'personId' | 'role'>): ReplyView {
  const { id, version, kind, state, text, by, byName, at, reason, approvedName, findings, attempts, because, postedAt, postId, dueAt } = reply
  return {
    id, version, kind, state, text, by: by === 'system' ? 'system' : byName, at, reason, approvedBy: approvedName, findings, attempts, because, postedAt,
    nextAt: UNDER_WAY.has(state) ? dueAt : null,
    url: postId !== null && isPublic(reply) ? `https://x.com/i/web/status/${postId}` : null,
    mayApprove: state === 'waiting' && mayAct(viewer.role) && viewer.personId !== by,
  }
}
