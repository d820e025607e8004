import type { DutyBook } from '../../actions/duty-book.ts'
import { cancelOverride, overrideDuty } from '../../actions/override-duty.ts'
import type { Crypto, Store } from '../../actions/ports.ts'
import { readDuty } from '../../actions/read-duty.ts'
import { readHandover } from '../../actions/read-handover.ts'
import { readRoster } from '../../actions/read-roster.ts'
import { decideSwap, swapDuty } from '../../actions/swap-duty.ts'
import { endLeave, takeLeave } from '../../actions/take-leave.ts'
import { writeRoster } from '../../actions/write-roster.ts'
import type { Channel } from '../../domain/delivery.ts'
import { indianMidnight } from '../../domain/roster.ts'
import type { Handlers } from './handlers.ts'

export interface DutyHttpDeps {
  store: Store
  crypto: Crypto
  exists: (channel: Channel) => boolean
  duty: Pick<DutyBook, 'of' | 'refresh'>
}

type Names = 'duty' | 'roster' | 'writeRoster' | 'overrideDuty' | 'cancelOverride' | 'swapDuty' | 'decideSwap' | 'takeLeave' | 'endLeave' | 'handover'

/** Who is on duty, rosters and what changes them, and the sheet of the shift handover. */
export function dutyHandlers(deps: DutyHttpDeps): Pick<Handlers, Names> {
  const { store } = deps
  const told = async <Answer>(change: Promise<Answer>): Promise<Answer> => {
    const answer = await change
    await deps.duty.refresh()
    return answer
  }
  return {
    duty: (_, viewer) => readDuty(deps, viewer.scopePath),
    roster: ({ query }, viewer) => readRoster(store, viewer, { ...query, from: query.from ?? indianMidnight(store.now()) }),
    writeRoster: ({ body }, viewer) => told(writeRoster(deps, viewer, body)),
    overrideDuty: ({ body }, viewer) => told(overrideDuty(deps, viewer, body)),
    cancelOverride: ({ params }, viewer) => told(cancelOverride(deps, viewer, params)),
    swapDuty: ({ body }, viewer) => told(swapDuty(deps, viewer, body)),
    decideSwap: ({ body }, viewer) => told(decideSwap(deps, viewer, body)),
    takeLeave: ({ body }, viewer) => told(takeLeave(deps, viewer, body)),
    endLeave: ({ params }, viewer) => told(endLeave(deps, viewer, params)),
    handover: ({ query }, viewer) => readHandover(deps, viewer, query),
  }
}
