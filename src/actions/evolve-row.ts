import { PrahariError } from '../domain/errors.ts'
import type { Collection } from './ports.ts'

/** In every round somebody's write lands: so many losses in a row are a storm, not bad luck. */
const MAX_TRIES = 25

/** A row of the ledger as guarded replaces see it. */
interface Guarded {
  id: string
  version: number
}

/**
 * How anything in the ledger is changed where others may be changing it too: reads the row, decides, writes it if nobody
 * was faster (inserted where there was none). Losing a race decides anew on what the winner wrote.
 * @param what names the row in the error, like 'the wall'.
 * @param decide the next row, with its own version; the same object, or undefined, where nothing is to be written. What it throws ends it.
 * @param known the row as the caller has just read it, instead of a first read.
 * @returns the row as it was before, and as it stands; the same object twice where nothing was written.
 * @throws PrahariError unavailable.
 */
export async function evolveRow<Row extends Guarded, Next extends Row | undefined>(
  rows: Pick<Collection<Row, string>, 'get' | 'insertMany' | 'replace'>, id: string, what: string, decide: (before: Row | undefined) => Next | Promise<Next>, known?: Row,
): Promise<{ before: Row | undefined; row: Next }> {
  let before = known ?? await rows.get(id)
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const row = await decide(before)
    if (row === undefined || row === before) return { before, row }
    const outcome = before ? await rows.replace(row, before.version) : (await rows.insertMany([row]))[0]
    if (outcome === 'replaced' || outcome === 'inserted') return { before, row }
    before = await rows.get(id)
  }
  throw new PrahariError('unavailable', `${what} is changing too fast, try again`)
}
