import type { AlertEvent } from './alert.ts'
import { evolve } from './docket.ts'
import type { Docket, ThreadPost } from './docket.ts'
import type { Sha256 } from './history.ts'
import type { Post } from './post.ts'

/** The posts of X in a docket's thread: what was opened by hand has none. */
export function postsAtX({ post, thread }: Pick<Docket, 'post' | 'thread'>): Post[] {
  return [post, ...thread].filter(({ id }) => /^\d{1,19}$/.test(id))
}

/**
 * The docket after a look at X: which of its posts still stand there. What is gone is marked and stays on record; what is there
 * again is marked no more. The same docket when nothing changed. @param asked ids that were looked up. @param standing those that were found.
 */
export function withStanding(docket: Docket, asked: ReadonlySet<string>, standing: ReadonlySet<string>, by: { now: number; sha256: Sha256 }): Docket {
  const events: AlertEvent[] = []
  const look = <One extends Post | ThreadPost>(post: One): One => {
    if (!asked.has(post.id)) return post
    const isThere = standing.has(post.id)
    if (isThere === (post.deletedAt === undefined)) return post
    events.push({ what: isThere ? 'post-back' : 'post-gone', facts: { postId: post.id } })
    const { deletedAt: _, ...rest } = post
    return (isThere ? rest : { ...post, deletedAt: by.now }) as One
  }
  const changes = { post: look(docket.post), thread: docket.thread.map(look) }
  return events.length === 0 ? docket : evolve(docket, changes, events, { who: 'system', ...by })
}
