import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { InboxRow } from '../../../src/actions/collections.ts'
import { createBus } from '../../../src/adapters/redis/bus.ts'
import { createQueues } from '../../../src/adapters/redis/queues.ts'
import type { RedisQueues } from '../../../src/adapters/redis/queues.ts'
import { startWorker } from '../../../src/adapters/redis/workers.ts'
import type { WorkerHooks } from '../../../src/adapters/redis/workers.ts'
import type { Docket } from '../../../src/domain/docket.ts'
import { PrahariError } from '../../../src/domain/errors.ts'
import { makePost, makeVerdict } from '../../posts.ts'
import { startRedis } from '../../redis.ts'
import type { TestRedis } from '../../redis.ts'

const ignore = (): void => undefined

let redis: TestRedis
let queues: RedisQueues
const closing: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  redis = await startRedis()
  queues = createQueues(redis.url, ignore)
  while (!queues.isUp()) await sleep(10)
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await queues.close()
  await redis.stop()
})

function row(): InboxRow {
  const post = makePost()
  return { id: post.id, version: 1, state: 'pending', decision: null, lane: 'sos', receivedAt: 1, post, verdict: makeVerdict('critical'), docketId: null, reason: null }
}

function consume<Name extends 'sos' | 'routine'>(name: Name, handle: WorkerHooks<Name>['handle']): void {
  const worker = startWorker(redis.url, name, { handle, onFailed: ignore, onError: ignore })
  closing.push(() => worker.close())
}

async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await test()) return
    await sleep(20)
  }
  throw new Error('waited in vain')
}

it('an SoS overtakes a backlog of routine work', async () => {
  const done: string[] = []
  await queues.enqueueRoutine(Array.from({ length: 3_000 }, row))
  consume('routine', async () => { await sleep(20); done.push('routine') })
  await until(() => done.length > 0)
  consume('sos', ({ postId }) => { done.push(postId); return Promise.resolve() })
  const urgent = row()
  await queues.enqueueSos([urgent])
  await until(() => done.includes(urgent.id))
  expect((await queues.depths()).routine).toBeGreaterThan(0)
})

it('tries again what time can mend, gives up at once on what it cannot, and keeps the failed job with its reason', async () => {
  const tries = new Map<string, number>()
  const [flaky, broken] = [row(), row()]
  consume('sos', ({ postId }) => {
    const count = (tries.get(postId) ?? 0) + 1
    tries.set(postId, count)
    if (postId === broken.id) throw new PrahariError('invalid', 'this can never work')
    if (count < 3) throw new PrahariError('unavailable', 'not yet')
    return Promise.resolve()
  })
  await queues.enqueueSos([flaky, broken])
  await until(async () => (await queues.failedJobs(10)).length === 1 && tries.get(flaky.id) === 3)
  expect(await queues.failedJobs(10)).toMatchObject([{ queue: 'sos', id: `post-${broken.id}`, reason: 'this can never work', attempts: 1 }])
})

it('fails fast while Redis is away; workers and bus go on when it is back, without a person', async () => {
  const done: string[] = []
  const heard: string[] = []
  consume('sos', ({ postId }) => { done.push(postId); return Promise.resolve() })
  const listener = createBus(redis.url, 'listener', ignore, (dockets) => heard.push(...dockets.map((docket) => docket.id)))
  const speaker = createBus(redis.url, 'speaker', ignore)
  closing.push(() => listener.close(), () => speaker.close())
  const [first, second, third] = [row(), row(), row()]
  await queues.enqueueSos([first])
  await until(() => done.includes(first.id))
  redis.kill('SIGKILL')
  await until(() => !queues.isUp())
  await expect(queues.enqueueSos([second])).rejects.toMatchObject({ kind: 'unavailable' })
  await expect(queues.failedJobs(1)).rejects.toMatchObject({ kind: 'unavailable' })
  await redis.restart()
  await until(() => queues.isUp())
  await queues.enqueueSos([third])
  await until(() => done.includes(third.id))
  await until(() => {
    speaker.publish([{ id: 'case-1' } as Docket])
    return heard.includes('case-1')
  })
})
