import { PrahariError } from '../domain/errors.ts'
import type { StreamGap } from '../domain/stream.ts'
import { evolveRow } from './evolve-row.ts'
import type { Done, Store } from './ports.ts'

/** How far before the last byte and after the reconnect a gap reaches: posts arrive late and out of order (x-api 5.4). */
export const GAP_BEFORE_MS = 120_000
export const GAP_AFTER_MS = 30_000

export type GapStore = Pick<Store, 'gaps'>
type Checkpoint = StreamGap['checkpoints'][string]

export interface GapDone extends Done {
  gap: StreamGap
}

/**
 * Records that the stream was cut, at the moment it is known, so that the blind time is visible while it lasts. At most one
 * gap is open: the natural key is the last byte, and a gap that nobody ended goes on. A cut that continues an outage (the
 * connection in between never worked) goes on with the gap of that outage if its recovery has not begun.
 * @param cut.lastByteAt when the stream was last known to live, epoch milliseconds.
 */
export async function openGap(store: GapStore, cut: { lastByteAt: number; reason: string; isContinuation: boolean }): Promise<GapDone> {
  const [open] = await store.gaps.find({ index: 'byState', equals: { state: 'open' }, order: 'asc', limit: 1 })
  if (open) return { did: 'already-open', because: cut.reason, gap: open }
  const earlier = cut.isContinuation ? await untouchedGap(store) : undefined
  if (earlier) {
    const gap = await change(store, earlier.id, (current) => (isUntouched(current) ? reopened(current) : current))
    if (gap.state === 'open') return { did: 'reopened', because: cut.reason, gap }
  }
  const fresh: StreamGap = {
    id: `gap-${cut.lastByteAt}`, version: 1, state: 'open', startedAt: cut.lastByteAt - GAP_BEFORE_MS, endedAt: null,
    reason: cut.reason, recovered: 0, filledAt: null, checkpoints: {}, note: null,
  }
  const [outcome] = await store.gaps.insertMany([fresh])
  if (outcome === 'inserted') return { did: 'opened', because: cut.reason, gap: fresh }
  return { did: 'already-open', because: cut.reason, gap: await change(store, fresh.id, reopened) }
}

/**
 * Ends every gap that is open: the stream sees again. Also those of a listener that died before it could.
 * @param isStillUp asked before each write, since the stream may be cut again meanwhile.
 */
export async function endOpenGaps(store: GapStore, upAt: number, isStillUp: () => boolean): Promise<Done & { ended: StreamGap[] }> {
  const ended: StreamGap[] = []
  for (const open of await store.gaps.find({ index: 'byState', equals: { state: 'open' }, order: 'asc', limit: 1_000 })) {
    if (!isStillUp()) break
    ended.push(await change(store, open.id, (gap) => (gap.state === 'open' ? next(gap, { state: 'filling', endedAt: Math.max(gap.startedAt, upAt + GAP_AFTER_MS) }) : gap)))
  }
  return { did: ended.length > 0 ? 'ended' : 'nothing', because: 'the stream sees again', ended }
}

/** Writes down where each rule's search begins, before the first one is sent; a plan that exists stays. */
export async function planRecovery(store: GapStore, id: string, plan: { checkpoints: StreamGap['checkpoints']; note: string | null }): Promise<GapDone> {
  const gap = await change(store, id, (current) => (isUntouched(current) ? next(current, { checkpoints: plan.checkpoints, note: plan.note }) : current))
  return { did: 'planned', because: 'recovery begins', gap }
}

/** Commits one page of one rule: called only when its posts are durable. `note` adds what turned out to be lost. */
export async function recordPage(
  store: GapStore, id: string, page: { tag: string; checkpoint: Checkpoint; recovered: number; note?: string },
): Promise<GapDone> {
  const gap = await change(store, id, (current) => {
    // A gap that was opened again has no plan any more: what this page was part of begins anew.
    if (current.state !== 'filling' || !(page.tag in current.checkpoints)) return current
    return next(current, {
      checkpoints: { ...current.checkpoints, [page.tag]: page.checkpoint },
      recovered: current.recovered + page.recovered,
      note: page.note === undefined ? current.note : joined(current.note, page.note),
    })
  })
  return { did: 'page', because: page.checkpoint.done ? 'last page' : 'more pages', gap }
}

/**
 * Closes a gap of which every rule is read to its last page: `filled`, or `unrecoverable` when a part of it can never be
 * (a rule that search cannot ask, a time that search has forgotten). A gap with an open rule stays as it is, and so does
 * one without any plan: it was opened again and ended since the recovery that wants to close it began.
 */
export async function closeGap(store: GapStore, id: string, close: { at: number; lost: string | null }): Promise<GapDone> {
  const gap = await change(store, id, (current) => {
    const rules = Object.values(current.checkpoints)
    const isRead = current.state === 'filling' && rules.length > 0 && rules.every((one) => one.done)
    if (!isRead) return current
    const note = joined(current.note, close.lost)
    return next(current, { state: close.lost === null ? 'filled' : 'unrecoverable', filledAt: close.lost === null ? close.at : null, note })
  })
  return { did: gap.state, because: gap.note ?? 'every page was read', gap }
}

async function untouchedGap(store: GapStore): Promise<StreamGap | undefined> {
  const [latest] = await store.gaps.find({ index: 'byState', equals: { state: 'filling' }, order: 'desc', limit: 1 })
  return latest && isUntouched(latest) ? latest : undefined
}

function isUntouched(gap: StreamGap): boolean {
  return gap.state === 'filling' && Object.keys(gap.checkpoints).length === 0
}

function reopened(gap: StreamGap): StreamGap {
  return gap.state === 'open' ? gap : next(gap, { state: 'open', endedAt: null, filledAt: null, checkpoints: {} })
}

function next(gap: StreamGap, changes: Partial<StreamGap>): StreamGap {
  return { ...gap, ...changes, version: gap.version + 1 }
}

function joined(note: string | null, more: string | null): string | null {
  if (more === null || note?.includes(more)) return note
  return note === null ? more : `${note}; ${more}`
}

/** Reads, decides and replaces if nobody else did; `decide` answers the same object to leave it alone. */
async function change(store: GapStore, id: string, decide: (gap: StreamGap) => StreamGap): Promise<StreamGap> {
  const { row } = await evolveRow(store.gaps, id, `gap ${id}`, (current?: StreamGap) => {
    if (!current) throw new PrahariError('not-found', `gap ${id} does not exist`)
    return decide(current)
  })
  return row
}
