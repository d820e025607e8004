// npm run people: the accounts of a real deployment. There are no passwords: a person signs in with a one-time link.
import { parseArgs } from 'node:util'
import { addPerson } from '../src/actions/add-person.ts'
import { appendAudit } from '../src/actions/append-audit.ts'
import { revokeWall } from '../src/actions/change-wall.ts'
import { disablePerson } from '../src/actions/disable-person.ts'
import { issueSignInLink } from '../src/actions/issue-sign-in-link.ts'
import { orderChannels } from '../src/actions/order-channels.ts'
import type { Store } from '../src/actions/ports.ts'
import { readWalls } from '../src/actions/read-walls.ts'
import { registerWall } from '../src/actions/register-wall.ts'
import { nodeCrypto, openStore } from '../src/app.ts'
import { ConfigError, readConfig } from '../src/config.ts'
import { roomBody } from '../src/contract/walls.ts'
import { CHANNELS } from '../src/domain/delivery.ts'
import type { Channel } from '../src/domain/delivery.ts'
import { PrahariError } from '../src/domain/errors.ts'
import { STATE_PATH } from '../src/domain/area.ts'
import { nodeAt } from '../src/domain/jurisdiction.ts'
import { ROLES } from '../src/domain/person.ts'
import type { Role } from '../src/domain/person.ts'
import { DEFAULT_ROOM } from '../src/domain/wall.ts'
import './prepare/dot-env.mjs'
import { Refusal, runScript } from './prepare/refusal.mjs'
import { LINK_HOURS, signInUrl } from './supervise/sign-in-links.ts'

const HELP = `Accounts. Run it where Prahari runs, with the same settings.

  npm run people -- add <id> --name "…" --role <role> [--scope up]   makes an account and prints a one-time sign-in link
  npm run people -- link <id> [--hours ${LINK_HOURS}]                        prints a fresh one-time sign-in link
  npm run people -- contact <id> [--email …] [--phone +91…] [--channels console,push,webhook,email]   by which ways, in which order
  npm run people -- list                                             who there is
  npm run people -- wall <id> --name "…" [--scope up] [--distance 5] [--panel 55]   registers a wall: metres to the farthest seat, inches of the panel
  npm run people -- walls                                            which walls see, and which do not since when
  npm run people -- disable <id>                                     shuts the account (or wall) and ends its sessions

Roles: ${ROLES.join(', ')}. A scope is the id of a node of the jurisdiction: up, z-lucknow, c-lucknow, lucknow, ps-lucknow-…
`
const MOST = 10_000
const MAX_HOURS = 24 * 14
const IST_MS = 19_800_000

const { values: flags, positionals: [command = '', id = ''] } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, role: { type: 'string' }, scope: { type: 'string', default: 'up' }, hours: { type: 'string', default: String(LINK_HOURS) }, email: { type: 'string' }, phone: { type: 'string' }, channels: { type: 'string' }, distance: { type: 'string', default: String(DEFAULT_ROOM.distanceM) }, panel: { type: 'string', default: String(DEFAULT_ROOM.panelInches) }, help: { type: 'boolean', default: false } },
})

