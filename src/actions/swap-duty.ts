import type { SwapBody } from '../contract/duty.ts'
import { PrahariError } from '../domain/errors.ts'
import type { DutyPost } from '../domain/ladder.ts'
import { mayAct, mayRoster } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { rosteredAt, turningPoints } from '../domain/roster.ts'
import type { Roster, Swap } from '../domain/roster.ts'
import { checkStretch } from '../domain/roster-checks.ts'
import { changeRoster, checkPersons, dutyNode } from './change-roster.ts'
import type { RosterChanged } from './change-roster.ts'
import type { RosterDeps } from './write-roster.ts'

/** Asks for two people to change places; by one of them, or a supervisor. Nothing changes until it is accepted. @throws PrahariError forbidden, invalid, unavailable. */
export async function swapDuty({ store, crypto }: RosterDeps, viewer: Viewer, { post, nodeId, first, second }: SwapBody): Promise<RosterChanged> {
  const node = dutyNode(viewer, { post, nodeId })
  if (first.personId === second.personId) throw new PrahariError('invalid', 'a swap is between two people', { field: 'second.personId' })
  await checkPersons(store, [first.personId, second.personId], node.path, 'personId')
  const id = crypto.newToken().slice(0, 12)
  return changeRoster(store, viewer, { post, nodeId }, (roster, now) => {
    for (const side of [first, second]) {
      checkStretch(side, now, 'swap')
      if (!hasDuty(roster, side)) throw new PrahariError('invalid', `${side.personId} has no duty in that stretch`, { field: 'from' })
    }
    const swap: Swap = { id, state: 'requested', first, second, by: viewer.personId, at: now, decidedBy: null, decidedAt: null }
    return { next: { ...roster, swaps: [...roster.swaps, swap] }, what: `asked for a swap of ${first.personId} and ${second.personId}`, id }
  }, () => mayAct(viewer.role) && [first.personId, second.personId].includes(viewer.personId))
}

/** Accepts or refuses a swap: the other of the two, or a supervisor. @throws PrahariError forbidden, not-found, conflict, unavailable. */
export function decideSwap({ store }: Pick<RosterDeps, 'store'>, viewer: Viewer, { post, nodeId, swapId, accept }: { post: DutyPost; nodeId: string; swapId: string; accept: boolean }): Promise<RosterChanged> {
  return changeRoster(store, viewer, { post, nodeId }, (roster, now) => {
    const swap = roster.swaps.find(({ id }) => id === swapId)
    if (!swap) throw new PrahariError('not-found', 'no such swap', { field: 'swapId' })
    if (swap.state !== 'requested') throw new PrahariError('conflict', `this swap was ${swap.state} by ${swap.decidedBy ?? 'somebody'}`)
    if (accept && Math.max(swap.first.to, swap.second.to) <= now) throw new PrahariError('invalid', 'the swap is in the past', { field: 'swapId' })
    if (!mayRoster(viewer.role) && swap.by === viewer.personId && accept) throw new PrahariError('forbidden', 'the other one has to accept')
    const decided: Swap = { ...swap, state: accept ? 'accepted' : 'refused', decidedBy: viewer.personId, decidedAt: now }
    return { next: { ...roster, swaps: roster.swaps.map((one) => (one.id === swapId ? decided : one)) }, what: `${decided.state} the swap of ${swap.first.personId} and ${swap.second.personId}`, id: swapId }
  }, (roster) => mayAct(viewer.role) && roster.swaps.some(({ id, first, second }) => id === swapId && [first.personId, second.personId].includes(viewer.personId)))
}

function hasDuty(roster: Roster, { personId, from, to }: { personId: string; from: number; to: number }): boolean {
  const none = new Map<string, never>()
  return [from, ...turningPoints(roster, [], from, to)].some((at) => rosteredAt(roster, none, at).persons.some((one) => one.personId === personId))
}
