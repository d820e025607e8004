import { checkAccount, checkPlace } from '../domain/account.ts'
import { PrahariError } from '../domain/errors.ts'
import type { Person, Viewer } from '../domain/person.ts'
import { newPerson } from './add-person.ts'
import type { NewPerson } from './add-person.ts'
import { appendAudit } from './append-audit.ts'
import { removeLinks } from './end-sessions.ts'
import type { AccountDeps } from './end-sessions.ts'
import { issueSignInLink } from './issue-sign-in-link.ts'
import { writeAudited } from './write-audited.ts'

/** How long a sign-in link waits for its person. */
export const LINK_HOURS = 24
const HOUR_MS = 3_600_000

/** A one-time link, told once: only its hash is stored. */
export interface AccountLink {
  person: Person
  token: string
  expiresAt: number
}

/** Makes an account in the administrator's area, with its first sign-in link. @throws PrahariError invalid, forbidden, conflict, unavailable. */
export async function addAccount(deps: AccountDeps, viewer: Viewer, input: NewPerson & { email?: string | undefined; phone?: string | undefined }): Promise<AccountLink> {
  const { store } = deps
  const { email, phone } = input
  const person: Person = { ...newPerson(input, store.now()), ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) }
  checkPlace(viewer, person)
  const taken = new PrahariError('conflict', `there is an account ${person.id} already`, { field: 'id' })
  if (await store.people.get(person.id)) throw taken
  await writeAudited(deps, { object: `person:${person.id}`, who: viewer.personId, what: 'account-added', facts: { roleIs: person.role, scopeIs: person.scopePath } }, async () => (await store.people.insertMany([person]))[0], taken)
  return issue(deps, person)
}

/** A fresh link for somebody; those from before no longer work. @throws PrahariError forbidden, not-found, invalid, unavailable. */
export async function linkAccount(deps: AccountDeps, viewer: Viewer, id: string): Promise<AccountLink> {
  const person = await deps.store.people.get(id)
  checkAccount(viewer, person, null)
  if (person.isDisabled) throw new PrahariError('invalid', 'the account is shut: open it first', { field: 'id' })
  await appendAudit(deps, { object: `person:${id}`, who: viewer.personId, what: 'link-issued', facts: { hours: LINK_HOURS } })
  await removeLinks(deps.store, id)
  return issue(deps, person)
}

async function issue(deps: AccountDeps, person: Person): Promise<AccountLink> {
  const expiresAt = deps.store.now() + LINK_HOURS * HOUR_MS
  return { person, token: await issueSignInLink(deps, person.id, LINK_HOURS), expiresAt }
}
