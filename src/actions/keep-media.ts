import { PrahariError } from '../domain/errors.ts'
import { afterFailure, afterKeeping, mediaOf } from '../domain/media.ts'
import type { DocketMedia } from '../domain/media.ts'
import { photoKindOf } from '../domain/note.ts'
import { attachmentId } from './add-note.ts'
import type { Crypto, Done, MediaSource, Pictures, Store } from './ports.ts'
import type { DocketTail } from './tail-dockets.ts'

export interface MediaDeps {
  store: Pick<Store, 'media' | 'attachments' | 'now'>
  source: MediaSource
  pictures: Pictures
  crypto: Pick<Crypto, 'sha256'>
}

export interface Kept extends Done {
  kept: number
  failed: number
}

/** Pictures fetched at once. */
const AT_ONCE = 4

/**
 * One round of keeping what the dockets' threads show: notes what is new to be fetched, then fetches what is due. A picture is
 * stored before the row that says so; two rounds at once fetch twice and keep once. @throws PrahariError unavailable.
 */
export async function keepMedia(deps: MediaDeps, tail: DocketTail): Promise<Kept> {
  const now = deps.store.now()
  const rows = (await tail.next()).flatMap((docket) => mediaOf(docket, now))
  await deps.store.media.insertMany(rows)
  await tail.done()
  const due = await deps.store.media.find({ index: 'byDue', range: { lte: now }, order: 'asc', limit: AT_ONCE })
  const ends = await Promise.all(due.map((row) => fetchOne(deps, row)))
  const kept = ends.filter(({ state }) => state === 'kept').length
  return { did: kept > 0 ? 'kept' : 'nothing', because: `${due.length} were due`, kept, failed: ends.filter(({ state }) => state === 'failed').length }
}

async function fetchOne(deps: MediaDeps, row: DocketMedia): Promise<DocketMedia> {
  const next = await attempt(deps, row)
  await deps.store.media.replace(next, row.version)
  return next
}

async function attempt({ store, source, pictures, crypto }: MediaDeps, row: DocketMedia): Promise<DocketMedia> {
  try {
    const bytes = await source.fetch(row.url)
    if (photoKindOf(bytes) === null) return afterFailure(row, 'this is no picture', false, store.now())
    const { full, small } = await pictures.redraw(bytes)
    const attachment = (size: 'full' | 'small', data: string) => ({ id: attachmentId(row.id, size), version: 1, docketId: row.docketId, type: 'image/jpeg' as const, data, at: store.now() })
    await store.attachments.insertMany([attachment('full', full.base64), attachment('small', small.base64)])
    return afterKeeping(row, { sent: crypto.sha256(bytes), kept: crypto.sha256(Buffer.from(full.base64, 'base64')) }, store.now())
  } catch (error) {
    if (!(error instanceof PrahariError)) throw error
    return afterFailure(row, error.message, error.kind === 'unavailable', store.now())
  }
}
