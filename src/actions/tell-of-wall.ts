import { planned, ringOf } from '../domain/delivery.ts'
import type { Channel, Delivery } from '../domain/delivery.ts'
import { channelsOf, mayKeepWalls } from '../domain/person.ts'
import { wallPosts, wallSubject } from '../domain/wall.ts'
import type { Blindness, Wall } from '../domain/wall.ts'
import type { OnDelivery } from './change-delivery.ts'
import { findOnDuty } from './find-on-duty.ts'
import type { DutyStore, FoundOnDuty } from './find-on-duty.ts'
import { findReachable } from './find-reachable.ts'
import type { ReachDeps } from './find-reachable.ts'
import { personsOf } from './plan-deliveries.ts'
import type { Crypto, Store } from './ports.ts'

export interface TellDeps extends ReachDeps {
  store: ReachDeps['store'] & DutyStore & Pick<Store, 'deliveries'>
  crypto: Pick<Crypto, 'sha256'>
  exists: (channel: Channel) => boolean
  onDelivery: OnDelivery
}

/**
 * Plans who is told that a wall is blind: the supervisors on duty of its area, and of every area above up to the first
 * where somebody can be reached; each time it is told again, one further up. The notice is no alert: it has no ladder and
 * hangs on no board. @param n how often it was told before. @returns new deliveries. @throws PrahariError unavailable.
 */
export async function tellOfWall(deps: TellDeps, wall: Pick<Wall, 'id' | 'path'>, blind: Pick<Blindness, 'since'>, n: number): Promise<number> {
  const posts = wallPosts(wall.path)
  const at = findOnDuty(deps.store)
  const first = await firstReachable(deps, posts.map(async (post) => at(post)))
  const persons = await personsOf(posts.slice(0, first + n + 1), async (told) => supervisorsFirst(await at(told)))
  const now = deps.store.now()
  const rows: Delivery[] = persons.map(({ told, person, duty }) => {
    const [channel = 'console', ...thenBy] = channelsOf(person, deps.exists)
    return planned({
      docketId: wallSubject(wall.id), ring: ringOf(n, blind.since), rung: n, personId: person.id, channel, thenBy, post: told.post, path: told.path, because: duty.because, lane: 'critical', docketVersion: 1,
    }, deps.crypto.sha256, now)
  })
  const outcomes = await deps.store.deliveries.insertMany(rows)
  const inserted = rows.filter((_, index) => outcomes[index] === 'inserted')
  for (const row of inserted) deps.onDelivery(row, row.state)
  return inserted.length
}

/** The first of these posts where somebody can be reached now; the last where nobody can be anywhere. */
async function firstReachable(deps: TellDeps, posts: readonly Promise<FoundOnDuty>[]): Promise<number> {
  for (const [index, post] of posts.entries()) {
    const people = supervisorsFirst(await post).persons.map(({ person }) => person)
    const ways = await findReachable(deps, people)
    if (people.some(({ id }) => (ways.get(id)?.length ?? 0) > 0)) return index
  }
  return Math.max(0, posts.length - 1)
}

/** Those who look after walls, where there are any on duty; else whoever is. */
function supervisorsFirst(found: FoundOnDuty): FoundOnDuty {
  const supervisors = found.persons.filter(({ person }) => mayKeepWalls(person.role))
  return supervisors.length > 0 ? { ...found, persons: supervisors } : found
}
