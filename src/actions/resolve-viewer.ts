import type { Viewer } from '../domain/person.ts'
import type { Crypto, Store } from './ports.ts'

export interface ViewerDeps {
  store: Pick<Store, 'people' | 'sessions' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
}

/** Who holds this session token now, with the role and scope of this moment; null when it is unknown, ended or disabled. */
export async function resolveViewer(deps: ViewerDeps, token: string): Promise<Viewer | null> {
  const session = await deps.store.sessions.get(deps.crypto.sha256(token))
  if (!session || session.expiresAt <= deps.store.now()) return null
  const person = await deps.store.people.get(session.personId)
  if (!person || person.isDisabled) return null
  return { personId: person.id, name: person.name, role: person.role, scopePath: person.scopePath }
}
