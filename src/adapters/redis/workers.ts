import { UnrecoverableError, Worker } from 'bullmq'
import type { WorkerOptions } from 'bullmq'
import type { JobPayloads, QueueName } from '../../contract/jobs.ts'
import { isRetryable } from '../../domain/errors.ts'
import { workerConnection } from './connection.ts'
import { PREFIX } from './queues.ts'

/**
 * A killed worker's job is taken up after a stalled check: 60 s with BullMQ's defaults, about 6 s with these. The count is
 * high because a job that was merely unlucky in two crashes must not be failed for good.
 */
const RECOVERY = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 20 } as const satisfies Partial<WorkerOptions>

const CONCURRENCY: Record<QueueName, number> = { sos: 20, routine: 4 }

export interface QueueWorker {
  /** Stops taking jobs and waits for those in hand. */
  close(): Promise<void>
}

export interface WorkerHooks<Name extends QueueName> {
  handle: (payload: JobPayloads[Name]) => Promise<unknown>
  onFailed: (queue: Name, error: Error) => void
  onError: (error: Error) => void
}

/** Consumes one queue. A failure that time cannot mend is not tried again; the failed job is kept. */
export function startWorker<Name extends QueueName>(url: string, name: Name, hooks: WorkerHooks<Name>): QueueWorker {
  const connection = workerConnection(url, hooks.onError)
  const worker = new Worker<JobPayloads[Name]>(
    name,
    async (job) => {
      try {
        await hooks.handle(job.data)
      } catch (error) {
        if (isRetryable(error)) throw error
        throw new UnrecoverableError(error instanceof Error ? error.message : String(error))
      }
    },
    { connection, prefix: PREFIX, concurrency: CONCURRENCY[name], skipVersionCheck: true, ...RECOVERY },
  )
  worker.on('failed', (_, error) => hooks.onFailed(name, error))
  worker.on('error', hooks.onError)
  return {
    async close() {
      await worker.close()
      connection.disconnect()
    },
  }
}
