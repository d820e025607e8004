import { isRetryable, PrahariError } from '../domain/errors.ts'
import type { InboxRow } from './collections.ts'
import type { OpenDeps, openDockets } from './open-dockets.ts'
import type { Done } from './ports.ts'

/** How long a queue has for a row before the sweep does its work. With the queue known to be down an SoS does not wait at all. */
export const SWEEP_AFTER_MS = { sos: 5_000, routine: 60_000 } as const
const BATCH = 200

/** Loaded with the first row that is swept: with it come the words by which posts are compared, and an engine must start at once. */
const open: typeof openDockets = async (deps, jobs) => (await import('./open-dockets.ts')).openDockets(deps, jobs)

export interface Swept extends Done {
  opened: number
  raised: number
  quarantined: number
}

/**
 * Opens the dockets that no job opened: after a lost queue, a killed worker, a flushed Redis. Works on the ledger alone.
 * A row on which opening fails for a reason that time will not mend is quarantined with it, so that its neighbours go on.
 */
export async function sweepInbox(deps: OpenDeps, isQueueUp: boolean): Promise<Swept> {
  const total: Swept = { did: 'swept', because: 'rows that no job had opened', opened: 0, raised: 0, quarantined: 0 }
  for (const lane of ['sos', 'routine'] as const) {
    const afterMs = lane === 'sos' && !isQueueUp ? 0 : SWEEP_AFTER_MS[lane]
    const rows = await deps.store.inbox.find({
      index: 'byState', equals: { state: 'pending', lane }, range: { lte: deps.store.now() - afterMs }, order: 'asc', limit: BATCH,
    })
    if (rows.length === 0) continue
    try {
      add(total, await open(deps, rows.map(toJob)))
    } catch (error) {
      if (isUnavailable(error)) throw error
      await oneByOne(deps, rows, total)
    }
  }
  return total
}

function isUnavailable(error: unknown): boolean {
  return error instanceof PrahariError && isRetryable(error)
}

function add(total: Swept, part: { opened: number; raised: number }): void {
  total.opened += part.opened
  total.raised += part.raised
}

async function oneByOne(deps: OpenDeps, rows: readonly InboxRow[], total: Swept): Promise<void> {
  for (const row of rows) {
    try {
      add(total, await open(deps, [toJob(row)]))
    } catch (error) {
      if (isUnavailable(error)) throw error
      const reason = `opening failed: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500)
      await deps.store.inbox.replace({ ...row, version: row.version + 1, state: 'quarantined', decision: 'quarantined', reason }, row.version)
      total.quarantined++
    }
  }
}

/** The job of a pending row, with what persons said of it where they did. */
export function toJob(row: InboxRow): Parameters<typeof openDockets>[1][number] {
  if (!row.verdict) throw new PrahariError('invalid', `inbox row ${row.id} is pending without a verdict`)
  const job = { postId: row.id, receivedAt: row.receivedAt, post: row.post, verdict: row.verdict }
  return row.machine ? { ...job, corrected: { rowVersion: row.version, machine: row.machine, corrections: row.corrections ?? [] } } : job
}
