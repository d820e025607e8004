import { isAnswered, isOpen } from '../domain/alert.ts'
import type { Docket } from '../domain/docket.ts'
import { reachedBy, rungTells } from '../domain/ladder.ts'
import { reachByRung } from '../domain/reach.ts'
import type { RungReach } from '../domain/reach.ts'
import { findOnDuty } from './find-on-duty.ts'
import type { DutyStore } from './find-on-duty.ts'
import { personsOf } from './plan-deliveries.ts'
import type { Store } from './ports.ts'

const MAX_ROWS = 5_000
const MAX_NAMES = 5

export interface Summary {
  rungs: RungReach[]
  next: { names: string[]; count: number } | null
}

/** What became of telling people of an alert, rung by rung, and who is told next if nothing happens. @throws PrahariError unavailable. */
export async function summariseDeliveries(store: Pick<Store, 'deliveries'> & DutyStore, docket: Docket): Promise<Summary> {
  const rows = await store.deliveries.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: MAX_ROWS })
  return { rungs: reachByRung(rows), next: await whoIsNext(store, docket) }
}

async function whoIsNext(store: DutyStore, { alert, path }: Docket): Promise<Summary['next']> {
  if (!alert || !isOpen(alert) || isAnswered(alert)) return null
  const told = reachedBy(rungTells(alert.policy, alert.nextRung), path)
  const persons = await personsOf(told, findOnDuty(store))
  return { names: persons.slice(0, MAX_NAMES).map(({ person }) => person.name), count: persons.length }
}
