import { isOpen } from './alert.ts'
import type { AlertEvent } from './alert.ts'
import { keepingCorrections } from './correction.ts'
import { deskOf, statusAfter } from './desk.ts'
import type { Desk, DeskAct } from './desk.ts'
import { timedBy } from './desk-clock.ts'
import { evolve, reopenedDesk, severityOf, withAlert, withThreadPost } from './docket.ts'
import type { Docket, ThreadPost } from './docket.ts'
import { textFact } from './history.ts'
import type { Sha256 } from './history.ts'
import { isWithin } from './area.ts'
import { pathForPlace } from './jurisdiction.ts'
import type { LadderPolicy } from './ladder.ts'
import type { Post } from './post.ts'
import { relocate } from './regrade.ts'
import { countEcho } from './spread.ts'
import { graver, isSos, oneStepUp, severityRank } from './verdict.ts'
import type { FollowUpKind, PlaceVerdict, Severity, Verdict } from './verdict.ts'
import { worsen } from './worsen.ts'

export interface ThreadContext {
  policy: LadderPolicy
  now: number
  sha256: Sha256
}

/** What a further post is to its docket; the kind is null for an edit. */
export interface FollowUp {
  kind: FollowUpKind | null
  because: string[]
}

const RAISING: readonly (FollowUpKind | null)[] = ['worse', 'nobody-came']

/**
 * The docket with a further post in its thread.
 *
 * - What is judged graver than the docket takes over its verdict; where persons corrected the case, what they said stays.
 * - "Worse" and "nobody came" raise the severity one step, at most one above the gravest verdict of the thread.
 * - A closed docket is opened again by these and by a new cry; thanks close nothing.
 * - A place where none was known, or a station in the known district, moves the docket there, unless a person sent it where it lies.
 * - The colour changes by itself (LIFE in domain/desk.ts): whatever the complainant writes opens a closed docket again, but for
 *   thanks; "nobody came" makes it red, and whoever had it at a desk without the alert has it no more.
 */
export function withFollowUp(docket: Docket, post: Post, verdict: Verdict, followUp: FollowUp, context: ThreadContext): Docket {
  const { now, sha256, policy } = context
  const entry: ThreadPost = { ...post, followUp: followUp.kind, because: followUp.because, severity: verdict.severity, joinedAt: now }
  const isGraver = severityRank(verdict.severity) < severityRank(docket.verdict.severity)
  const leadPostId = isGraver ? post.id : docket.leadPostId
  const held = heldVerdict(docket, verdict, isGraver)
  const path = isMoved(docket, held.verdict) && !isSent(docket) ? pathForPlace(held.verdict.place) : docket.path
  const changes: Partial<Docket> = { ...held, ...timedBy(docket, policy), path, thread: withThreadPost(docket, entry, leadPostId), ...(leadPostId === undefined ? {} : { leadPostId }) }
  const words = textFact(post.text, sha256)
  const joining: AlertEvent = followUp.kind === null
    ? { what: 'post-joined', facts: { postId: post.id, severity: verdict.severity, ...words } }
    : { what: 'follow-up', facts: { postId: post.id, kind: followUp.kind, severity: verdict.severity, because: followUp.because.join('; '), ...words } }
  const by = { who: 'system', now, sha256 }

  const moved = docket.alert && isOpen(docket.alert) && path !== docket.path ? relocate(docket.alert, path, isWithin(docket.path, path), now) : null
  const alert = moved?.alert ?? docket.alert
  const target = targetOf(docket, verdict, followUp.kind)
  const news = target === null ? null : worsen(alert, target, { policy, path, now })
  const events = [joining, ...(moved?.events ?? []), ...(news?.events ?? [])]
  const next = news?.alert ?? alert
  const joined = next && events.length > 1 ? withAlert({ ...docket, ...changes }, next, events, by) : evolve(docket, changes, events, by)
  return coloured(docket, joined, post, followUp.kind, by)
}

/** Whether a person sent it to the node where it lies: no place that is read from a text takes it away from there. */
function isSent({ history }: Docket): boolean {
  return history.some(({ what }) => what === 'forwarded' || what === 'offer-accepted')
}

