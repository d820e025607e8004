import { isOpen, progress } from './alert.ts'
import type { Alert, AlertEvent } from './alert.ts'
import { checkedClosing } from './closing.ts'
import type { ClosingWish } from './closing.ts'
import { deskOf, statusAfter } from './desk.ts'
import type { Desk, DeskAct, Someone } from './desk.ts'
import { timedBy } from './desk-clock.ts'
import { alertFields, evolve, reopenedDesk, severityOf } from './docket.ts'
import type { Docket, DocketStatus } from './docket.ts'
import { isDrill } from './drill.ts'
import { PrahariError } from './errors.ts'
import { flagsOfClosing } from './gaming.ts'
import type { Sha256 } from './history.ts'
import { isWithin } from './area.ts'
import { findNode, pathInForce } from './jurisdiction.ts'
import { DEFAULT_DESK } from './ladder.ts'
import type { LadderPolicy } from './ladder.ts'
import { maySee, maySupervise } from './person.ts'
import type { Viewer } from './person.ts'
import { relocate } from './regrade.ts'
import { actOnRumour } from './rumour.ts'
import type { RumourAct } from './rumour.ts'
import { isSeenWithin, seenFrom } from './seen-from.ts'
import { severityRank } from './verdict.ts'

/** What a person does at the desk, as contract/desk.ts writes it, without key and version. */
export type DeskCommand =
  | { act: 'accept' } | { act: 'release'; reason: string } | { act: 'progress'; text: string }
  | { act: 'forward'; nodeId: string; dueAt: number; note: string | null } | { act: 'notOurs'; nodeId: string; reason: string }
  | { act: 'acceptOffer' } | { act: 'refuseOffer'; reason: string }
  | ({ act: 'close' } & ClosingWish) | { act: 'reopen'; reason: string } | { act: 'merge'; intoId: string } | { act: 'split'; postId: string; reason: string }
  | { act: 'claim' } | { act: 'unclaim' } | { act: 'look' } | RumourAct

/** What the rules must know besides the docket. */
export interface DeskContext {
  viewer: Viewer
  key: string
  now: number
  sha256: Sha256
  /** The times of the desk in force. */
  policy: Pick<LadderPolicy, 'desk'>
  /** Area of whoever has the alert; null where nobody has or the account is gone. */
  holderScopePath?: string | null | undefined
  /** When this person closed dockets before. */
  closedAt?: readonly number[] | undefined
  /** Into which docket to merge. */
  into?: Docket | undefined
  /** The docket that a split post gets. */
  splitTo?: { id: string; number: string } | undefined
}

/** What becomes of a docket: its fields and what its history says; both empty where nothing changes. */
interface Outcome {
  desk: Desk
  status?: DocketStatus
  alert?: Alert
  changes?: Partial<Docket>
  events: AlertEvent[]
}

/**
 * The docket after a person's act, each guarded by the table LIFE and by its own conditions; the same object where nothing changes.
 * @throws PrahariError conflict (the status does not allow it, somebody else has it or writes in it), forbidden, invalid.
 */
export function actAtDesk(docket: Docket, command: DeskCommand, context: DeskContext): Docket {
  if (isDrill(docket.post)) throw new PrahariError('invalid', 'a drill is no complaint', { field: 'id' })
  mustReach(docket, command, context)
  const { desk, status, alert, changes, events } = decide(docket, command, context)
  if (desk === deskOf(docket) && events.length === 0) return docket
  const keyed = events.map((event, index) => (index === 0 ? { ...event, facts: { ...event.facts, key: context.key } } : event))
  const by = { who: context.viewer.personId, now: context.now, sha256: context.sha256 }
  return evolve(docket, { ...changes, ...timedBy(docket, context.policy), desk, ...(status ? { status } : {}), ...(alert && alert !== docket.alert ? alertFields(alert, context.now) : {}) }, keyed, by)
}

/** Whether the viewer sees it, in any of the ways of `isSeenWithin`. */
export function maySeeDocket(viewer: Viewer, docket: Docket): boolean {
  return isSeenWithin(viewer.scopePath, seenFrom(docket))
}

/** Who merely sent it on, or is offered it, looks and decides the offer; everything else is for where it lies. */
function mustReach(docket: Docket, { act }: DeskCommand, { viewer, now }: DeskContext): void {
  if (act === 'look' || act === 'acceptOffer' || act === 'refuseOffer') return
  if (!maySee(viewer, docket.path)) throw new PrahariError('forbidden', 'it lies with another node')
  const { claim } = deskOf(docket)
  const isLocked = claim !== null && claim.personId !== viewer.personId && claim.until > now
  if (isLocked && act !== 'claim' && act !== 'unclaim') throw new PrahariError('conflict', `${claim.name} is writing in it; take over first`)
}

