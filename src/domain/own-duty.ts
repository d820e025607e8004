import { ROLES_OF_POST } from './duty.ts'
import { nodeAt } from './jurisdiction.ts'
import { KINDS_OF_POST } from './ladder.ts'
import type { DutyPost } from './ladder.ts'
import type { Viewer } from './person.ts'
import { DAY_MS, isAway, rosteredAt, turningPoints } from './roster.ts'
import type { Leave, Roster } from './roster.ts'

/** Whether a person is on duty, and until when that holds; null where no end is known. */
export interface OwnDuty {
  onDuty: boolean
  dutyUntil: number | null
}

const LOOK_AHEAD_MS = 8 * DAY_MS

/** Whether the person fills the post by their role, where it has no roster. */
function fills(person: Pick<Viewer, 'role' | 'scopePath'>, post: DutyPost): boolean {
  return ROLES_OF_POST[post].includes(person.role) && KINDS_OF_POST[post].includes(nodeAt(person.scopePath).kind)
}

/**
 * Whether somebody is on duty now: by any roster that names them, or by a post of their role and node that has no roster.
 * Who has no post at all is never off duty but by leave; a wall always shows and sounds.
 * @param rosters those that name the person, and those of the person's own node. @param leave of the person.
 */
export function ownDuty(person: Pick<Viewer, 'personId' | 'role' | 'scopePath'>, rosters: readonly Roster[], leave: Leave | undefined, at: number): OwnDuty {
  if (person.role === 'wall') return { onDuty: true, dutyUntil: null }
  const posts = (Object.keys(ROLES_OF_POST) as DutyPost[]).filter((post) => fills(person, post))
  const isFree = posts.some((post) => !rosters.some((roster) => roster.post === post && roster.path === person.scopePath))
  const isGoverned = rosters.length > 0 && !isFree
  const leaves = new Map(leave ? [[person.personId, leave]] : [])
  const isOn = (time: number): boolean => !isAway(leave, time)
    && (!isGoverned || rosters.some((roster) => rosteredAt(roster, leaves, time).persons.some(({ personId }) => personId === person.personId)))
  const onDuty = isOn(at)
  const points = [...new Set((isGoverned ? rosters : [undefined]).flatMap((roster) => turningPoints(roster, leaves.values(), at, at + LOOK_AHEAD_MS)))].sort((a, b) => a - b)
  return { onDuty, dutyUntil: points.find((time) => isOn(time) !== onDuty) ?? null }
}
