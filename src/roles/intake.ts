import { beat } from '../actions/beat.ts'
import { openDockets } from '../actions/open-dockets.ts'
import type { OpenDeps } from '../actions/open-dockets.ts'
import { startWorker } from '../adapters/redis/workers.ts'
import { openDeps, quietly } from '../app.ts'
import type { World } from '../app.ts'
import type { QueueName } from '../contract/jobs.ts'
import { repeat } from '../ops/repeat.ts'

/** Numbers reserved at once: few where single dockets open, many where batches do. */
const BLOCK = { sos: 16, routine: 200 } as const

/** Consumes the SoS queue: one job, one docket, at once. */
export function startSosIntake(world: World): void {
  const deps = openDeps(world, BLOCK.sos)
  start(world, 'sos', (url, hooks) => startWorker(url, 'sos', { ...hooks, handle: (job) => openAndCount(world, deps, [job]) }))
}

/** Consumes the routine queue in batches. */
export function startRoutineIntake(world: World): void {
  const deps = openDeps(world, BLOCK.routine)
  start(world, 'routine', (url, hooks) => startWorker(url, 'routine', { ...hooks, handle: ({ rows }) => openAndCount(world, deps, rows) }))
}

/** Opens dockets and counts what it did. */
async function openAndCount(world: World, deps: OpenDeps, jobs: Parameters<typeof openDockets>[1]): Promise<void> {
  const { opened, raised } = await openDockets(deps, jobs)
  world.metrics.docketsOpened.inc(opened)
  world.metrics.alertsRaised.inc(raised)
  if (raised > 0) for (const job of jobs) world.metrics.raiseDelay.observe(Math.max(0, world.store.now() - job.receivedAt) / 1000)
}

interface Hooks {
  onFailed: (queue: QueueName, error: Error) => void
  onError: (error: Error) => void
}

function start(world: World, queue: QueueName, open: (url: string, hooks: Hooks) => { close(): Promise<void> }): void {
  const { config, log, metrics, lifecycle, store, processId } = world
  const worker = open(config.REDIS_URL ?? '', {
    onFailed: (name, error) => {
      metrics.jobsFailed.inc({ queue: name })
      log.warn({ err: error, queue: name }, 'job failed')
    },
    onError: quietly(log, `worker ${queue}`),
  })
  lifecycle.onStop(`worker ${queue}`, () => worker.close())
  const pulse = repeat(`pulse ${queue}`, 2_000, () => beat(store, `intake:${queue}:${processId}`, 'intake', { queue }), log)
  lifecycle.onStop(`pulse ${queue}`, () => pulse.stop())
}