function decide(docket: Docket, command: DeskCommand, context: DeskContext): Outcome {
  switch (command.act) {
    case 'accept': return accept(docket, context)
    case 'release': return release(docket, command.reason, context)
    case 'progress': return report(docket, command.text, context)
    case 'forward': return forward(docket, command, context)
    case 'notOurs': return offerTo(docket, command, context)
    case 'acceptOffer': return acceptOffer(docket, context)
    case 'refuseOffer': return refuseOffer(docket, command.reason, context)
    case 'close': return close(docket, command, context)
    case 'reopen': return { desk: { ...reopenedDesk(deskOf(docket)), touchedAt: context.now, openedAt: context.now }, status: after(docket, 'reopen'), events: [{ what: 'docket-reopened', facts: { reason: command.reason, closedAs: deskOf(docket).closing?.action ?? null } }] }
    case 'merge': return merge(docket, context)
    case 'split': return split(docket, command, context)
    case 'claim': return claim(docket, context)
    case 'unclaim': return deskOf(docket).claim?.personId === context.viewer.personId ? { desk: { ...deskOf(docket), claim: null }, events: [] } : { desk: deskOf(docket), events: [] }
    case 'look': return look(docket, context)
    default: return actOnRumour(deskOf(docket), command, context.viewer, context.now)
  }
}

/** The status after the act. @throws PrahariError conflict where the table has none. */
function after({ status }: Docket, act: DeskAct): DocketStatus {
  const next = statusAfter(status, act)
  if (next) return next
  const hint = status === 'closed' ? 'it is closed' : act === 'progress' || act === 'release' ? 'nobody has accepted it' : `it is ${status}`
  throw new PrahariError('conflict', hint)
}

/** @throws PrahariError conflict, naming who has it; supervisors may step in. */
function mustHave({ owner }: Desk, { viewer }: DeskContext): void {
  if (owner && owner.personId !== viewer.personId && !maySupervise(viewer.role)) throw new PrahariError('conflict', `${owner.name} has it; take it over first`)
}

function me({ viewer, now }: DeskContext): Someone {
  return { personId: viewer.personId, name: viewer.name, at: now }
}

function accept(docket: Docket, context: DeskContext): Outcome {
  const desk = deskOf(docket)
  const status = after(docket, 'accept')
  if (desk.owner?.personId === context.viewer.personId && !desk.forwarding && docket.status === 'in-process') return { desk, events: [] }
  return {
    desk: { ...desk, owner: me(context), forwarding: null, upPath: null, touchedAt: context.now, clocks: { ...desk.clocks, acceptedAt: desk.clocks.acceptedAt ?? context.now } },
    status, events: [{ what: 'accepted', facts: { from: desk.owner?.personId ?? null, fromName: desk.owner?.name ?? null } }],
  }
}

function release(docket: Docket, reason: string, context: DeskContext): Outcome {
  const desk = deskOf(docket)
  const status = after(docket, 'release')
  mustHave(desk, context)
  const { alert } = docket
  if (alert && isOpen(alert) && alert.holder) throw new PrahariError('conflict', `${alert.holder.name} has its alert: hand that over first`)
  return { desk: { ...desk, owner: null, claim: null, touchedAt: context.now }, status, events: [{ what: 'released', facts: { reason, owner: desk.owner?.personId ?? null } }] }
}

function report(docket: Docket, text: string, context: DeskContext): Outcome {
  const desk = deskOf(docket)
  const status = after(docket, 'progress')
  mustHave(desk, context)
  return {
    desk: { ...desk, owner: desk.owner ?? me(context), touchedAt: context.now, clocks: { ...desk.clocks, progressAt: desk.clocks.progressAt ?? context.now } },
    status, events: [{ what: 'progressed', facts: { text } }],
  }
}

/** The node to which it shall go. @throws PrahariError invalid. */
function target(docket: Docket, nodeId: string): string {
  const node = findNode(nodeId)
  if (!node) throw new PrahariError('invalid', 'there is no such node', { field: 'nodeId' })
  if (node.isRetired) throw new PrahariError('invalid', 'this police station is retired: nothing is sent there', { field: 'nodeId' })
  if (node.path === docket.path) throw new PrahariError('invalid', 'it lies there already', { field: 'nodeId' })
  return node.path
}

