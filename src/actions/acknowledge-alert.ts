import { acknowledge } from '../domain/alert.ts'
import type { Viewer } from '../domain/person.ts'
import { changeAlert } from './change-alert.ts'
import type { ActDeps, Acted, AlertAct } from './change-alert.ts'

/** "I have it": stops the ladder, or takes an offered hand-over. The first wins; a repeat by the holder gets the same answer; see changeAlert for errors. */
export function acknowledgeAlert(deps: ActDeps, viewer: Viewer, input: AlertAct & { key: string }): Promise<Acted> {
  const person = { id: viewer.personId, name: viewer.name }
  return changeAlert(deps, viewer, input, (alert, now) => acknowledge(alert, person, input.key, now))
}
