import type { BookNews } from '../../actions/docket-book.ts'
import { toDocketRow } from '../../contract/docket-row.ts'
import type { ServerEvent } from '../../contract/sockets.ts'
import { isSeenWithin, seenOf } from '../../domain/seen-from.ts'
import type { SeenFrom } from '../../domain/seen-from.ts'
import type { Room } from './broadcaster.ts'

/** Changes of this long go out as one event: a list is redrawn a few times a second at most. */
const COLLECT_MS = 150
/** Most rows of one event; a list that missed some reads them with its next page. */
const MAX_ROWS = 300

export type DocketNews = Pick<ServerEvent<'dockets:upsert'>, 'dockets' | 'gone'>

/** Tells every console but walls what changed of the dockets of its area, and which ones left it. */
export function createDocketTeller(rooms: () => Iterable<Room>, emit: (room: string, news: DocketNews) => void): { tell(news: readonly BookNews[]): void; close(): void } {
  let pending = new Map<string, { brief: BookNews['brief']; before: SeenFrom[] }>()
  let timer: NodeJS.Timeout | undefined

  function send(): void {
    timer = undefined
    const news = [...pending.values()]
    pending = new Map()
    for (const { name, scopePath, rendition } of rooms()) {
      if (rendition === 'wall') continue
      const dockets = news.filter(({ brief }) => isSeenWithin(scopePath, seenOf(brief))).slice(-MAX_ROWS).map(({ brief }) => toDocketRow(brief))
      const gone = news.flatMap(({ brief, before }) => (!isSeenWithin(scopePath, seenOf(brief)) && before.some((one) => isSeenWithin(scopePath, one)) ? [brief.id] : []))
      if (dockets.length > 0 || gone.length > 0) emit(name, { dockets, gone })
    }
  }
  return {
    tell(news) {
      for (const { brief, seenBefore } of news) {
        const before = [...(pending.get(brief.id)?.before ?? []), ...(seenBefore === null ? [] : [seenBefore])]
        pending.set(brief.id, { brief, before })
      }
      if (pending.size > 0) timer ??= setTimeout(send, COLLECT_MS)
    },
    close: () => clearTimeout(timer),
  }
}
