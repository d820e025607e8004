import { z } from 'zod'
import { FOLLOWER_CLASSES, ORIGINS } from '../domain/brief.ts'
import type { Brief } from '../domain/brief.ts'
import { DOCKET_MARKS } from '../domain/docket-filter.ts'
import { DOCKET_SORTS } from '../domain/docket-order.ts'
import { DOCKET_STATUSES } from '../domain/docket.ts'
import { nodeAt, pathsDownTo } from '../domain/jurisdiction.ts'
import { CATEGORIES, LANGUAGES, SEVERITIES } from '../domain/verdict.ts'

export { DOCKET_MARKS } from '../domain/docket-filter.ts'

const node = z.object({ id: z.string(), kind: z.string(), name: z.string(), nameHi: z.string() })
/** One node of the jurisdiction tree as the pages name it. */
export const nodeView = node.extend({ path: z.string() })

/** A docket in one line of a list. */
export const docketRow = z.object({
  id: z.string(), version: z.int().positive(), number: z.string(),
  status: z.enum(DOCKET_STATUSES).describe('open and reopened are red, in-process amber, closed green'),
  severity: z.enum(SEVERITIES), category: z.enum(CATEGORIES), lang: z.enum(LANGUAGES), origin: z.enum(ORIGINS),
  isProtected: z.boolean(), isSos: z.boolean(), isAlertOpen: z.boolean(),
  where: z.array(node).describe('District and station of the owner; empty where it lies with a higher level'), path: z.string(),
  owner: z.object({ personId: z.string(), name: z.string() }).nullable(),
  excerpt: z.string().describe('Beginning of the post; empty where protected'), handle: z.string().describe('Author, empty where protected'),
  posts: z.int(), postedAt: z.number(), receivedAt: z.number(), openedAt: z.number(), updatedAt: z.number(), lastPostAt: z.number(),
  dueAt: z.number().nullable().describe('When the next timer fires'), unreadSince: z.number().nullable().describe('The complainant wrote and nobody has looked since'),
  reopened: z.int(), movedUp: z.int(), flags: z.array(z.string()),
  sent: z.object({ from: node, fromPath: z.string(), to: node, acceptBy: z.number() }).nullable().describe('Sent on and not accepted yet: it lies at `to`, and who sent it still has it in their list'),
  awaitsSecond: z.boolean().describe('An answer waits for a second officer'),
  offeredTo: nodeView.nullable().describe('Offered to this node, which has not decided'),
})
export type DocketRow = z.infer<typeof docketRow>

/** District and station of a path, as every page names them. */
export function placesOf(path: string): DocketRow['where'] {
  return pathsDownTo(path).map(nodeAt).filter(({ kind }) => kind === 'district' || kind === 'station').map(({ id, kind, name, nameHi }) => ({ id, kind, name, nameHi }))
}

/** The line of a brief. Whoever is shown it must be allowed to see it (domain/seen-from.ts). */
export function toDocketRow(brief: Brief): DocketRow {
  const { ownerId, ownerName, acknowledgedAt: _, progressAt: _p, repliedAt: _r, closedAt: _c, closing: _e, isForwarded: _i, sentFrom, acceptBy, offeredTo, followers: _f, terms: _t, writtenAt: _w, revision: _v, ...row } = brief
  const named = (path: string): DocketRow['where'][number] => {
    const { id, kind, name, nameHi } = nodeAt(path)
    return { id, kind, name, nameHi }
  }
  const sent = sentFrom ? { from: named(sentFrom), fromPath: sentFrom, to: named(brief.path), acceptBy: acceptBy ?? 0 } : null
  return { ...row, awaitsSecond: row.awaitsSecond ?? false, sent, offeredTo: offeredTo ? { ...named(offeredTo), path: offeredTo } : null, where: placesOf(brief.path), owner: ownerId === null ? null : { personId: ownerId, name: ownerName ?? ownerId } }
}

/** Several values in one parameter, `a,b`. */
function list<Value extends string>(values: readonly Value[]) {
  return z.string().max(400).transform((text) => text.split(',').filter(Boolean)).pipe(z.array(z.enum(values)).max(40)).optional()
}

/** What a list is filtered by: the query of GET /api/dockets, of saved views and of every number of the reports. */
export const docketQuery = z.strictObject({
  q: z.string().trim().max(200).optional().describe('Words in either script: number, handle, name, place, text; every word must be found'),
  status: list(DOCKET_STATUSES), severity: list(SEVERITIES), category: list(CATEGORIES), lang: list(LANGUAGES), origin: list(ORIGINS),
  node: z.string().max(80).optional().describe('Node of the tree, by id: it and what lies under it'),
  owner: z.string().max(80).optional().describe('Person id, `me` or `nobody`'),
  from: z.coerce.number().int().optional(), to: z.coerce.number().int().optional().describe('Received from (included) until (excluded), epoch milliseconds'),
  hour: z.coerce.number().int().min(0).max(23).optional().describe('Hour of the day of receipt in India'),
  is: list(DOCKET_MARKS),
  flag: z.string().max(40).optional(), followers: z.enum(FOLLOWER_CLASSES).optional(),
  sort: z.enum(DOCKET_SORTS).default('urgency'),
  limit: z.coerce.number().int().min(1).max(200).default(50), offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type DocketQuery = z.infer<typeof docketQuery>

export const docketList = z.object({
  serverNow: z.number(), total: z.int().describe('Dockets that match'), dockets: z.array(docketRow),
  counts: z.object({ open: z.int(), inProcess: z.int(), closed: z.int(), reopened: z.int(), unread: z.int(), overdue: z.int(), mine: z.int(), sos: z.int(), nobody: z.int(), forwarded: z.int(), sentOn: z.int(), secondOfficer: z.int(), movedUp: z.int(), closedToday: z.int() }).describe('Of the whole area, whatever the filter'),
  isComplete: z.boolean().describe('False while the book of dockets is still being read after a start'),
})
export type DocketList = z.infer<typeof docketList>
