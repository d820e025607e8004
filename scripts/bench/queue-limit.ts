import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { producerConnection } from '../../src/adapters/redis/connection.ts'
import type { PostJob } from '../../src/contract/jobs.ts'
import { startRedis } from '../../test/redis.ts'
import type { Run } from './layout.ts'
import { startNode } from './processes.ts'
import { spread, wallClock } from './statistics.ts'
import type { Spread } from './statistics.ts'

const PACED_PER_S = 50
const IN_FLIGHT = 100

/** What BullMQ does by itself with the product's payload: producer here, worker in another process. */
export interface QueueLimit {
  /** From `add` to the handler, at an easy pace. */
  delay: Spread
  /** Added and processed per second with many in flight. */
  jobsPerS: number
}

export async function measureQueueLimit(run: Run, payload: PostJob): Promise<QueueLimit> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-bench-'))
  const redis = await startRedis()
  const worker = await startNode({ name: 'queue-worker', entry: 'scripts/bench/parts/queue-worker.ts', args: [redis.url], folder })
  const connection = producerConnection(redis.url, () => undefined)
  const queue = new Queue('bare', { connection, skipVersionCheck: true, defaultJobOptions: { removeOnComplete: true } })
  const add = (): Promise<unknown> => queue.add('post', { ...payload, addedAt: wallClock() })
  try {
    await queue.waitUntilReady()
    await paced(add, PACED_PER_S)
    await worker.ask('take')
    await paced(add, PACED_PER_S * (run.isQuick ? 2 : 6))
    const calm = await worker.ask('take')
    const total = run.isQuick ? 6_000 : 20_000
    const began = performance.now()
    await crowded(add, total)
    await worker.ask('after', { count: total })
    const seconds = (performance.now() - began) / 1000
    return { delay: spread(calm.delays as number[]), jobsPerS: total / seconds }
  } finally {
    await queue.close()
    connection.disconnect()
    await worker.stop()
    await redis.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function paced(add: () => Promise<unknown>, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent++) {
    await add()
    await sleep(1000 / PACED_PER_S)
  }
}

async function crowded(add: () => Promise<unknown>, count: number): Promise<void> {
  let left = count
  await Promise.all(Array.from({ length: IN_FLIGHT }, async () => {
    while (left-- > 0) await add()
  }))
}
