import { AUDIT_LIMITS, judgeAudit } from '../domain/audit.ts'
import type { AuditFinding, LastSweeps } from '../domain/audit.ts'
import { CHANNELS } from '../domain/delivery.ts'
import { DRILL_PATH } from '../domain/drill.ts'
import type { Pulse } from '../domain/stream.ts'
import type { Store } from './ports.ts'

/** More than this is told as this many. */
const MAX_COUNTED = 500
const MAX_PULSES = 50
const PULSES_SINCE_MS = 600_000

/**
 * Looks in the ledger for what should have been done and was not: alerts whose deadline passed and nobody moved, SoS posts
 * without a decision, messages and answers to citizens that nobody took, sweeps that stand still. Reads only, and by itself: it shares no memory
 * with the processes it judges. Drills do not count: each is judged by its own time.
 * @throws PrahariError unavailable: a ledger that cannot be read is not clean.
 */
export async function auditLedger(store: Pick<Store, 'dockets' | 'inbox' | 'deliveries' | 'replies' | 'pulses' | 'now'>): Promise<AuditFinding> {
  const now = store.now()
  const [dockets, posts, deliveries, replies, sweepers, deliverers] = await Promise.all([
    store.dockets.find({ index: 'byDue', range: { lt: now - AUDIT_LIMITS.alertMs }, order: 'asc', limit: MAX_COUNTED }),
    store.inbox.count({ index: 'byState', equals: { state: 'pending', lane: 'sos' }, range: { lt: now - AUDIT_LIMITS.postMs } }),
    untaken(store, now - AUDIT_LIMITS.deliveryMs),
    store.replies.count({ index: 'byDue', range: { lt: now - AUDIT_LIMITS.replyMs } }),
    pulsesOf(store, 'escalate', now),
    pulsesOf(store, 'deliver', now),
  ])
  const alerts = dockets.filter(({ path }) => path !== DRILL_PATH).length
  const sweeps: LastSweeps = { ladder: newest(sweepers, 'lastSweepAt'), inbox: newest(sweepers, 'lastInboxSweepAt'), plan: newest(deliverers, 'lastSweepAt') }
  return judgeAudit({ alerts, posts, deliveries, replies }, sweeps, now)
}

async function untaken(store: Pick<Store, 'deliveries'>, before: number): Promise<number> {
  const queries = CHANNELS.flatMap((channel) => (['critical', 'high'] as const).map((lane) => ({ channel, lane })))
  const counts = await Promise.all(queries.map((equals) => store.deliveries.count({ index: 'byDue', equals, range: { lt: before } })))
  return counts.reduce((sum, count) => sum + count, 0)
}

function pulsesOf(store: Pick<Store, 'pulses'>, role: string, now: number): Promise<Pulse[]> {
  return store.pulses.find({ index: 'byRole', equals: { role }, range: { gte: now - PULSES_SINCE_MS }, order: 'desc', limit: MAX_PULSES })
}

function newest(pulses: readonly Pulse[], fact: string): number | null {
  const times = pulses.flatMap(({ facts }) => (typeof facts[fact] === 'number' ? [facts[fact]] : []))
  return times.length > 0 ? Math.max(...times) : null
}
