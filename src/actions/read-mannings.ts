import { accountsOf, candidatesOf, ROLES_OF_POST } from '../domain/duty.ts'
import type { Manning } from '../domain/duty-gaps.ts'
import { isWithin, STATE_PATH } from '../domain/area.ts'
import { allNodes, nodeAt } from '../domain/jurisdiction.ts'
import { KINDS_OF_POST } from '../domain/ladder.ts'
import type { DutyPost, Told } from '../domain/ladder.ts'
import type { Person } from '../domain/person.ts'
import { hasPattern, namedIn } from '../domain/roster.ts'
import type { Store } from './ports.ts'

export interface Mannings {
  /** One for each duty post of the area that has a roster or an account, from the state down; the state control room always. */
  posts: Manning[]
  /** Districts without any account or roster of their own or of a station. */
  unmanned: number
}

const MAX_ROWS = 10_000
const POSTS = Object.keys(ROLES_OF_POST) as DutyPost[]

/** Who may be on duty anywhere in an area. @throws PrahariError unavailable. */
export async function readMannings(store: Pick<Store, 'people' | 'rosters' | 'leaves'>, scopePath: string): Promise<Mannings> {
  const under = { gte: scopePath, lt: `${scopePath}\uffff` }
  const [people, written] = await Promise.all([
    store.people.find({ index: 'byScope', range: under, limit: MAX_ROWS }),
    store.rosters.find({ index: 'byPath', range: under, limit: MAX_ROWS }),
  ])
  // Of a retired station nothing is expected: its rungs fall to the district.
  const rosters = written.filter((roster) => hasPattern(roster) && !nodeAt(roster.path).isRetired)
  const known = new Set(people.map(({ id }) => id))
  const strangers = [...new Set(rosters.flatMap(namedIn))].filter((id) => !known.has(id))
  const everybody = [...people, ...(strangers.length > 0 ? await store.people.getMany(strangers) : [])]
  const leaves = new Map((await store.leaves.getMany(everybody.map(({ id }) => id))).map((leave) => [leave.id, leave]))
  const byId = new Map(everybody.map((person) => [person.id, person]))

  const told = new Map<string, Told>()
  const add = (post: DutyPost, path: string): void => { told.set(`${post}@${path}`, { post, path }) }
  if (scopePath === STATE_PATH) add('state-control', STATE_PATH)
  for (const { post, path } of rosters) add(post, path)
  const byPath = Map.groupBy(people, (person) => person.scopePath)
  for (const [path, here] of byPath) for (const post of postsOf(path, here)) add(post, path)

  const posts = [...told.values()].map((one): Manning => {
    const roster = rosters.find(({ post, path }) => post === one.post && path === one.path)
    const ids = candidatesOf(one, roster, byPath.get(one.path) ?? [])
    return { told: one, roster, people: ids.flatMap((id) => byId.get(id) ?? []), leaves }
  })
  return { posts: posts.sort(fromTheTop), unmanned: unmannedIn(scopePath, [...told.values()]) }
}

/** The posts that a node has and that an account there may fill; a retired station has none. */
function postsOf(path: string, here: readonly Person[]): DutyPost[] {
  const { kind, isRetired } = nodeAt(path)
  return isRetired ? [] : POSTS.filter((post) => KINDS_OF_POST[post].includes(kind) && accountsOf({ post, path }, here).length > 0)
}

function fromTheTop(a: Manning, b: Manning): number {
  const depth = ({ told }: Manning): number => told.path.split('/').length
  return depth(a) - depth(b) || (a.told.path < b.told.path ? -1 : a.told.path > b.told.path ? 1 : POSTS.indexOf(b.told.post) - POSTS.indexOf(a.told.post))
}

function unmannedIn(scopePath: string, told: readonly Told[]): number {
  let count = 0
  for (const { kind, path } of allNodes()) if (kind === 'district' && isWithin(scopePath, path) && !told.some((one) => isWithin(path, one.path))) count++
  return count
}
