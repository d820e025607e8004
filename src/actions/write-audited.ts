import type { PrahariError } from '../domain/errors.ts'
import { appendAudit } from './append-audit.ts'
import type { AuditEvent } from './append-audit.ts'
import type { AuditEntry } from './collections.ts'
import type { Crypto, Store } from './ports.ts'

export interface AuditedDeps {
  store: Pick<Store, 'audit' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
}

/**
 * Makes a change that is in the audit trail before it is made: nothing changes unrecorded, whenever a process dies. Where
 * somebody was faster a second entry says that the first one came to nothing. @throws PrahariError unavailable; `lost` itself.
 */
export async function writeAudited(deps: AuditedDeps, event: AuditEvent, change: () => Promise<'inserted' | 'exists' | 'replaced' | 'conflict' | undefined>, lost: PrahariError): Promise<AuditEntry> {
  const entry = await appendAudit(deps, event)
  const outcome = await change()
  if (outcome === 'inserted' || outcome === 'replaced') return entry
  await appendAudit(deps, { object: event.object, who: event.who, what: 'not-done', facts: { seq: entry.seq, because: 'somebody was faster' } })
  throw lost
}
