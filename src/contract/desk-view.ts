import { openedByCode } from '../domain/code-holder.ts'
import { deskOf } from '../domain/desk.ts'
import { leadPost, severityOf } from '../domain/docket.ts'
import type { Docket, ThreadPost } from '../domain/docket.ts'
import type { HistoryEntry } from '../domain/history.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import { newBrief } from '../domain/new-brief.ts'
import type { Note } from '../domain/note.ts'
import { mayAct, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { Post } from '../domain/post.ts'
import { slaFor } from '../domain/sla.ts'
import type { Slas } from '../domain/sla.ts'
import { toAlertView } from './alert-view.ts'
import type { DocketView } from './desk.ts'
import { toDocketRow } from './docket-row.ts'
import { threadViewOf } from './thread-view.ts'

/** What is read beside the docket to show it. */
export interface DocketParts {
  docket: Docket
  notes: readonly Note[]
  replies: DocketView['replies']
  history: readonly { entry: HistoryEntry; name: string | null }[]
  isHistoryWhole: boolean
  /** Dockets that were merged into it, whose threads are shown here. */
  merged: readonly Docket[]
  mergedIntoNumber: string | null
  splitFromNumber: string | null
  incidentDockets: DocketView['incidentDockets']
  trackCode: string
  /** Keys of the media that we keep. */
  kept: ReadonlySet<string>
  /** The windows in force. */
  slas: Slas
}

/** The page of one docket; null for a drill. @param isUnmasked whether a protected identity is shown. */
export function toDocketView(parts: DocketParts, viewer: Viewer, now: number, isUnmasked: boolean): DocketView | null {
  const { docket } = parts
  const brief = newBrief(docket, '', now)
  if (!brief) return null
  const desk = deskOf(docket)
  const lead = leadPost(docket)
  const isMasked = docket.verdict.isProtected && !isUnmasked
  const { place } = docket.verdict
  const alert = toAlertView(docket, isMasked ? 'full' : 'cleared')
  return {
    row: toDocketRow(brief), isMasked,
    text: isMasked ? null : lead.text,
    author: isMasked ? null : { id: docket.authorId ?? null, handle: docket.post.author.handle, name: docket.post.author.name, followers: docket.post.author.followers },
    postUrl: isMasked || brief.origin !== 'x' ? null : `https://x.com/i/web/status/${docket.post.id}`,
    summoned: [docket.post, ...docket.thread].some(({ summoned }) => summoned),
    reasons: docket.verdict.reasons.map(({ because, weight, span }) => ({ because, weight, start: isMasked ? null : (span?.start ?? null), end: isMasked ? null : (span?.end ?? null) })),
    score: docket.verdict.score, locality: isMasked ? null : place.locality, landmark: isMasked ? null : (place.landmark ?? null), point: isMasked ? null : pointOf(docket),
    posts: [docket, ...parts.merged].flatMap((one) => postsOf(one, docket, isMasked, parts.kept)).sort((a, b) => a.at - b.at),
    ...threadViewOf(docket, isMasked),
    replies: parts.replies,
    notes: parts.notes.map(({ id, at, madeAt, personId, name, text, photo }) => ({ id, at, madeAt, personId, name, text: isMasked ? null : text, photo: isMasked ? null : photo })),
    alert: alert && { ...alert, id: docket.id },
    owner: desk.owner, ...standing(docket, viewer, now), clocks: clocksOf(docket, brief, parts.slas),
    closing: desk.closing && { action: desk.closing.action, reference: desk.closing.reference, summary: desk.closing.summary, by: desk.closing.name, at: desk.closing.at },
    rating: desk.rating,
    rumour: desk.rumour && { proposedBy: desk.rumour.proposed.name, at: desk.rumour.proposed.at, reason: desk.rumour.reason, confirmedBy: desk.rumour.confirmed?.name ?? null },
    openedByCode: codeOf(docket, isMasked),
    mergedInto: parts.mergedIntoNumber, merged: parts.merged.map(({ id, number }) => ({ id, number })), splitFrom: parts.splitFromNumber,
    incidentDockets: parts.incidentDockets, trackCode: parts.trackCode,
    history: parts.history.map(({ entry: { seq, at, who, what, facts }, name }) => ({ seq, at, who, name, what, facts: shownFacts(facts, isMasked) })), isHistoryWhole: parts.isHistoryWhole,
  }
}

function codeOf(docket: Docket, isMasked: boolean): DocketView['openedByCode'] {
  const opened = openedByCode(docket)
  return opened && { at: opened.at, reason: isMasked ? null : opened.reason }
}

/** What waits to be accepted, and who writes in it. */
function standing(docket: Docket, viewer: Viewer, now: number): Pick<DocketView, 'forwarding' | 'offer' | 'claim'> {
  const { forwarding, offer, claim } = deskOf(docket)
  return {
    forwarding: forwarding && { from: named(forwarding.fromPath), to: named(forwarding.toPath), by: forwarding.name, at: forwarding.at, dueAt: forwarding.dueAt, note: forwarding.note },
    offer: offer && { to: named(offer.toPath), by: offer.name, at: offer.at, reason: offer.reason, isMine: mayAct(viewer.role) && offer.personId !== viewer.personId && maySee(viewer, offer.toPath) },
    claim: claim && claim.until > now ? claim : null,
  }
}

function clocksOf(docket: Docket, { postedAt, receivedAt, acknowledgedAt, progressAt, repliedAt, closedAt }: NonNullable<ReturnType<typeof newBrief>>, slas: Slas): DocketView['clocks'] {
  const { acknowledge, progress, reply, close } = slaFor(severityOf(docket), docket.alert?.policy, slas)
  return {
    postedAt, receivedAt, acknowledgedAt, progressAt, repliedAt, closedAt,
    acknowledgeBy: receivedAt + acknowledge, progressBy: receivedAt + progress, replyBy: receivedAt + reply, closeBy: receivedAt + close,
  }
}

/** The posts of a docket, oldest first; those that have a docket of their own by now are marked so. */
function postsOf(docket: Docket, shownIn: Docket, isMasked: boolean, kept: ReadonlySet<string>): DocketView['posts'] {
  const view = (post: Post, kind: string): DocketView['posts'][number] => ({
    id: post.id, at: post.createdAt, text: isMasked || (docket.verdict.isProtected && docket !== shownIn) ? null : post.text, isAuthor: post.author.id === docket.post.author.id, kind,
    isDeleted: post.deletedAt !== undefined,
    media: isMasked ? [] : (post.media ?? []).map(({ key, type, alt }) => ({ key, type, alt, isKept: kept.has(key) })),
  })
  const kindOf = ({ followUp, splitTo }: ThreadPost): string => (splitTo === undefined ? (followUp ?? 'edit') : 'split')
  return [view(docket.post, 'first'), ...docket.thread.map((post) => view(post, kindOf(post)))]
}

function pointOf({ post, thread }: Docket): DocketView['point'] {
  const point = thread.toReversed().find((one) => one.point !== null)?.point ?? post.point
  return point && { lon: point[0], lat: point[1] }
}

/** The facts of an entry without the key of the act, and without what leads to a protected person. */
export function shownFacts(facts: HistoryEntry['facts'], isMasked: boolean): DocketView['history'][number]['facts'] {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'key' && !(isMasked && (name === 'postId' || name === 'text' || name === 'summary' || name === 'reason' || name === 'note'))))
}

function named(path: string): NonNullable<DocketView['forwarding']>['to'] {
  const { id, kind, name, nameHi } = nodeAt(path)
  return { id, kind, name, nameHi, path }
}
