import { parseArgs } from 'node:util'
import { DEFAULT_TRIAGE_POLICY } from '../src/triage/policy.ts'
import type { TriageInput } from '../src/triage/reading.ts'
import { triage, TRIAGE_VERSION } from '../src/triage/triage.ts'
import { postOf, readLabelled } from './eval/labelled.ts'
import { measure } from './eval/measure.ts'
import type { Judged } from './eval/measure.ts'
import { report } from './eval/report.ts'
import { Refusal, runScript } from './prepare/refusal.mjs'

const HELP = `Measures triage on labelled posts: one JSON object {"text", "severity", "category"?, "district"?, "lang"?} a line.

  npm run eval -- FILE.jsonl [more files] [--json] [--errors 20]
  npm run eval -- test/corpus/test/*.jsonl

Labels are explained in test/corpus/README.md, figures in docs/triage.md.
`
/** Until the code is compiled and the memories hold the words, as in a listener that runs; then measured. */
const WARM_MS = 2_000
const MEASURE_MS = 1_000

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, errors: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help || positionals.length === 0) {
    process.stdout.write(HELP)
    if (!values.help) process.exitCode = 1
    return
  }
  const errors = Number(values.errors ?? 0)
  if (!Number.isInteger(errors) || errors < 0) throw new Refusal('--errors takes a whole number.')
  const labelled = positionals.flatMap((file) => readLabelled(file))
  const judged = labelled.map((truth): Judged => ({ truth, verdict: triage(postOf(truth.text), DEFAULT_TRIAGE_POLICY) }))
  const speed = postsPerSecond(labelled.map(({ text }) => text))
  if (values.json) {
    const languages = [...new Set(labelled.flatMap(({ lang }) => lang ?? []))]
    const byLanguage = Object.fromEntries(languages.map((lang) => [lang, measure(judged.filter(({ truth }) => truth.lang === lang))]))
    process.stdout.write(`${JSON.stringify({ version: TRIAGE_VERSION, postsPerSecond: Math.round(speed), ...measure(judged), byLanguage }, null, 2)}\n`)
  } else process.stdout.write(`${report(judged, speed, errors)}\n`)
}

/** Judges the posts again and again, on this thread. */
function postsPerSecond(texts: readonly string[]): number {
  const posts = texts.map(postOf)
  if (posts.length === 0) return 0
  judgeFor(WARM_MS, posts)
  return judgeFor(MEASURE_MS, posts)
}

/** How many posts a second, over as many passes as begin within so many milliseconds. */
function judgeFor(ms: number, posts: readonly TriageInput[]): number {
  const began = performance.now()
  let done = 0
  while (performance.now() - began < ms) {
    for (const post of posts) triage(post, DEFAULT_TRIAGE_POLICY)
    done += posts.length
  }
  return done / ((performance.now() - began) / 1000)
}

await runScript(async () => main())
