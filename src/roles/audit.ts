import { auditLedger } from '../actions/audit-ledger.ts'
import { beat } from '../actions/beat.ts'
import type { Beacon, HandOver } from '../actions/ports.ts'
import { createBeacon } from '../adapters/beacon/beacon.ts'
import { deliveryCounter } from '../app.ts'
import type { World } from '../app.ts'
import { createTeller } from '../conditions.ts'
import type { Teller } from '../conditions.ts'
import type { ConditionLimits } from '../domain/condition.ts'
import type { AuditFinding } from '../domain/audit.ts'
import { within } from '../ops/lifecycle.ts'
import { repeat } from '../ops/repeat.ts'

const AUDIT_MS = 10_000
/** After a start the engine first catches up with what came due meanwhile. */
const FIRST_MS = 5_000
/** A ledger that takes longer to read is as good as one that cannot be read. */
const LIMIT_MS = 5_000
/** How often what was found is looked for again and told. */
const NOTICE_MS = 2_000

/** Other times than the product's, for tests. Milliseconds. */
interface AuditOptions {
  everyMs?: number
  firstMs?: number
  noticeMs?: number
  limits?: ConditionLimits
}

/**
 * Looks every ten seconds for what the engine should have done and did not, writes down that it looked, and only after a
 * clean look tells the address outside that all is well. It must not share a process with the engine, since it would hang
 * together with it. Any number may run; consoles and probes go by the newest look. What it found it tells duty supervisors by
 * itself (conditions.ts): who delivers may be dead with the engine.
 */
export function startAudit(world: World, { everyMs = AUDIT_MS, firstMs = FIRST_MS, noticeMs = NOTICE_MS, limits }: AuditOptions = {}): void {
  const { store, config, processId, log, metrics, lifecycle } = world
  const beacon = beaconOf(config)
  const startedAt = store.now()
  let found: AuditFinding | null = null
  let outside: HandOver | null = null

  const look = async (): Promise<boolean> => {
    const wasClean = found?.isClean ?? true
    found = await within(auditLedger(store), LIMIT_MS)
    const { isClean, overdue, because } = found
    if (isClean !== wasClean) log[isClean ? 'info' : 'warn']({ ...overdue, because }, isClean ? 'the audit is clean again' : 'the audit found what nobody did')
    await within(beat(store, `audit:${processId}`, 'audit', { isClean, ...overdue, because, outside: outside?.because ?? null }), LIMIT_MS)
    return isClean
  }
  const tell = async (isClean: boolean): Promise<void> => {
    const told = await beacon.tell(isClean)
    if (!told) return
    metrics.outsideHeartbeats.inc({ outcome: told.did === 'taken' ? (isClean ? 'clean' : 'unclean') : 'failed' })
    if (told.did !== 'taken' && outside?.did !== told.did) log.warn({ because: told.because }, 'the address outside was not told')
    outside = told
  }
  const audit = repeat('audit', everyMs, async () => {
    if (store.now() - startedAt < firstMs) return
    // Not even the look came about: that is no clean audit either, and silence or worse is what the outside must hear.
    const isClean = await look().catch(async (error: unknown) => {
      await tell(false)
      throw error
    })
    await tell(isClean)
  }, log)
  let teller: Teller | null = null
  const notices = repeat('audit notices', noticeMs, async () => {
    teller ??= await createTeller(world, deliveryCounter(world), 'engine', limits)
    // Looked for again before anybody is told of it.
    if (found?.isClean === false) found = await within(auditLedger(store), LIMIT_MS)
    if (found) await teller.follow({ stands: !found.isClean, because: found.because })
  }, log)
  lifecycle.onStop('audit', () => audit.stop())
  lifecycle.onStop('audit notices', () => notices.stop())
}

function beaconOf({ PRAHARI_HEARTBEAT_URL: url, PRAHARI_HEARTBEAT_FAIL_URL: failUrl }: World['config']): Beacon {
  return url === undefined ? { tell: () => Promise.resolve(null) } : createBeacon({ url, failUrl })
}
