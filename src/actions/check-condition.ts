import { CONDITION_LIMITS, newCondition, nextCondition, stretchSubject, systemLevels } from '../domain/condition.ts'
import type { Condition, ConditionFinding, ConditionLimits, SystemKind } from '../domain/condition.ts'
import type { Done, Store } from './ports.ts'
import { tellOfCondition, tellOfEnd } from './tell-of-condition.ts'
import type { TellDeps } from './tell-of-condition.ts'

export interface ConditionDeps extends TellDeps {
  store: TellDeps['store'] & Pick<Store, 'conditions'>
}

export interface CheckedCondition extends Done {
  condition: Condition
  /** New deliveries. */
  told: number
}

/**
 * Begins, follows and ends a condition of Prahari itself, and plans who is told: once, again every ten minutes while it stands,
 * and when it is over. Any number of processes may judge: the row is replaced by its version, what is told has natural keys.
 * @throws PrahariError unavailable.
 */
export async function checkCondition(deps: ConditionDeps, kind: SystemKind, finding: ConditionFinding, limits: ConditionLimits = CONDITION_LIMITS): Promise<CheckedCondition> {
  const { conditions } = deps.store
  const stored = await conditions.get(kind)
  const before = stored ?? newCondition(kind)
  if (before.ended?.isTold === false) return endTold(deps, before, before.ended)
  const { condition, tell } = nextCondition(before, finding, deps.store.now(), limits)
  // Told before it is written down as told: a process that is killed in between leaves it to the next, under the same keys.
  const told = tell === null || !condition.standing ? 0 : await tellOfCondition(deps, { subject: stretchSubject(kind, condition.standing.since), since: condition.standing.since, levels: systemLevels() }, tell)
  if (condition !== before) await (stored ? conditions.replace(condition, before.version) : conditions.insertMany([condition]))
  return { did: told > 0 ? 'told' : 'checked', because: finding.because, condition, told }
}

async function endTold(deps: ConditionDeps, before: Condition, ended: NonNullable<Condition['ended']>): Promise<CheckedCondition> {
  const told = await tellOfEnd(deps, stretchSubject(before.id, ended.since))
  const condition = { ...before, version: before.version + 1, ended: { ...ended, isTold: true } }
  await deps.store.conditions.replace(condition, before.version)
  return { did: 'told', because: 'it is over', condition, told }
}
