import type { InboxRow } from '../../src/actions/collections.ts'
import type { PostJob } from '../../src/contract/jobs.ts'
import { measureIngestLimit } from './ingest-limit.ts'
import { openLayout } from './layout.ts'
import type { BurstRequest, Layout, Run } from './layout.ts'
import { measureQueueLimit } from './queue-limit.ts'
import type { QueueLimit } from './queue-limit.ts'
import { atLeast, atMost, row, write } from './row.ts'
import type { Row } from './row.ts'
import { spread } from './statistics.ts'
import type { Spread } from './statistics.ts'
import { until, watchAlerts } from './watch.ts'
import type { Watch } from './watch.ts'

/** The mix that the aims speak of. */
const MIX = { sosShare: 0.01, actionableShare: 0.05 }
const SOS_ONLY = { sosShare: 1, actionableShare: 1 }
const DRAIN_LIMIT_MS = 60_000

const PLAN = {
  full: { warmS: 3, rates: [[50, 30], [500, 15], [3_000, 10]], saturationS: 8, floodPosts: 3_000 },
  quick: { warmS: 1, rates: [[50, 6], [500, 5], [3_000, 4]], saturationS: 4, floodPosts: 3_000 },
} as const

type Lane = 'sos' | 'routine'

/** What one burst did to the product. */
interface Passage {
  posts: number
  /** Alerts raised, and how late the console saw each, milliseconds after the frame was written. */
  raised: number
  delay: Spread
  unseen: number
  actionable: number
  /** Posts recorded per second, from the first frame to the last record. */
  recordedPerS: number
  /** Alerts on the console per second, from the first frame to the last one. */
  raisedPerS: number
  /** Share of a core, in percent, by process. */
  cpu: string
}

/** The whole chain: a frame leaves the emulator, an alert arrives on a console. */
export async function benchChain(run: Run): Promise<Row[]> {
  const plan = run.isQuick ? PLAN.quick : PLAN.full
  const layout = await openLayout(run, { withX: true })
  try {
    const { socket } = await layout.signIn('supervisor', 'up')
    const watch = watchAlerts(socket)
    await pass(layout, watch, { ratePerSecond: 500, seconds: plan.warmS, ...MIX })
    const paced: { rate: number; passage: Passage }[] = []
    for (const [rate, seconds] of plan.rates) paced.push({ rate, passage: await pass(layout, watch, { ratePerSecond: rate, seconds, ...MIX }) })
    const saturated = await pass(layout, watch, { ratePerSecond: 'max', seconds: plan.saturationS, ...MIX })
    const flood = await pass(layout, watch, { ratePerSecond: plan.floodPosts, seconds: 1, ...SOS_ONLY })
    const job = await anSosJob(layout)
    await layout.stop()
    const queue = await measureQueueLimit(run, job)
    const ingestPerS = await measureIngestLimit(run)
    return [
      ...paced.flatMap(({ rate, passage }) => delayRows(`at ${write(rate)} posts/s`, passage, queue, rate <= 50 ? 50 : rate <= 500 ? 100 : null)),
      row({
        bench: 'chain', name: 'posts recorded per second, saturated', value: saturated.recordedPerS, unit: 'posts/s', aim: atLeast(6_000, 'posts/s'),
        limit: { name: 'bare JSON parse + SQLite insert', value: ingestPerS }, note: `${write(saturated.posts)} posts; ${saturated.cpu}`,
      }),
      ...delayRows('saturated', saturated, queue, null),
      row({
        bench: 'chain', name: 'alerts on the console per second, every post an SoS', value: flood.raisedPerS, unit: 'alerts/s',
        limit: { name: 'bare BullMQ add + process', value: queue.jobsPerS }, note: `${write(flood.raised)} alerts; ${flood.cpu}`,
      }),
      row({
        bench: 'chain', name: 'SoS raised and never seen', value: [...paced.map((one) => one.passage), saturated, flood].reduce((sum, one) => sum + one.unseen, 0),
        unit: '', aim: atMost(0, ''), note: `of ${write(watch.size)}`,
      }),
    ]
  } finally {
    await layout.stop()
  }
}