function forward(docket: Docket, { nodeId, dueAt, note }: Extract<DeskCommand, { act: 'forward' }>, context: DeskContext): Outcome {
  const desk = deskOf(docket)
  const status = after(docket, 'forward')
  mustHave(desk, context)
  const toPath = target(docket, nodeId)
  const mostS = (context.policy.desk ?? DEFAULT_DESK).forwardingS
  if (dueAt <= context.now || dueAt > context.now + mostS * 1_000) throw new PrahariError('invalid', `to be accepted from now until ${mostS / 3_600} hours from now`, { field: 'dueAt' })
  const forwarding = { ...me(context), fromPath: docket.path, toPath, note, dueAt }
  const moved = movedAlert(docket, toPath, context)
  return {
    desk: { ...desk, owner: null, forwarding, offer: null, claim: null, upPath: null, touchedAt: context.now, openedAt: null }, status, changes: { path: toPath }, ...moved.alert,
    events: [{ what: 'forwarded', facts: { from: docket.path, to: toPath, dueAt, note } }, ...moved.events],
  }
}

/** An open alert goes with its docket, and its ladder begins anew there. */
function movedAlert({ alert }: Docket, path: string, { holderScopePath, now }: DeskContext): { alert: { alert?: Alert }; events: AlertEvent[] } {
  if (!alert || !isOpen(alert)) return { alert: {}, events: [] }
  const moved = relocate(alert, path, typeof holderScopePath === 'string' && isWithin(holderScopePath, path), now)
  return { alert: { alert: moved.alert }, events: moved.events }
}

function offerTo(docket: Docket, { nodeId, reason }: Extract<DeskCommand, { act: 'notOurs' }>, context: DeskContext): Outcome {
  const desk = deskOf(docket)
  const status = after(docket, 'not-ours')
  mustHave(desk, context)
  const toPath = target(docket, nodeId)
  if (desk.offer) throw new PrahariError('conflict', `${desk.offer.name} has offered it already`)
  return { desk: { ...desk, offer: { ...me(context), toPath, reason }, touchedAt: context.now }, status, events: [{ what: 'not-ours', facts: { to: toPath, reason } }] }
}

function acceptOffer(docket: Docket, context: DeskContext): Outcome {
  const desk = deskOf(docket)
  const status = after(docket, 'accept-offer')
  const { offer } = desk
  if (!offer) throw new PrahariError('conflict', 'nothing is offered')
  if (!maySee(context.viewer, offer.toPath)) throw new PrahariError('forbidden', 'it is offered to another node')
  if (offer.personId === context.viewer.personId) throw new PrahariError('forbidden', 'somebody of the other node accepts it, not who offered it')
  // Retired since it was offered: then to who stands above it.
  const toPath = pathInForce(offer.toPath)
  const moved = movedAlert(docket, toPath, context)
  return {
    desk: { ...desk, owner: me(context), offer: null, forwarding: null, claim: null, upPath: null, touchedAt: context.now, clocks: { ...desk.clocks, acceptedAt: desk.clocks.acceptedAt ?? context.now } },
    status, changes: { path: toPath }, ...moved.alert,
    events: [{ what: 'offer-accepted', facts: { from: docket.path, to: toPath, offeredBy: offer.personId } }, ...moved.events],
  }
}

function refuseOffer(docket: Docket, reason: string, context: DeskContext): Outcome {
  const desk = deskOf(docket)
  const status = after(docket, 'refuse-offer')
  if (!desk.offer) throw new PrahariError('conflict', 'nothing is offered')
  if (desk.offer.personId !== context.viewer.personId && !maySee(context.viewer, desk.offer.toPath)) throw new PrahariError('forbidden', 'it is offered to another node')
  return { desk: { ...desk, offer: null }, status, events: [{ what: 'offer-refused', facts: { to: desk.offer.toPath, reason, offeredBy: desk.offer.personId } }] }
}

function close(docket: Docket, wish: ClosingWish, context: DeskContext): Outcome {
  const desk = deskOf(docket)
  const status = after(docket, 'close')
  mustHave(desk, context)
  const closing = checkedClosing(wish)
  if (desk.unreadSince !== null) throw new PrahariError('conflict', 'the complainant wrote and nobody has read it: look first')
  const ended = endAlert(docket, closing.action === 'false-alarm' ? 'false-alarm' : 'resolved', closing.summary, context)
  const flags = flagsOfClosing(docket.history, context.closedAt ?? [], context.now).filter((flag) => !desk.flags.includes(flag))
  return {
    desk: closedDesk({ ...desk, flags: [...desk.flags, ...flags] }, closing, context), status, ...ended.alert,
    events: [{ what: 'closed', facts: { action: closing.action, reference: closing.reference, summary: closing.summary } }, ...ended.events, ...flags.map((flag) => ({ what: 'flagged', facts: { flag } }))],
  }
}