const COMMANDS: Record<string, (store: Store, publicUrl: string) => Promise<string>> = {
  async add(store, publicUrl) {
    const { name, role, scope } = flags
    if (!id || !name || !role) throw new Refusal(`add needs an id, --name and --role.\n\n${HELP}`)
    if (await store.people.get(id)) throw new Refusal(`There is an account ${id} already: for a fresh link use npm run people -- link ${id}`)
    const person = await addPerson(store, { id, name, role: role as Role, scopeId: scope })
    await record(store, 'account-added', { roleIs: person.role, scopeIs: person.scopePath })
    return `${person.name}, ${person.role} of ${nodeAt(person.scopePath).name}\n${await link(store, publicUrl)}`
  },
  link,
  async contact(store) {
    const { email, phone } = flags
    if (email !== undefined && !/^[^\s@<>]+@[^\s@<>]+$/.test(email)) throw new Refusal('--email is one plain address.')
    if (phone !== undefined && !/^\+[1-9]\d{7,14}$/.test(phone)) throw new Refusal('--phone begins with + and the country code (E.164).')
    const person = await orderChannels(store, id, { email, phone, channels: flags.channels === undefined ? undefined : channelList(flags.channels) })
    await record(store, 'account-changed', { ...(email !== undefined && { email: 'changed' }), ...(phone !== undefined && { phone: 'changed' }), ...(flags.channels !== undefined && { channelsIs: flags.channels.slice(0, 100) }) })
    return `${id}: ${person.channels?.join(', ') ?? 'the usual ways'}${person.email === undefined ? '' : ', mail is known'}${person.phone === undefined ? '' : ', phone is known'}`
  },
  async list(store) {
    const people = await store.people.find({ index: 'byRole', limit: MOST })
    if (people.length === 0) return 'There are no accounts yet: npm run people -- add …'
    const rows = people.map((one) => [one.id, one.role, nodeAt(one.scopePath).id, one.isDisabled ? 'disabled' : '', one.name])
    const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
    return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
  },
  async wall(store, publicUrl) {
    if (!id || !flags.name) throw new Refusal(`wall needs an id and --name.\n\n${HELP}`)
    const room = roomBody.safeParse({ distanceM: Number(flags.distance), panelInches: Number(flags.panel) })
    if (!room.success) throw new Refusal('--distance is 0.5 to 30 metres, --panel 7 to 300 inches.')
    const { wall, token } = await registerWall({ store, crypto: nodeCrypto }, null, { id, name: flags.name, nodeId: flags.scope, room: room.data })
    return `${wall.name}, wall of ${nodeAt(wall.path).name}. Open this once in the browser that hangs there:\n${signInUrl(publicUrl, token)}`
  },
  async walls(store) {
    const { walls } = await readWalls(store, STATE_PATH)
    if (walls.length === 0) return 'There are no walls yet: npm run people -- wall …'
    const time = (at: number | null): string => (at === null ? 'never' : new Date(at + IST_MS).toISOString().slice(0, 19).replace('T', ' '))
    return walls.map((wall) => `${wall.id}  ${wall.nodeId}  ${wall.state}${wall.state === 'blind' ? ` since ${time(wall.since)}, ${wall.why}` : ''}  last seen ${time(wall.lastSeenAt)}  ${wall.name}`).join('\n')
  },
  async disable(store) {
    if (await store.walls.get(id)) return `${id} is ${(await revokeWall({ store, crypto: nodeCrypto }, null, id)).did}`
    const { did, because } = await disablePerson(store, id)
    if (did !== 'nothing') await record(store, 'account-changed', { disabledWas: false, disabledIs: true })
    return did === 'nothing' ? `${id}: ${because}` : `${id} is ${did}`
  },
}

/** Into the audit trail, as whoever may use this machine. */
async function record(store: Store, what: string, facts: Record<string, string | number | boolean>): Promise<void> {
  await appendAudit({ store, crypto: nodeCrypto }, { object: `person:${id}`, who: 'operator', what, facts })
}

function channelList(text: string): Channel[] {
  return text.split(',').map((name) => {
    const channel = CHANNELS.find((one) => one === name.trim())
    if (!channel) throw new Refusal(`--channels knows ${CHANNELS.join(', ')}.`)
    return channel
  })
}

async function link(store: Store, publicUrl: string): Promise<string> {
  const hours = Number(flags.hours)
  if (!(hours > 0 && hours <= MAX_HOURS)) throw new Refusal(`--hours is a number above 0 and up to ${MAX_HOURS}.`)
  const token = await issueSignInLink({ store, crypto: nodeCrypto }, id, hours)
  await record(store, 'link-issued', { hours })
  return signInUrl(publicUrl, token)
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
