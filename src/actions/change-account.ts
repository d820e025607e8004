import { changeFacts, checkAccount, isStateAdmin, withChange } from '../domain/account.ts'
import type { AccountChange } from '../domain/account.ts'
import { PrahariError } from '../domain/errors.ts'
import { STATE_PATH } from '../domain/area.ts'
import { findNodeInForce } from '../domain/jurisdiction.ts'
import type { Person, Viewer } from '../domain/person.ts'
import { removeSessions } from './end-sessions.ts'
import type { AccountDeps } from './end-sessions.ts'
import { holdLease, releaseLease } from './hold-lease.ts'
import type { Done } from './ports.ts'
import { writeAudited } from './write-audited.ts'

export interface AccountWish extends Omit<AccountChange, 'scopePath'> {
  scopeId?: string | undefined
  /** The version that was on the screen. */
  expectedVersion: number
}

export interface AccountChanged extends Done {
  person: Person
}

const MAX_ADMINS = 100
const LEASE_MS = 10_000

/**
 * Changes an account: name, role, area, ways to reach it, shut or open again. Recorded in the audit trail. Sockets and sessions
 * see the new role at once (two seconds at most); shutting ends them. @throws PrahariError forbidden, not-found, invalid, conflict, unavailable.
 */
export async function changeAccount(deps: AccountDeps, viewer: Viewer, id: string, { expectedVersion, scopeId, ...wish }: AccountWish): Promise<AccountChanged> {
  const { store } = deps
  const node = scopeId === undefined ? undefined : findNodeInForce(scopeId)
  if (scopeId !== undefined && !node) throw new PrahariError('invalid', `no jurisdiction node ${scopeId}`, { field: 'scopeId' })
  const person = await store.people.get(id)
  const after = person && withChange(person, { ...wish, scopePath: node?.path })
  checkAccount(viewer, person, after ?? null)
  if (!after || person.version !== expectedVersion) throw changedMeanwhile()
  const facts = changeFacts(person, after)
  if (Object.keys(facts).length === 0) return { did: 'nothing', because: 'it is so already', person }
  const write = async (): Promise<void> => {
    await writeAudited(deps, { object: `person:${id}`, who: viewer.personId, what: 'account-changed', facts }, () => store.people.replace(after, expectedVersion), changedMeanwhile())
  }
  if (isStateAdmin(person) && !isStateAdmin(after)) await keepingOneAdmin(deps, person.id, write)
  else await write()
  if (after.isDisabled) await removeSessions(store, id)
  return { did: 'changed', because: Object.keys(facts).join(', '), person: after }
}

function changedMeanwhile(): PrahariError {
  return new PrahariError('conflict', 'somebody changed this account meanwhile', { field: 'expectedVersion' })
}

/** One at a time for the whole state, so that two administrators cannot each remove the other. */
async function keepingOneAdmin({ store, crypto }: AccountDeps, leaving: string, write: () => Promise<void>): Promise<void> {
  const lease = { id: 'state-admins', holder: crypto.newToken(), ttlMs: LEASE_MS }
  if (!(await holdLease(store, lease)).isHeld) throw new PrahariError('unavailable', 'another administrator is being changed, try again')
  try {
    const admins = await store.people.find({ index: 'byScope', equals: { scopePath: STATE_PATH, role: 'admin' }, limit: MAX_ADMINS })
    if (!admins.some((one) => one.id !== leaving && isStateAdmin(one))) throw new PrahariError('forbidden', 'this is the last administrator of the state: add another one first', { field: 'id' })
    await write()
  } finally {
    await releaseLease(store, lease)
  }
}