function delayRows(when: string, passage: Passage, queue: QueueLimit, aimMs: number | null): Row[] {
  const { delay, raised, posts, actionable, cpu } = passage
  const of = { bench: 'chain', unit: 'ms' }
  const p99 = { name: `SoS p99 ${when}`, value: delay.p99, limit: { name: 'bare BullMQ p99', value: queue.delay.p99 }, note: `n=${raised}, max ${write(delay.max)} ms` }
  return [
    row({
      ...of, name: `SoS p50 ${when}`, value: delay.p50, limit: { name: 'bare BullMQ p50', value: queue.delay.p50 },
      note: `${write(posts)} posts, ${(100 * actionable / posts).toFixed(1)} % actionable; ${cpu}`,
    }),
    row(aimMs === null ? { ...of, ...p99 } : { ...of, ...p99, aim: atMost(aimMs, 'ms') }),
  ]
}

/**
 * Sends a burst and waits until all of it is recorded and every alert is on the console.
 * @param lanes whose dockets to wait for.
 */
export async function pass(layout: Layout, watch: Watch, request: BurstRequest, lanes: readonly Lane[] = ['sos', 'routine']): Promise<Passage> {
  watch.take()
  const before = await tally(layout)
  const cpuBefore = layout.cpu()
  const began = performance.now()
  const { posts, startedAt } = await layout.burst(request)
  const isRecorded = await until(async () => (await recorded(layout)) >= before.recorded + posts, DRAIN_LIMIT_MS)
  if (!isRecorded) throw new Error(`${before.recorded + posts - (await recorded(layout))} of ${posts} posts were not recorded ${DRAIN_LIMIT_MS} ms after the burst`)
  const lastRecordedAt = await newestReceipt(layout)
  await until(async () => (await pending(layout, lanes)) === 0, DRAIN_LIMIT_MS)
  const after = await tally(layout)
  const raised = after.raised - before.raised
  await until(() => watch.size >= after.raised, 5_000)
  const seconds = (performance.now() - began) / 1000
  const sights = watch.take()
  const lastSeenAt = sights.at(-1)?.seenAt ?? NaN
  return {
    posts, raised, actionable: after.actionable - before.actionable, unseen: raised - sights.length,
    delay: spread(sights.map(({ seenAt, postedAt }) => seenAt - postedAt)),
    recordedPerS: posts / ((lastRecordedAt - startedAt) / 1000),
    raisedPerS: raised / ((lastSeenAt - startedAt) / 1000),
    cpu: cpuShares(cpuBefore, layout.cpu(), seconds),
  }
}

async function tally(layout: Layout): Promise<{ recorded: number; raised: number; actionable: number }> {
  const { dockets } = layout.store
  return {
    recorded: await recorded(layout),
    raised: await dockets.count({ index: 'byAlert', equals: { alertOpen: 1 } }),
    actionable: await dockets.count({ index: 'byOpened', range: { gte: 0 } }),
  }
}

function recorded({ store }: Layout): Promise<number> {
  return store.inbox.count({ index: 'byReceived', range: { gte: 0 } })
}

async function pending({ store }: Layout, lanes: readonly Lane[]): Promise<number> {
  const counts = await Promise.all(lanes.map((lane) => store.inbox.count({ index: 'byState', equals: { state: 'pending', lane } })))
  return counts.reduce((sum, one) => sum + one, 0)
}

async function newestReceipt({ store }: Layout): Promise<number> {
  const [row] = await store.inbox.find({ index: 'byReceived', order: 'desc', limit: 1 })
  return row?.receivedAt ?? NaN
}

/** A job as the product queues it, from an alert of this run: what the bare queue carries too. */
async function anSosJob({ store }: Layout): Promise<PostJob> {
  const [docket] = await store.dockets.find({ index: 'byAlert', equals: { alertOpen: 1 }, limit: 1 })
  if (!docket) throw new Error('no alert was raised: triage found no SoS among the demo posts')
  return { postId: docket.post.id, receivedAt: docket.receivedAt, post: docket.post, verdict: docket.verdict }
}

/** A routine row as the listener recorded it. */
export async function aRoutineRow({ store }: Layout): Promise<InboxRow> {
  const [found] = await store.inbox.find({ index: 'byState', equals: { state: 'decided', lane: 'routine' }, limit: 1 })
  if (!found) throw new Error('no routine docket was opened: triage found no complaint among the demo posts')
  return found
}

function cpuShares(before: Record<string, number>, after: Record<string, number>, seconds: number): string {
  return Object.entries(after).map(([name, used]) => `${name} ${Math.round((100 * (used - (before[name] ?? 0))) / seconds)} %`).join(', ')
}
