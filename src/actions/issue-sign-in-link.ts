import { PrahariError } from '../domain/errors.ts'
import type { Crypto, Store } from './ports.ts'

const HOUR_MS = 3_600_000

/** A fresh one-time sign-in token for a person; only its hash is stored. @throws not-found. */
export async function issueSignInLink(deps: { store: Pick<Store, 'people' | 'signInLinks' | 'now'>; crypto: Crypto }, personId: string, hours: number): Promise<string> {
  const person = await deps.store.people.get(personId)
  if (!person || person.isDisabled) throw new PrahariError('not-found', `no person ${personId}`)
  const token = deps.crypto.newToken()
  const now = deps.store.now()
  await deps.store.signInLinks.insertMany([
    { id: deps.crypto.sha256(token), version: 1, personId, createdAt: now, expiresAt: now + hours * HOUR_MS, usedAt: null },
  ])
  return token
}
