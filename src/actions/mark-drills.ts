import { markOf, reach } from '../domain/drill.ts'
import type { Post } from '../domain/post.ts'
import { changeDrill } from './change-drill.ts'
import type { Store } from './ports.ts'

export interface Marked {
  posts: readonly Post[]
  /** To be called once the posts are in the ledger, with the time since when. */
  recorded(at: number): Promise<void>
}

/**
 * Knows our own drill again among received posts, by the token that only the running drill and its post have, and marks it.
 * For the emulated feed only: on the real X nothing that a post says makes it a drill.
 * @throws PrahariError unavailable.
 */
export async function markDrills(store: Pick<Store, 'drills' | 'now'>, posts: readonly Post[]): Promise<Marked> {
  const found = new Map<string, string>()
  const marked = await Promise.all(posts.map(async (post): Promise<Post> => {
    const mark = markOf(post.text)
    const drill = mark ? await store.drills.get(mark.id) : undefined
    if (!mark || drill?.token !== mark.token || drill.entry !== 'stream' || drill.at.received !== undefined) return post
    found.set(drill.id, post.id)
    return { ...post, source: 'drill' }
  }))
  const note = (step: 'received' | 'recorded', at: number): Promise<unknown> =>
    Promise.all([...found].map(([id, postId]) => changeDrill(store, id, (drill) => reach(drill, step, at, { postId }))))
  if (found.size > 0) await note('received', store.now())
  return { posts: marked, recorded: async (at) => { if (found.size > 0) await note('recorded', at) } }
}
