import type { Alert, Offer } from '../domain/alert.ts'
import { hasIt, isAnswered, isOpen, isResting } from '../domain/alert.ts'
import { besideRing, planned, ringOf } from '../domain/delivery.ts'
import type { Channel, Delivery } from '../domain/delivery.ts'
import type { Docket } from '../domain/docket.ts'
import type { OnDuty } from '../domain/duty.ts'
import { reachedBy, rungTells } from '../domain/ladder.ts'
import type { Told } from '../domain/ladder.ts'
import { channelsOf } from '../domain/person.ts'
import type { Person } from '../domain/person.ts'
import { firingsOf } from '../domain/pull-forward.ts'
import type { Firing } from '../domain/pull-forward.ts'
import type { OnDelivery } from './change-delivery.ts'
import { findOnDuty } from './find-on-duty.ts'
import type { DutyLookup, DutyStore } from './find-on-duty.ts'
import type { Announcer, Crypto, Done, Store } from './ports.ts'
import { pullLadder } from './pull-ladder.ts'
import { settleDeliveries } from './settle-deliveries.ts'

export interface PlanDeps {
  store: Pick<Store, 'dockets' | 'deliveries'> & DutyStore
  announcer: Announcer
  crypto: Pick<Crypto, 'sha256'>
  /** Which channels this installation has at all. */
  exists: (channel: Channel) => boolean
  onDelivery: OnDelivery
  /** Firings that this process knows to be planned (`<docketId>.<ring>`): saves writes, and may be forgotten at any time. */
  memory: Set<string>
}

export interface Planned extends Done {
  /** New deliveries. */
  planned: number
  /** Rungs at which there was nobody to tell. */
  empty: number
}

const MAX_MEMORY = 50_000

/**
 * Plans who is told of each firing that the dockets show, and settles what an acknowledgement or an end made pointless.
 * Works from the docket alone and by natural keys: twice is no news, and a sweep repeats what a killed process left.
 * @throws PrahariError unavailable.
 */
export async function planDeliveries(deps: PlanDeps, dockets: readonly Docket[]): Promise<Planned> {
  const total: Planned = { did: 'planned', because: 'what the dockets show', planned: 0, empty: 0 }
  const at = findOnDuty(deps.store)
  for (const docket of dockets) {
    if (!docket.alert) continue
    const isRinging = isOpen(docket.alert) && !isAnswered(docket.alert) && !isResting(docket.alert)
    if (isRinging) await planRinging(deps, docket, docket.alert, at, total)
    if (docket.alert.offer && isOpen(docket.alert)) await planOffer(deps, docket, docket.alert, docket.alert.offer, at, total)
    if (isOpen(docket.alert)) await planBeside(deps, docket, docket.alert, at, total)
    if (!isRinging || docket.alert.holder) await settleDeliveries(deps, docket)
  }
  return total
}

async function planRinging(deps: PlanDeps, docket: Docket, alert: Alert, at: DutyLookup, total: Planned): Promise<void> {
  const firings = firingsOf(alert).filter(({ rung, at: firedAt }) => !deps.memory.has(`${docket.id}.${ringOf(rung, firedAt)}`))
  if (firings.length === 0) return
  const empty: Firing[] = []
  const rows: Delivery[] = []
  for (const firing of firings) {
    const mine = await rowsOf(deps, docket, alert, firing, at)
    rows.push(...mine)
    if (mine.length === 0) empty.push(firing)
  }
  total.planned += await insert(deps, rows)
  total.empty += empty.length
  for (const firing of empty) await pullLadder(deps, docket.id, firing, 0, await whyNobody(alert, firing, at))
  remember(deps.memory, docket, firings)
}

async function insert(deps: PlanDeps, rows: readonly Delivery[]): Promise<number> {
  const outcomes = await deps.store.deliveries.insertMany(rows)
  const inserted = rows.filter((_, index) => outcomes[index] === 'inserted')
  for (const row of inserted) deps.onDelivery(row, row.state)
  return inserted.length
}

