// npm run roster: loads, checks and shows duty rosters, so that an administrator can bring in a week from a file.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Store } from '../src/actions/ports.ts'
import { readDuty } from '../src/actions/read-duty.ts'
import { nodeCrypto as crypto, openStore } from '../src/app.ts'
import { ConfigError, readConfig } from '../src/config.ts'
import { PrahariError } from '../src/domain/errors.ts'
import { STATE_ID, STATE_PATH } from '../src/domain/area.ts'
import { findNode } from '../src/domain/jurisdiction.ts'
import type { Viewer } from '../src/domain/person.ts'
import { channelExists } from '../src/outside.ts'
import { importRosters, readRosterFile } from './people/roster-file.ts'
import type { RosterFile } from './people/roster-file.ts'
import './prepare/dot-env.mjs'
import { Refusal, runScript } from './prepare/refusal.mjs'

const HELP = `Duty rosters. Run it where Prahari runs, with the same settings.

  npm run roster -- --file roster.json            checks the file and writes its rosters, overrides and leaves
  npm run roster -- --file roster.json --check    only checks it, against the accounts that there are
  npm run roster -- --show [--scope lucknow]      who is on duty now, and where nobody can be reached

The file (docs/operations.md has a whole one; times are Indian):
  { "rosters": [ { "post": "district-duty", "nodeId": "lucknow",
      "shifts": [ { "name": "day", "days": [1,2,3,4,5,6,0], "from": "08:00", "to": "20:00", "personIds": ["asha"] } ],
      "rotations": [ { "name": "weekly", "personIds": ["asha","bala"], "startsAt": "2026-11-23 08:00", "turnDays": 7 } ] } ],
    "overrides": [ { "post": "district-duty", "nodeId": "lucknow", "personId": "bala", "insteadOf": "asha", "from": "2026-11-25 08:00", "to": "2026-11-25 20:00" } ],
    "leaves": [ { "personId": "asha", "from": "2026-11-25 00:00", "to": "2026-11-27 00:00" } ] }
`
/** Whoever may run scripts here may do everything. */
const OPERATOR: Viewer = { personId: 'operator', name: 'Operator', role: 'admin', scopePath: STATE_PATH }

const { values: flags } = parseArgs({
  options: { file: { type: 'string' }, check: { type: 'boolean', default: false }, show: { type: 'boolean', default: false }, scope: { type: 'string', default: STATE_ID }, help: { type: 'boolean', default: false } },
})

await runScript(async () => {
  if (flags.help || (flags.file === undefined) === !flags.show) {
    process.stdout.write(HELP)
    if (!flags.help) process.exitCode = 1
    return
  }
  try {
    const file = flags.file === undefined ? null : readRosterFile(read(flags.file))
    const config = readConfig([])
    const store = await openStore(config)
    try {
      process.stdout.write(`${file ? await bring(store, file) : await show(store, channelExists(config))}\n`)
    } finally {
      await store.close()
    }
  } catch (error) {
    throw error instanceof PrahariError || error instanceof ConfigError ? new Refusal(error.message) : error
  }
})

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Refusal(`${path} ${error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'cannot be read'}.`)
  }
}

async function bring(store: Store, file: RosterFile): Promise<string> {
  const { done, problems } = await importRosters({ store, crypto }, OPERATOR, file, flags.check)
  if (problems.length > 0) throw new Refusal(`${flags.check ? 'The file has' : 'Not everything was written:'} ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map((one) => `  - ${one}`).join('\n')}`)
  return flags.check ? `${done.length} entries are right; nothing was written.` : done.join('\n')
}

async function show(store: Store, exists: ReturnType<typeof channelExists>): Promise<string> {
  const node = findNode(flags.scope)
  if (!node) throw new Refusal(`There is no jurisdiction node ${flags.scope}.`)
  const { posts, rosterGaps, unmanned } = await readDuty({ store, exists }, node.path)
  const lines = posts.flatMap((post) => {
    const persons = post.persons.map(({ name, until, channels }) => `    ${name}${until === null ? '' : `, until ${clock(until)}`} · ${channels.join(', ') || 'CANNOT BE REACHED'}`)
    return [`${post.name}, ${post.post}${post.hasRoster ? '' : ' (no roster)'}`, ...(persons.length > 0 ? persons : [`    NOBODY: ${post.because}`])]
  })
  const gaps = rosterGaps.map(({ from, to, name, post, because }) => `  ${clock(from)} to ${clock(to)}  ${name}, ${post}: ${because}`)
  return [...lines, `Gaps in the next twelve hours: ${gaps.length}`, ...gaps, `Districts without any account: ${unmanned}`].join('\n')
}

function clock(at: number): string {
  return new Date(at).toLocaleString('en-IN', { timeZone: 'Asia/Kolkata', day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false })
}
