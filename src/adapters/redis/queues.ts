import { Queue } from 'bullmq'
import type { JobsOptions } from 'bullmq'
import type { InboxRow } from '../../actions/collections.ts'
import type { Queues } from '../../actions/ports.ts'
import { jobIdFor, ROUTINE_BATCH } from '../../contract/jobs.ts'
import type { JobPayloads, PostJob, QueueName } from '../../contract/jobs.ts'
import { PrahariError } from '../../domain/errors.ts'
import { producerConnection } from './connection.ts'

export const PREFIX = 'prahari'

/** Tries of a job: about two minutes with the back-off, enough for a store to return; then the inbox sweep has it anyway. */
const JOB: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: { count: 10_000, age: 7 * 86_400 },
}

export interface FailedJob {
  queue: QueueName
  id: string
  reason: string
  attempts: number
  failedAt: number | null
}

export interface RedisQueues extends Queues {
  /** Jobs that failed for good, newest first. @throws PrahariError unavailable. */
  failedJobs(limit: number): Promise<FailedJob[]>
  /** Waiting jobs per queue. @throws PrahariError unavailable. */
  depths(): Promise<Record<QueueName, number>>
  isUp(): boolean
  close(): Promise<void>
}

function toJob(row: InboxRow): PostJob {
  if (!row.verdict) throw new PrahariError('invalid', `row ${row.id} has no verdict`)
  return { postId: row.id, receivedAt: row.receivedAt, post: row.post, verdict: row.verdict }
}

/** The producing side of both queues. Everything fails fast while Redis is away. */
export function createQueues(url: string, onError: (error: Error) => void): RedisQueues {
  const connection = producerConnection(url, onError)
  const open = <Name extends QueueName>(name: Name): Queue<JobPayloads[Name]> => {
    const queue = new Queue<JobPayloads[Name]>(name, { connection, prefix: PREFIX, defaultJobOptions: JOB, skipVersionCheck: true })
    queue.on('error', onError)
    return queue
  }
  const queues = { sos: open('sos'), routine: open('routine') }
  const guarded = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (connection.status !== 'ready') throw new PrahariError('unavailable', 'Redis is away')
    try {
      return await work()
    } catch (cause) {
      throw new PrahariError('unavailable', 'Redis did not take the command', { cause })
    }
  }
  return {
    async enqueueSos(rows) {
      await guarded(() => Promise.all(rows.map((row) => queues.sos.add('post', toJob(row), { jobId: jobIdFor(row.id) }))))
    },
    async enqueueRoutine(rows) {
      const batches = Array.from({ length: Math.ceil(rows.length / ROUTINE_BATCH) }, (_, index) =>
        rows.slice(index * ROUTINE_BATCH, (index + 1) * ROUTINE_BATCH).map(toJob))
      await guarded(() => queues.routine.addBulk(batches.map((batch) => ({
        name: 'posts' as const, data: { rows: batch }, opts: { jobId: `${jobIdFor(batch[0]?.postId ?? 'none')}-${batch.length}` },
      }))))
    },
    failedJobs: (limit) => guarded(async () => {
      const lists = await Promise.all((['sos', 'routine'] as const).map(async (queue) => {
        const jobs = await queues[queue].getFailed(0, limit - 1)
        return jobs.map((job) => ({ queue, id: job.id ?? '', reason: (job.failedReason ?? '').slice(0, 300), attempts: job.attemptsMade, failedAt: job.finishedOn ?? null }))
      }))
      return lists.flat().sort((a, b) => (b.failedAt ?? 0) - (a.failedAt ?? 0)).slice(0, limit)
    }),
    depths: () => guarded(async () => ({ sos: await queues.sos.getWaitingCount(), routine: await queues.routine.getWaitingCount() })),
    isUp: () => connection.status === 'ready',
    async close() {
      await Promise.all([queues.sos.close(), queues.routine.close()])
      connection.disconnect()
    },
  }
}