/** What the post does to the colour, by the table, and to the desk. @param joined the docket with the post in it. */
function coloured(before: Docket, joined: Docket, post: Post, kind: FollowUpKind | null, by: { who: string; now: number; sha256: Sha256 }): Docket {
  const wrote = post.author.id === before.post.author.id
  const act: DeskAct | null = kind === 'nobody-came' ? 'nobody-came' : kind === 'worse' || (wrote && kind !== null && kind !== 'thanks') ? 'citizen-wrote' : null
  if (act === null) return joined
  const status = statusAfter(before.status, act) ?? joined.status
  const desk = deskOf(joined)
  const isReopened = before.status === 'closed'
  // Where the alert rang anew the desk was opened with it.
  const base = isReopened && desk.reopened === deskOf(before).reopened ? reopenedDesk(desk) : desk
  const isContested = act === 'nobody-came' && !joined.alert?.holder
  const next: Desk = { ...base, unreadSince: wrote ? (base.unreadSince ?? by.now) : base.unreadSince, ...(isContested ? { owner: null } : {}) }
  const events: AlertEvent[] = isReopened ? [{ what: 'docket-reopened', facts: { reason: kind, closedAs: deskOf(before).closing?.action ?? null } }] : []
  // An alert that rings anew is nobody's, whatever the desk had said before.
  const isNobodys = joined.alertOpen === 1 && status === 'in-process' && !next.owner
  return evolve({ ...joined, version: before.version }, { desk: next, status: isNobodys ? 'open' : status }, events, by)
}

/** The severity to which the post takes the docket; null where it moves nothing. */
function targetOf(docket: Docket, verdict: Verdict, kind: FollowUpKind | null): Severity | null {
  const current = severityOf(docket)
  const isClosed = docket.alert !== null && !isOpen(docket.alert)
  const raises = RAISING.includes(kind)
  if (isClosed) return raises || isSos(verdict.severity) ? graver(current, verdict.severity) : null
  const gravest = graver(docket.verdict.severity, verdict.severity)
  const wanted = graver(raises ? oneStepUp(current) : current, verdict.severity)
  const target = severityRank(wanted) < severityRank(oneStepUp(gravest)) ? oneStepUp(gravest) : wanted
  if (!raises && severityRank(target) >= severityRank(current)) return null
  return severityRank(target) > severityRank(current) ? current : target
}

/** What holds afterwards: the graver verdict, else the standing one with a better place. */
function heldVerdict(docket: Docket, verdict: Verdict, isGraver: boolean): Pick<Docket, 'verdict'> & Partial<Docket> {
  const standing = docket.verdict
  const isProtected = standing.isProtected || verdict.isProtected
  const place = betterPlace(standing.place, verdict.place)
  if (isGraver) {
    const fresh = { ...verdict, place, isProtected }
    return docket.corrections ? { machine: verdict, verdict: keepingCorrections(fresh, standing, docket.corrections) } : { verdict: fresh }
  }
  const isSaid = docket.corrections?.some(({ about }) => about.includes('place')) === true
  return { verdict: { ...standing, isProtected, place: isSaid ? standing.place : place } }
}

/** The place of the thread so far, unless the new post knows one where there was none, or a finer one in the same district. */
function betterPlace(known: PlaceVerdict, told: PlaceVerdict): PlaceVerdict {
  if (told.districtId === null) return known
  if (known.districtId === null) return told
  const isFiner = told.districtId === known.districtId && known.stationId === null && (told.stationId !== null || (known.locality === null && told.locality !== null))
  return isFiner ? told : known
}

function isMoved(docket: Docket, { place }: Verdict): boolean {
  return place.districtId !== docket.verdict.place.districtId || place.stationId !== docket.verdict.place.stationId
}

/** The docket with one more repetition of its cry counted; the same object when it was counted before. It rings nowhere. */
export function withEcho(docket: Docket, post: Post, { now, sha256 }: Pick<ThreadContext, 'now' | 'sha256'>): Docket {
  const isRetweet = post.kind === 'retweet'
  const spread = countEcho(docket.spread, { postId: post.id, authorId: isRetweet ? null : post.author.id, isRetweet, at: post.createdAt })
  return spread === docket.spread ? docket : evolve(docket, { spread }, [], { who: 'system', now, sha256 })
}
