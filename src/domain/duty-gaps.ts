import { candidatesOf, onDuty } from './duty.ts'
import type { DutyPlan } from './duty.ts'
import type { DutyPost, Told } from './ladder.ts'
import type { Person } from './person.ts'
import { turningPoints } from './roster.ts'
import type { Leave, Roster, Stretch } from './roster.ts'

/** A stretch in which a duty post has nobody whom an alert would reach. */
export interface DutyGap extends Stretch {
  post: DutyPost
  path: string
  because: string
}

/** What is known of one duty post. */
export interface Manning {
  told: Told
  roster: Roster | undefined
  /** Accounts of the node and those whom the roster names. */
  people: readonly Person[]
  leaves: ReadonlyMap<string, Leave>
}

/**
 * The stretches between `from` and `to` in which nobody is on duty at the post, or nobody of those on duty can be reached.
 * @param isReachable whether the person can be expected to have a working channel then.
 */
export function dutyGaps({ told, roster, people, leaves }: Manning, isReachable: (personId: string, at: number) => boolean, { from, to }: Stretch): DutyGap[] {
  const candidates = candidatesOf(told, roster, people)
  const mine = candidates.flatMap((id) => leaves.get(id) ?? [])
  const gaps: DutyGap[] = []
  const points = [from, ...turningPoints(roster, mine, from, to), to]
  for (const [index, start] of points.slice(0, -1).entries()) {
    const end = points[index + 1] ?? to
    const because = whyNobody(told, people, { roster, leaves, at: start }, isReachable)
    const last = gaps.at(-1)
    if (because === null) continue
    if (last && last.to === start && last.because === because) last.to = end
    else gaps.push({ ...told, from: start, to: end, because })
  }
  return gaps
}

function whyNobody(told: Told, people: readonly Person[], plan: DutyPlan, isReachable: (personId: string, at: number) => boolean): string | null {
  const { persons, because } = onDuty(told, people, plan)
  if (persons.length === 0) return because
  return persons.some(({ personId }) => isReachable(personId, plan.at)) ? null : 'nobody on duty has a working channel'
}
