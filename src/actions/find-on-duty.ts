import { candidatesOf, onDuty } from '../domain/duty.ts'
import type { OnDuty } from '../domain/duty.ts'
import type { Manning } from '../domain/duty-gaps.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import type { Told } from '../domain/ladder.ts'
import type { Person } from '../domain/person.ts'
import { hasPattern, rosterId } from '../domain/roster.ts'
import type { Store } from './ports.ts'

export type DutyStore = Pick<Store, 'people' | 'rosters' | 'leaves' | 'now'>

export interface FoundOnDuty {
  /** In the order in which they are told. */
  persons: { person: Person; duty: OnDuty }[]
  /** Where there is nobody: why. */
  because: string
}
export type DutyLookup = (told: Told) => Promise<FoundOnDuty>

const MAX_PEOPLE = 500

/** A lookup of who is on duty now, which reads each post once: for one round of planning, not to be kept. */
export function findOnDuty(store: DutyStore): DutyLookup {
  const found = new Map<string, Promise<FoundOnDuty>>()
  return (told) => {
    const key = `${told.post}@${told.path}`
    const known = found.get(key) ?? look(store, told)
    found.set(key, known)
    return known
  }
}

async function look(store: DutyStore, told: Told): Promise<FoundOnDuty> {
  const { people, roster, leaves } = await readManning(store, told)
  const { persons, because } = onDuty(told, people, { roster, leaves, at: store.now() })
  return { because, persons: persons.flatMap((duty) => people.filter(({ id }) => id === duty.personId).map((person) => ({ person, duty }))) }
}

/** What is known of a duty post: its roster, the accounts that may fill it, and when they are away. @throws PrahariError unavailable. */
export async function readManning(store: Omit<DutyStore, 'now'>, told: Told): Promise<Manning> {
  const [here, written] = await Promise.all([
    store.people.find({ index: 'byScope', equals: { scopePath: told.path }, limit: MAX_PEOPLE }),
    store.rosters.get(rosterId(told.post, nodeAt(told.path).id)),
  ])
  const roster = written && hasPattern(written) ? written : undefined
  const ids = candidatesOf(told, roster, here)
  const missing = ids.filter((id) => !here.some((person) => person.id === id))
  const [others, leaves] = await Promise.all([missing.length > 0 ? store.people.getMany(missing) : [], ids.length > 0 ? store.leaves.getMany(ids) : []])
  return { told, roster, people: [...here, ...others], leaves: new Map(leaves.map((leave) => [leave.id, leave])) }
}
