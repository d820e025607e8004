import { toDocketRow } from '../contract/docket-row.ts'
import type { DocketList, DocketQuery } from '../contract/docket-row.ts'
import type { Brief } from '../domain/brief.ts'
import { indianDay } from '../domain/docket.ts'
import { docketFilter, hasMark } from '../domain/docket-filter.ts'
import { FirstOf, orderKey } from '../domain/docket-order.ts'
import { newBrief } from '../domain/new-brief.ts'
import { PrahariError } from '../domain/errors.ts'
import { findNode } from '../domain/jurisdiction.ts'
import { maySee } from '../domain/person.ts'
import { isSeenWithin, seenOf } from '../domain/seen-from.ts'
import { startOfIndianDay } from '../domain/sample.ts'
import type { Viewer } from '../domain/person.ts'
import { foldQuery } from '../triage/search/fold-terms.ts'
import type { DocketBook } from './docket-book.ts'
import { findDocket } from './find-docket.ts'
import { mustBeOwner } from './find-owners.ts'
import type { Store } from './ports.ts'

export interface ListDeps {
  store: Pick<Store, 'dockets' | 'people' | 'now'>
  book: DocketBook
}

/** Rows that may be paged through: what lies deeper is found by a narrower filter, or in the CSV. */
const DEEPEST = 5_000

/**
 * The dockets of the viewer's area that match, in order, with counts of the whole area: what lies there, what was sent on
 * from there and is not accepted yet, and what is offered. A docket number that the book does
 * not have (older than it reaches, or not read yet) is looked up in the ledger.
 * @throws PrahariError forbidden (a node of another area), invalid (nobody of the area as the owner), unavailable.
 */
export async function listDockets({ store, book }: ListDeps, viewer: Viewer, query: DocketQuery): Promise<DocketList> {
  const now = store.now()
  const scopePath = scopeOf(viewer, query.node)
  if (query.offset + query.limit > DEEPEST) throw new PrahariError('invalid', `a list shows the first ${DEEPEST}: narrow the filter`, { field: 'query.offset' })
  await mustBeOwner(store, viewer, query.owner)
  const [found, counts] = await Promise.all([match({ book }, viewer, query, scopePath, now), countArea(book, viewer, now)])
  const briefs = await book.briefs(found.slots.slice(query.offset))
  const older = found.total === 0 && query.q !== undefined ? await olderOnes(store, query.q.toUpperCase(), now) : []
  // Read again after the pauses: a docket that was forwarded out of the area meanwhile is not shown.
  const rows = [...briefs, ...older].filter((brief) => (isOwnList(query) ? isSeenWithin(scopePath, seenOf(brief)) : brief.path.startsWith(scopePath))).map(toDocketRow)
  return { serverNow: now, total: Math.max(found.total, older.length === 0 ? 0 : rows.length), dockets: rows, counts, isComplete: book.isComplete }
}

/** The own list has what is seen in any way; asked about a place (the numbers of a report are), the list has what lies there. */
export function isOwnList({ node }: Pick<DocketQuery, 'node'>): boolean {
  return node === undefined
}

/** The area that is asked about. @throws PrahariError forbidden where the viewer may not see it. */
export function scopeOf(viewer: Viewer, nodeId: string | undefined): string {
  if (nodeId === undefined) return viewer.scopePath
  const node = findNode(nodeId)
  if (!node || !maySee(viewer, node.path)) throw new PrahariError('forbidden', 'this node is outside your area', { field: 'query.node' })
  return node.path
}

async function match({ book }: Pick<ListDeps, 'book'>, viewer: Viewer, query: DocketQuery, scopePath: string, now: number): Promise<{ slots: number[]; total: number }> {
  const isWanted = docketFilter(query, viewer.personId, now, book.slas, scopePath)
  const first = new FirstOf(query.offset + query.limit)
  let total = 0
  await book.each(scopePath, termsOf(query.q), (facts, slot) => {
    if (!isWanted(facts)) return
    total++
    first.add(orderKey(facts, query.sort), slot)
  }, isOwnList(query))
  return { slots: first.list(), total }
}

/** A query without a single word that can be looked for finds nothing, rather than everything. */
export function termsOf(q: string | undefined): ReturnType<typeof foldQuery> | null {
  if (q === undefined || q === '') return null
  const terms = foldQuery(q)
  return terms.length > 0 ? terms : [{ text: '?', isNumber: false }]
}

/** What was counted last for whom: the same while nothing changed, and for two seconds, since time alone makes dockets overdue. */
const counted = new WeakMap<DocketBook, Map<string, { edition: number; at: number; counts: Promise<DocketList['counts']> }>>()
const KEEP_MS = 2_000
const MOST_KEPT = 200

function countArea(book: DocketBook, viewer: Viewer, now: number): Promise<DocketList['counts']> {
  const kept = counted.get(book) ?? new Map<string, { edition: number; at: number; counts: Promise<DocketList['counts']> }>()
  counted.set(book, kept)
  const key = `${viewer.personId} ${viewer.scopePath}`
  const known = kept.get(key)
  if (known && known.edition === book.edition && now - known.at < KEEP_MS) return known.counts
  const counts = count(book, viewer, now)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, { edition: book.edition, at: now, counts })
  return counts
}

async function count(book: DocketBook, viewer: Viewer, now: number): Promise<DocketList['counts']> {
  const counts = { open: 0, inProcess: 0, closed: 0, reopened: 0, unread: 0, overdue: 0, mine: 0, sos: 0, nobody: 0, forwarded: 0, sentOn: 0, secondOfficer: 0, movedUp: 0, closedToday: 0 }
  const { slas } = book
  const startOfDay = startOfIndianDay(indianDay(now)) ?? now
  await book.each(viewer.scopePath, null, (facts) => {
    if (facts.status === 'closed') {
      counts.closed++
      if (facts.closedAt !== null && facts.closedAt >= startOfDay) counts.closedToday++
    } else {
      counts[facts.status === 'in-process' ? 'inProcess' : facts.status]++
      if (facts.ownerId === viewer.personId) counts.mine++
      if (facts.isSos) counts.sos++
      if (facts.ownerId === null) counts.nobody++
      if (facts.isForwarded && maySee(viewer, facts.path)) counts.forwarded++
      if (facts.sentFrom !== null && maySee(viewer, facts.sentFrom)) counts.sentOn++
      if (facts.movedUp > 0) counts.movedUp++
      if (facts.awaitsSecond) counts.secondOfficer++
      if (hasMark(facts, 'overdue', now, slas)) counts.overdue++
    }
    if (facts.unreadSince !== null) counts.unread++
  }, true)
  return counts
}

async function olderOnes(store: ListDeps['store'], number: string, now: number): Promise<Brief[]> {
  const docket = /^[A-Z]{2,5}-\d{8}-\d{6,}$/u.test(number) ? await findDocket(store, number) : undefined
  const brief = docket ? newBrief(docket, '', now) : null
  return brief ? [brief] : []
}
