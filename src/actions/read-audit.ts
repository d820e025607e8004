import { followsFrom } from '../domain/history.ts'
import { PrahariError } from '../domain/errors.ts'
import { isStateWide } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { auditIdOf } from './append-audit.ts'
import type { AuditEntry } from './collections.ts'
import type { Crypto, Store } from './ports.ts'

export interface AuditPage {
  entries: (AuditEntry & { name: string | null })[]
  /** Number of the newest entry shown that does not follow from the one before it; null when all do. */
  brokenAt: number | null
  next: number | null
}

/**
 * A page of the audit trail, newest first, of everything, of one object or of one person. Each entry shown is checked against
 * the one before it in the whole trail. @throws PrahariError forbidden, unavailable.
 */
export async function readAudit({ store, crypto }: { store: Pick<Store, 'audit' | 'people'>; crypto: Pick<Crypto, 'sha256'> }, viewer: Viewer, { object, who, before, limit }: { object?: string | undefined; who?: string | undefined; before?: number | undefined; limit: number }): Promise<AuditPage> {
  if (!isStateWide(viewer)) throw new PrahariError('forbidden', 'the audit trail is for whoever has the whole state as their area', { field: 'scope' })
  const range = before === undefined ? {} : { range: { lt: before } }
  const rest = { ...range, order: 'desc', limit: limit + 1 } as const
  const found = await store.audit.find(object !== undefined ? { index: 'byObject', equals: { object }, ...rest } : who !== undefined ? { index: 'byWho', equals: { who }, ...rest } : { index: 'bySeq', ...rest })
  const page = found.slice(0, limit)
  // With both given, the object is looked up and the person filtered: an object has few entries.
  const entries = object !== undefined && who !== undefined ? page.filter((one) => one.who === who) : page
  const [befores, people] = await Promise.all([
    store.audit.getMany([...new Set(entries.filter(({ seq }) => seq > 0).map(({ seq }) => auditIdOf(seq - 1)))]), store.people.getMany([...new Set(entries.map((one) => one.who))]),
  ])
  const bySeq = new Map(befores.map((one) => [one.seq, one]))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const broken = entries.find((one) => one.facts.object !== one.object || !followsFrom(bySeq.get(one.seq - 1), one, crypto.sha256))
  return { entries: entries.map((one) => ({ ...one, name: names.get(one.who) ?? null })), brokenAt: broken?.seq ?? null, next: found.length > limit ? (page.at(-1)?.seq ?? null) : null }
}
