// npm run replay: what a change of rules, words or thresholds would do to posts that were judged before.
import { readFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readHandleChanges } from '../src/actions/change-handle.ts'
import { readTriagePolicy } from '../src/actions/read-triage-policy.ts'
import { replayInbox } from '../src/actions/replay-inbox.ts'
import { replayPosts } from '../src/actions/replay-posts.ts'
import type { Judge, ReplayReport } from '../src/actions/replay-posts.ts'
import { openStore, triagePolicyOf } from '../src/app.ts'
import { ConfigError, readConfig } from '../src/config.ts'
import type { Config } from '../src/config.ts'
import { withHandles } from '../src/triage/handle-changes.ts'
import type { TriagePolicy } from '../src/triage/policy.ts'
import { triage } from '../src/triage/triage.ts'
import './prepare/dot-env.mjs'
import { Refusal, runScript } from './prepare/refusal.mjs'
import { postsOfFile } from './replay/file.ts'
import { replayText } from './replay/report.ts'

const HELP = `Judges posts again with this code and, if given, a changed policy, and says what would ring that did not, and what would
not ring any more. Nothing is written.

  npm run replay -- [--policy FILE.json] [--against store|FILE.jsonl] [--days N] [--show N] [--json] [--max-lost N]

  --policy    changes to the default policy: {"severityFrom": {"high": 55}, "stance": {"question": 0.8}} …; without it the policy in force
  --against   store: what was received in the last --days (default 30), compared with what was said of it then;
              a file: one {"text", "severity"?, "category"?, "district"?} a line, compared with its labels, and where it has
              no severity with the policy in force
  --show      examples of each kind of change (default 10)
  --max-lost  fail (exit code 1) when more posts than this would no longer ring
`
const DAY_MS = 86_400_000
const MOST_POSTS = 1_000_000

const { values: flags } = parseArgs({
  options: {
    policy: { type: 'string' }, against: { type: 'string', default: 'store' }, days: { type: 'string', default: '30' }, show: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false }, 'max-lost': { type: 'string' }, help: { type: 'boolean', default: false },
  },
})

function wholeNumber(name: 'days' | 'show' | 'max-lost', text: string, most: number): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value > most) throw new Refusal(`--${name} is a whole number from 0 to ${most}.`)
  return value
}

/** @throws Refusal with every problem of the file. */
function policyFrom(file: string): TriagePolicy {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Refusal(error instanceof SyntaxError ? `${file} is not JSON: ${error.message}` : `${file} cannot be read.`)
  }
  const { policy, problems } = readTriagePolicy(json)
  if (!policy) throw new Refusal(`${file} is no policy:\n${problems.map((one) => `  - ${one}`).join('\n')}`)
  return policy
}

async function replay(config: Config, changed: TriagePolicy | null, show: number, days: number): Promise<ReplayReport> {
  const inForce = triagePolicyOf(config)
  const by = (policy: TriagePolicy): Judge => (post) => triage(post, policy)
  const wanted = changed ?? inForce
  const pause = (): Promise<void> => nextTurn()
  if (flags.against !== 'store') return replayPosts(postsOfFile(flags.against), { judge: by(wanted), byDefault: by(inForce), show, pause })
  const store = await openStore(config)
  try {
    const to = store.now() + 1
    // What an administrator said of handles stands on top of every policy.
    const judge = by({ ...wanted, ...withHandles(wanted, (await readHandleChanges(store)).changes) })
    return await replayInbox({ store, judge, pause }, null, { from: to - days * DAY_MS, to, most: MOST_POSTS, show })
  } finally {
    await store.close()
  }
}

await runScript(async () => {
  if (flags.help) {
    process.stdout.write(HELP)
    return
  }
  try {
    const show = wholeNumber('show', flags.show, 1_000)
    const days = wholeNumber('days', flags.days, 3_650)
    const mayLose = flags['max-lost'] === undefined ? Infinity : wholeNumber('max-lost', flags['max-lost'], MOST_POSTS)
    const report = await replay(readConfig([]), flags.policy ? policyFrom(flags.policy) : null, show, days)
    process.stdout.write(flags.json ? `${JSON.stringify(report, null, 2)}\n` : replayText(report))
    if (report.lost.count > mayLose) process.exitCode = 1
  } catch (error) {
    throw error instanceof ConfigError ? new Refusal(error.message) : error
  }
})
