import type { ReportView } from '../contract/reports.ts'
import { STATE_PATH } from '../domain/area.ts'
import type { Store } from './ports.ts'

const MAX_DRILLS = 10_000

/**
 * How many posts were received in a stretch and how many of them needed action, counted by the inbox's indexes alone: the lane
 * says whether a post opened a docket or belongs to one. Drills, kept for a day, are taken off. Null below the state, since a
 * post that got no docket belongs to no place. @throws PrahariError unavailable.
 */
export async function readReceived(store: Pick<Store, 'inbox' | 'drills'>, path: string, from: number, to: number): Promise<ReportView['received']> {
  if (path !== STATE_PATH) return { posts: null, actionable: null }
  const range = { gte: from, lt: to }
  const [posts, sos, routine, drills] = await Promise.all([
    store.inbox.count({ index: 'byReceived', range }),
    store.inbox.count({ index: 'byState', equals: { state: 'decided', lane: 'sos' }, range }),
    store.inbox.count({ index: 'byState', equals: { state: 'decided', lane: 'routine' }, range }),
    store.drills.find({ index: 'byStart', range, order: 'asc', limit: MAX_DRILLS }).then((all) => all.filter(({ at }) => at.recorded !== undefined).length),
  ])
  return { posts: Math.max(0, posts - drills), actionable: Math.max(0, sos + routine - drills) }
}
