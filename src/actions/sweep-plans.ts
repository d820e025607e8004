import { planDeliveries } from './plan-deliveries.ts'
import type { PlanDeps, Planned } from './plan-deliveries.ts'

/** What a sweeping process remembers between two sweeps; without it only more is read. */
export interface SweepMemory {
  /** Everything that changed before is planned, milliseconds of the store's clock. */
  doneUntil: number
  /** Versions that were planned, of the dockets in the overlap. */
  versions: Map<string, number>
}

/** A change may become visible so long after the time it carries: a store that was slow, clocks of two hosts. */
const OVERLAP_MS = 15_000
/** How far back the first sweep of a process looks: what is still open tells anew at least every five minutes. */
const FIRST_LOOK_MS = 3_600_000
const MAX_KEYS = 100_000
const CHUNK = 200

/**
 * Plans for every alert that changed since the last sweep: what a killed process, or news that got lost, left undone.
 * @throws PrahariError unavailable; the next sweep looks again from where the last whole one ended.
 */
export async function sweepPlans(deps: PlanDeps, memory: SweepMemory): Promise<Planned> {
  const total: Planned = { did: 'swept', because: 'alerts that changed', planned: 0, empty: 0 }
  const now = deps.store.now()
  const keys = await deps.store.dockets.keys({ index: 'byAlertChange', range: { gte: memory.doneUntil - OVERLAP_MS }, order: 'asc', limit: MAX_KEYS })
  const fresh = keys.filter(({ id, version }) => (memory.versions.get(id) ?? 0) < version).map(({ id }) => id)
  for (let from = 0; from < fresh.length; from += CHUNK) {
    const dockets = await deps.store.dockets.getMany(fresh.slice(from, from + CHUNK))
    const { planned, empty } = await planDeliveries(deps, dockets)
    total.planned += planned
    total.empty += empty
    for (const { id, version } of dockets) memory.versions.set(id, version)
  }
  if (keys.length < MAX_KEYS) memory.doneUntil = now
  const kept = new Set(keys.map(({ id }) => id))
  for (const id of memory.versions.keys()) if (!kept.has(id)) memory.versions.delete(id)
  return total
}

/** What a process knows at its start. */
export function newSweepMemory(now: number): SweepMemory {
  return { doneUntil: now - FIRST_LOOK_MS, versions: new Map() }
}
