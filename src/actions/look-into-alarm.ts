import { lookInto } from '../domain/desk-alarm.ts'
import type { DeskAlarm } from '../domain/desk-alarm.ts'
import { PrahariError } from '../domain/errors.ts'
import { maySee, maySupervise } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { Store } from './ports.ts'
import { writeAudited } from './write-audited.ts'
import type { AuditedDeps } from './write-audited.ts'

export interface LookDeps extends AuditedDeps {
  store: AuditedDeps['store'] & Pick<Store, 'deskAlarms'>
}

/**
 * A supervisor looked into an alarm of their area and says what they found: it is quiet until it goes on. Who, when and why
 * stands in the audit trail before it is; whom it is about looks into nothing of their own.
 * @param version as it was shown: what came on top since is not looked into.
 * @throws PrahariError forbidden, not-found (outside the area too), conflict, unavailable.
 */
export async function lookIntoAlarm(deps: LookDeps, viewer: Viewer, { id, version, reason }: { id: string; version: number; reason: string }): Promise<DeskAlarm> {
  if (!maySupervise(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} looks into no alarms`)
  const alarm = await deps.store.deskAlarms.get(id)
  if (!alarm || !maySee(viewer, alarm.path)) throw new PrahariError('not-found', 'no such alarm in your area', { field: 'id' })
  if (alarm.subject === viewer.personId) throw new PrahariError('forbidden', 'it is about your own work: somebody else looks into it')
  const grew = new PrahariError('conflict', 'it has grown since you saw it: look again', { field: 'version' })
  if (alarm.open === 0) throw new PrahariError('conflict', alarm.lookedInto ? `${alarm.lookedInto.name} has looked into it` : 'it is over')
  if (alarm.version !== version) throw grew
  const next = lookInto(alarm, viewer, reason, deps.store.now())
  const facts = { reason, kind: alarm.kind, subject: alarm.subject, times: alarm.times, since: alarm.since }
  await writeAudited(deps, { object: `desk-alarm:${id}`, who: viewer.personId, what: 'looked-into', facts }, () => deps.store.deskAlarms.replace(next, version), grew)
  return next
}
