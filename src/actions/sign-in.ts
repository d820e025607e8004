import { PrahariError } from '../domain/errors.ts'
import type { Viewer } from '../domain/person.ts'
import { bindWall } from './bind-wall.ts'
import type { Crypto, Store } from './ports.ts'

const HOUR_MS = 3_600_000
/** Browsers keep no cookie longer than 400 days; it is renewed while the wall hangs (read-wall.ts). */
export const WALL_HOURS = 24 * 90

export interface SignInDeps {
  store: Pick<Store, 'people' | 'sessions' | 'signInLinks' | 'walls' | 'now'>
  crypto: Crypto
  sessionHours: number
}

/**
 * Trades a one-time token for a session. The token works once: the second use, an expired and an unknown one get the
 * same answer. @returns the session's own token, to be kept in a cookie. @throws forbidden.
 */
export async function signIn(deps: SignInDeps, token: string): Promise<{ token: string; viewer: Viewer; maxAgeMs: number }> {
  const refused = new PrahariError('forbidden', 'this sign-in link is used, expired or unknown: ask for a new one', { field: 'token' })
  const link = await deps.store.signInLinks.get(deps.crypto.sha256(token))
  const now = deps.store.now()
  if (!link || link.usedAt !== null || link.expiresAt <= now) throw refused
  const person = await deps.store.people.get(link.personId)
  if (!person || person.isDisabled) throw refused
  const used = await deps.store.signInLinks.replace({ ...link, version: link.version + 1, usedAt: now }, link.version)
  if (used === 'conflict') throw refused
  if (person.role === 'wall') await bindWall(deps.store, person)
  const sessionToken = deps.crypto.newToken()
  const maxAgeMs = (person.role === 'wall' ? WALL_HOURS : deps.sessionHours) * HOUR_MS
  await deps.store.sessions.insertMany([
    { id: deps.crypto.sha256(sessionToken), version: 1, personId: person.id, createdAt: now, lastSeenAt: now, expiresAt: now + maxAgeMs },
  ])
  return { token: sessionToken, viewer: { personId: person.id, name: person.name, role: person.role, scopePath: person.scopePath }, maxAgeMs }
}
