import type { InboxRow } from './collections.ts'
import type { Store } from './ports.ts'

const CHUNK = 100

/**
 * The rows that were received in a stretch of time, newest first, in chunks: the ids are read from the index at once (some
 * 80 bytes each), the rows never all together.
 * @param most at most so many rows, up to a million.
 */
export function readInbox(store: Pick<Store, 'inbox'>, stretch: { from: number; to: number; most: number }): AsyncIterable<InboxRow[]> {
  return chunks(store, stretch)
}

async function* chunks(store: Pick<Store, 'inbox'>, { from, to, most }: { from: number; to: number; most: number }): AsyncGenerator<InboxRow[]> {
  const keys = await store.inbox.keys({ index: 'byReceived', range: { gte: from, lt: to }, order: 'desc', limit: most })
  for (let at = 0; at < keys.length; at += CHUNK) {
    const ids = keys.slice(at, at + CHUNK).map(({ id }) => id)
    const rows = new Map((await store.inbox.getMany(ids)).map((row) => [row.id, row]))
    yield ids.flatMap((id) => rows.get(id) ?? [])
  }
}
