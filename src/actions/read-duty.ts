import type { DutyView, RosterGap } from '../contract/duty.ts'
import type { Channel } from '../domain/delivery.ts'
import { onDuty } from '../domain/duty.ts'
import { dutyGaps } from '../domain/duty-gaps.ts'
import type { Manning } from '../domain/duty-gaps.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import { channelsOf } from '../domain/person.ts'
import { findReachable } from './find-reachable.ts'
import type { ReachDeps } from './find-reachable.ts'
import type { Store } from './ports.ts'
import { readMannings } from './read-mannings.ts'

export interface DutyDeps extends ReachDeps {
  store: ReachDeps['store'] & Pick<Store, 'people' | 'rosters' | 'leaves'>
}

/** How far ahead a gap is an alarm, and from when on a person is expected to be reachable already: a page is opened at shift start. */
const HORIZON_MS = 12 * 3_600_000
const LEAD_MS = 15 * 60_000
const MAX_GAPS = 500

/**
 * Who is on duty now in an area, by which ways each can be reached, and the gaps of the next twelve hours.
 * @throws PrahariError unavailable.
 */
export async function readDuty(deps: DutyDeps, scopePath: string): Promise<DutyView> {
  const { posts, unmanned } = await readMannings(deps.store, scopePath)
  const people = new Map(posts.flatMap((post) => post.people.map((person) => [person.id, person])))
  const ways = await findReachable(deps, [...people.values()])
  const now = deps.store.now()
  return {
    serverNow: now, unmanned,
    posts: posts.map(({ told, roster, people: here, leaves }) => {
      const { persons, because } = onDuty(told, here, { roster, leaves, at: now })
      return {
        ...named(told), hasRoster: roster !== undefined, because,
        persons: persons.map(({ personId, because: why, until }) => ({ personId, name: people.get(personId)?.name ?? '', because: why, until: until ?? null, channels: ways.get(personId) ?? [] })),
      }
    }),
    rosterGaps: gapsOf(deps, posts, ways, now),
  }
}

function gapsOf({ exists }: DutyDeps, posts: readonly Manning[], ways: ReadonlyMap<string, Channel[]>, now: number): RosterGap[] {
  return posts.flatMap((post) => {
    const isReachable = (id: string, at: number): boolean => {
      const person = post.people.find((one) => one.id === id)
      const mayOpenPage = at > now + LEAD_MS && person !== undefined && channelsOf(person, exists).includes('console')
      return mayOpenPage || (ways.get(id)?.length ?? 0) > 0
    }
    return dutyGaps(post, isReachable, { from: now, to: now + HORIZON_MS }).map((gap) => ({ ...gap, ...named(gap) }))
  }).sort((a, b) => a.from - b.from).slice(0, MAX_GAPS)
}

function named({ post, path }: Manning['told']): Pick<RosterGap, 'post' | 'path' | 'nodeId' | 'name' | 'nameHi'> {
  const { id, name, nameHi } = nodeAt(path)
  return { post, path, nodeId: id, name, nameHi }
}
