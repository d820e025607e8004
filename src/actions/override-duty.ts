import type { OverrideBody } from '../contract/duty.ts'
import { PrahariError } from '../domain/errors.ts'
import type { DutyPost } from '../domain/ladder.ts'
import type { Viewer } from '../domain/person.ts'
import { checkOverride } from '../domain/roster-checks.ts'
import { changeRoster, checkPersons, dutyNode } from './change-roster.ts'
import type { RosterChanged } from './change-roster.ts'
import type { RosterDeps } from './write-roster.ts'

/** One person instead of another, or in addition, for a stretch. @throws PrahariError forbidden, invalid, unavailable. */
export async function overrideDuty({ store, crypto }: RosterDeps, viewer: Viewer, { post, nodeId, ...wish }: OverrideBody): Promise<RosterChanged> {
  const node = dutyNode(viewer, { post, nodeId })
  await checkPersons(store, [wish.personId], node.path, 'personId')
  const id = crypto.newToken().slice(0, 12)
  return changeRoster(store, viewer, { post, nodeId }, (roster, now) => {
    checkOverride(roster, wish, now)
    const what = wish.insteadOf === null ? `added ${wish.personId}` : `put ${wish.personId} instead of ${wish.insteadOf}`
    return { next: { ...roster, overrides: [...roster.overrides, { ...wish, id, by: viewer.personId, at: now }] }, what, id }
  })
}

/** Takes an override back. @throws PrahariError forbidden, not-found, invalid, unavailable. */
export function cancelOverride({ store }: Pick<RosterDeps, 'store'>, viewer: Viewer, { post, nodeId, id }: { post: DutyPost; nodeId: string; id: string }): Promise<RosterChanged> {
  return changeRoster(store, viewer, { post, nodeId }, (roster) => {
    if (!roster.overrides.some((one) => one.id === id)) throw new PrahariError('not-found', 'no such override', { field: 'id' })
    return { next: { ...roster, overrides: roster.overrides.filter((one) => one.id !== id) }, what: 'took an override back', id }
  })
}
