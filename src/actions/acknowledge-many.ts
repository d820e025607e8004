import type { BulkAnswer } from '../contract/act.ts'
import { acknowledge, isOpen } from '../domain/alert.ts'
import type { Outcome } from '../domain/alert.ts'
import { withAlert } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { hasAcknowledgedBy } from '../domain/supervise.ts'
import { mustSupervise } from './change-alert.ts'
import type { ActDeps } from './change-alert.ts'

export interface BulkInput {
  key: string
  shownAt: number
  alerts: { alertId: string; version: number }[]
}

const MAX_OPEN = 10_000
const MAX_ARRIVED = 50

/**
 * A supervisor takes every alert of a list that they were shown, each in the version that was shown. What changed since
 * then, or was raised since, stays unacknowledged and is named: nobody acknowledges what they have not seen (ISA-18.2).
 * The same key again gets the same answer. What is outside the area is named as any that is not there.
 * @throws PrahariError forbidden, unavailable.
 */
export async function acknowledgeMany(deps: ActDeps, viewer: Viewer, input: BulkInput): Promise<BulkAnswer> {
  mustSupervise(viewer)
  const wanted = [...new Map(input.alerts.map((one) => [one.alertId, one])).values()]
  const found = new Map((await deps.store.dockets.getMany(wanted.map(({ alertId }) => alertId))).map((docket) => [docket.id, docket]))
  const acknowledged: string[] = []
  const changed: BulkAnswer['changed'] = []
  const next: { document: Docket; expectedVersion: number }[] = []
  for (const { alertId, version } of wanted) {
    const decided = decide(deps, viewer, input.key, found.get(alertId), version)
    if (typeof decided === 'string') changed.push({ alertId, number: numberOf(found.get(alertId), viewer), because: decided })
    else if (decided) next.push({ document: decided, expectedVersion: version })
    else acknowledged.push(alertId)
  }
  const outcomes = next.length > 0 ? await deps.store.dockets.replaceMany(next) : []
  const written = next.filter((_, index) => outcomes[index] === 'replaced').map(({ document }) => document)
  deps.announcer.announce(written)
  const lost = next.filter((_, index) => outcomes[index] !== 'replaced')
  changed.push(...lost.map(({ document: { id, number } }) => ({ alertId: id, number, because: 'it has changed since' })))
  return { acknowledged: [...acknowledged, ...written.map(({ id }) => id)], changed, arrived: await arrivedSince(deps, viewer, input) }
}

/** The next version, null where this key did it before, or why it is left alone. */
function decide({ store, crypto }: ActDeps, viewer: Viewer, key: string, docket: Docket | undefined, version: number): Docket | string | null {
  const alert = docket?.alert
  if (!alert || !maySee(viewer, docket.path)) return 'not in your area'
  if (hasAcknowledgedBy(alert, viewer.personId, key)) return null
  if (docket.version !== version) return 'it has changed since'
  const now = store.now()
  const outcome = taken(() => acknowledge(alert, { id: viewer.personId, name: viewer.name }, key, now))
  if (typeof outcome === 'string') return outcome
  const [event] = outcome.events
  if (!event) return null
  return withAlert(docket, outcome.alert, [{ ...event, facts: { ...event.facts, inBulk: true } }], { who: viewer.personId, now, sha256: crypto.sha256 })
}

function taken(work: () => Outcome): Outcome | string {
  try {
    return work()
  } catch (error) {
    if (error instanceof PrahariError) return error.message
    throw error
  }
}

function numberOf(docket: Docket | undefined, viewer: Viewer): string {
  return docket && maySee(viewer, docket.path) ? docket.number : ''
}

async function arrivedSince({ store }: ActDeps, viewer: Viewer, { shownAt, alerts }: BulkInput): Promise<BulkAnswer['arrived']> {
  const listed = new Set(alerts.map(({ alertId }) => alertId))
  const open = await store.dockets.find({ index: 'byAlert', equals: { alertOpen: 1 }, range: { gte: viewer.scopePath, lt: `${viewer.scopePath}\uffff` }, limit: MAX_OPEN })
  return open.filter(({ id, alert }) => alert && isOpen(alert) && !alert.holder && alert.raisedAt > shownAt && !listed.has(id))
    .slice(0, MAX_ARRIVED).map(({ id, number }) => ({ alertId: id, number, because: 'it was raised since' }))
}