function closedDesk(desk: Desk, closing: ClosingWish, context: DeskContext): Desk {
  return {
    ...desk, owner: desk.owner ?? me(context), closing: { ...me(context), ...closing }, clocks: { ...desk.clocks, closedAt: context.now },
    claim: null, forwarding: null, offer: null, upPath: null, touchedAt: context.now,
  }
}

/** An open alert ends with its docket. @throws PrahariError conflict, where somebody else has it. */
function endAlert({ alert }: Docket, step: 'resolved' | 'false-alarm', reason: string, { viewer, key, now }: DeskContext): { alert: { alert?: Alert }; events: AlertEvent[] } {
  if (!alert || !isOpen(alert)) return { alert: {}, events: [] }
  const ended = progress(alert, { id: viewer.personId, name: viewer.name }, step, reason, key, now)
  return { alert: { alert: ended.alert }, events: ended.events }
}

function merge(docket: Docket, context: DeskContext): Outcome {
  const desk = deskOf(docket)
  const status = after(docket, 'merge')
  mustHave(desk, context)
  const { into } = context
  if (!into || !maySee(context.viewer, into.path)) throw new PrahariError('not-found', 'no such docket in your area', { field: 'intoId' })
  const refuse = (why: string): never => { throw new PrahariError('conflict', why, { field: 'intoId' }) }
  if (into.id === docket.id) refuse('a docket is not merged into itself')
  if (isDrill(into.post)) refuse('a drill is no complaint')
  const other = deskOf(into)
  if (other.mergedInto !== null) refuse(`${into.number} is itself merged into another`)
  // A cry goes on ringing, here or there.
  const isRinging = docket.alert !== null && isOpen(docket.alert)
  const ringsThere = into.alert !== null && isOpen(into.alert) && severityRank(severityOf(into)) <= severityRank(severityOf(docket))
  if (isRinging && !ringsThere) refuse(`its alert is open, and ${into.number} does not ring as loud: end the alert first`)
  const ended = endAlert(docket, 'resolved', `the same as ${into.number}`, context)
  const closing: ClosingWish = { action: 'duplicate', reference: into.number, summary: `the same complaint as ${into.number}` }
  return {
    desk: { ...closedDesk(desk, closing, context), mergedInto: into.id, unreadSince: null }, status, ...ended.alert,
    events: [{ what: 'merged', facts: { into: into.number, intoId: into.id } }, ...ended.events],
  }
}

function split(docket: Docket, { postId, reason }: Extract<DeskCommand, { act: 'split' }>, { splitTo, now }: DeskContext): Outcome {
  const status = after(docket, 'split')
  const post = docket.thread.find(({ id }) => id === postId)
  if (!post) throw new PrahariError('invalid', 'no such post in its thread', { field: 'postId' })
  if (post.splitTo !== undefined) throw new PrahariError('conflict', 'it has a docket of its own already', { field: 'postId' })
  if (!splitTo || post.caseId !== post.id) throw new PrahariError('invalid', 'an edit belongs to what it edits', { field: 'postId' })
  return {
    desk: { ...deskOf(docket), touchedAt: now }, status, changes: { thread: docket.thread.map((one) => (one.id === postId ? { ...one, splitTo: splitTo.id } : one)) },
    events: [{ what: 'split', facts: { postId, to: splitTo.number, toId: splitTo.id, reason } }],
  }
}

/** Said again it lasts on; taking over from somebody is told in the history, where both stand. */
function claim(docket: Docket, context: DeskContext): Outcome {
  const desk = deskOf(docket)
  if (docket.status === 'closed') throw new PrahariError('conflict', 'it is closed')
  const { claim: standing } = desk
  const isTakenOver = standing !== null && standing.personId !== context.viewer.personId && standing.until > context.now
  return {
    desk: { ...desk, claim: { ...me(context), until: context.now + (context.policy.desk ?? DEFAULT_DESK).claimS * 1_000 } },
    events: isTakenOver ? [{ what: 'claim-taken-over', facts: { from: standing.personId, fromName: standing.name } }] : [],
  }
}

/** Who only waits for it to be accepted elsewhere reads for nobody but themselves. */
function look(docket: Docket, { viewer, now }: DeskContext): Outcome {
  const desk = deskOf(docket)
  if (!maySee(viewer, docket.path) || (desk.unreadSince === null && typeof desk.openedAt === 'number')) return { desk, events: [] }
  return { desk: { ...desk, unreadSince: null, openedAt: desk.openedAt ?? now }, events: [] }
}
