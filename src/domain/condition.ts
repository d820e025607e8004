import { STATE_PATH } from './area.ts'
import { allNodes } from './jurisdiction.ts'
import { KINDS_OF_POST } from './ladder.ts'
import type { DutyPost, Told } from './ladder.ts'

/**
 * What duty supervisors are told of that is no alert. `wall`: one that does not see. `desk`: one that nobody opens
 * (domain/desk-alarm.ts). `engine`: the audit found work that
 * nobody did, or sweeps that stand still. `audit`: nobody looks after the engine.
 */
export const CONDITION_KINDS = ['wall', 'desk', 'engine', 'audit'] as const
export type ConditionKind = (typeof CONDITION_KINDS)[number]
export type SystemKind = Exclude<ConditionKind, 'wall' | 'desk'>

/** A stretch in which a condition stands. Times are the store's. */
export interface Standing {
  since: number
  /** How often somebody was told of it, and when last. */
  told: number
  toldAt: number | null
}

/** A condition of Prahari itself: one row of each kind. */
export interface Condition {
  id: SystemKind
  version: number
  /** Null while all is well. */
  standing: (Standing & { because: string; /** Since when nothing was found any more, while that is too short to call it over. */ clearAt: number | null }) | null
  /** The last stretch that ended after somebody was told of it. */
  ended: { since: number; endedAt: number; isTold: boolean } | null
}

/** Milliseconds. */
export interface ConditionLimits {
  /** So long it must stand before somebody is told: an engine that starts anew is no reason. */
  tellMs: number
  /** While it stands, it is told again so often. */
  againMs: number
  /** So long nothing must be found before it is over: what comes and goes is told once. */
  clearMs: number
}
export const CONDITION_LIMITS: ConditionLimits = { tellMs: 4_000, againMs: 600_000, clearMs: 20_000 }

export interface ConditionFinding {
  stands: boolean
  because: string
}

/** Whether somebody is to be told now of what stands. */
export function isTellingDue({ since, toldAt }: Standing, now: number, { tellMs, againMs }: Pick<ConditionLimits, 'tellMs' | 'againMs'>): boolean {
  return toldAt === null ? now - since >= tellMs : now - toldAt >= againMs
}

export function newCondition(id: SystemKind): Condition {
  return { id, version: 0, standing: null, ended: null }
}

/** What follows from a finding: the condition from now on (the same object where nothing changed), and how often it had been told before; null: nobody is told now. */
export function nextCondition(before: Condition, { stands, because }: ConditionFinding, now: number, limits: ConditionLimits): { condition: Condition; tell: number | null } {
  const { standing } = before
  const changed = (changes: Partial<Condition>, tell: number | null = null): { condition: Condition; tell: number | null } => ({ condition: { ...before, ...changes, version: before.version + 1 }, tell })
  if (!stands) {
    if (!standing) return { condition: before, tell: null }
    const { since, told, clearAt } = standing
    if (clearAt === null) return changed({ standing: { ...standing, clearAt: now } })
    if (now - clearAt < limits.clearMs) return { condition: before, tell: null }
    return changed({ standing: null, ended: told > 0 ? { since, endedAt: clearAt, isTold: false } : before.ended })
  }
  // Written down first, told at the next look: what tells of it must find it in the store.
  if (!standing) return changed({ standing: { since: now, because, told: 0, toldAt: null, clearAt: null } })
  if (isTellingDue(standing, now, limits)) return changed({ standing: { ...standing, because, clearAt: null, told: standing.told + 1, toldAt: now } }, standing.told)
  return standing.because === because && standing.clearAt === null ? { condition: before, tell: null } : changed({ standing: { ...standing, because, clearAt: null } })
}

/** What deliveries carry in the place of a docket's id. @param id of the wall, or of the node whose desk it is; of a condition of Prahari itself since when it stands, base 36. */
export function subjectOf(kind: ConditionKind, id: string): string {
  return `${kind}:${id}`
}

/** The subject of one stretch of a condition of Prahari itself. */
export function stretchSubject(kind: SystemKind, since: number): string {
  return subjectOf(kind, since.toString(36))
}

/** The condition that a delivery tells of; null where it tells of an alert. */
export function conditionOf({ docketId }: { docketId: string }): { kind: ConditionKind; id: string } | null {
  const kind = CONDITION_KINDS.find((one) => docketId.startsWith(`${one}:`))
  return kind === undefined ? null : { kind, id: docketId.slice(kind.length + 1) }
}

const WIDENING: readonly DutyPost[] = ['state-control', 'range-control', 'district-head']

/** Who looks after Prahari as a whole: the state control room; after it every range, then every district, since alerts wait everywhere. */
export function systemLevels(): Told[][] {
  const nodes = [...allNodes()].filter(({ path }) => path.startsWith(STATE_PATH))
  return WIDENING.map((post) => nodes.filter(({ kind }) => KINDS_OF_POST[post].includes(kind)).map(({ path }) => ({ post, path })))
}
