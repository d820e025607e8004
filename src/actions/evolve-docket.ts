import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import type { ActDeps } from './change-alert.ts'

const MAX_TRIES = 12

/**
 * Reads a docket, decides, replaces it if nobody was faster, and tells. Losing a race decides anew on what the winner wrote.
 * @param decide the next docket, or the same object where nothing is to be written; what it throws ends it.
 * @returns the docket as it stands, and as it was before; both the same object where nothing was written.
 * @throws PrahariError not-found (naming `field`), unavailable.
 */
export async function evolveDocket(deps: Pick<ActDeps, 'store' | 'announcer'>, id: string, decide: (docket: Docket) => Docket | Promise<Docket>, field = 'id'): Promise<{ before: Docket; docket: Docket }> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const before = await deps.store.dockets.get(id)
    if (!before) throw noDocket(field)
    const docket = await decide(before)
    if (docket === before) return { before, docket }
    if ((await deps.store.dockets.replace(docket, before.version)) === 'conflict') continue
    deps.announcer.announce([docket])
    return { before, docket }
  }
  throw new PrahariError('unavailable', 'the docket is changing too fast, try again')
}

/** One answer for what is not there and for what is not theirs to see. */
export function noDocket(field: string): PrahariError {
  return new PrahariError('not-found', 'no such docket in your area', { field })
}
