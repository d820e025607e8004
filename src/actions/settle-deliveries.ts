import { hasIt, isAnswered, isOpen } from '../domain/alert.ts'
import type { Alert } from '../domain/alert.ts'
import { acknowledged, besideRing, expire, ringOf } from '../domain/delivery.ts'
import type { Delivery } from '../domain/delivery.ts'
import type { Docket } from '../domain/docket.ts'
import { isWithin } from '../domain/area.ts'
import { changeDelivery } from './change-delivery.ts'
import type { OnDelivery } from './change-delivery.ts'
import type { Done, Store } from './ports.ts'

const MAX_ROWS = 5_000

export interface SettleDeps {
  store: Pick<Store, 'deliveries' | 'now'>
  onDelivery: OnDelivery
}

/** Somebody has the alert, or it is closed: their deliveries count as answered, the others are no longer wanted. */
export async function settleDeliveries(deps: SettleDeps, docket: Docket): Promise<Done> {
  const rows = await deps.store.deliveries.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: MAX_ROWS })
  await Promise.all(rows.map((row) => settleDelivery(deps, row, docket)))
  return { did: 'settled', because: `${rows.length} deliveries` }
}

/** The same for one delivery. */
export function settleDelivery(deps: SettleDeps, row: Delivery, docket: Docket | undefined): Promise<Delivery> {
  const reason = whyUnwanted(row, docket)
  if (reason === null) return Promise.resolve(row)
  const isHolders = docket?.alert?.acts.some((act) => act.kind === 'acknowledge' && act.personId === row.personId && act.at >= row.queuedAt - MAX_RUSH_MS) === true
  return changeDelivery(deps.store, row, (delivery, now) => (isHolders ? acknowledged(delivery, now) : expire(delivery, reason, now)), deps.onDelivery)
}

/** A person may acknowledge what the console showed before the delivery was planned. */
const MAX_RUSH_MS = 60_000

/** Why the alert need no longer be told by this delivery, or null. */
export function whyUnwanted(row: Delivery, docket: Docket | undefined): string | null {
  const alert = docket?.alert
  if (!docket || !alert) return 'there is no such alert'
  if (!isOpen(alert)) return `closed as ${alert.state}`
  if (hasIt(alert, row.personId)) return 'this person has it'
  if (isOfOffer(row, alert) || isOfCall(row, alert)) return null
  if (alert.shelf) return 'shelved'
  if (alert.assignment) return row.ring === besideRing('assigned', alert.assignment.at) ? null : `given to ${alert.assignment.to.name}`
  if (isAnswered(alert)) return 'somebody has it'
  return isWithin(row.path, docket.path) ? null : 'handed over to another area'
}

/** Whether the row tells of a call besides the ladder: it is wanted also when somebody has the alert, who may need help. */
function isOfCall(row: Delivery, { calls }: Alert): boolean {
  return calls?.some(({ at }) => row.ring === besideRing('called', at)) === true
}

/** Whether the row tells of a hand-over that still stands. */
function isOfOffer(row: Delivery, { offer }: Alert): boolean {
  return Boolean(offer) && row.ring === ringOf(0, offer?.at ?? 0)
}
