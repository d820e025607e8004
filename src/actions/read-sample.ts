import { PrahariError } from '../domain/errors.ts'
import { pathForPlace } from '../domain/jurisdiction.ts'
import { mayReview, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { isSos } from '../domain/verdict.ts'
import type { Category, Severity } from '../domain/verdict.ts'
import type { SampleReading } from './collections.ts'
import { isOfNoStream, machineVerdict, startOf } from './draw-sample.ts'
import type { Done, Store } from './ports.ts'

const DAY_MS = 86_400_000

/**
 * A second reader's label of one post of a day's sample. One person reads a post; reading it again changes their own label.
 * Nothing rings by it: what is still to be saved is corrected (`correctVerdict`), and the answer says so.
 * @throws PrahariError forbidden, not-found (outside the viewer's area too), invalid (not of that day, not of the stream, or it rang), conflict.
 */
export async function readSample(
  store: Pick<Store, 'inbox' | 'sampleReadings' | 'now'>,
  viewer: Viewer,
  reading: { day: string; postId: string; severity: Severity; category: Category | null },
): Promise<Done & { isMissed: boolean }> {
  if (!mayReview(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} reads no samples`)
  const from = startOf(reading.day)
  const row = await store.inbox.get(reading.postId)
  const verdict = row && machineVerdict(row)
  if (!row || !verdict || !maySee(viewer, pathForPlace(verdict.place))) throw new PrahariError('not-found', 'no such post in your area', { field: 'postId' })
  if (row.receivedAt < from || row.receivedAt >= from + DAY_MS) throw new PrahariError('invalid', 'the post is of another day', { field: 'day' })
  if (isSos(verdict.severity)) throw new PrahariError('invalid', 'the post rang', { field: 'postId' })
  if (isOfNoStream(row.post)) throw new PrahariError('invalid', 'no sample has it: it did not come by the stream', { field: 'postId' })
  await write(store, {
    id: `${reading.day}.${reading.postId}`, version: 1, ...reading, personId: viewer.personId, name: viewer.name, at: store.now(),
  })
  const isMissed = isSos(reading.severity)
  return { did: 'read', because: isMissed ? 'it did not ring: correct its verdict if somebody can still be helped' : 'it was rightly silent', isMissed }
}

async function write(store: Pick<Store, 'sampleReadings'>, reading: SampleReading): Promise<void> {
  if ((await store.sampleReadings.insertMany([reading]))[0] === 'inserted') return
  const known = await store.sampleReadings.get(reading.id)
  if (known?.personId !== reading.personId) throw new PrahariError('conflict', `${known?.name ?? 'somebody'} has read it`)
  if ((await store.sampleReadings.replace({ ...reading, version: known.version + 1 }, known.version)) === 'conflict') throw new PrahariError('unavailable', 'it is being read, try again')
}
