import type { Offer } from '../domain/alert.ts'
import { PrahariError } from '../domain/errors.ts'
import { cannotReach, handOver } from '../domain/hand-over.ts'
import { isWithin } from '../domain/area.ts'
import { mayAct, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { changeAlert, notInYourArea } from './change-alert.ts'
import type { ActDeps, Acted, AlertAct } from './change-alert.ts'
import type { Store } from './ports.ts'

export interface HandOverDeps extends ActDeps {
  store: ActDeps['store'] & Pick<Store, 'people'>
}

/**
 * The holder offers the alert to a colleague whose area has it, or back to the duty post; they have it until the other
 * acknowledges. See changeAlert for errors; a person who could not see the alert is not found.
 */
export async function handOverAlert(deps: HandOverDeps, viewer: Viewer, input: AlertAct & { key: string; to: string | null; reason: string | null }): Promise<Acted> {
  const to = input.to === null ? null : await recipient(deps, viewer, input.alertId, input.to)
  return changeAlert(deps, viewer, input, (alert, now) => handOver(alert, { id: viewer.personId, name: viewer.name }, to, input.reason, input.key, now))
}

/** Somebody who may act in an area that has the alert. @throws PrahariError not-found. */
export async function recipient({ store }: HandOverDeps, viewer: Viewer, alertId: string, personId: string): Promise<NonNullable<Offer['to']>> {
  const [person, docket] = await Promise.all([store.people.get(personId), store.dockets.get(alertId)])
  if (!docket || !maySee(viewer, docket.path)) throw notInYourArea('alertId')
  const canTake = person && !person.isDisabled && mayAct(person.role) && isWithin(person.scopePath, docket.path)
  if (!canTake) throw new PrahariError('not-found', 'nobody of that name can take this alert', { field: 'to' })
  return { personId: person.id, name: person.name }
}

/** The holder cannot get there: back to the ladder, the next rung now. See changeAlert for errors. */
export function giveBackAlert(deps: ActDeps, viewer: Viewer, input: AlertAct & { key: string; reason: string }): Promise<Acted> {
  return changeAlert(deps, viewer, input, (alert, now, path) => cannotReach(alert, { id: viewer.personId, name: viewer.name }, input.reason, input.key, path, now))
}
