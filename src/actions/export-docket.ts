import type { Evidence, EvidenceContent } from '../contract/evidence.ts'
import { deskOf } from '../domain/desk.ts'
import { maySeeDocket } from '../domain/desk-acts.ts'
import { evolve, severityOf } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { firstBreak } from '../domain/history.ts'
import { nodeAt, pathsDownTo } from '../domain/jurisdiction.ts'
import { mayInspect } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { appendAudit } from './append-audit.ts'
import { notInYourArea } from './change-alert.ts'
import { evolveDocket } from './evolve-docket.ts'
import { findDocket } from './find-docket.ts'
import type { Announcer, Crypto, Seal, Store } from './ports.ts'

export interface ExportDeps {
  store: Pick<Store, 'dockets' | 'media' | 'replies' | 'notes' | 'deliveries' | 'receipts' | 'audit' | 'people' | 'now'>
  announcer: Announcer
  crypto: Pick<Crypto, 'sha256'>
  seal: Seal
}

const MOST = 5_000

/**
 * Everything that is known of one docket, signed, for a court or an auditor. That it was exported, by whom and why stands in the audit
 * trail and in the docket's own history before anything is given out. @throws PrahariError forbidden, not-found, unavailable.
 */
export async function exportDocket(deps: ExportDeps, viewer: Viewer, { id, reason }: { id: string; reason: string }): Promise<Evidence> {
  if (!mayInspect(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} exports nothing`)
  const found = await findDocket(deps.store, id)
  if (!found || !maySeeDocket(viewer, found)) throw notInYourArea('id')
  await appendAudit(deps, { who: viewer.personId, what: 'exported', object: `docket:${found.id}`, facts: { number: found.number, reason } })
  const { docket } = await evolveDocket(deps, found.id, (one) => evolve(one, {}, [{ what: 'exported', facts: { reason } }], { who: viewer.personId, now: deps.store.now(), sha256: deps.crypto.sha256 }))
  const content = await contentOf(deps, docket, viewer, reason)
  const text = JSON.stringify(content)
  return { content, proof: { algorithm: 'SHA-256, Ed25519', sha256: deps.crypto.sha256(text), publicKey: deps.seal.publicKey, signature: deps.seal.sign(text) } }
}

async function contentOf({ store, crypto }: ExportDeps, docket: Docket, viewer: Viewer, reason: string): Promise<EvidenceContent> {
  const of = { equals: { docketId: docket.id }, limit: MOST }
  const [media, replies, notes, deliveries, receipts, reads] = await Promise.all([
    store.media.find({ index: 'byDocket', ...of }), store.replies.find({ index: 'byDocket', ...of }), store.notes.find({ index: 'byDocket', ...of }),
    store.deliveries.find({ index: 'byDocket', ...of }), store.receipts.find({ index: 'byDocket', ...of }),
    store.audit.find({ index: 'byObject', equals: { object: `docket:${docket.id}` }, order: 'asc', limit: MOST }),
  ])
  const ids = new Set([...deliveries, ...receipts].map(({ personId }) => personId).concat([...docket.history, ...reads].map(({ who }) => who)))
  const names = new Map((await store.people.getMany([...ids])).map(({ id, name }) => [id, name]))
  const nameOf = (personId: string): string => names.get(personId) ?? personId
  const { closing } = deskOf(docket)
  return {
    format: 'prahari-docket/1', exportedAt: store.now(), exportedBy: { personId: viewer.personId, name: viewer.name, role: viewer.role }, reason,
    docket: {
      id: docket.id, number: docket.number, version: docket.version, status: docket.status, severity: severityOf(docket), category: docket.verdict.category, isProtected: docket.verdict.isProtected,
      where: pathsDownTo(docket.path).map((path) => nodeAt(path).name), postedAt: docket.postedAt, receivedAt: docket.receivedAt, openedAt: docket.openedAt, updatedAt: docket.updatedAt,
      closing: closing && { action: closing.action, reference: closing.reference, summary: closing.summary, name: closing.name, at: closing.at },
      reasons: docket.verdict.reasons.map(({ because, weight }) => `${weight >= 0 ? '+' : ''}${weight} ${because}`),
    },
    posts: [docket.post, ...docket.thread].map(({ id, author, createdAt, text, source }) => ({
      id, authorId: author.id, handle: author.handle, name: author.name, at: createdAt, text, textSha256: crypto.sha256(text), source,
    })),
    media: media.map(({ key, postId, type, url, alt, state, sentSha256, keptSha256 }) => ({ key, postId, type, url, alt, state, sentSha256, keptSha256 })),
    replies: replies.map(({ id, kind, state, text, byName, approvedName, at, postedAt, postId, because }) => ({ id, kind, state, text, name: byName, approvedName, at, postedAt, postId, because })),
    notes: notes.map(({ id, name, at, text, photo }) => ({ id, name, at, text, isPhoto: photo !== null })),
    told: deliveries.map(({ personId, post, rung, channel, state, reason: why, queuedAt, sentAt, onDeviceAt, seenAt, acknowledgedAt }) => ({
      personId, name: nameOf(personId), post, rung, channel, state, reason: why, queuedAt, sentAt, onDeviceAt, seenAt, acknowledgedAt,
    })),
    shown: receipts.map(({ personId, shownAt, seenAt }) => ({ personId, name: nameOf(personId), shownAt, seenAt })),
    reads: reads.map(({ seq, at, who, what, facts }) => ({ seq, at, who, name: names.get(who) ?? null, what, facts })),
    history: docket.history.map((entry) => ({ ...entry, name: names.get(entry.who) ?? null })),
    isHistoryWhole: firstBreak(docket.history, crypto.sha256) === null,
  }
}
