import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openMongoStore } from '../src/adapters/mongo/store.ts'
import { openSqliteStore } from '../src/adapters/sqlite/store.ts'
import { copyStore } from './store/copy.ts'
import type { Source } from './store/copy.ts'

const HELP = `Copies a store into another. Stop Prahari first; afterwards start it on the new store.

  npm run migrate -- --from .data/prahari.sqlite --to mongodb
  npm run migrate -- --from mongodb --to .data/prahari.sqlite

A store is the file of an embedded store, or \`mongodb\` for the one that MONGODB_URI names. Nothing in the target is
overwritten; a copy that was broken off can be run again.
`

async function open(name: string, isSource: boolean): Promise<Source> {
  if (name === 'mongodb') {
    const uri = process.env.MONGODB_URI
    if (!uri) throw new Error('MONGODB_URI is not set')
    return openMongoStore({ uri })
  }
  if (isSource && !existsSync(name)) throw new Error(`there is no store at ${name}`)
  return openSqliteStore({ file: name })
}

const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean', default: false } } })
if (values.help || !values.from || !values.to || values.from === values.to) {
  process.stdout.write(HELP)
  process.exitCode = values.help ? 0 : 1
} else {
  try {
    const from = await open(values.from, true)
    const to = await open(values.to, false)
    await copyStore(from, to, ({ name, copied, present }) => {
      process.stdout.write(`${name}: ${copied} copied${present > 0 ? `, ${present} were there already` : ''}\n`)
    })
    await from.close()
    await to.close()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
