import { PrahariError } from '../domain/errors.ts'
import { STATE_PATH } from '../domain/area.ts'
import { pathForPlace } from '../domain/jurisdiction.ts'
import { mayReview, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { isByHand } from '../domain/post.ts'
import { chanceFrom, drawStrata, startOfIndianDay, stratumOf } from '../domain/sample.ts'
import type { Drawn, StratumName } from '../domain/sample.ts'
import { isSos } from '../domain/verdict.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { InboxRow } from './collections.ts'
import type { Store } from './ports.ts'
import { readInbox } from './read-inbox.ts'

export interface Sample {
  /** `20261123` */
  day: string
  strata: Drawn[]
  /** Docket ids of the posts of the day that rang by the machine's verdict, each once. */
  rang: string[]
}

export interface SampleDeps {
  store: Pick<Store, 'inbox' | 'now'>
  /** Gives others their turn between chunks. */
  pause: () => Promise<void>
}

const DAY_MS = 86_400_000
const MOST_POSTS = 1_000_000
export const MOST_DRAWN = 1_000

/**
 * A random sample of the posts of an Indian day that did not ring, within the viewer's area (unknown places belong to the
 * state), with the size of each stratum. The day is the seed: the same day, size and area draw the same posts. What the
 * machine said decides, not what persons said later: a miss that was found and corrected is a miss all the same.
 * @throws PrahariError forbidden, invalid (no such day, or it is not over), unavailable.
 */
export async function drawSample(deps: SampleDeps, viewer: Viewer, day: string, size: number): Promise<Sample> {
  if (!mayReview(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} reads no samples`)
  const from = startOf(day)
  if (from + DAY_MS > deps.store.now()) throw new PrahariError('invalid', 'the day is not over: its sample would change', { field: 'day' })
  const frame = new Map<StratumName, string[]>()
  const rang = new Set<string>()
  for await (const rows of readInbox(deps.store, { from, to: from + DAY_MS, most: MOST_POSTS })) {
    for (const row of rows) sort(row, viewer, frame, rang)
    await deps.pause()
  }
  return { day, strata: drawStrata(frame, Math.min(size, MOST_DRAWN), chanceFrom(seedOf(day, viewer.scopePath))), rang: [...rang] }
}

function sort(row: InboxRow, viewer: Viewer, frame: Map<StratumName, string[]>, rang: Set<string>): void {
  const verdict = machineVerdict(row)
  if (!verdict || isOfNoStream(row.post) || row.post.kind === 'retweet' || !maySee(viewer, pathForPlace(verdict.place))) return
  // A further post or a repetition stands in the docket of the first, before the eyes of whoever has it.
  if (row.decision === 'joined' || row.decision === 'folded') return
  if (isSos(verdict.severity)) {
    rang.add(row.docketId ?? `case-${row.post.caseId}`)
    return
  }
  const stratum = stratumOf(verdict.score)
  const ids = frame.get(stratum)
  if (ids) ids.push(row.id)
  else frame.set(stratum, [row.id])
}

/** Drills are our own; what a desk opened (a call, a visitor, a pasted address that the stream had not brought) a person chose, so that it says nothing of the posts that triage must find. */
export function isOfNoStream(post: InboxRow['post']): boolean {
  return post.source === 'drill' || post.source === 'lookup' || isByHand(post)
}

/** What the machine said of the post, whatever persons said since. */
export function machineVerdict(row: InboxRow): Verdict | null {
  return row.machine ?? row.verdict
}

/** Midnight in India of a day. @throws PrahariError invalid when there is no such day. */
export function startOf(day: string): number {
  const start = startOfIndianDay(day)
  if (start === null) throw new PrahariError('invalid', 'the day must be written as 20261123', { field: 'day' })
  return start
}

/** The day as a number; another area draws with other chance, so that samples of two areas are independent. */
function seedOf(day: string, scopePath: string): number {
  if (scopePath === STATE_PATH) return Number(day)
  return [...scopePath].reduce((seed, letter) => Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0), Number(day))
}