/** An offered hand-over rings whom it is offered to: one person, or those of the first rung. It is no rung: nobody there pulls nothing. */
async function planOffer(deps: PlanDeps, docket: Docket, alert: Alert, offer: Offer, at: DutyLookup, total: Planned): Promise<void> {
  const firing = { rung: 0, at: offer.at }
  const key = `${docket.id}.offer-${offer.at}`
  if (deps.memory.has(key)) return
  const [first] = reachedBy(rungTells(alert.policy, 0), docket.path)
  if (!first) return
  const named = offer.to ? await deps.store.people.get(offer.to.personId) : undefined
  const told = offer.to
    ? (named && !named.isDisabled ? [{ told: first, person: named, because: `${offer.fromName} hands it over` }] : [])
    : (await personsOf(reachedBy(rungTells(alert.policy, 0), docket.path), at)).map(({ duty, ...one }) => ({ ...one, because: `${offer.fromName} hands it back; ${duty.because}` }))
  total.planned += await insert(deps, told.flatMap((one) => rowFor(deps, docket, alert, firing, one) ?? []))
  deps.memory.add(key)
}

/** What a supervisor ordered besides the ladder: the person the alert was given to, and each post that was called. */
async function planBeside(deps: PlanDeps, docket: Docket, alert: Alert, at: DutyLookup, total: Planned): Promise<void> {
  const { assignment, calls = [] } = alert
  const fresh = (ring: string): boolean => !deps.memory.has(`${docket.id}.${ring}`)
  const rung = Math.max(0, alert.nextRung - 1)
  const [first] = reachedBy(rungTells(alert.policy, 0), docket.path)
  if (assignment && first && fresh(besideRing('assigned', assignment.at))) {
    const person = await deps.store.people.get(assignment.to.personId)
    const firing = { rung, at: assignment.at, ring: besideRing('assigned', assignment.at) }
    const row = person && !person.isDisabled ? rowFor(deps, docket, alert, firing, { told: first, person, because: `${assignment.byName} gave it to this person` }) : null
    total.planned += await insert(deps, row ? [row] : [])
    deps.memory.add(`${docket.id}.${firing.ring}`)
  }
  for (const call of calls.filter((one) => fresh(besideRing('called', one.at)))) {
    const firing = { rung, at: call.at, ring: besideRing('called', call.at) }
    const persons = await personsOf([call], at)
    total.planned += await insert(deps, persons.flatMap(({ told, person, duty }) => rowFor(deps, docket, alert, firing, { told, person, because: `${call.byName} called; ${duty.because}` }) ?? []))
    deps.memory.add(`${docket.id}.${firing.ring}`)
  }
}

/** The first channel of each person whom the firing tells; the others follow when it does not get through. */
async function rowsOf(deps: PlanDeps, docket: Docket, alert: Alert, firing: Firing, at: DutyLookup): Promise<Delivery[]> {
  const persons = await personsOf(toldAt(alert, firing), at)
  return persons.flatMap(({ told, person, duty }) => rowFor(deps, docket, alert, firing, { told, person, because: duty.because }) ?? [])
}

function rowFor(deps: PlanDeps, docket: Docket, alert: Alert, firing: Firing & { ring?: string }, { told, person, because }: { told: Told; person: Person; because: string }): Delivery | null {
  if (hasIt(alert, person.id)) return null
  const [channel = 'console', ...thenBy] = channelsOf(person, deps.exists)
  return planned({
    docketId: docket.id, ring: firing.ring ?? ringOf(firing.rung, firing.at), rung: firing.rung, personId: person.id, channel, thenBy, post: told.post, path: told.path, because,
    lane: alert.severity === 'critical' ? 'critical' : 'high', docketVersion: docket.version,
  }, deps.crypto.sha256, deps.store.now())
}

/** The note in the history of a rung that nobody is there for. */
async function whyNobody(alert: Alert, firing: Firing, at: DutyLookup): Promise<string> {
  const reasons = await Promise.all(toldAt(alert, firing).map(async (one) => {
    const { persons, because } = await at(one)
    return `${one.post}: ${persons.length > 0 ? 'all who are on duty have it' : because}`
  }))
  return reasons.join('; ')
}

function toldAt(alert: Alert, firing: Firing): Alert['told'] {
  return alert.told.filter((one) => one.rung === firing.rung && one.at === firing.at)
}

/** Each person once, for the first post that names them. */
export async function personsOf(told: readonly Told[], at: DutyLookup): Promise<{ told: Told; person: Person; duty: OnDuty }[]> {
  const found = new Map<string, { told: Told; person: Person; duty: OnDuty }>()
  for (const one of told) {
    for (const { person, duty } of (await at(one)).persons) if (!found.has(person.id)) found.set(person.id, { told: one, person, duty })
  }
  return [...found.values()]
}

function remember(memory: Set<string>, docket: Docket, firings: readonly Firing[]): void {
  if (memory.size > MAX_MEMORY) memory.clear()
  for (const { rung, at } of firings) memory.add(`${docket.id}.${ringOf(rung, at)}`)
}
