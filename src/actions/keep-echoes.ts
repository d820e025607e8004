import type { Docket } from '../domain/docket.ts'
import { isRetryable, PrahariError } from '../domain/errors.ts'
import { ECHO_MS } from '../triage/threads/belonging.ts'
import type { Echo } from './collections.ts'
import type { Store } from './ports.ts'

/** A docket with the bands of its text, and the rows of these bands as they were found. */
export interface Voice {
  docket: Docket
  bands: readonly string[]
  found: readonly Echo[]
}

/**
 * Remembers the texts of dockets, so that copies find them. The first docket of a band keeps it until it is too old to be
 * repeated. A store that does not answer costs no more than a second docket for a copy.
 */
export async function keepEchoes(store: Pick<Store, 'echoes'>, voices: readonly Voice[], now: number): Promise<void> {
  const rows = voices.flatMap(({ docket, bands }) => bands.map((id): Echo => ({ id, version: 1, docketId: docket.id, at: now })))
  const old = voices.flatMap(({ docket, found }) => found
    .filter(({ at }) => now - at > ECHO_MS)
    .map((row) => ({ document: { ...row, version: row.version + 1, docketId: docket.id, at: now }, expectedVersion: row.version })))
  try {
    if (rows.length > 0) await store.echoes.insertMany(rows)
    if (old.length > 0) await store.echoes.replaceMany(old)
  } catch (error) {
    if (!(error instanceof PrahariError && isRetryable(error))) throw error
  }
}
