import type { DutyPost } from './ladder.ts'

/** A stretch of time, epoch milliseconds, `to` exclusive. */
export interface Stretch {
  from: number
  to: number
}

/** A weekly pattern in Indian time: who is on duty on which days from when to when. */
export interface Shift {
  id: string
  name: string
  /** Days of the week in India on which it begins, 0 is Sunday. */
  days: number[]
  /** Minutes after midnight in India. An end at or before the beginning is on the next day; equal means round the clock. */
  from: number
  to: number
  personIds: string[]
}

/** People who take turns: the first from `startsAt`, each for `turnDays`, then the first again. */
export interface Rotation {
  id: string
  name: string
  personIds: string[]
  /** The first hand-over; later ones come at the same time of day. */
  startsAt: number
  turnDays: number
}

/** One person instead of another, or in addition (`insteadOf` null). */
export interface Override extends Stretch {
  id: string
  personId: string
  insteadOf: string | null
  note: string
  by: string
  at: number
}

/** Two people change places: each takes the other's stretch once it is accepted. */
export interface Swap {
  id: string
  state: 'requested' | 'accepted' | 'refused'
  first: Stretch & { personId: string }
  second: Stretch & { personId: string }
  by: string
  at: number
  decidedBy: string | null
  decidedAt: number | null
}

/** One line of what was changed, by whom. */
export interface RosterChange {
  at: number
  by: string
  what: string
}

/** Who fills one duty post of one node. */
export interface Roster {
  /** `<post>@<node id>`: one roster for each. */
  id: string
  version: number
  post: DutyPost
  path: string
  shifts: Shift[]
  rotations: Rotation[]
  overrides: Override[]
  swaps: Swap[]
  /** Oldest first, the last MAX_HISTORY. */
  history: RosterChange[]
}

/** When a person is away, from every duty. */
export interface Leave {
  /** The person's id. */
  id: string
  version: number
  /** Scope of the person when it was last written. */
  path: string
  stretches: (Stretch & { id: string; note: string; by: string; at: number })[]
  history: RosterChange[]
}

/** Somebody on duty by a roster. */
export interface Rostered {
  personId: string
  because: string
  /** Until when at least, without a break. */
  until: number
}

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
const IST_OFFSET_MS = 19_800_000
const MAX_HISTORY = 200

export function rosterId(post: DutyPost, nodeId: string): string {
  return `${post}@${nodeId}`
}

export function withChange(history: readonly RosterChange[], change: RosterChange): RosterChange[] {
  return [...history, change].slice(-MAX_HISTORY)
}

/** Whether it says who is on duty at all. One without shifts and rotations counts as none. */
export function hasPattern({ shifts, rotations }: Pick<Roster, 'shifts' | 'rotations'>): boolean {
  return shifts.length + rotations.length > 0
}

/** Every id that the roster names, each once. */
export function namedIn({ shifts, rotations, overrides, swaps }: Pick<Roster, 'shifts' | 'rotations' | 'overrides' | 'swaps'>): string[] {
  return [...new Set([
    ...shifts.flatMap((one) => one.personIds), ...rotations.flatMap((one) => one.personIds), ...overrides.map((one) => one.personId),
    ...swaps.flatMap((one) => [one.first.personId, one.second.personId]),
  ])]
}

export function isAway(leave: Pick<Leave, 'stretches'> | undefined, at: number): boolean {
  return leave?.stretches.some((one) => isIn(one, at)) ?? false
}

function isIn({ from, to }: Stretch, at: number): boolean {
  return from <= at && at < to
}

/** Midnight in India at the beginning of the day of `at`. */
export function indianMidnight(at: number): number {
  return Math.floor((at + IST_OFFSET_MS) / DAY_MS) * DAY_MS - IST_OFFSET_MS
}

/** 0 is Sunday; 1 January 1970 was a Thursday. */
function weekday(midnight: number): number {
  return (Math.round((midnight + IST_OFFSET_MS) / DAY_MS) + 4) % 7
}

/** Whether and from when to when a shift that begins on this day runs. */
export function occurrence(shift: Pick<Shift, 'days' | 'from' | 'to'>, midnight: number): Stretch | null {
  if (!shift.days.includes(weekday(midnight))) return null
  const minutes = ((shift.to - shift.from + 1440) % 1440) || 1440
  const from = midnight + shift.from * MINUTE_MS
  return { from, to: from + minutes * MINUTE_MS }
}

function turnAt({ personIds, startsAt, turnDays }: Rotation, at: number): Rostered | null {
  const turn = Math.floor((at - startsAt) / (turnDays * DAY_MS))
  const personId = turn < 0 ? undefined : personIds[turn % personIds.length]
  return personId === undefined ? null : { personId, because: '', until: startsAt + (turn + 1) * turnDays * DAY_MS }
}

