import type { DocketView } from '../contract/desk.ts'
import { toDocketView } from '../contract/desk-view.ts'
import { toReplyView } from '../contract/reply-view.ts'
import { deskOf } from '../domain/desk.ts'
import { maySeeDocket } from '../domain/desk-acts.ts'
import { evolve } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { isDrill } from '../domain/drill.ts'
import { firstBreak } from '../domain/history.ts'
import { isUnmaskedFor } from '../domain/identity.ts'
import { mediaId } from '../domain/media.ts'
import { MAX_NOTES } from '../domain/note.ts'
import { mayAct, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { withNames } from './change-desk.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import { slaOf } from '../domain/sla.ts'
import { noDocket } from './evolve-docket.ts'
import { findDocket } from './find-docket.ts'
import { findMerged } from './find-merged.ts'
import type { Crypto, Signer, Store } from './ports.ts'
import { trackCode } from './track-code.ts'

export interface ViewDeps {
  store: Pick<Store, 'dockets' | 'people' | 'notes' | 'replies' | 'incidents' | 'media' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
  signer: Pick<Signer, 'sign'>
  /** By which a docket that does not ring is late. */
  policy: LadderPolicy
}

const MOST_REPLIES = 100
const MOST_OF_INCIDENT = 50

/**
 * One docket with everything about it, by id or number. The first time that somebody who may act opens it where it lies is
 * written down, since a desk that opens nothing is to be found. @throws PrahariError not-found (outside the area too), unavailable. */
export async function readDocketView(deps: ViewDeps, viewer: Viewer, idOrNumber: string): Promise<DocketView> {
  const docket = await findDocket(deps.store, idOrNumber)
  if (!docket || !maySeeDocket(viewer, docket)) throw noDocket('id')
  return viewOf(deps, viewer, await opened(deps, viewer, docket))
}

/** The docket with its first opening; as it was where somebody opened it before, or changes it at this moment: the next reader writes it then. */
async function opened({ store, crypto }: ViewDeps, viewer: Viewer, docket: Docket): Promise<Docket> {
  const desk = deskOf(docket)
  if (typeof desk.openedAt === 'number' || !mayAct(viewer.role) || !maySee(viewer, docket.path) || isDrill(docket.post)) return docket
  const now = store.now()
  const next = evolve(docket, { desk: { ...desk, openedAt: now } }, [], { who: viewer.personId, now, sha256: crypto.sha256 })
  return (await store.dockets.replace(next, docket.version)) === 'replaced' ? next : docket
}

/** The view of a docket that was read already; a protected identity is shown to whoever unmasked it less than a minute ago. */
export async function viewOf(deps: ViewDeps, viewer: Viewer, docket: Docket): Promise<DocketView> {
  const { store } = deps
  const { mergedInto, splitFrom } = deskOf(docket)
  const others = [mergedInto, splitFrom].filter((id) => id !== null)
  const [notes, replies, history, merged, named, incidentDockets, kept] = await Promise.all([
    store.notes.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: MAX_NOTES }),
    store.replies.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: MOST_REPLIES }),
    withNames(store, docket.history), findMerged(store, docket),
    others.length > 0 ? store.dockets.getMany(others) : [], ofIncident(store, viewer, docket), keptOf(store, docket),
  ])
  const numberOf = (id: string | null): string | null => named.find((one) => one.id === id)?.number ?? null
  const view = toDocketView({
    docket, notes, replies: replies.map((reply) => toReplyView(reply, viewer)), history, isHistoryWhole: firstBreak(docket.history, deps.crypto.sha256) === null,
    merged, mergedIntoNumber: numberOf(mergedInto), splitFromNumber: numberOf(splitFrom), incidentDockets, trackCode: trackCode(deps.signer, docket.number), kept, slas: slaOf(deps.policy),
  }, viewer, store.now(), isUnmaskedFor(docket, viewer.personId, store.now()))
  if (!view) throw noDocket('id')
  return view
}

/** The other dockets of its incident: those outside the area are counted and not named. */
async function ofIncident(store: ViewDeps['store'], viewer: Viewer, { id, incidentId }: Docket): Promise<DocketView['incidentDockets']> {
  const incident = incidentId === undefined ? undefined : await store.incidents.get(incidentId)
  const ids = (incident?.dockets ?? []).filter((one) => one !== id).slice(0, MOST_OF_INCIDENT)
  const others = ids.length > 0 ? await store.dockets.getMany(ids) : []
  return others.sort((a, b) => a.openedAt - b.openedAt).map((one, at) => (maySeeDocket(viewer, one)
    ? { id: one.id, number: one.number, status: one.status, isInArea: true }
    : { id: `outside-${at}`, number: '', status: '', isInArea: false }))
}

/** Keys of the media of its thread that we keep. */
async function keptOf(store: ViewDeps['store'], { id, post, thread }: Docket): Promise<Set<string>> {
  const keys = [post, ...thread].flatMap(({ media }) => (media ?? []).map(({ key }) => key))
  const rows = keys.length > 0 ? await store.media.getMany([...new Set(keys)].map((key) => mediaId(id, key))) : []
  return new Set(rows.filter(({ state }) => state === 'kept').map(({ key }) => key))
}
