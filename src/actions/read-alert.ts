import type { Docket } from '../domain/docket.ts'
import { mayReadIdentity } from '../domain/identity.ts'
import { maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { appendAudit } from './append-audit.ts'
import { notInYourArea } from './change-alert.ts'
import { findDocket } from './find-docket.ts'
import type { Crypto, Store } from './ports.ts'

export interface ReadAlertDeps {
  store: Pick<Store, 'dockets' | 'audit' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
}

/** One page reads an alert again at each of its versions: what the same person reads within this time is one reading. */
const SAME_READING_MS = 600_000
const MOST_ENTRIES = 50

/**
 * An alert of the viewer's area, and whether its protected identity is shown to them: to who has the alert, since they must go
 * there, and for a minute to who unmasked the docket. Everybody else gets it masked. A reading is in the audit trail before
 * anything is given out.
 * @throws PrahariError not-found (outside the area too), unavailable (nothing is shown that could not be recorded).
 */
export async function readAlert(deps: ReadAlertDeps, viewer: Viewer, idOrNumber: string): Promise<{ docket: Docket; isCleared: boolean }> {
  const docket = await findDocket(deps.store, idOrNumber)
  if (!docket?.alert || !maySee(viewer, docket.path)) throw notInYourArea('id')
  const isCleared = mayReadIdentity(docket, viewer, deps.store.now())
  if (isCleared && docket.verdict.isProtected) await record(deps, viewer, docket)
  return { docket, isCleared }
}

async function record(deps: ReadAlertDeps, { personId }: Viewer, { id, number }: Docket): Promise<void> {
  const object = `docket:${id}`
  const entries = await deps.store.audit.find({ index: 'byObject', equals: { object }, order: 'desc', limit: MOST_ENTRIES })
  const isSame = entries.some(({ who, what, at }) => who === personId && what === 'read-protected' && deps.store.now() - at < SAME_READING_MS)
  if (!isSame) await appendAudit(deps, { object, who: personId, what: 'read-protected', facts: { number } })
}