/** By shifts and rotations alone. */
function pattern({ shifts, rotations }: Roster, at: number): Rostered[] {
  const today = indianMidnight(at)
  const byShift = shifts.flatMap((shift) => [today, today - DAY_MS].flatMap((midnight) => {
    const stretch = occurrence(shift, midnight)
    return stretch && isIn(stretch, at) ? shift.personIds.map((personId) => ({ personId, because: `shift ${shift.name}`, until: stretch.to })) : []
  }))
  const byTurn = rotations.flatMap((rotation) => {
    const turn = turnAt(rotation, at)
    return turn ? [{ ...turn, because: `rotation ${rotation.name}` }] : []
  })
  return [...byShift, ...byTurn]
}

/** Overrides and accepted swaps in the order in which they were made, a swap as two replacements. */
function replacements({ overrides, swaps }: Roster): { personId: string; insteadOf: string | null; from: number; to: number; made: number; because: string }[] {
  const bySwap = swaps.filter(({ state }) => state === 'accepted').flatMap(({ first, second, decidedAt, at }) => [
    { ...first, personId: second.personId, insteadOf: first.personId, made: decidedAt ?? at, because: `swapped with ${first.personId}` },
    { ...second, personId: first.personId, insteadOf: second.personId, made: decidedAt ?? at, because: `swapped with ${second.personId}` },
  ])
  const byOverride = overrides.map(({ personId, insteadOf, from, to, at, by }) => ({
    personId, insteadOf, from, to, made: at, because: insteadOf === null ? `added by ${by}` : `instead of ${insteadOf}, override by ${by}`,
  }))
  return [...byOverride, ...bySwap].sort((a, b) => a.made - b.made)
}

function listed(roster: Roster, at: number): Rostered[] {
  let current = pattern(roster, at)
  // The two halves of one swap are made at one time: judged on the same list, else a swap within one stretch would undo itself.
  for (const together of Map.groupBy(replacements(roster).filter((one) => isIn(one, at)), (one) => one.made).values()) {
    const byWhom = new Map(together.flatMap((one) => (one.insteadOf === null ? [] : [[one.insteadOf, one] as const])))
    current = [
      ...current.map((one) => {
        const by = byWhom.get(one.personId)
        return by ? { personId: by.personId, because: by.because, until: Math.min(one.until, by.to) } : one
      }),
      ...together.filter(({ insteadOf }) => insteadOf === null).map(({ personId, because, to }) => ({ personId, because, until: to })),
    ]
  }
  const byPerson = new Map<string, Rostered>()
  for (const one of current) {
    const known = byPerson.get(one.personId)
    byPerson.set(one.personId, known && known.until >= one.until ? known : { ...one, because: known?.because ?? one.because })
  }
  return [...byPerson.values()]
}

/**
 * Who is on duty by the roster at a time, in its order, each once; who is away is left out.
 * @param leaves by person id.
 */
export function rosteredAt(roster: Roster, leaves: ReadonlyMap<string, Leave>, at: number): { persons: Rostered[]; because: string } {
  const all = listed(roster, at)
  const persons = all.filter(({ personId }) => !isAway(leaves.get(personId), at)).map((one) => ({ ...one, until: endOf(roster, leaves, one, at) }))
  if (persons.length > 0) return { persons, because: 'by the roster' }
  return { persons, because: all.length > 0 ? 'nobody: all on leave' : 'nobody: no shift or rotation covers this time' }
}

/** Where anything, another's shift within a swap too, takes the person off duty before the stretch ends. */
function endOf(roster: Roster, leaves: ReadonlyMap<string, Leave>, { personId, until }: Rostered, at: number): number {
  const leave = leaves.get(personId)
  return turningPoints(roster, leave ? [leave] : [], at, until).find((time) => isAway(leave, time) || !listed(roster, time).some((one) => one.personId === personId)) ?? until
}

/** Every time between `from` and `to` at which who is on duty may change, in order. Between two of them nothing does. */
export function turningPoints(roster: Roster | undefined, leaves: Iterable<Leave>, from: number, to: number): number[] {
  const points = new Set<number>()
  const add = (stretch: Stretch | null): void => { for (const time of stretch ? [stretch.from, stretch.to] : []) points.add(time) }
  for (const leave of leaves) leave.stretches.forEach(add)
  if (roster) {
    replacements(roster).forEach(add)
    for (let midnight = indianMidnight(from) - DAY_MS; midnight < to; midnight += DAY_MS) for (const shift of roster.shifts) add(occurrence(shift, midnight))
    for (const { startsAt, turnDays } of roster.rotations) {
      const length = turnDays * DAY_MS
      for (let time = Math.max(startsAt, startsAt + Math.floor((from - startsAt) / length) * length); time < to; time += length) points.add(time)
    }
  }
  return [...points].filter((time) => time > from && time < to).sort((a, b) => a - b)
}
