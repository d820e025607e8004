import { isWithin } from './area.ts'
import type { DutyPost, Told } from './ladder.ts'
import { mayAct } from './person.ts'
import type { Person, Role } from './person.ts'
import { isAway, namedIn, rosteredAt } from './roster.ts'
import type { Leave, Roster } from './roster.ts'

/** A person to tell, and why this one. */
export interface OnDuty {
  personId: string
  because: string
  /** Until when at least; null without a roster. */
  until?: number | null
}

/** What is known of duties at one post: its roster, where there is one, and who is away. */
export interface DutyPlan {
  roster: Roster | undefined
  /** By person id. */
  leaves: ReadonlyMap<string, Leave>
  at: number
}

export interface DutyAnswer extends Told {
  /** In the order in which they are told; empty when nobody is there. */
  persons: OnDuty[]
  /** Where there is nobody: why. */
  because: string
}

/** Who fills a post, by role, at the very node that is told. */
export const ROLES_OF_POST: Record<DutyPost, readonly Role[]> = {
  'station-duty': ['officer'],
  'district-duty': ['officer', 'desk'],
  'circle-officer': ['supervisor'],
  'district-head': ['supervisor'],
  'range-control': ['supervisor', 'desk'],
  'state-control': ['supervisor', 'desk'],
}

/** Whether the account may be told of what happens at `path`: it is in use, may act, and sees the node. */
function canBeTold(person: Person, path: string): boolean {
  return !person.isDisabled && mayAct(person.role) && isWithin(person.scopePath, path)
}

/** The accounts that fill the post while it has no roster, most fitting role first. */
export function accountsOf({ post, path }: Told, people: readonly Person[]): Person[] {
  const roles = ROLES_OF_POST[post]
  return people.filter((person) => person.scopePath === path && roles.includes(person.role))
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || (a.id < b.id ? -1 : 1))
}

/** Every person who could be on duty at the post, by what is known of it. */
export function candidatesOf(told: Told, roster: Roster | undefined, people: readonly Person[]): string[] {
  return roster ? namedIn(roster) : accountsOf(told, people).map(({ id }) => id)
}

/**
 * Who is on duty for a post of a node: by its roster where there is one, else every enabled account of a fitting role whose
 * scope is that node. Who is on leave is not.
 * @param people accounts of that node, and those whom the roster names (others are left aside).
 */
export function onDuty(told: Told, people: readonly Person[], plan?: DutyPlan): DutyAnswer {
  if (plan?.roster) return byRoster(told, people, plan.roster, plan)
  const here = accountsOf(told, people)
  const enabled = here.filter((person) => !person.isDisabled)
  const persons = enabled.filter(({ id }) => !plan || !isAway(plan.leaves.get(id), plan.at))
    .map((person) => ({ personId: person.id, because: `${person.role} of this node; there is no roster`, until: null }))
  if (persons.length > 0) return { ...told, persons, because: 'accounts of the node' }
  const because = enabled.length > 0 ? 'nobody: all on leave' : here.length > 0 ? 'every account of the node is disabled' : `no ${ROLES_OF_POST[told.post].join(' or ')} has this node`
  return { ...told, persons, because }
}

function byRoster(told: Told, people: readonly Person[], roster: Roster, { leaves, at }: DutyPlan): DutyAnswer {
  const answer = rosteredAt(roster, leaves, at)
  const persons = answer.persons.filter(({ personId }) => people.some((person) => person.id === personId && canBeTold(person, told.path)))
  const because = persons.length > 0 || answer.persons.length === 0 ? answer.because : 'nobody: the accounts on the roster are disabled or do not see this node'
  return { ...told, persons, because }
}
