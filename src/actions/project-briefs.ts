import type { Brief } from '../domain/brief.ts'
import { BRIEF_REVISION } from '../domain/brief.ts'
import type { Docket } from '../domain/docket.ts'
import { newBrief } from '../domain/new-brief.ts'
import { docketTerms } from '../triage/search/docket-terms.ts'
import type { Store } from './ports.ts'
import { tailDockets } from './tail-dockets.ts'
import type { DocketTail } from './tail-dockets.ts'

export type BriefStore = Pick<Store, 'dockets' | 'briefs' | 'checkpoints' | 'now'>

/**
 * Writes the briefs of the dockets that changed since the last call. Any number of processes may do it at once: each write
 * names the version it replaces, and an older one never follows a newer one. @returns briefs written. @throws PrahariError unavailable.
 */
export async function projectBriefs(store: BriefStore, tail: DocketTail): Promise<number> {
  let written = 0
  for (;;) {
    const dockets = await tail.next()
    if (dockets.length === 0) return written
    written += await write(store, dockets)
    await tail.done()
  }
}

/** The tail has the revision in its name: a new one begins with the first docket ever, which writes every brief anew. */
export function briefTail(store: BriefStore): DocketTail {
  return tailDockets(store, `briefs-${BRIEF_REVISION}`, Number.MAX_SAFE_INTEGER)
}

const LOOK_BACK_MS = 3_600_000
const MAX_KEYS = 100_000
const CHUNK = 500

/**
 * Compares the last hour of dockets with their briefs, by their indexes alone, and writes what is missing: a writer that hung
 * between reading the clock and its commit is behind every tail. @returns briefs written.
 */
export async function reconcileBriefs(store: BriefStore): Promise<number> {
  const since = store.now() - LOOK_BACK_MS
  const [dockets, briefs] = await Promise.all([
    store.dockets.keys({ index: 'byUpdated', range: { gte: since }, order: 'asc', limit: MAX_KEYS }),
    store.briefs.keys({ index: 'byUpdated', range: { gte: since }, order: 'asc', limit: MAX_KEYS }),
  ])
  const known = new Map(briefs.map(({ id, version }) => [id, version]))
  const missing = dockets.filter(({ id, version }) => (known.get(id) ?? 0) < version).map(({ id }) => id)
  let written = 0
  for (let at = 0; at < missing.length; at += CHUNK) written += await write(store, await store.dockets.getMany(missing.slice(at, at + CHUNK)))
  return written
}

const TRIES = 3

async function write(store: BriefStore, dockets: readonly Docket[]): Promise<number> {
  let left = dockets.flatMap((docket) => newBrief(docket, docketTerms(docket), store.now()) ?? [])
  let written = 0
  for (let attempt = 0; attempt < TRIES && left.length > 0; attempt++) {
    const stored = new Map((await store.briefs.getMany(left.map(({ id }) => id))).map((brief) => [brief.id, brief]))
    const fresh = left.filter(({ id }) => !stored.has(id))
    const changed = left.flatMap((brief) => (isOlder(stored.get(brief.id), brief) ? [{ document: brief, expectedVersion: stored.get(brief.id)?.version ?? 0 }] : []))
    const [inserted, replaced] = [await store.briefs.insertMany(fresh), await store.briefs.replaceMany(changed)]
    left = [...fresh.filter((_, index) => inserted[index] === 'exists'), ...changed.filter((_, index) => replaced[index] === 'conflict').map(({ document }) => document)]
    written += inserted.filter((outcome) => outcome === 'inserted').length + replaced.filter((outcome) => outcome === 'replaced').length
  }
  return written
}

function isOlder(stored: Brief | undefined, brief: Brief): boolean {
  return stored !== undefined && (stored.version < brief.version || (stored.version === brief.version && stored.revision !== brief.revision))
}
