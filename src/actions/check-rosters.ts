import { STATE_PATH } from '../domain/area.ts'
import { readDuty } from './read-duty.ts'
import type { DutyDeps } from './read-duty.ts'

/** What a check of every roster found, as facts of a pulse. Gaps are duty posts with nobody who can be reached. */
export type RosterFacts = Record<'gapsNow' | 'gapsSoon' | 'unmanned', number> & { firstGapAt: number | null }

/** Looks for rungs that would be passed over, now and in the next twelve hours, everywhere. @throws PrahariError unavailable. */
export async function checkRosters(deps: DutyDeps): Promise<RosterFacts> {
  const { rosterGaps, unmanned, serverNow } = await readDuty(deps, STATE_PATH)
  const gapsNow = rosterGaps.filter(({ from }) => from <= serverNow).length
  return { gapsNow, gapsSoon: rosterGaps.length - gapsNow, unmanned, firstGapAt: rosterGaps[0]?.from ?? null }
}
