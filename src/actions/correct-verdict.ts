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
import { evolveDocket, noDocket } from './evolve-docket.ts'
import { evolveRow } from './evolve-row.ts'
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

/**
 * A person says what is wrong about a verdict. The docket (or the inbox row of a post that has none) is written first and
 * announced: it holds the truth. The row for learning follows; a process killed in between leaves it to the retry of the
 * same act and to `recordCorrections`.
 * @throws PrahariError forbidden, not-found (outside the viewer's area too), invalid, conflict, unavailable.
 */
export async function correctVerdict(deps: CorrectDeps, viewer: Viewer, target: CorrectionTarget, wish: CorrectionWish): Promise<Corrected> {
  if (!mayAct(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} only looks`)
  return 'docketId' in target ? ofDocket(deps, viewer, target.docketId, wish) : ofPost(deps, viewer, target.postId, wish)
}

async function ofDocket(deps: CorrectDeps, viewer: Viewer, docketId: string, wish: CorrectionWish): Promise<Corrected> {
  let correction = null as Correction | null
  const { before, docket } = await evolveDocket(deps, docketId, async (one) => {
    correction = (one.corrections ?? []).find(({ key, personId }) => key === wish.key && personId === viewer.personId) ?? null
    if (correction) return one
    if (!maySee(viewer, one.path)) throw noDocket('docketId')
    const holder = wish.place !== undefined && one.alert?.holder ? await deps.store.people.get(one.alert.holder.personId) : undefined
    const outcome = correctDocket(one, wish, {
      person: { id: viewer.personId, name: viewer.name }, policy: deps.policy, now: deps.store.now(), sha256: deps.crypto.sha256,
      holderScopePath: holder && !holder.isDisabled ? holder.scopePath : null,
    })
    correction = outcome?.correction ?? null
    return outcome?.docket ?? one
  }, 'docketId')
  if (correction) await deps.store.corrections.insertMany([learningRow(docket, correction)])
  return { ...saying(viewer, docket !== before), docket, isStillSeen: maySee(viewer, docket.path) }
}

function saying({ role }: Viewer, isNews: boolean): Done {
  return isNews ? { did: 'corrected', because: `by ${role}` } : { did: 'nothing', because: 'this was done before' }
}

async function ofPost(deps: CorrectDeps, viewer: Viewer, postId: string, wish: CorrectionWish): Promise<Corrected> {
  const found = await deps.store.inbox.get(postId)
  if (found?.docketId && !isRepeat(found.corrections ?? [], viewer.personId, wish.key) && (await deps.store.dockets.get(found.docketId))) return ofDocket(deps, viewer, found.docketId, wish)
  const { before, row } = await evolveRow(deps.store.inbox, postId, 'the post', async (known?: InboxRow) => {
    if (!known?.verdict) throw noDocket('postId')
    if (isRepeat(known.corrections ?? [], viewer.personId, wish.key)) return known
    if (!maySee(viewer, pathForPlace(known.verdict.place))) throw noDocket('postId')
    if (known.state === 'pending' || known.docketId !== found?.docketId) throw new PrahariError('unavailable', 'its docket is being opened, try again')
    const next = correctedRow(known, known.verdict, wish, viewer, deps.store.now())
    // No docket will remember this one: the row for learning comes first, so that a process killed in between loses nothing.
    if (next.row.state !== 'pending') await deps.store.corrections.insertMany([learningRow(next.row, next.correction)])
    return next.row
  }, found)
  return finishRow(deps, viewer, row, row !== before)
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

async function finishRow(deps: CorrectDeps, viewer: Viewer, row: InboxRow, isNews: boolean): Promise<Corrected> {
  if (row.state === 'pending') await openDockets(deps, [toJob(row)])
  // It may have joined the docket of an earlier post: the row knows.
  const docketId = (await deps.store.inbox.get(row.id))?.docketId ?? null
  const docket = docketId === null ? null : ((await deps.store.dockets.get(docketId)) ?? null)
  await deps.store.corrections.insertMany((row.corrections ?? []).map((one) => learningRow(row, one)))
  const path = docket?.path ?? pathForPlace(row.verdict?.place ?? { districtId: null, stationId: null })
  return { ...saying(viewer, isNews), docket: docket && maySee(viewer, docket.path) ? docket : null, isStillSeen: maySee(viewer, path) }
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
