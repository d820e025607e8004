import { progress } from '../domain/alert.ts'
import type { ProgressStep } from '../domain/alert.ts'
import type { Viewer } from '../domain/person.ts'
import { changeAlert } from './change-alert.ts'
import type { ActDeps, Acted, AlertAct } from './change-alert.ts'

/** The holder says how far they are, or closes the alert; see changeAlert for errors. */
export function reportProgress(
  deps: ActDeps,
  viewer: Viewer,
  input: AlertAct & { key: string; step: ProgressStep; reason: string | null },
): Promise<Acted> {
  const person = { id: viewer.personId, name: viewer.name }
  return changeAlert(deps, viewer, input, (alert, now) => progress(alert, person, input.step, input.reason, input.key, now))
}
