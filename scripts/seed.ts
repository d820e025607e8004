// npm run seed: fictional dockets for trying out lists, search and reports at full size.
import { parseArgs } from 'node:util'
import { openStore } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import './prepare/dot-env.mjs'
import { Refusal, runScript } from './prepare/refusal.mjs'
import { fillStore } from './seed/fill.ts'

const HELP = `Fills the store that the settings name with fictional dockets. Stop Prahari first.

  npm run seed -- --dockets 200000 [--days 365] [--seed 1] [--append]

The same seed gives the same dockets. A store that holds dockets is refused without --append, and production always.
`

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { dockets: { type: 'string' }, days: { type: 'string', default: '90' }, seed: { type: 'string', default: '1' }, append: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } })
  const [count, days, seed] = [Number(values.dockets), Number(values.days), Number(values.seed)]
  if (values.help || !Number.isInteger(count) || count < 1 || count > 2_000_000 || !Number.isInteger(days) || days < 1 || days > 4_000 || !Number.isInteger(seed)) {
    process.stdout.write(HELP)
    process.exitCode = values.help ? 0 : 1
    return
  }
  if (process.env.NODE_ENV === 'production') throw new Refusal('Fictional dockets have no place in production: unset NODE_ENV to try them elsewhere.')
  const store = await openStore(readConfig(['web'], process.env))
  try {
    const [first] = await store.dockets.keys({ index: 'byOpened', order: 'asc', limit: 1 })
    if (first && !values.append) throw new Refusal('The store holds dockets already. Name an empty one (PRAHARI_DATA), or say --append.')
    const began = performance.now()
    let told = 0
    const written = await fillStore(store, { count, days, seed, onProgress: (made) => {
      if (made - told < 20_000) return
      told = made
      process.stdout.write(`${made} dockets\n`)
    } })
    process.stdout.write(`${written} fictional dockets of ${days} days, in ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
  } finally {
    await store.close()
  }
}

await runScript(main)
