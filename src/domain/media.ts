import type { Docket } from './docket.ts'
import type { Post, PostMedia } from './post.ts'

/** A photo of a docket's thread, or the still picture of a video: fetched from X, checked, drawn anew and kept by us. */
export interface DocketMedia {
  /** `<docket id>.<media key>`. */
  id: string
  version: number
  docketId: string
  postId: string
  key: string
  type: PostMedia['type']
  alt: string | null
  url: string
  /** `due` until it is kept or given up. */
  state: 'due' | 'kept' | 'failed'
  /** When it is tried next; null when it is over. Epoch milliseconds. */
  dueAt: number | null
  tries: number
  because: string
  /** SHA-256 of the bytes as X sent them and of the picture that we keep, hex. */
  sentSha256: string | null
  keptSha256: string | null
  at: number
}

const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000
const MAX_TRIES = 8
/** Most pictures of one docket: a thread is no album. */
const MAX_OF_DOCKET = 40

/** The rows of what a docket's thread shows, not yet fetched. Where X named no address there is nothing to fetch. */
export function mediaOf(docket: Pick<Docket, 'id' | 'post' | 'thread'>, now: number): DocketMedia[] {
  const shown = [docket.post, ...docket.thread].flatMap((post: Post) => (post.media ?? []).map((one) => ({ post, one })))
  return shown.slice(0, MAX_OF_DOCKET).flatMap(({ post, one }): DocketMedia[] => (one.url === null ? [] : [{
    id: mediaId(docket.id, one.key), version: 1, docketId: docket.id, postId: post.id, key: one.key, type: one.type, alt: one.alt, url: one.url,
    state: 'due', dueAt: now, tries: 0, because: 'not fetched yet', sentSha256: null, keptSha256: null, at: now,
  }]))
}

export function mediaId(docketId: string, key: string): string {
  return `${docketId}.${key}`
}

/** The row after a try that failed: later again, twice as late each time up to an hour; given up after the eighth, or at once where trying again cannot help. */
export function afterFailure(row: DocketMedia, because: string, mayHelp: boolean, now: number): DocketMedia {
  const tries = row.tries + 1
  const isOver = !mayHelp || tries >= MAX_TRIES
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1))
  return { ...row, version: row.version + 1, tries, because, state: isOver ? 'failed' : 'due', dueAt: isOver ? null : now + waitMs }
}

/** The row of a picture that is kept. */
export function afterKeeping(row: DocketMedia, sha256: { sent: string; kept: string }, now: number): DocketMedia {
  return { ...row, version: row.version + 1, tries: row.tries + 1, because: 'kept', state: 'kept', dueAt: null, sentSha256: sha256.sent, keptSha256: sha256.kept, at: now }
}
