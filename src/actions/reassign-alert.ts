import { reassign } from '../domain/supervise.ts'
import type { Viewer } from '../domain/person.ts'
import { changeAlert, mustSupervise } from './change-alert.ts'
import type { Acted } from './change-alert.ts'
import { recipient } from './hand-over-alert.ts'
import type { HandOverDeps } from './hand-over-alert.ts'

/**
 * A supervisor gives the alert to a person whose area has it; they are told at once and the ladder rests until they should
 * have acknowledged. See changeAlert for errors; a person who could not see the alert is not found.
 */
export async function reassignAlert(deps: HandOverDeps, viewer: Viewer, input: { alertId: string; key: string; to: string; reason: string | null }): Promise<Acted> {
  mustSupervise(viewer)
  const to = await recipient(deps, viewer, input.alertId, input.to)
  return changeAlert(deps, viewer, input, (alert, now) => reassign(alert, to, input.reason, { person: { id: viewer.personId, name: viewer.name }, key: input.key, now }))
}
