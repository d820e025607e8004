import type { DocketView } from '../contract/desk.ts'
import { maySeeDocket } from '../domain/desk-acts.ts'
import { evolve } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { mayAct } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { appendAudit } from './append-audit.ts'
import { evolveDocket, noDocket } from './evolve-docket.ts'
import { findDocket } from './find-docket.ts'
import type { Announcer, Store } from './ports.ts'
import { viewOf } from './read-docket-view.ts'
import type { ViewDeps } from './read-docket-view.ts'

export interface UnmaskDeps extends ViewDeps {
  store: ViewDeps['store'] & Pick<Store, 'audit'>
  announcer: Announcer
}

/**
 * Shows a protected identity to whoever asks, for a minute (actions/read-media.ts). Who read it and why stands in the audit trail and in the docket's history before
 * anything is shown; a docket that is not protected is shown without a record.
 * @throws PrahariError forbidden, not-found, unavailable (nothing is shown that could not be recorded).
 */
export async function unmaskDocket(deps: UnmaskDeps, viewer: Viewer, idOrNumber: string, reason: string): Promise<DocketView> {
  if (!mayAct(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} does not see protected identities`)
  const { store, crypto } = deps
  const found = await findDocket(store, idOrNumber)
  if (!found || !maySeeDocket(viewer, found)) throw noDocket('id')
  if (!found.verdict.isProtected) return viewOf(deps, viewer, found)
  await appendAudit(deps, { object: `docket:${found.id}`, who: viewer.personId, what: 'unmasked', facts: { reason, number: found.number } })
  const { docket } = await evolveDocket(deps, found.id, (one) => {
    if (!maySeeDocket(viewer, one)) throw noDocket('id')
    return evolve(one, {}, [{ what: 'unmasked', facts: { reason } }], { who: viewer.personId, now: store.now(), sha256: crypto.sha256 })
  })
  return viewOf(deps, viewer, docket)
}
