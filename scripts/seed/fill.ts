import type { Brief } from '../../src/domain/brief.ts'
import { BRIEF_REVISION } from '../../src/domain/brief.ts'
import { newBrief } from '../../src/domain/new-brief.ts'
import { chanceFrom } from '../../src/domain/sample.ts'
import { docketTerms } from '../../src/triage/search/docket-terms.ts'
import type { Store } from '../../src/actions/ports.ts'
import { fictions } from './fiction.ts'
import type { Fiction } from './fiction.ts'

const BATCH = 2_000

/** Writes fictional dockets with their posts and briefs; what is there already is left alone. @returns dockets written. */
export async function fillStore(store: Store, { count, days, seed, onProgress }: { count: number; days: number; seed: number; onProgress?: (made: number) => void }): Promise<number> {
  const now = store.now()
  let written = 0
  let batch: Fiction[] = []
  const flush = async (): Promise<void> => {
    const dockets = batch.flatMap(({ docket }) => docket ?? [])
    const briefs = dockets.map((docket) => newBrief(docket, docketTerms(docket), store.now())).filter((brief): brief is Brief => brief !== null)
    await Promise.all([store.inbox.insertMany(batch.map(({ row }) => row)), store.briefs.insertMany(briefs)])
    written += (await store.dockets.insertMany(dockets)).filter((outcome) => outcome === 'inserted').length
    batch = []
    onProgress?.(written)
  }
  for (const fiction of fictions(count, days, now, chanceFrom(seed))) {
    batch.push(fiction)
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  // The sweep need not read all of it again: it goes on from here.
  await store.checkpoints.put({ id: `tail:briefs-${BRIEF_REVISION}`, version: now, at: now, facts: { until: now } })
  return written
}
