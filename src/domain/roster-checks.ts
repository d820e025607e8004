import { PrahariError } from './errors.ts'
import { DAY_MS, hasPattern, indianMidnight, occurrence } from './roster.ts'
import type { Leave, Override, Roster, Rotation, Shift, Stretch } from './roster.ts'

const LONGEST_OVERRIDE_MS = 31 * DAY_MS
const LONGEST_LEAVE_MS = 366 * DAY_MS
const WEEK = 7

function refuse(message: string, field: string): never {
  throw new PrahariError('invalid', message, { field })
}

export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to
}

/**
 * Whether shifts and rotations make sense together: names told apart, somebody in each, nobody twice at one time.
 * @throws PrahariError invalid, naming the field.
 */
export function checkPattern(shifts: readonly Shift[], rotations: readonly Rotation[]): void {
  const names = [...shifts, ...rotations].map(({ name }) => name.trim().toLowerCase())
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) refuse(`two shifts or rotations are called ${twice}`, 'name')
  for (const [at, shift] of shifts.entries()) {
    if (shift.days.length === 0) refuse(`shift ${shift.name} has no days`, `shifts.${at}.days`)
    checkPeople(shift, `shifts.${at}`)
  }
  for (const [at, rotation] of rotations.entries()) checkPeople(rotation, `rotations.${at}`)
  const week = shifts.map((shift) => ({ shift, stretches: weekOf(shift) }))
  for (const [at, one] of week.entries()) {
    for (const other of week.slice(0, at)) {
      const both = one.shift.personIds.find((id) => other.shift.personIds.includes(id))
      if (both !== undefined && one.stretches.some((a) => other.stretches.some((b) => overlaps(a, b)))) {
        refuse(`${both} is in ${other.shift.name} and ${one.shift.name} at the same time`, `shifts.${at}.personIds`)
      }
    }
  }
}

function checkPeople({ name, personIds }: { name: string; personIds: readonly string[] }, field: string): void {
  if (personIds.length === 0) refuse(`${name} has no people`, `${field}.personIds`)
  if (new Set(personIds).size !== personIds.length) refuse(`${name} names somebody twice`, `${field}.personIds`)
}

/** Ten days of a shift, so that what begins on one day and ends on the next meets its neighbours at the week's seam too. */
function weekOf(shift: Shift): Stretch[] {
  const first = indianMidnight(0)
  return Array.from({ length: WEEK + 3 }, (_, day) => occurrence(shift, first + day * DAY_MS)).filter((one) => one !== null)
}

/** A stretch that is to be written down: it has a length, is not over, and no typing error made it a year. @throws PrahariError invalid. */
export function checkStretch({ from, to }: Stretch, now: number, what: 'override' | 'leave' | 'swap'): void {
  if (to <= from) refuse(`the ${what} ends before it begins`, 'to')
  if (to <= now) refuse(`the ${what} is in the past`, 'to')
  if (to - from > (what === 'leave' ? LONGEST_LEAVE_MS : LONGEST_OVERRIDE_MS)) refuse(`the ${what} is longer than ${what === 'leave' ? 'a year' : '31 days'}`, 'to')
}

/** @throws PrahariError invalid where the override contradicts another one, or itself. */
export function checkOverride(roster: Pick<Roster, 'overrides' | 'shifts' | 'rotations'>, wish: Pick<Override, 'personId' | 'insteadOf' | 'from' | 'to'>, now: number): void {
  if (!hasPattern(roster)) refuse('there is no roster here yet: everybody of the node is on duty', 'nodeId')
  checkStretch(wish, now, 'override')
  if (wish.personId === wish.insteadOf) refuse('nobody can stand in for themselves', 'insteadOf')
  const other = roster.overrides.find((one) => one.insteadOf === wish.insteadOf && (one.insteadOf !== null || one.personId === wish.personId) && overlaps(one, wish))
  if (other) refuse(`this overlaps the override by ${other.by} for ${other.insteadOf ?? other.personId}`, 'from')
}

/** @throws PrahariError invalid where the person is on leave then already. */
export function checkLeave(leave: Pick<Leave, 'stretches'> | undefined, wish: Stretch, now: number): void {
  checkStretch(wish, now, 'leave')
  if (leave?.stretches.some((one) => overlaps(one, wish))) refuse('this overlaps a leave of the same person', 'from')
}
