import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import type { Store } from '../../../src/actions/ports.ts'
import { openMongoStore } from '../../../src/adapters/mongo/store.ts'
import { storeContract } from '../../contracts/store.ts'
import { serverUri } from './server.ts'

storeContract('mongo', () => {
  const uri = serverUri(`prahari_test_${randomUUID().slice(0, 8)}`)
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
