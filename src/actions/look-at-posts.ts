import type { Docket } from '../domain/docket.ts'
import type { Post } from '../domain/post.ts'
import { postsAtX, withStanding } from '../domain/standing.ts'
import { evolveDocket } from './evolve-docket.ts'
import type { Announcer, Crypto, Done, PostLookup, Store } from './ports.ts'

export interface LookDeps {
  store: Pick<Store, 'dockets' | 'checkpoints' | 'now'>
  announcer: Announcer
  crypto: Pick<Crypto, 'sha256'>
  lookup: PostLookup
  /** Takes newer versions of edited posts in, the way that posts of the stream come. */
  receive: (posts: Post[]) => Promise<unknown>
}

export interface Looked extends Done {
  looked: number
  changed: number
}

const WINDOW_MS = 7 * 86_400_000
/** Closed dockets are looked at for two days more: who deletes a post then may want it reopened. */
const CLOSED_MS = 2 * 86_400_000
const MOST_IDS = 100
const ID = 'look-at-posts'

/**
 * One request to X about the posts of recent dockets, going round: the dockets of the last seven days, one page after the other, then
 * from the beginning. Asks no sooner than `everyMs` after the last time, whichever process that was and whatever was restarted since: X
 * charges for each post. Marks what is gone and takes in edits that the stream did not bring. @throws PrahariError unavailable.
 */
export async function lookAtPosts(deps: LookDeps, everyMs: number): Promise<Looked> {
  const { store } = deps
  const now = store.now()
  const last = await store.checkpoints.get(ID)
  if (last && now - last.at < everyMs) return { did: 'nothing', because: 'X was asked a while ago', looked: 0, changed: 0 }
  const from = last?.facts.from
  const range = { gte: typeof from === 'number' && from > now - WINDOW_MS ? from : now - WINDOW_MS }
  const { dockets, next } = await nextDockets(store, range.gte, now)
  const posts = dockets.flatMap(postsAtX)
  const asked = new Set(posts.map(({ id }) => id))
  const found = asked.size === 0 ? [] : await deps.lookup.lookup([...asked])
  const standing = new Set(found.map(({ id }) => id))
  let changed = 0
  for (const { id } of dockets) {
    const { before, docket } = await evolveDocket(deps, id, (one) => withStanding(one, asked, standing, { now: store.now(), sha256: deps.crypto.sha256 }))
    if (docket !== before) changed++
  }
  await takeEdits(deps, found, asked)
  await store.checkpoints.put({ id: ID, version: now, at: now, facts: { from: next } })
  return { did: asked.size === 0 ? 'nothing' : 'looked', because: `${asked.size} posts`, looked: asked.size, changed }
}

/** Dockets from a time of opening on, as many as fit into one request, and where the next page begins; null: from the start. */
async function nextDockets(store: LookDeps['store'], from: number, now: number): Promise<{ dockets: Docket[]; next: number | null }> {
  const found = await store.dockets.find({ index: 'byOpened', range: { gte: from }, order: 'asc', limit: MOST_IDS })
  const dockets: Docket[] = []
  let ids = 0
  for (const docket of found) {
    const isWanted = docket.status !== 'closed' || docket.updatedAt > now - CLOSED_MS
    const size = isWanted ? postsAtX(docket).length : 0
    if (ids + size > MOST_IDS && dockets.length > 0) return { dockets, next: docket.openedAt }
    ids += size
    if (isWanted) dockets.push(docket)
  }
  const last = found.at(-1)
  // Many of one millisecond would hold the round up: a millisecond further loses at most their rest, until the next round.
  return { dockets, next: found.length < MOST_IDS || !last ? null : Math.max(last.openedAt, from + 1) }
}

async function takeEdits({ lookup, receive }: LookDeps, found: readonly Post[], asked: ReadonlySet<string>): Promise<void> {
  const newer = [...new Set(found.flatMap(({ newestId }) => (newestId !== undefined && !asked.has(newestId) ? [newestId] : [])))]
  if (newer.length > 0) await receive(await lookup.lookup(newer))
}
