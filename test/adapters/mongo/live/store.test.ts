import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { expect, it } from 'vitest'
import type { Store } from '../../../../src/actions/ports.ts'
import { openMongoStore } from '../../../../src/adapters/mongo/store.ts'
import { copyStore } from '../../../../scripts/store/copy.ts'
import { storeContract } from '../../../contracts/store.ts'
import { testDatabase } from '../../../mongo.ts'
import { makePost, makeVerdict } from '../../../posts.ts'
import { openTestStore } from '../../../store.ts'

storeContract('mongo', () => {
  const uri = testDatabase(randomUUID().slice(0, 8))
  if (!uri) throw new Error('PRAHARI_TEST_MONGODB_URI is not set: run npm run test:mongo')
  const opened: Store[] = []
  return Promise.resolve({
    async open() {
      const store = await openMongoStore({ uri })
      opened.push(store)
      return store
    },
    async dispose() {
      await Promise.all(opened.map((store) => store.close()))
      const connection = await mongoose.createConnection(uri).asPromise()
      await connection.dropDatabase()
      await connection.close()
    },
  })
})

it('takes a copy of an embedded store and gives it back the same', async () => {
  const [first, second] = [await openTestStore(), await openTestStore()]
  const rows = Array.from({ length: 700 }, (_, at) => ({
    id: String(at), version: 1 + (at % 3), state: 'pending' as const, decision: null, lane: 'sos' as const, receivedAt: at, post: makePost({ text: at % 2 ? 'बचाओ \0 100%' : '\ud83d' }),
    verdict: makeVerdict('high'), docketId: null, reason: null,
  }))
  await first.store.inbox.insertMany(rows)
  const mongo = await openMongoStore({ uri: testDatabase('copy') ?? '' })
  await copyStore(first.store, mongo, () => undefined)
  await copyStore(mongo, second.store, () => undefined)
  expect(await second.store.inbox.find({ index: 'byReceived', limit: 1_000 })).toEqual(rows)
  await mongo.close()
  await Promise.all([first.close(), second.close()])
})
