// npm run corrections: what people corrected, as labelled posts for npm run train and npm run eval.
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { readHandleChanges } from '../src/actions/change-handle.ts'
import { exportCorrections } from '../src/actions/export-corrections.ts'
import { openStore, triagePolicyOf } from '../src/app.ts'
import { ConfigError, readConfig } from '../src/config.ts'
import { withHandles } from '../src/triage/handle-changes.ts'
import './prepare/dot-env.mjs'
import { Refusal, runScript } from './prepare/refusal.mjs'

const HELP = `Corrected posts as {text, severity, category, district?, lang}, one a line. Run it where Prahari runs, with the same settings.

  npm run corrections -- --out FILE.jsonl [--with-protected] [--unmasked]

Of a post the newest correction counts. Links, mail addresses, handles (but those of the police) and long numbers are masked
unless --unmasked; posts whose victims must not be named are left out unless --with-protected. Names and addresses that are
written in words stay: keep the file as you keep the store.
`

const { values: flags } = parseArgs({
  options: {
    out: { type: 'string' }, 'with-protected': { type: 'boolean', default: false }, unmasked: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
  },
})

await runScript(async () => {
  if (flags.help || !flags.out) {
    process.stdout.write(HELP)
    if (!flags.help) process.exitCode = 1
    return
  }
  try {
    const config = readConfig([])
    const store = await openStore(config)
    const { ownHandles, districtHandles } = withHandles(triagePolicyOf(config), (await readHandleChanges(store)).changes)
    const keepHandles = flags.unmasked ? null : new Set([...ownHandles, ...Object.keys(districtHandles)])
    const file = createWriteStream(flags.out, { mode: 0o600 })
    let count = 0
    try {
      await once(file, 'open')
      for await (const posts of exportCorrections(store, { withProtected: flags['with-protected'], keepHandles })) {
        count += posts.length
        if (!file.write(posts.map((post) => `${JSON.stringify(post)}\n`).join(''))) await once(file, 'drain')
      }
      file.end()
      await once(file, 'close')
    } finally {
      await store.close()
    }
    process.stdout.write(`${count} corrected post${count === 1 ? '' : 's'} in ${flags.out}\n`)
  } catch (error) {
    throw error instanceof ConfigError ? new Refusal(error.message) : error
  }
})
