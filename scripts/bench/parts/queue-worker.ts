import { Worker } from 'bullmq'
import { workerConnection } from '../../../src/adapters/redis/connection.ts'
import { serve } from '../processes.ts'
import { wallClock } from '../statistics.ts'
import { until } from '../watch.ts'

/** A bare BullMQ worker in a process of its own, with the product's concurrency and an empty handler. */
let delays: number[] = []
const connection = workerConnection(process.argv[2] ?? '', () => undefined)
const worker = new Worker<{ addedAt: number }>('bare', async (job) => void delays.push(wallClock() - job.data.addedAt), { connection, concurrency: 20, skipVersionCheck: true })
await worker.waitUntilReady()

serve({
  take() {
    const taken = delays
    delays = []
    return { delays: taken }
  },
  async after({ count }) {
    await until(() => delays.length >= Number(count), 60_000, 1)
    return { processed: delays.length }
  },
})
