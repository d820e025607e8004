import { PrahariError } from '../domain/errors.ts'
import { reachedBy } from '../domain/ladder.ts'
import type { DutyPost, Told } from '../domain/ladder.ts'
import { maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { callPost as call } from '../domain/supervise.ts'
import { changeAlert, mustSupervise, notInYourArea } from './change-alert.ts'
import type { ActDeps, Acted } from './change-alert.ts'
import { findOnDuty } from './find-on-duty.ts'
import type { DutyStore } from './find-on-duty.ts'

export interface CallDeps extends ActDeps {
  store: ActDeps['store'] & DutyStore
}

/**
 * A supervisor tells a duty post of the alert's path now, besides the ladder. See changeAlert for errors; conflict where
 * nobody is on duty there, since a call that rings nowhere must not look like one.
 */
export async function callPost(deps: CallDeps, viewer: Viewer, input: { alertId: string; key: string; post: DutyPost }): Promise<Acted> {
  mustSupervise(viewer)
  const docket = await deps.store.dockets.get(input.alertId)
  if (!docket?.alert || !maySee(viewer, docket.path)) throw notInYourArea('alertId')
  const wasDone = docket.alert.acts.some((act) => act.kind === 'call' && act.key === input.key && act.personId === viewer.personId)
  if (!wasDone) await mustBeManned(deps.store, postOf(docket.path, input.post))
  return changeAlert(deps, viewer, input, (alert, now, path) => call(alert, postOf(path, input.post), { person: { id: viewer.personId, name: viewer.name }, key: input.key, now }))
}

async function mustBeManned(store: DutyStore, post: Told): Promise<void> {
  const { persons, because } = await findOnDuty(store)(post)
  if (persons.length === 0) throw new PrahariError('conflict', `nobody is on duty there: ${because}`, { field: 'post' })
}

function postOf(path: string, wanted: DutyPost): Told {
  const told = reachedBy([wanted], path).find(({ post }) => post === wanted)
  if (!told) throw new PrahariError('not-found', 'the path of this alert has no such post', { field: 'post' })
  return told
}
