import { shelve, unshelve } from '../domain/supervise.ts'
import type { Viewer } from '../domain/person.ts'
import { changeAlert, mustSupervise } from './change-alert.ts'
import type { ActDeps, Acted } from './change-alert.ts'

/** A supervisor puts an alert aside for a while, with a reason; never a critical one. See changeAlert for errors. */
export async function shelveAlert(deps: ActDeps, viewer: Viewer, input: { alertId: string; key: string; until: number; reason: string }): Promise<Acted> {
  mustSupervise(viewer)
  return changeAlert(deps, viewer, input, (alert, now) => shelve(alert, input.until, input.reason, { person: { id: viewer.personId, name: viewer.name }, key: input.key, now }))
}

/** Takes it back before its time: the rung that was next fires now. See changeAlert for errors. */
export async function unshelveAlert(deps: ActDeps, viewer: Viewer, input: { alertId: string; key: string }): Promise<Acted> {
  mustSupervise(viewer)
  return changeAlert(deps, viewer, input, (alert, now, path) => unshelve(alert, path, { person: { id: viewer.personId, name: viewer.name }, key: input.key, now }))
}
