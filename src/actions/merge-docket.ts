import { deskOf } from '../domain/desk.ts'
import { actAtDesk } from '../domain/desk-acts.ts'
import type { DeskCommand } from '../domain/desk-acts.ts'
import { evolve } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import type { Viewer } from '../domain/person.ts'
import type { Acted } from './change-alert.ts'
import { changeDesk } from './change-desk.ts'
import type { DeskDeps, DeskInput } from './change-desk.ts'
import { evolveDocket, noDocket } from './evolve-docket.ts'
import { findDocket } from './find-docket.ts'
import { findSuccessor } from './find-merged.ts'

/**
 * The docket is the same complaint as another: it closes as a duplicate, and the other shows its thread from now on. This one
 * is written first; a process killed in between leaves the line in the other's history to the retry of the same act. Two
 * people who merge two dockets into each other at the same moment both end with two open dockets: rather none merged than both closed.
 * @throws PrahariError see changeDesk.
 */
export async function mergeDocket(deps: DeskDeps, viewer: Viewer, input: DeskInput, command: Extract<DeskCommand, { act: 'merge' }>): Promise<Acted> {
  const found = await findDocket(deps.store, command.intoId)
  if (!found) throw noDocket('intoId')
  const done = await changeDesk(deps, viewer, input, { act: 'merge', intoId: found.id }, async () => ({ into: await deps.store.dockets.get(found.id) }))
  if (deskOf(done.docket).mergedInto !== found.id) return done
  // Read anew: the other may have been merged meanwhile.
  const into = (await deps.store.dockets.get(found.id)) ?? found
  if ((await findSuccessor(deps.store, into)).id === done.docket.id) return undo(deps, viewer, input, done.docket)
  await tellTarget(deps, viewer, done.docket, found.id)
  return done
}

/** The other docket's history says which was merged into it; saying it again adds nothing. */
async function tellTarget(deps: DeskDeps, viewer: Viewer, { id, number }: Docket, intoId: string): Promise<void> {
  await evolveDocket(deps, intoId, (into) => {
    if (into.history.some(({ what, facts }) => what === 'merged-here' && facts.fromId === id)) return into
    return evolve(into, {}, [{ what: 'merged-here', facts: { from: number, fromId: id } }], { who: viewer.personId, now: deps.store.now(), sha256: deps.crypto.sha256 })
  }, 'intoId')
}

async function undo(deps: DeskDeps, viewer: Viewer, { key }: DeskInput, merged: Docket): Promise<never> {
  await evolveDocket(deps, merged.id, (docket) => (deskOf(docket).mergedInto === null ? docket
    : actAtDesk(docket, { act: 'reopen', reason: 'each was merged into the other at the same moment' }, { viewer, key: `${key}.undo`, now: deps.store.now(), sha256: deps.crypto.sha256, policy: deps.policy })))
  throw new PrahariError('conflict', 'somebody merged the other one into this at the same moment: both are open again', { field: 'intoId' })
}
