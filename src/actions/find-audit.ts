import { AUDIT_OFF_MS, auditState } from '../domain/audit.ts'
import type { ConditionFinding } from '../domain/condition.ts'
import type { Store } from './ports.ts'

const MAX_PULSES = 50

/**
 * Whether somebody audits the engine; null where this process began to look too short a while ago to say.
 * @param since when it began to look. @throws PrahariError unavailable.
 */
export async function findAudit(store: Pick<Store, 'pulses' | 'now'>, since: number): Promise<ConditionFinding | null> {
  const now = store.now()
  const pulses = await store.pulses.find({ index: 'byRole', equals: { role: 'audit' }, range: { gte: now - 2 * AUDIT_OFF_MS }, order: 'desc', limit: MAX_PULSES })
  const { at, isOn, because } = auditState(pulses, now, since)
  if (isOn && (at === null || now - at > AUDIT_OFF_MS)) return null
  return { stands: !isOn, because }
}
