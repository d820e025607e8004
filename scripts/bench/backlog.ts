import { setTimeout as sleep } from 'node:timers/promises'
import { createQueues } from '../../src/adapters/redis/queues.ts'
import type { RedisQueues } from '../../src/adapters/redis/queues.ts'
import type { InboxRow } from '../../src/actions/collections.ts'
import { aRoutineRow, pass } from './chain.ts'
import { openLayout } from './layout.ts'
import type { Run } from './layout.ts'
import { atMost, ratioAtMost, row, write } from './row.ts'
import type { Row } from './row.ts'
import { watchAlerts } from './watch.ts'

const SOS_PER_S = 40
const SOS_ONLY = { sosShare: 1, actionableShare: 1 }
const IN_FLIGHT = 200

const PLAN = { full: { jobs: 100_000, seconds: 12 }, quick: { jobs: 10_000, seconds: 4 } } as const

/** How long an SoS takes while a heap of routine jobs waits, against the same SoS when nothing does. */
export async function benchBacklog(run: Run): Promise<Row[]> {
  const { jobs, seconds } = run.isQuick ? PLAN.quick : PLAN.full
  const layout = await openLayout(run, { withX: true })
  const queues = createQueues(layout.redisUrl, () => undefined)
  try {
    const { socket } = await layout.signIn('supervisor', 'up')
    const watch = watchAlerts(socket)
    await pass(layout, watch, { ratePerSecond: 300, seconds: 2, sosShare: 0.1, actionableShare: 1 })
    const idle = await pass(layout, watch, { ratePerSecond: SOS_PER_S, seconds, ...SOS_ONLY })
    await heapUp(queues, await aRoutineRow(layout), jobs)
    const waitingBefore = (await queues.depths()).routine
    const busy = await pass(layout, watch, { ratePerSecond: SOS_PER_S, seconds, ...SOS_ONLY }, ['sos'])
    const waitingAfter = (await queues.depths()).routine
    const heap = `${write(waitingBefore)} → ${write(waitingAfter)} jobs waiting`
    return [
      row({ bench: 'backlog', name: 'SoS p50 with the backlog', value: busy.delay.p50, unit: 'ms', limit: { name: 'idle p50', value: idle.delay.p50 }, note: `n=${busy.raised}; ${busy.cpu}` }),
      row({
        bench: 'backlog', name: 'SoS p99 with the backlog', value: busy.delay.p99, unit: 'ms', limit: { name: 'idle p99', value: idle.delay.p99 },
        aim: ratioAtMost(2, 'idle'), note: `${heap}, max ${write(busy.delay.max)} ms`,
      }),
      row({ bench: 'backlog', name: 'SoS p99 idle', value: idle.delay.p99, unit: 'ms', aim: atMost(50, 'ms'), note: `n=${idle.raised}, max ${write(idle.delay.max)} ms; ${idle.cpu}` }),
    ]
  } finally {
    await queues.close()
    await layout.stop()
  }
}

/** Queues copies of a real routine row, one job each, the way the product queues them. */
async function heapUp(queues: RedisQueues, sample: InboxRow, count: number): Promise<void> {
  while (!queues.isUp()) await sleep(10)
  const base = 7_000_000_000_000_000_000n
  let made = 0
  await Promise.all(Array.from({ length: IN_FLIGHT }, async () => {
    while (made < count) {
      const id = String(base + BigInt(made++))
      await queues.enqueueRoutine([{ ...sample, id, post: { ...sample.post, id, caseId: id } }])
    }
  }))
}
