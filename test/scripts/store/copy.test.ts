import { expect, it } from 'vitest'
import { copyStore } from '../../../scripts/store/copy.ts'
import type { Copied } from '../../../scripts/store/copy.ts'
import { openTestStore } from '../../store.ts'

it('copies every document with its version, and goes on where it was broken off', async () => {
  const [from, to] = [await openTestStore(), await openTestStore()]
  const counters = Array.from({ length: 1_203 }, (_, at) => ({ id: `dockets-${at}`, version: at, next: at }))
  await from.store.counters.insertMany(counters)
  await from.store.checkpoints.put({ id: 'लखनऊ', version: 4, at: 1, facts: { 'a.b': null } })
  await from.store.quarantine.insertMany([{ id: 'q', version: 1, receivedAt: 5, reason: 'x\0', raw: '\ud83d' }])
  await from.store.leases.put({ id: 'listener', version: 1, holder: 'somebody', expiresAt: 1 })
  await to.store.counters.insertMany(counters.slice(0, 700))
  const told: Copied[] = []
  await copyStore(from.store, to.store, (copied) => told.push(copied))
  expect(told.filter(({ copied, present }) => copied + present > 0)).toEqual([
    { name: 'quarantine', copied: 1, present: 0 }, { name: 'counters', copied: 503, present: 700 }, { name: 'checkpoints', copied: 1, present: 0 },
  ])
  const back = await to.store.counters.getMany(counters.map(({ id }) => id))
  expect(back.sort((one, two) => one.version - two.version)).toEqual(counters)
  expect(await to.store.checkpoints.get('लखनऊ')).toEqual(await from.store.checkpoints.get('लखनऊ'))
  expect(await to.store.quarantine.find({ index: 'byReceived', limit: 9 })).toEqual([{ id: 'q', version: 1, receivedAt: 5, reason: 'x\0', raw: '\ud83d' }])
  expect(await to.store.leases.get('listener')).toBeUndefined()
  await Promise.all([from.close(), to.close()])
})
