import { z } from 'zod'
import { overrideDuty } from '../../src/actions/override-duty.ts'
import { takeLeave } from '../../src/actions/take-leave.ts'
import { writeRoster } from '../../src/actions/write-roster.ts'
import type { RosterDeps } from '../../src/actions/write-roster.ts'
import { leaveBody, overrideBody, rosterBody } from '../../src/contract/duty.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import type { Viewer } from '../../src/domain/person.ts'
import { dryStore } from './dry-store.ts'

/** `2026-11-25 08:00` in India as epoch milliseconds; a number is taken as that. */
function momentOf(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  const at = /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value) ? Date.parse(`${value.replace(' ', 'T')}:00+05:30`) : NaN
  if (!Number.isFinite(at)) throw new PrahariError('invalid', `${name} "${value.slice(0, 40)}" must be a time like 2026-11-25 08:00`, { field: name })
  return at
}

const timed = (names: readonly string[]) => (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, names.includes(name) ? momentOf(name, one) : one]))
}
const rotations = (value: unknown): unknown => (
  typeof value === 'object' && value !== null && 'rotations' in value && Array.isArray(value.rotations) ? { ...value, rotations: value.rotations.map(timed(['startsAt'])) } : value
)

const file = z.strictObject({
  rosters: z.array(z.preprocess(rotations, rosterBody)).default([]),
  overrides: z.array(z.preprocess(timed(['from', 'to']), overrideBody)).default([]),
  leaves: z.array(z.preprocess(timed(['from', 'to']), leaveBody)).default([]),
})
export type RosterFile = z.infer<typeof file>

/** @throws PrahariError invalid, with every problem of the file. */
export function readRosterFile(json: unknown): RosterFile {
  try {
    return file.parse(json)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    throw new PrahariError('invalid', error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`).join('\n'))
  }
}

/** Writes what the file names, one after the other; what is refused is a problem and stops nothing else. @param isDry checks it all and writes nothing. */
export async function importRosters(deps: RosterDeps, viewer: Viewer, { rosters, overrides, leaves }: RosterFile, isDry: boolean): Promise<{ done: string[]; problems: string[] }> {
  const mine: RosterDeps = isDry ? { ...deps, store: dryStore(deps.store) } : deps
  const done: string[] = []
  const problems: string[] = []
  const attempt = async (name: string, work: () => Promise<{ because: string }>): Promise<void> => {
    try {
      done.push(`${name}: ${(await work()).because}`)
    } catch (error) {
      if (!(error instanceof PrahariError)) throw error
      problems.push(`${name}: ${error.message}`)
    }
  }
  for (const one of rosters) await attempt(`${one.post} of ${one.nodeId}`, () => writeRoster(mine, viewer, one))
  for (const one of overrides) await attempt(`override at ${one.post} of ${one.nodeId}`, () => overrideDuty(mine, viewer, one))
  for (const one of leaves) await attempt(`leave of ${one.personId}`, () => takeLeave(mine, viewer, one))
  return { done, problems }
}
