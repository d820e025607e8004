// npm run audit: whether the record is as it was written, and dockets as evidence.
import { writeFileSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { exportDocket } from '../src/actions/export-docket.ts'
import type { Store } from '../src/actions/ports.ts'
import { verifyHistories } from '../src/actions/verify-histories.ts'
import { isSealed } from '../src/adapters/seal/seal.ts'
import { nodeCrypto, openStore } from '../src/app.ts'
import { ConfigError, readConfig } from '../src/config.ts'
import { evidence } from '../src/contract/evidence.ts'
import { PrahariError } from '../src/domain/errors.ts'
import { firstBreak } from '../src/domain/history.ts'
import { STATE_PATH } from '../src/domain/area.ts'
import { openSeal } from '../src/outside.ts'
import './prepare/dot-env.mjs'
import { Refusal, runScript } from './prepare/refusal.mjs'

const HELP = `Whether the record is as it was written, and dockets as evidence. Run it where Prahari runs, with the same settings.

  npm run audit -- verify [--head HASH] [--json]     reads every history, the audit trail and every anchor; names each place that was changed.
                                             --head: the end of the audit trail as another machine wrote it down
  npm run audit -- head                              the end of the audit trail: write it down elsewhere
  npm run audit -- export NUMBER --out FILE --reason "…"   one docket with everything known of it, signed
  npm run audit -- check FILE [--key KEY]            whether an exported file is whole and ours (needs no store)

Exit code 0: all as written; 1: something was changed; 2: it could not be found out.
`

const { values: flags, positionals: [command = '', name = ''] } = parseArgs({
  allowPositionals: true,
  options: { head: { type: 'string' }, json: { type: 'boolean', default: false }, out: { type: 'string' }, reason: { type: 'string' }, key: { type: 'string' }, help: { type: 'boolean', default: false } },
})

const COMMANDS: Record<string, () => Promise<void> | void> = { verify: () => withStore(verify), head: () => withStore(head), export: () => withStore(exportOne), check }

async function verify(store: Store): Promise<void> {
  const found = await verifyHistories({ store, crypto: nodeCrypto })
  const isKnown = flags.head === undefined || (await hashes(store)).has(flags.head)
  if (!isKnown) found.discrepancies.push({ where: 'audit trail', seq: null, because: `no entry has the hash ${flags.head}: its end was cut off or it was written anew` })
  if (flags.json) process.stdout.write(`${JSON.stringify(found)}\n`)
  else {
    for (const { where, seq, because } of found.discrepancies) process.stdout.write(`✗ ${where}${seq === null ? '' : `, entry ${seq}`}: ${because}\n`)
    process.stdout.write(`${found.dockets} dockets with ${found.entries} entries, audit trail of ${found.audit}, ${found.anchors} anchors: ${found.discrepancies.length === 0 ? 'all as written' : `${found.discrepancies.length} places are not as written`}\n`)
    process.stdout.write(`end of the audit trail: ${found.head ?? 'empty'}\n`)
  }
  if (found.discrepancies.length > 0) process.exitCode = 1
}

async function hashes(store: Store): Promise<Set<string>> {
  const keys = await store.audit.keys({ index: 'bySeq', limit: 1_000_000 })
  return new Set((await store.audit.getMany(keys.map(({ id }) => id))).map(({ hash }) => hash))
}

async function head(store: Store): Promise<void> {
  const [last] = await store.audit.find({ index: 'bySeq', order: 'desc', limit: 1 })
  process.stdout.write(last ? `${last.seq} ${last.hash} ${new Date(last.at).toISOString()}\n` : 'the audit trail is empty\n')
}

async function exportOne(store: Store): Promise<void> {
  if (!name || !flags.out || !flags.reason) throw new Refusal(`export needs a docket number, --out and --reason.\n\n${HELP}`)
  const viewer = { personId: 'operator', name: 'Operator of this machine', role: 'admin', scopePath: STATE_PATH } as const
  const made = await exportDocket({ store, crypto: nodeCrypto, seal: openSeal(readConfig([])), announcer: { announce: () => undefined } }, viewer, { id: name, reason: flags.reason })
  writeFileSync(flags.out, `${JSON.stringify(made)}\n`, { mode: 0o600 })
  process.stdout.write(`${made.content.docket.number} in ${flags.out}\nSHA-256 ${made.proof.sha256}\npublic key ${made.proof.publicKey}\n`)
}

function check(): void {
  if (!name) throw new Refusal(`check needs a file.\n\n${HELP}`)
  const { content } = JSON.parse(readFileSync(name, 'utf8')) as { content: unknown }
  const read = evidence.safeParse({ ...(JSON.parse(readFileSync(name, 'utf8')) as object) })
  if (!read.success) throw new Refusal(`${name} is no exported docket: ${read.error.issues[0]?.path.join('.') ?? ''} ${read.error.issues[0]?.message ?? ''}`)
  // Over the text as it stands in the file: parsing keeps the order of its keys.
  const text = JSON.stringify(content)
  const { proof } = read.data
  const problems = [
    ...(nodeCrypto.sha256(text) === proof.sha256 ? [] : ['its SHA-256 is not the one it names: something in it was changed']),
    ...(isSealed(text, proof.signature, flags.key ?? proof.publicKey) ? [] : [flags.key === undefined ? 'its signature does not fit its content' : 'it was not signed with this key']),
    ...(firstBreak(read.data.content.history, nodeCrypto.sha256) === null ? [] : ['its history is broken']),
  ]
  process.stdout.write(problems.length === 0 ? `${read.data.content.docket.number}: whole, signed by ${proof.publicKey}\n` : problems.map((one) => `✗ ${one}\n`).join(''))
  if (problems.length > 0) process.exitCode = 1
}

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(readConfig([]))
  try {
    await work(store)
  } finally {
    await store.close()
  }
}

let isRefused = false
await runScript(async () => {
  const run = COMMANDS[command]
  if (flags.help || !run) {
    process.stdout.write(HELP)
    if (!flags.help) process.exitCode = 2
    return
  }
  try {
    await run()
  } catch (error) {
    isRefused = true
    if (error instanceof ConfigError || error instanceof PrahariError) throw new Refusal(error.message)
    throw error
  }
})
// What a refusal ends with is the code of scripts; here 1 means that something was changed.
if (isRefused) process.exitCode = 2
