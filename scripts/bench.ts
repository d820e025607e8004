import { mkdirSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchBacklog } from './bench/backlog.ts'
import { benchBook } from './bench/book.ts'
import { benchBroadcast } from './bench/broadcast.ts'
import { benchChain } from './bench/chain.ts'
import { benchConsoles } from './bench/consoles.ts'
import type { Run } from './bench/layout.ts'
import { table } from './bench/row.ts'
import type { Row } from './bench/row.ts'
import { benchStore } from './bench/store.ts'
import { benchTimers } from './bench/timers.ts'
import { benchTriage } from './bench/triage.ts'
import { benchWalls } from './bench/walls.ts'

const BENCHES: Readonly<Record<string, (run: Run) => Promise<Row[]> | Row[]>> = {
  chain: benchChain,
  backlog: benchBacklog,
  triage: benchTriage,
  broadcast: benchBroadcast,
  walls: benchWalls,
  consoles: benchConsoles,
  timers: benchTimers,
  store: benchStore,
  book: benchBook,
}
const HELP = `Measures Prahari, each figure beside its limit taken in the same run.

  npm run bench                        everything, about eight minutes
  npm run bench -- --quick             smaller numbers, about two minutes
  npm run bench -- --only chain,timers some of: ${Object.keys(BENCHES).join(', ')}
  npm run bench -- --json              one JSON object on stdout instead of tables
  npm run bench -- --profile folder    a processor profile of every process of ours, to open in a browser's developer tools
`

async function main(): Promise<void> {
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({ options: { json: flag, quick: flag, help: flag, only: { type: 'string' }, profile: { type: 'string' } } })
  const names = values.only?.split(',').map((name) => name.trim()) ?? Object.keys(BENCHES)
  const unknown = names.filter((name) => !(name in BENCHES))
  if (values.help || unknown.length > 0) {
    process.stdout.write(unknown.length > 0 ? `There is no bench ${unknown.join(', ')}.\n\n${HELP}` : HELP)
    process.exitCode = unknown.length > 0 ? 1 : 0
    return
  }
  const profile = values.profile === undefined ? undefined : resolve(values.profile)
  if (profile) mkdirSync(profile, { recursive: true })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const rows: Row[] = []
  const machine = { at: new Date().toISOString(), node: process.version, cores: cpus().length, loadBefore: loadavg()[0] ?? 0 }
  if (!values.json) process.stdout.write(`${machine.at}, ${machine.cores} cores, Node ${machine.node}, load ${machine.loadBefore.toFixed(1)} before the start${machine.loadBefore > 0.5 ? ': a busy machine makes every time longer' : ''}\n`)
  for (const name of names) {
    const began = performance.now()
    try {
      const found = (await BENCHES[name]?.({ isQuick: values.quick, profile })) ?? []
      rows.push(...found)
      if (!values.json) process.stdout.write(`\n${name} (${((performance.now() - began) / 1000).toFixed(0)} s)\n${table(found)}\n`)
    } catch (error) {
      process.stderr.write(`${name} failed: ${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 1
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ ...machine, isQuick: values.quick, rows })}\n`)
}

await main()
