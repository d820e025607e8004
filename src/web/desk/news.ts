import type { DocketView } from '../../contract/desk.ts'
import type { DocketRow } from '../../contract/docket-row.ts'
import { isBeside } from '../../domain/history-words.ts'

/** Rows by id with what just came: of each the higher version stays. The same map where nothing is news. */
export function withRows(known: ReadonlyMap<string, DocketRow>, rows: readonly DocketRow[]): ReadonlyMap<string, DocketRow> {
  const fresh = rows.filter((row) => row.version > (known.get(row.id)?.version ?? 0))
  if (fresh.length === 0) return known
  return new Map([...known, ...fresh.map((row) => [row.id, row] as const)])
}

/** What others did to a docket since this person saw it, oldest first, without what only goes on beside. @param me person id. */
export function doneByOthers(docket: Pick<DocketView, 'history'>, seenSeq: number, me: string | undefined): DocketView['history'] {
  return docket.history.filter(({ seq, who, what }) => seq > seenSeq && who !== me && !isBeside(what))
}

/** The newest entry of the history; -1 of an empty one. */
export function lastSeq({ history }: Pick<DocketView, 'history'>): number {
  return history.at(-1)?.seq ?? -1
}

/** Posts of the complainant and our answers as one conversation, oldest first. */
export type Said = { at: number; kind: 'post'; post: DocketView['posts'][number] } | { at: number; kind: 'reply'; reply: DocketView['replies'][number] }

export function conversation({ posts, replies }: Pick<DocketView, 'posts' | 'replies'>): Said[] {
  return [
    ...posts.map((post): Said => ({ at: post.at, kind: 'post', post })),
    ...replies.map((reply): Said => ({ at: reply.postedAt ?? reply.at, kind: 'reply', reply })),
  ].sort((a, b) => a.at - b.at)
}
