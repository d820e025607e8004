import { isOpen } from './alert.ts'
import type { AlertEvent } from './alert.ts'
import { evolve, severityOf, withAlert } from './docket.ts'
import type { Docket } from './docket.ts'
import type { ThreadContext } from './follow-up.ts'
import { CROWD_FROM, shareOf, witnessesOf } from './incident.ts'
import type { Incident } from './incident.ts'
import { familyOfMatter, isGraverByCrowd } from './matter.ts'
import { isActionable, oneStepUp, severityRank } from './verdict.ts'
import type { Severity } from './verdict.ts'
import { worsen } from './worsen.ts'

/** Whether so many independent reports of a matter make it graver. */
export function isCrowd(matter: string, authors: number): boolean {
  const family = familyOfMatter(matter)
  return authors >= CROWD_FROM && family !== null && isGraverByCrowd(family)
}

/** The severity that a crowd makes of one: one step graver, for what the police must act on anyhow. */
export function raisedByCrowd(severity: Severity): Severity {
  return isActionable(severity) ? oneStepUp(severity) : severity
}

export function crowdEvent(incidentId: string, authors: number): AlertEvent {
  return { what: 'crowd', facts: { incidentId, authors, because: `${authors} people report it independently of each other` } }
}

/**
 * The docket as part of the incident: told its size, and raised one step, once, where enough people report the same matter
 * and the docket is not closed. The same object when it was all done before.
 * @param tellsSize whether a mere growth is worth a new version of the docket.
 */
export function withIncident(docket: Docket, incident: Incident, tellsSize: boolean, { policy, now, sha256 }: ThreadContext): Docket {
  const share = shareOf(incident)
  const isNew = docket.incidentId !== incident.id
  const authors = docket.matter ? witnessesOf(incident.witnesses, docket.matter) : 0
  const isRaised = docket.raisedFor?.includes(incident.id) === true
  const isClosed = docket.alert ? !isOpen(docket.alert) : docket.status === 'closed'
  const raises = docket.matter !== undefined && docket.matter !== null && !isRaised && !isClosed && isCrowd(docket.matter, authors)
  const isGrown = tellsSize && (docket.incident?.dockets !== share.dockets || docket.incident.authors !== share.authors)
  if (!isNew && !raises && !isGrown) return docket

  const by = { who: 'system', now, sha256 }
  const changes: Partial<Docket> = { incidentId: incident.id, incident: share, ...(raises ? { raisedFor: [...(docket.raisedFor ?? []), incident.id] } : {}) }
  const linking: AlertEvent[] = isNew ? [{ what: 'linked', facts: { incidentId: incident.id } }] : []
  if (!raises) return evolve(docket, changes, linking, by)
  const current = severityOf(docket)
  const target = raisedByCrowd(current)
  const outcome = severityRank(target) < severityRank(current) ? worsen(docket.alert, target, { policy, path: docket.path, now }) : null
  const events = [...linking, crowdEvent(incident.id, authors), ...(outcome?.events ?? [])]
  return outcome ? withAlert({ ...docket, ...changes }, outcome.alert, events, by) : evolve(docket, changes, events, by)
}
