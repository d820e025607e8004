import { escalateNow } from '../domain/supervise.ts'
import type { Viewer } from '../domain/person.ts'
import { changeAlert, mustSupervise } from './change-alert.ts'
import type { ActDeps, Acted } from './change-alert.ts'

/** A supervisor does not wait: the next rung fires now. See changeAlert for errors. */
export async function escalateAlert(deps: ActDeps, viewer: Viewer, input: { alertId: string; key: string }): Promise<Acted> {
  mustSupervise(viewer)
  return changeAlert(deps, viewer, input, (alert, now, path) => escalateNow(alert, path, { person: { id: viewer.personId, name: viewer.name }, key: input.key, now }))
}
