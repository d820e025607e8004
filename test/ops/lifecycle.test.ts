import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createLifecycle } from '../../src/ops/lifecycle.ts'
import { repeat } from '../../src/ops/repeat.ts'

const log = { info: () => undefined, error: () => undefined, warn: () => undefined }

it('stops newest first, goes on after a failing or hanging step, names them, and runs once', async () => {
  const order: string[] = []
  const lifecycle = createLifecycle(log, 200)
  lifecycle.onStop('first', () => order.push('first'))
  lifecycle.onStop('broken', () => { throw new Error('broken') })
  lifecycle.onStop('hanging', () => new Promise(() => undefined))
  lifecycle.onStop('last', () => order.push('last'))
  const [failed, again] = await Promise.all([lifecycle.stop('test'), lifecycle.stop('test again')])
  expect(failed).toEqual(['hanging', 'broken'])
  expect(again).toBe(failed)
  expect(order).toEqual(['last', 'first'])
})

it('repeats after a failure, never overlaps, and waits for the running one at stop', async () => {
  let running = 0
  let runs = 0
  let most = 0
  const repeater = repeat('test', 1, async () => {
    most = Math.max(most, ++running)
    await sleep(5)
    running--
    if (++runs % 2 === 0) throw new Error('every second run fails')
  }, log)
  while (runs < 5) await sleep(2)
  await repeater.stop()
  expect({ most, running }).toEqual({ most: 1, running: 0 })
  const after = runs
  await sleep(20)
  expect(runs).toBe(after)
})
