import type { Judgement } from '../domain/correction.ts'
import { PrahariError } from '../domain/errors.ts'
import { pathForPlace } from '../domain/jurisdiction.ts'
import { mayReplay, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { Store } from './ports.ts'
import { readInbox } from './read-inbox.ts'
import { judgedAs, replayPosts } from './replay-posts.ts'
import type { Judge, ReplayPost, ReplayReport } from './replay-posts.ts'

export interface ReplayDeps {
  store: Pick<Store, 'inbox' | 'corrections'>
  judge: Judge
  pause: () => Promise<void>
}

const CHUNK = 250
const MOST_CORRECTIONS = 100_000

/**
 * Judges the stored posts of the viewer's area again, newest first, and says what would be different. Nothing is written.
 * @param viewer null for the operator at the machine, who sees all.
 * @throws PrahariError forbidden, unavailable.
 */
export function replayInbox(deps: ReplayDeps, viewer: Viewer | null, stretch: { from: number; to: number; most: number; show: number }): Promise<ReplayReport> {
  if (viewer && !mayReplay(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} tries out no policies`)
  return replayPosts(stored(deps.store, viewer, stretch), { judge: deps.judge, byDefault: deps.judge, show: stretch.show, pause: deps.pause })
}

async function* stored(store: ReplayDeps['store'], viewer: Viewer | null, stretch: { from: number; to: number; most: number }): AsyncGenerator<ReplayPost[]> {
  const persons = await newestCorrections(store, stretch.from)
  for await (const rows of readInbox(store, stretch)) {
    yield rows.flatMap((row) => {
      const machine = row.machine ?? row.verdict
      if (!machine || row.post.source === 'drill' || (viewer && !maySee(viewer, pathForPlace(machine.place)))) return []
      return [{ id: row.id, post: row.post, before: judgedAs(machine), person: persons.get(row.id) ?? null }]
    })
  }
}

/** What persons said last of each post that they corrected since `from`: posts are corrected after they came. */
async function newestCorrections(store: ReplayDeps['store'], from: number): Promise<Map<string, Judgement>> {
  const keys = await store.corrections.keys({ index: 'byTime', range: { gte: from }, order: 'desc', limit: MOST_CORRECTIONS })
  const persons = new Map<string, Judgement>()
  for (let at = 0; at < keys.length; at += CHUNK) {
    const rows = await store.corrections.getMany(keys.slice(at, at + CHUNK).map(({ id }) => id))
    for (const { postId, is } of rows.sort((a, b) => b.at - a.at)) if (!persons.has(postId)) persons.set(postId, is)
  }
  return persons
}
