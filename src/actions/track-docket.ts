import type { TrackActInput, TrackView } from '../contract/track.ts'
import { reopenFrom } from '../domain/code-holder.ts'
import { deskOf } from '../domain/desk.ts'
import type { Desk } from '../domain/desk.ts'
import { evolve } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import { newBrief } from '../domain/new-brief.ts'
import { evolveDocket } from './evolve-docket.ts'
import { findDocket } from './find-docket.ts'
import type { Signer } from './ports.ts'
import { reopenByCitizen } from './reopen-by-citizen.ts'
import type { CitizenDeps } from './reopen-by-citizen.ts'
import { isTrackCode } from './track-code.ts'

export interface TrackDeps extends CitizenDeps {
  signer: Pick<Signer, 'sign'>
}

/** What the citizen typed. */
export interface TrackKey {
  number: string
  code: string
}

/** How a docket stands, for whoever has its number and code. @throws PrahariError not-found, the same for a wrong number and a wrong code; unavailable. */
export async function trackDocket(deps: TrackDeps, key: TrackKey): Promise<TrackView> {
  return viewOf(await find(deps, key), deps.store.now())
}

/**
 * The citizen reopens, appeals or rates. Nothing rings by it, and the desk sees that it is
 * unproven: the code is no proof of who says so (domain/code-holder.ts), and a cry belongs to X or 112.
 * @throws PrahariError not-found, conflict, invalid, unavailable.
 */
export async function actOnTrack(deps: TrackDeps, key: TrackKey, act: TrackActInput): Promise<TrackView> {
  const docket = await find(deps, key)
  const { mayReopen, mayAppeal } = viewOf(docket, deps.store.now())
  if (act.act === 'rate') return viewOf(await rate(deps, docket.id, act.stars, act.comment ?? null), deps.store.now())
  if (!(act.act === 'reopen' ? mayReopen : mayAppeal)) throw new PrahariError('conflict', 'this docket cannot be reopened here: write to us on X, or go to the police station', { field: 'act' })
  return viewOf((await reopenByCitizen(deps, docket.id, act.act, act.text)).docket, deps.store.now())
}

async function find({ store, signer }: TrackDeps, { number, code }: TrackKey): Promise<Docket> {
  const docket = await findDocket(store, number)
  if (!isTrackCode(signer, number, code) || !docket) throw new PrahariError('not-found', 'there is no docket with this number and code', { field: 'code' })
  return docket
}

async function rate(deps: TrackDeps, id: string, stars: number, comment: string | null): Promise<Docket> {
  const { docket } = await evolveDocket(deps, id, (one) => {
    if (!mayRate(one, deskOf(one))) throw new PrahariError('conflict', one.status === 'closed' ? 'it was rated already' : 'it is not closed yet', { field: 'act' })
    const now = deps.store.now()
    return evolve(one, { desk: { ...deskOf(one), rating: { stars, comment, at: now } } }, [{ what: 'rated', facts: { stars, comment } }], { who: 'citizen', now, sha256: deps.crypto.sha256 })
  })
  return docket
}

function mayRate({ status }: Docket, { rating }: Desk): boolean {
  return status === 'closed' && rating === null
}

function viewOf(docket: Docket, now: number): TrackView {
  const brief = newBrief(docket, '', now)
  if (!brief) throw new PrahariError('not-found', 'there is no docket with this number and code', { field: 'code' })
  const desk = deskOf(docket)
  const from = reopenFrom(docket, brief.closedAt, now)
  const mayReopen = from !== null && from <= now
  const node = nodeAt(docket.path)
  return {
    number: docket.number, serverNow: now, status: docket.status,
    receivedAt: docket.receivedAt, acknowledgedAt: brief.acknowledgedAt, progressAt: brief.progressAt, repliedAt: brief.repliedAt, closedAt: brief.closedAt,
    ownerLevel: node.kind, closedAs: docket.status === 'closed' ? (desk.closing?.action ?? null) : null,
    mayReopen, reopenFrom: from !== null && from > now ? from : null, mayAppeal: mayReopen && node.kind !== 'state', mayRate: mayRate(docket, desk), stars: desk.rating?.stars ?? null,
  }
}
