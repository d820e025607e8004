// npm run people: the accounts of a real deployment. There are no passwords: a person signs in with a one-time link.
import { parseArgs } from 'node:util'
import { addPerson } from '../src/actions/add-person.ts'
import { disablePerson } from '../src/actions/disable-person.ts'
import { issueSignInLink } from '../src/actions/issue-sign-in-link.ts'
import type { Store } from '../src/actions/ports.ts'
import { nodeCrypto, openStore } from '../src/app.ts'
import { ConfigError, readConfig } from '../src/config.ts'
import { PrahariError } from '../src/domain/errors.ts'
import { nodeAt } from '../src/domain/jurisdiction.ts'
import { ROLES } from '../src/domain/person.ts'
import type { Role } from '../src/domain/person.ts'
import './prepare/dot-env.mjs'
import { Refusal, runScript } from './prepare/refusal.mjs'
import { LINK_HOURS, signInUrl } from './supervise/sign-in-links.ts'

const HELP = `Accounts. Run it where Prahari runs, with the same settings.

  npm run people -- add <id> --name "…" --role <role> [--scope up]   makes an account and prints a one-time sign-in link
  npm run people -- link <id> [--hours ${LINK_HOURS}]                        prints a fresh one-time sign-in link
  npm run people -- list                                             who there is
  npm run people -- disable <id>                                     shuts the account and ends its sessions

Roles: ${ROLES.join(', ')}. A scope is the id of a node of the jurisdiction: up, z-lucknow, c-lucknow, lucknow, ps-lucknow-…
`
const MOST = 10_000
const MAX_HOURS = 24 * 14

const { values: flags, positionals: [command = '', id = ''] } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, role: { type: 'string' }, scope: { type: 'string', default: 'up' }, hours: { type: 'string', default: String(LINK_HOURS) }, help: { type: 'boolean', default: false } },
})

const COMMANDS: Record<string, (store: Store, publicUrl: string) => Promise<string>> = {
  async add(store, publicUrl) {
    const { name, role, scope } = flags
    if (!id || !name || !role) throw new Refusal(`add needs an id, --name and --role.\n\n${HELP}`)
    if (await store.people.get(id)) throw new Refusal(`There is an account ${id} already: for a fresh link use npm run people -- link ${id}`)
    const person = await addPerson(store, { id, name, role: role as Role, scopeId: scope })
    return `${person.name}, ${person.role} of ${nodeAt(person.scopePath).name}\n${await link(store, publicUrl)}`
  },
  link,
  async list(store) {
    const people = await store.people.find({ index: 'byRole', limit: MOST })
    if (people.length === 0) return 'There are no accounts yet: npm run people -- add …'
    const rows = people.map((one) => [one.id, one.role, nodeAt(one.scopePath).id, one.isDisabled ? 'disabled' : '', one.name])
    const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
    return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
  },
  async disable(store) {
    const { did, because } = await disablePerson(store, id)
    return did === 'nothing' ? `${id}: ${because}` : `${id} is ${did}`
  },
}

async function link(store: Store, publicUrl: string): Promise<string> {
  const hours = Number(flags.hours)
  if (!(hours > 0 && hours <= MAX_HOURS)) throw new Refusal(`--hours is a number above 0 and up to ${MAX_HOURS}.`)
  return signInUrl(publicUrl, await issueSignInLink({ store, crypto: nodeCrypto }, id, hours))
}

await runScript(async () => {
  const work = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
  if (flags.help || !work) {
    process.stdout.write(HELP)
    if (!flags.help) process.exitCode = 1
    return
  }
  try {
    const config = readConfig([])
    const store = await openStore(config)
    try {
      process.stdout.write(`${await work(store, config.publicUrl)}\n`)
    } finally {
      await store.close()
    }
  } catch (error) {
    throw error instanceof PrahariError || error instanceof ConfigError ? new Refusal(error.message) : error
  }
})
