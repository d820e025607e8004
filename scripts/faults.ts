import { parseArgs } from 'node:util'
import { FAULT_RUNS, perform } from '../test/faults/catalogue.ts'
import { details, isAsExpected, table } from '../test/faults/report.ts'
import type { Report } from '../test/faults/report.ts'

const HELP = `Fault runs of the promises (docs/promises.md): real processes are killed, paused and cut off.

  npm run faults                  every run at full length, then without its safeguard: about 20 minutes
  npm run faults -- --quick       short runs
  npm run faults -- --only P4,P8  some promises
  npm run faults -- --seed 7      another plan of faults
  npm run faults -- --json        the reports as JSON

Exit code 1 when a promise is broken, or when a run does not notice that its safeguard is gone.
`

const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } },
})

async function main(): Promise<void> {
  const only = values.only?.split(',').map((name) => name.trim().toUpperCase())
  const runs = FAULT_RUNS.filter((run) => !only || only.includes(run.promise))
  const seed = Number(values.seed)
  if (runs.length === 0 || !Number.isInteger(seed)) throw new Error(`there is no such run or seed: promises are ${FAULT_RUNS.map((run) => run.promise).join(', ')}`)
  const reports: Report[] = []
  for (const run of runs) {
    for (const sabotage of [null, ...run.sabotages]) {
      process.stderr.write(`${run.promise} ${sabotage === null ? run.title : `without ${sabotage}`} …\n`)
      // Without its safeguard a run needs no full length to turn red.
      reports.push(await perform(run, { seed, isQuick: values.quick || sabotage !== null, sabotage }))
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`)
  else process.stdout.write(`${table(reports)}\n\n${reports.map(details).join('\n')}\n`)
  if (!reports.every(isAsExpected)) process.exitCode = 1
}

if (values.help) process.stdout.write(HELP)
else await main()
