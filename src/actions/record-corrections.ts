import { learningRow } from './correct-verdict.ts'
import type { Done, Store } from './ports.ts'

const BATCH = 500

export interface Recorded extends Done {
  /** Rows that were missing: their process was killed after it had written the docket. */
  mended: number
}

/**
 * Makes the collection of corrections whole again from the dockets, which hold the truth: every correction of a docket
 * corrected since `since` has its row. Safe to run at any time and any number of times.
 */
export async function recordCorrections(store: Pick<Store, 'dockets' | 'corrections'>, since: number): Promise<Recorded> {
  const keys = await store.dockets.keys({ index: 'byCorrected', range: { gte: since }, limit: 1_000_000 })
  let mended = 0
  for (let from = 0; from < keys.length; from += BATCH) {
    const dockets = await store.dockets.getMany(keys.slice(from, from + BATCH).map((key) => key.id))
    const rows = dockets.flatMap((docket) => (docket.corrections ?? []).map((one) => learningRow(docket, one)))
    mended += (await store.corrections.insertMany(rows)).filter((outcome) => outcome === 'inserted').length
  }
  return { did: 'recorded', because: 'the dockets hold the truth', mended }
}
