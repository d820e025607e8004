import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import mongoose from 'mongoose'
import { withDatabase } from '../test/mongo.ts'
import { ferretDbBinary, NoFerretDb, startFerretDb } from './store/ferretdb.ts'
import { openWireGate } from './store/wire-gate.ts'
import { runTests } from './prepare/tests.mjs'

/**
 * npm run test:mongo: the store's contract suite, the mongo adapter's faults and the acceptance stories on MongoDB: on the
 * server that MONGODB_URI names (in databases of their own, removed afterwards), else on FerretDB. Arguments go on to
 * vitest. Where neither can be had it says so in one line and that is no failure.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url))

interface Server {
  name: string
  uri: string
  stop(): Promise<void>
}

async function server(): Promise<Server> {
  const given = process.env.MONGODB_URI
  if (given) return { name: 'the server of MONGODB_URI', uri: given, stop: () => Promise.resolve() }
  const ferret = await startFerretDb(await ferretDbBinary(join(ROOT, '.cache')))
  const gate = await openWireGate({ host: '127.0.0.1', port: ferret.port })
  return {
    name: 'FerretDB, one command at a time', uri: `mongodb://127.0.0.1:${gate.port}/`,
    async stop() {
      await gate.close()
      await ferret.stop()
    },
  }
}

/** Every database that this run made, by the prefix of their names. */
async function removeDatabases(uri: string, prefix: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise()
  const { databases } = await connection.getClient().db('admin').admin().listDatabases()
  for (const { name } of databases) if (name.startsWith(prefix)) await connection.useDb(name).dropDatabase()
  await connection.close()
}

async function main(): Promise<void> {
  const { name, uri, stop } = await server()
  const prefix = `prahari_test_${randomBytes(4).toString('hex')}`
  process.stdout.write(`on ${name}\n`)
  try {
    const { passed, failed } = await runTests(ROOT, process.argv.slice(2), { PRAHARI_TEST_MONGODB_URI: withDatabase(uri, () => prefix) })
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0
    if (process.env.MONGODB_URI) await removeDatabases(uri, prefix)
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
  } finally {
    await stop()
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof NoFerretDb)) throw error
  process.stdout.write(`npm run test:mongo cannot run here: ${error.message}.\n`)
}
