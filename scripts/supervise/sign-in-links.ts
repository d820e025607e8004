import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addPerson } from '../../src/actions/add-person.ts'
import { issueSignInLink } from '../../src/actions/issue-sign-in-link.ts'
import type { Store } from '../../src/actions/ports.ts'
import { nodeCrypto, openStore } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import { STATE_ID } from '../../src/domain/area.ts'
import type { Role } from '../../src/domain/person.ts'
import { offerDemoRosters } from './demo-roster.ts'

interface Account {
  id: string
  name: string
  role: Role
  scopeId: string
}

/** Fictional persons, one of each role and a second district to see that each officer sees the own one only. */
const DEMO_ACCOUNTS: readonly Account[] = [
  { id: 'demo-wall', name: 'State control room wall', role: 'wall', scopeId: STATE_ID },
  { id: 'demo-officer-lucknow', name: 'Officer, Lucknow', role: 'officer', scopeId: 'lucknow' },
  { id: 'demo-officer-noida', name: 'Officer, Gautam Buddha Nagar', role: 'officer', scopeId: 'gautam-buddha-nagar' },
  { id: 'demo-supervisor', name: 'Shift supervisor', role: 'supervisor', scopeId: STATE_ID },
  { id: 'demo-desk', name: 'Social media desk', role: 'desk', scopeId: STATE_ID },
  { id: 'demo-admin', name: 'Administrator', role: 'admin', scopeId: STATE_ID },
  { id: 'demo-auditor', name: 'Auditor', role: 'auditor', scopeId: STATE_ID },
]
const FIRST_ADMIN: Account = { id: 'admin', name: 'Administrator', role: 'admin', scopeId: STATE_ID }
export const LINK_HOURS = 24

export interface SignInLinkOffer {
  personId: string
  role: Role
  name: string
  scope: string
  url: string
}

export function linksPath(dataFolder: string): string {
  return join(dataFolder, 'sign-in-links.json')
}

export function signInUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/sign-in#${token}`
}

/**
 * One-time links: in the demo for an account of each role, else for a first administrator while there is nobody yet. Written to
 * a file of the data folder that only this user may read.
 */
export async function offerSignInLinks(config: Config): Promise<SignInLinkOffer[]> {
  const store = await openStore(config)
  try {
    const isDemo = config.PRAHARI_FEED === 'demo'
    const accounts = isDemo ? DEMO_ACCOUNTS : (await isEmpty(store)) ? [FIRST_ADMIN] : []
    const links: SignInLinkOffer[] = []
    for (const account of accounts) {
      const person = await addPerson(store, account)
      if (person.isDisabled) continue
      const token = await issueSignInLink({ store, crypto: nodeCrypto }, person.id, LINK_HOURS)
      links.push({ personId: person.id, role: person.role, name: person.name, scope: person.scopePath, url: signInUrl(config.publicUrl, token) })
    }
    if (isDemo) await offerDemoRosters(store)
    const path = linksPath(config.dataFolder)
    writeFileSync(path, `${JSON.stringify(links, null, 2)}\n`, { mode: 0o600 })
    chmodSync(path, 0o600)
    return links
  } finally {
    await store.close()
  }
}

async function isEmpty(store: Pick<Store, 'people'>): Promise<boolean> {
  return (await store.people.count({ index: 'byRole' })) === 0
}

/** The links as an aligned table. */
export function linkTable(links: readonly SignInLinkOffer[]): string {
  const width = (pick: (link: SignInLinkOffer) => string): number => Math.max(...links.map((link) => pick(link).length))
  const [roleWidth, nameWidth] = [width(({ role }) => role), width(({ name }) => name)]
  return links.map(({ role, name, url }) => `  ${role.padEnd(roleWidth)}  ${name.padEnd(nameWidth)}  ${url}\n`).join('')
}
