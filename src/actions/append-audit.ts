import { entryAfter } from '../domain/history.ts'
import { PrahariError } from '../domain/errors.ts'
import type { AuditEntry } from './collections.ts'
import type { Crypto, Store } from './ports.ts'

/** Something that somebody changed or read, besides the history of a docket. */
export type AuditEvent = Pick<AuditEntry, 'object' | 'who' | 'what' | 'facts'>

const MAX_TRIES = 50
const DIGITS = 12

/**
 * Writes one entry at the end of the audit trail. Whoever inserts a sequence number first has it; the others read the new end
 * and try again, so that any number of processes make one chain.
 * @throws PrahariError unavailable: nothing was written, and what was to be recorded must not happen.
 */
export async function appendAudit({ store, crypto }: { store: Pick<Store, 'audit' | 'now'>; crypto: Pick<Crypto, 'sha256'> }, event: AuditEvent): Promise<AuditEntry> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const [last] = await store.audit.find({ index: 'bySeq', order: 'desc', limit: 1 })
    // The object is hashed with the facts.
    const chained = entryAfter(last, { at: store.now(), who: event.who, what: event.what, facts: { ...event.facts, object: event.object } }, crypto.sha256)
    const entry: AuditEntry = { ...chained, id: auditIdOf(chained.seq), version: 1, object: event.object }
    if ((await store.audit.insertMany([entry]))[0] === 'inserted') return entry
  }
  throw new PrahariError('unavailable', 'the audit trail is contended, try again')
}

/** The id of the entry with this sequence number. */
export function auditIdOf(seq: number): string {
  return `audit-${String(seq).padStart(DIGITS, '0')}`
}
