import { checkAccount } from '../domain/account.ts'
import type { Viewer } from '../domain/person.ts'
import { appendAudit } from './append-audit.ts'
import type { Crypto, Done, Store } from './ports.ts'

/** What every change of an account needs. */
export interface AccountDeps {
  store: Pick<Store, 'people' | 'sessions' | 'signInLinks' | 'leases' | 'audit' | 'now'>
  crypto: Crypto
}

const MOST = 1_000

/** Signs a person out everywhere: sockets end within two seconds, unused links no longer work. @throws PrahariError forbidden, not-found, invalid, unavailable. */
export async function endSessions(deps: AccountDeps, viewer: Viewer, id: string): Promise<Done & { ended: number }> {
  const { store } = deps
  checkAccount(viewer, await store.people.get(id), null)
  await appendAudit(deps, { object: `person:${id}`, who: viewer.personId, what: 'sessions-ended', facts: {} })
  await removeLinks(store, id)
  const ended = await removeSessions(store, id)
  return { did: 'ended', because: `${ended} sessions`, ended }
}

/** Every session of the person. */
export async function removeSessions(store: Pick<Store, 'sessions'>, personId: string): Promise<number> {
  const keys = await store.sessions.keys({ index: 'byPerson', equals: { personId }, limit: MOST })
  if (keys.length > 0) await store.sessions.remove(keys.map(({ id }) => id))
  return keys.length
}

/** Every sign-in link of the person that still works. */
export async function removeLinks(store: Pick<Store, 'signInLinks' | 'now'>, personId: string): Promise<void> {
  const links = await store.signInLinks.find({ index: 'byExpiry', range: { gt: store.now() }, limit: 10_000 })
  const own = links.filter((link) => link.personId === personId && link.usedAt === null).map(({ id }) => id)
  if (own.length > 0) await store.signInLinks.remove(own)
}
