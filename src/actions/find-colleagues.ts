import { hasIt } from '../domain/alert.ts'
import { nodeAt, pathsDownTo } from '../domain/jurisdiction.ts'
import { mayAct, maySee } from '../domain/person.ts'
import type { Role, Viewer } from '../domain/person.ts'
import { notInYourArea } from './change-alert.ts'
import type { DutyBook } from './duty-book.ts'
import { findDocket } from './find-docket.ts'
import type { Store } from './ports.ts'

export interface Colleague {
  personId: string
  name: string
  role: Role
  onDuty: boolean
  scopeName: string
  scopeNameHi: string
}

const MAX_PEOPLE = 200

/** To whom an alert can be handed over: who may act in an area that has it and does not have it yet; on duty first, the nearest area first. @throws PrahariError not-found, unavailable. */
export async function findColleagues({ store, duty }: { store: Pick<Store, 'dockets' | 'people'>; duty: Pick<DutyBook, 'of'> }, viewer: Viewer, alertId: string): Promise<Colleague[]> {
  const docket = await findDocket(store, alertId)
  const alert = docket?.alert
  if (!alert || !maySee(viewer, docket.path)) throw notInYourArea('id')
  const areas = await Promise.all(pathsDownTo(docket.path).toReversed().map((scopePath) => store.people.find({ index: 'byScope', equals: { scopePath }, limit: MAX_PEOPLE })))
  const found = areas.flat().filter((person) => !person.isDisabled && mayAct(person.role) && person.id !== viewer.personId && !hasIt(alert, person.id))
  return found.map(({ id: personId, name, role, scopePath }) => {
    const { name: scopeName, nameHi: scopeNameHi } = nodeAt(scopePath)
    return { personId, name, role, onDuty: duty.of({ personId, name, role, scopePath }).onDuty, scopeName, scopeNameHi }
  }).sort((a, b) => Number(b.onDuty) - Number(a.onDuty)).slice(0, MAX_PEOPLE)
}
