import type { DrillState } from '../contract/drill-state.ts'
import { legsOf } from '../domain/drill.ts'
import type { Store } from './ports.ts'

/** Distances between drills after which their absence is a finding, and what is added to it for the drill itself, milliseconds. */
const MISSED = 2
const GRACE_MS = 60_000
const LOOKED_AT = 3

/**
 * What the newest drill that ended found; that none ran for too long is a finding too. Null while none ever ran, or drills
 * are off. Never rejects: a store that does not answer is told by the engine's state.
 */
export async function readDrill(store: Pick<Store, 'drills' | 'now'>, everyMs: number): Promise<DrillState | null> {
  if (everyMs === 0) return null
  const newest = await store.drills.find({ index: 'byStart', order: 'desc', limit: LOOKED_AT }).catch(() => [])
  const last = newest.find(({ state }) => state !== 'running')
  if (!last) return null
  const isMissing = store.now() - last.startedAt > MISSED * everyMs + GRACE_MS
  return { at: last.startedAt, legs: legsOf(last), isOk: last.state === 'passed' && !isMissing, because: isMissing ? 'no drill has run since' : last.because }
}
