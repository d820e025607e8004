// npm run sample: a random sample of a day's posts that did not ring, and what its readings say of recall.
import { writeFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { drawSample } from '../src/actions/draw-sample.ts'
import type { Sample } from '../src/actions/draw-sample.ts'
import { estimateLiveRecall } from '../src/actions/estimate-live-recall.ts'
import type { LiveRecall } from '../src/actions/estimate-live-recall.ts'
import type { Store } from '../src/actions/ports.ts'
import { openStore } from '../src/app.ts'
import { ConfigError, readConfig } from '../src/config.ts'
import { PrahariError } from '../src/domain/errors.ts'
import { STATE_PATH } from '../src/domain/area.ts'
import type { Viewer } from '../src/domain/person.ts'
import { mixed } from '../src/domain/sample.ts'
import './prepare/dot-env.mjs'
import { Refusal, runScript } from './prepare/refusal.mjs'

const HELP = `A random sample of the posts of a past day that did not ring, near-misses drawn more often, for a second reader. The same
day and number always draw the same posts.

  npm run sample -- --day 2026-11-23 [--n 200] [--out FILE.jsonl]

The file has one {"postId", "text"} a line, in no telling order and without the machine's verdict. Readings are made on the
consoles (or by POST /api/sample/readings); the command says what they tell of recall so far.
`
const OPERATOR: Viewer = { personId: 'operator', name: 'operator', role: 'admin', scopePath: STATE_PATH }

const { values: flags } = parseArgs({
  options: { day: { type: 'string' }, n: { type: 'string', default: '200' }, out: { type: 'string' }, help: { type: 'boolean', default: false } },
})

async function textsOf(store: Store, sample: Sample): Promise<string> {
  const ids = mixed(sample.strata)
  const rows = new Map((await store.inbox.getMany(ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row ? [`${JSON.stringify({ postId: id, text: row.post.text })}\n`] : []
  }).join('')
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function words(sample: Sample, live: LiveRecall): string {
  const rows = sample.strata.map(({ stratum, posts, ids }) => `  ${stratum.padEnd(10)} ${ids.length} of ${posts}${ids.length > 0 ? `, each stands for ${(posts / ids.length).toFixed(1)}` : ''}`)
  const recall = live.recall
    ? `recall ${percent(live.recall.value)} (95 %: ${percent(live.recall.low)} to ${percent(live.recall.high)}), some ${Math.round(live.missed.value)} cries missed (${Math.round(live.missed.low)} to ${Math.round(live.missed.high)})`
    : live.unread > 0 ? 'recall is not known before some posts of every stratum are read' : 'no cry is known of that day'
  return [`${sample.day}: ${live.drawn} posts drawn, ${live.read} of them read`, ...rows, `${live.rang} dockets rang, ${live.falseAlarms} of them false alarms`, recall].join('\n')
}

await runScript(async () => {
  if (flags.help || !flags.day) {
    process.stdout.write(HELP)
    if (!flags.help) process.exitCode = 1
    return
  }
  const size = Number(flags.n)
  if (!Number.isInteger(size) || size < 10 || size > 1_000) throw new Refusal('--n is a whole number from 10 to 1000.')
  try {
    const store = await openStore(readConfig([]))
    try {
      const sample = await drawSample({ store, pause: () => nextTurn() }, OPERATOR, flags.day.replaceAll('-', ''), size)
      if (flags.out) writeFileSync(flags.out, await textsOf(store, sample), { mode: 0o600 })
      process.stdout.write(`${words(sample, await estimateLiveRecall(store, sample))}\n`)
    } finally {
      await store.close()
    }
  } catch (error) {
    throw error instanceof PrahariError || error instanceof ConfigError ? new Refusal(error.message) : error
  }
})
