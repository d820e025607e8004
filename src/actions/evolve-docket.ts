import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import type { ActDeps } from './change-alert.ts'
import { evolveRow } from './evolve-row.ts'

/**
 * Reads a docket, decides, replaces it if nobody was faster, and tells. Losing a race decides anew on what the winner wrote.
 * @param decide the next docket, or the same object where nothing is to be written; what it throws ends it.
 * @returns the docket as it stands, and as it was before; both the same object where nothing was written.
 * @throws PrahariError not-found (naming `field`), unavailable.
 */
export async function evolveDocket(deps: Pick<ActDeps, 'store' | 'announcer'>, id: string, decide: (docket: Docket) => Docket | Promise<Docket>, field = 'id'): Promise<{ before: Docket; docket: Docket }> {
  const { before, row: docket } = await evolveRow(deps.store.dockets, id, 'the docket', (known?: Docket) => {
    if (!known) throw noDocket(field)
    return decide(known)
  })
  if (docket !== before) deps.announcer.announce([docket])
  return { before: before ?? docket, docket }
}

/** One answer for what is not there and for what is not theirs to see. */
export function noDocket(field: string): PrahariError {
  return new PrahariError('not-found', 'no such docket in your area', { field })
}
