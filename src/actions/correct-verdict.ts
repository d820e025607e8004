import { correctDocket } from '../domain/correct-docket.ts'
import { corrected, isRepeat, judgementOf, MAX_CORRECTIONS, recordOf } from '../domain/correction.ts'
import type { Correction, CorrectionWish } from '../domain/correction.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { pathForPlace } from '../domain/jurisdiction.ts'
import { mayAct, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { isActionable, isSos } from '../domain/verdict.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { CorrectionRow, InboxRow } from './collections.ts'
import { noDocket } from './evolve-docket.ts'
import { openDockets } from './open-dockets.ts'
import type { OpenDeps } from './open-dockets.ts'
import type { Done, Store } from './ports.ts'
import { toJob } from './sweep-inbox.ts'

export interface CorrectDeps extends OpenDeps {
  store: Pick<Store, 'dockets' | 'inbox' | 'incidents' | 'echoes' | 'people' | 'corrections' | 'now'>
}

/** What is corrected: a docket, or a post of the inbox that may have none. */
export type CorrectionTarget = { docketId: string } | { postId: string }

export interface Corrected extends Done {
  /** Null where the post still has none, since nothing needs to be done about it. */
  docket: Docket | null
  /** Whether the docket is still in the viewer's area. */
  isStillSeen: boolean
}

const MAX_TRIES = 12

/**
 * A person says what is wrong about a verdict. The docket (or the inbox row of a post that has none) is written first and
 * announced: it holds the truth. The row for learning follows; a process killed in between leaves it to the retry of the
 * same act and to `recordCorrections`.
 * @throws PrahariError forbidden, not-found (outside the viewer's area too), invalid, conflict, unavailable.
 */
export async function correctVerdict(deps: CorrectDeps, viewer: Viewer, target: CorrectionTarget, wish: CorrectionWish): Promise<Corrected> {
  if (!mayAct(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} only looks`)
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const done = 'docketId' in target ? await ofDocket(deps, viewer, target.docketId, wish) : await ofPost(deps, viewer, target.postId, wish)
    if (done) return done
  }
  throw new PrahariError('unavailable', 'the docket is changing too fast, try again')
}

/** One try; null when somebody else was faster. */
async function ofDocket(deps: CorrectDeps, viewer: Viewer, docketId: string, wish: CorrectionWish): Promise<Corrected | null> {
  const docket = await deps.store.dockets.get(docketId)
  if (!docket) throw noDocket('docketId')
  const repeated = (docket.corrections ?? []).find((one) => one.key === wish.key && one.personId === viewer.personId)
  if (repeated) return finish(deps, viewer, docket, repeated, 'nothing')
  if (!maySee(viewer, docket.path)) throw noDocket('docketId')
  const holder = wish.place !== undefined && docket.alert?.holder ? await deps.store.people.get(docket.alert.holder.personId) : undefined
  const outcome = correctDocket(docket, wish, {
    person: { id: viewer.personId, name: viewer.name }, policy: deps.policy, now: deps.store.now(), sha256: deps.crypto.sha256,
    holderScopePath: holder && !holder.isDisabled ? holder.scopePath : null,
  })
  if (!outcome) return finish(deps, viewer, docket, null, 'nothing')
  if ((await deps.store.dockets.replace(outcome.docket, docket.version)) === 'conflict') return null
  deps.announcer.announce([outcome.docket])
  return finish(deps, viewer, outcome.docket, outcome.correction, 'corrected')
}

async function finish(deps: CorrectDeps, viewer: Viewer, docket: Docket, correction: Correction | null, did: string): Promise<Corrected> {
  if (correction) await deps.store.corrections.insertMany([learningRow(docket, correction)])
  return { did, because: did === 'nothing' ? 'this was done before' : `by ${viewer.role}`, docket, isStillSeen: maySee(viewer, docket.path) }
}

async function ofPost(deps: CorrectDeps, viewer: Viewer, postId: string, wish: CorrectionWish): Promise<Corrected | null> {
  const row = await deps.store.inbox.get(postId)
  if (!row?.verdict) throw noDocket('postId')
  if (isRepeat(row.corrections ?? [], viewer.personId, wish.key)) return finishRow(deps, viewer, row, 'nothing')
  if (row.docketId && (await deps.store.dockets.get(row.docketId))) return ofDocket(deps, viewer, row.docketId, wish)
  if (!maySee(viewer, pathForPlace(row.verdict.place))) throw noDocket('postId')
  if (row.state === 'pending') throw new PrahariError('unavailable', 'its docket is being opened, try again')
  const next = correctedRow(row, row.verdict, wish, viewer, deps.store.now())
  // No docket will remember this one: the row for learning comes first, so that a process killed in between loses nothing.
  if (next.row.state !== 'pending') await deps.store.corrections.insertMany([learningRow(next.row, next.correction)])
  if ((await deps.store.inbox.replace(next.row, row.version)) === 'conflict') return null
  return finishRow(deps, viewer, next.row, 'corrected')
}

/** The row as corrected: what must be acted on goes back to the start of its lane, where the sweep finds it whatever happens to us. */
function correctedRow(row: InboxRow, before: Verdict, wish: CorrectionWish, viewer: Viewer, now: number): { row: InboxRow; correction: Correction } {
  const verdict = corrected(before, wish)
  if (wish.closeAs) throw new PrahariError('invalid', 'there is no alert to close', { field: 'closeAs' })
  const correction = recordOf(before, verdict, wish, { id: viewer.personId, name: viewer.name }, now)
  const changes = { version: row.version + 1, verdict, machine: row.machine ?? before, corrections: [...(row.corrections ?? []), correction].slice(-MAX_CORRECTIONS) }
  if (!isActionable(verdict.severity)) return { row: { ...row, ...changes }, correction }
  return { row: { ...row, ...changes, state: 'pending', decision: null, lane: isSos(verdict.severity) ? 'sos' : 'routine' }, correction }
}

async function finishRow(deps: CorrectDeps, viewer: Viewer, row: InboxRow, did: string): Promise<Corrected> {
  if (row.state === 'pending') await openDockets(deps, [toJob(row)])
  // It may have joined the docket of an earlier post: the row knows.
  const docketId = (await deps.store.inbox.get(row.id))?.docketId ?? null
  const docket = docketId === null ? null : ((await deps.store.dockets.get(docketId)) ?? null)
  await deps.store.corrections.insertMany((row.corrections ?? []).map((one) => learningRow(row, one)))
  const path = docket?.path ?? pathForPlace(row.verdict?.place ?? { districtId: null, stationId: null })
  return { did, because: did === 'nothing' ? 'this was done before' : `by ${viewer.role}`, docket: docket && maySee(viewer, docket.path) ? docket : null, isStillSeen: maySee(viewer, path) }
}

/** What learning keeps of a correction. Its id is the act's own, so that writing it again is no second row. */
export function learningRow(of: Pick<Docket | InboxRow, 'post' | 'machine' | 'verdict'> & { id: string }, correction: Correction): CorrectionRow {
  const machine = of.machine ?? of.verdict
  const judged = of.verdict ?? of.machine
  if (!machine || !judged) throw new PrahariError('invalid', 'a correction without a verdict')
  return {
    ...correction, id: `${of.post.id}.${correction.personId}.${correction.key}`, version: 1, postId: of.post.id, docketId: of.id.startsWith('case-') ? of.id : null,
    text: of.post.text, lang: judged.language, machine: judgementOf(machine), isProtected: judged.isProtected || machine.isProtected,
  }
}
