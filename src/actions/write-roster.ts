import type { RosterBody } from '../contract/duty.ts'
import { PrahariError } from '../domain/errors.ts'
import type { Viewer } from '../domain/person.ts'
import { checkPattern } from '../domain/roster-checks.ts'
import type { Crypto } from './ports.ts'
import { changeRoster, checkPersons, dutyNode } from './change-roster.ts'
import type { RosterChanged, RosterStore } from './change-roster.ts'

export interface RosterDeps {
  store: RosterStore
  crypto: Pick<Crypto, 'newToken'>
}

/**
 * Writes the weekly pattern of one duty post, in place of what was; overrides and swaps stay. Empty shifts and rotations
 * leave a roster that says nothing, which counts as none.
 * @throws PrahariError forbidden, invalid, conflict (somebody wrote it meanwhile), unavailable.
 */
export async function writeRoster({ store, crypto }: RosterDeps, viewer: Viewer, input: RosterBody): Promise<RosterChanged> {
  const node = dutyNode(viewer, input)
  const named = <Part extends { name: string }>(parts: readonly Part[]): (Part & { id: string })[] => parts.map((part) => ({ ...part, id: crypto.newToken().slice(0, 12) }))
  const shifts = named(input.shifts)
  const rotations = named(input.rotations)
  checkPattern(shifts, rotations)
  await checkPersons(store, [...shifts, ...rotations].flatMap(({ personIds }) => personIds), node.path, 'personIds')
  return changeRoster(store, viewer, input, (roster) => {
    if (input.version !== undefined && input.version !== roster.version) throw new PrahariError('conflict', 'somebody changed this roster meanwhile: read it again', { field: 'version' })
    return { next: { ...roster, shifts, rotations }, what: `wrote ${shifts.length} shifts and ${rotations.length} rotations`, id: roster.id }
  })
}
