import type { RosterView } from '../../../contract/duty.ts'
import { newKey } from '../../shared/new-key.ts'

/** A shift or a set of turns as it stands in the form. `key` tells rows apart while names change. */
export interface ShiftDraft {
  key: string
  name: string
  days: number[]
  from: string
  to: string
  personIds: string[]
}

export interface TurnsDraft {
  key: string
  name: string
  personIds: string[]
  startsAt: number
  turnDays: number
}

/** The whole pattern as somebody edits it, and of which version of the roster it is. */
export interface Draft {
  version: number
  shifts: ShiftDraft[]
  rotations: TurnsDraft[]
}

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]

export function draftOf({ version, shifts, rotations }: Pick<RosterView, 'version' | 'shifts' | 'rotations'>): Draft {
  return {
    version,
    shifts: shifts.map(({ id, ...shift }) => ({ key: id, ...shift })),
    rotations: rotations.map(({ id, ...rotation }) => ({ key: id, ...rotation })),
  }
}

/** What is sent: the pattern without the keys of the rows. */
export function patternOf({ version, shifts, rotations }: Draft): { version: number; shifts: Omit<ShiftDraft, 'key'>[]; rotations: Omit<TurnsDraft, 'key'>[] } {
  const bare = <Row extends { key: string }>({ key: _, ...rest }: Row): Omit<Row, 'key'> => rest
  return { version, shifts: shifts.map(bare), rotations: rotations.map(bare) }
}

/** Twelve hours of every day, to begin with. */
export function newShift(name: string): ShiftDraft {
  return { key: newKey(), name, days: EVERY_DAY, from: '08:00', to: '20:00', personIds: [] }
}

/** Turns of a week each, to begin with. */
export function newTurns(name: string, startsAt: number): TurnsDraft {
  return { key: newKey(), name, personIds: [], startsAt, turnDays: 7 }
}

/** The list with `item` in it, or without it where it was. */
export function toggled<Item>(list: readonly Item[], item: Item): Item[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item]
}

/** The list with the item at `index` one place earlier or later. */
export function moved<Item>(list: readonly Item[], index: number, step: 1 | -1): Item[] {
  const item = list[index]
  if (item === undefined) return [...list]
  const rest = list.filter((_, at) => at !== index)
  return rest.toSpliced(Math.max(0, index + step), 0, item)
}

/** A name that no row has yet: `Shift 2`. */
export function freeName(word: string, taken: readonly string[]): string {
  let number = taken.length + 1
  while (taken.includes(`${word} ${number}`)) number++
  return `${word} ${number}`
}
