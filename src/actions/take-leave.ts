import type { LeaveBody } from '../contract/duty.ts'
import { PrahariError } from '../domain/errors.ts'
import { mayRoster, maySee } from '../domain/person.ts'
import type { Person, Viewer } from '../domain/person.ts'
import { withChange } from '../domain/roster.ts'
import type { Leave } from '../domain/roster.ts'
import { checkLeave } from '../domain/roster-checks.ts'
import type { RosterChanged } from './change-roster.ts'
import { evolveRow } from './evolve-row.ts'
import type { RosterDeps } from './write-roster.ts'

const KEEP_MS = 35 * 86_400_000

/** A person is away from every duty for a stretch. @throws PrahariError forbidden, invalid, unavailable. */
export function takeLeave({ store, crypto }: RosterDeps, viewer: Viewer, { personId, ...wish }: LeaveBody): Promise<RosterChanged> {
  const id = crypto.newToken().slice(0, 12)
  return change(store, viewer, personId, id, (leave, now) => {
    checkLeave(leave, wish, now)
    return { stretches: [...leave.stretches, { ...wish, id, by: viewer.personId, at: now }], what: 'gave leave' }
  })
}

/** Takes a leave back, or ends it now where it runs. @throws PrahariError forbidden, not-found, unavailable. */
export function endLeave({ store }: Pick<RosterDeps, 'store'>, viewer: Viewer, { personId, id }: { personId: string; id: string }): Promise<RosterChanged> {
  return change(store, viewer, personId, id, (leave, now) => {
    const known = leave.stretches.find((one) => one.id === id)
    if (!known) throw new PrahariError('not-found', 'no such leave', { field: 'id' })
    const others = leave.stretches.filter((one) => one.id !== id)
    return { stretches: known.from < now && now < known.to ? [...others, { ...known, to: now }] : others, what: 'ended leave' }
  })
}

async function change(
  store: RosterDeps['store'], viewer: Viewer, personId: string, id: string, decide: (leave: Leave, now: number) => Pick<Leave, 'stretches'> & { what: string },
): Promise<RosterChanged> {
  const person = await whose(store, viewer, personId)
  let because = ''
  const { row } = await evolveRow(store.leaves, personId, 'the leave', (leave: Leave = { id: personId, version: 0, path: person.scopePath, stretches: [], history: [] }): Leave => {
    const now = store.now()
    const { stretches, what } = decide(leave, now)
    because = what
    const kept = stretches.filter(({ to }) => to > now - KEEP_MS)
    return { ...leave, path: person.scopePath, version: leave.version + 1, stretches: kept, history: withChange(leave.history, { at: now, by: viewer.personId, what }) }
  })
  return { did: 'changed', because, id, version: row.version }
}

async function whose(store: Pick<RosterDeps['store'], 'people'>, viewer: Viewer, personId: string): Promise<Person> {
  if (!mayRoster(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} gives no leave`)
  const person = await store.people.get(personId)
  if (!person) throw new PrahariError('invalid', `${personId} is unknown`, { field: 'personId' })
  if (!maySee(viewer, person.scopePath)) throw new PrahariError('forbidden', `${personId} is outside your area`, { field: 'personId' })
  return person
}
