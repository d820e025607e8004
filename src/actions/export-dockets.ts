import { placesOf } from '../contract/docket-row.ts'
import type { DocketQuery } from '../contract/docket-row.ts'
import type { Brief } from '../domain/brief.ts'
import { toCsv } from '../domain/csv.ts'
import { indianDay } from '../domain/docket.ts'
import { docketFilter } from '../domain/docket-filter.ts'
import type { Viewer } from '../domain/person.ts'
import { isSeenWithin, seenOf } from '../domain/seen-from.ts'
import { mustBeOwner } from './find-owners.ts'
import { isOwnList, scopeOf, termsOf } from './list-dockets.ts'
import type { ListDeps } from './list-dockets.ts'

const MOST = 50_000
const PAGE = 500

const HEAD = ['number', 'status', 'severity', 'category', 'language', 'origin', 'district', 'station', 'posted', 'received', 'acknowledged', 'progress', 'replied', 'closed', 'closing', 'reopened', 'moved up', 'owner', 'protected', 'flags'] as const

/**
 * The dockets that match as CSV, without texts and authors: a file goes where no rule follows it. Times are ISO 8601 in
 * Indian time. @throws PrahariError forbidden, unavailable.
 */
export async function exportDockets({ store, book }: ListDeps, viewer: Viewer, query: Omit<DocketQuery, 'limit' | 'offset'>): Promise<string> {
  const scopePath = scopeOf(viewer, query.node)
  await mustBeOwner(store, viewer, query.owner)
  const isWanted = docketFilter(query, viewer.personId, store.now(), book.slas, scopePath)
  const slots: number[] = []
  await book.each(scopePath, termsOf(query.q), (facts, slot) => {
    if (slots.length < MOST && isWanted(facts)) slots.push(slot)
  }, isOwnList(query))
  const lines: (string | number | boolean | null)[][] = []
  for (let at = 0; at < slots.length; at += PAGE) {
    const briefs = await book.briefs(slots.slice(at, at + PAGE))
    lines.push(...briefs.filter((brief) => (isOwnList(query) ? isSeenWithin(scopePath, seenOf(brief)) : brief.path.startsWith(scopePath))).map(lineOf))
  }
  return toCsv([HEAD, ...lines])
}

function lineOf(brief: Brief): (string | number | boolean | null)[] {
  const where = placesOf(brief.path)
  const nameOf = (kind: string): string | null => where.find((node) => node.kind === kind)?.name ?? null
  return [
    brief.number, brief.status, brief.severity, brief.category, brief.lang, brief.origin, nameOf('district'), nameOf('station'), ...[brief.postedAt, brief.receivedAt, brief.acknowledgedAt, brief.progressAt, brief.repliedAt, brief.closedAt].map(indianIso),
    brief.closing, brief.reopened, brief.movedUp, brief.ownerName, brief.isProtected, brief.flags.join(' '),
  ]
}

const IST_OFFSET_MS = 19_800_000
const DAY_MS = 86_400_000

/** `2026-11-23T09:05:00+05:30`; null stays null. */
function indianIso(time: number | null): string | null {
  if (time === null) return null
  const [day, second] = [indianDay(time), Math.floor(((time + IST_OFFSET_MS) % DAY_MS) / 1000)]
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}+05:30`
}
