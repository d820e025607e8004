import { planned, ringOf } from '../domain/delivery.ts'
import type { Channel, Delivery } from '../domain/delivery.ts'
import type { Told } from '../domain/ladder.ts'
import { channelsOf, mayKeepWalls } from '../domain/person.ts'
import type { OnDelivery } from './change-delivery.ts'
import { findOnDuty } from './find-on-duty.ts'
import type { DutyLookup, DutyStore, FoundOnDuty } from './find-on-duty.ts'
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

/** What is told: the stretch of which condition, and who looks after it, level by level, the nearest first. */
export interface Telling {
  subject: string
  since: number
  levels: readonly (readonly Told[])[]
}

const MAX_TOLD = 200
const MAX_ROWS = 5_000

/**
 * Plans who is told of a condition that stands: the supervisors on duty of the nearest level, and of every further one up to the
 * first where somebody can be reached; each time it is told again, one further. The notice is no alert: it has no ladder and
 * hangs on no board. @param n how often it was told before. @returns new deliveries. @throws PrahariError unavailable.
 */
export async function tellOfCondition(deps: TellDeps, { subject, since, levels }: Telling, n: number): Promise<number> {
  const at = supervisorsOf(findOnDuty(deps.store))
  const first = await firstReachable(deps, levels, at)
  const persons = await personsOf(levels.slice(0, first + n + 1).flat(), at)
  const now = deps.store.now()
  return insert(deps, persons.slice(0, MAX_TOLD).map(({ told, person, duty }) => {
    const [channel = 'console', ...thenBy] = channelsOf(person, deps.exists)
    return planned({
      docketId: subject, ring: ringOf(n, since), rung: n, personId: person.id, channel, thenBy, post: told.post, path: told.path, because: duty.because, lane: 'critical', docketVersion: 1,
    }, deps.crypto.sha256, now)
  }))
}

/** The ring of the notice that a condition is over. */
const ENDED_RING = 'ended'

export function isOfEnd({ ring }: Pick<Delivery, 'ring'>): boolean {
  return ring === ENDED_RING
}

/** Plans that those who were sent word of a stretch hear of its end. @returns new deliveries. @throws PrahariError unavailable. */
export async function tellOfEnd(deps: TellDeps, subject: string): Promise<number> {
  const rows = await deps.store.deliveries.find({ index: 'byDocket', equals: { docketId: subject }, limit: MAX_ROWS })
  const told = new Map(rows.filter((row) => row.sentAt !== null && !isOfEnd(row)).map((row) => [row.personId, row]))
  const people = await deps.store.people.getMany([...told.keys()])
  const now = deps.store.now()
  return insert(deps, people.flatMap((person) => {
    const before = told.get(person.id)
    const [channel = 'console', ...thenBy] = channelsOf(person, deps.exists)
    return before ? [planned({ docketId: subject, ring: ENDED_RING, rung: 0, personId: person.id, channel, thenBy, post: before.post, path: before.path, because: 'was told that it began', lane: 'critical', docketVersion: 1 }, deps.crypto.sha256, now)] : []
  }))
}

async function insert(deps: TellDeps, rows: readonly Delivery[]): Promise<number> {
  const outcomes = await deps.store.deliveries.insertMany(rows)
  const inserted = rows.filter((_, index) => outcomes[index] === 'inserted')
  for (const row of inserted) deps.onDelivery(row, row.state)
  return inserted.length
}

/** The first of these levels where somebody can be reached now; the last where nobody can be anywhere. */
async function firstReachable(deps: TellDeps, levels: Telling['levels'], at: DutyLookup): Promise<number> {
  for (const [index, level] of levels.entries()) {
    const people = (await personsOf(level, at)).map(({ person }) => person)
    const ways = await findReachable(deps, people)
    if (people.some(({ id }) => (ways.get(id)?.length ?? 0) > 0)) return index
  }
  return Math.max(0, levels.length - 1)
}

/** Those who look after walls and the engine, where there are any on duty; else whoever is. */
function supervisorsOf(at: DutyLookup): DutyLookup {
  return async (told): Promise<FoundOnDuty> => {
    const found = await at(told)
    const supervisors = found.persons.filter(({ person }) => mayKeepWalls(person.role))
    return supervisors.length > 0 ? { ...found, persons: supervisors } : found
  }
}
