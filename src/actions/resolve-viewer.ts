import type { Person, Viewer } from '../domain/person.ts'
import type { Session } from './collections.ts'
import type { Crypto, Store } from './ports.ts'

export interface ViewerDeps {
  store: Pick<Store, 'people' | 'sessions' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
}

/** Who holds this session token now, with the role and scope of this moment; null when it is unknown, ended or disabled. */
export async function resolveViewer(deps: ViewerDeps, token: string): Promise<Viewer | null> {
  const session = await deps.store.sessions.get(deps.crypto.sha256(token))
  return session ? viewerOf(session, await deps.store.people.get(session.personId), deps.store.now()) : null
}

/** The same for every console at once, in two reads; answers in the order of the tokens. */
export async function resolveViewers(deps: ViewerDeps, tokens: readonly string[]): Promise<(Viewer | null)[]> {
  const ids = tokens.map((token) => deps.crypto.sha256(token))
  const sessions = byId(await deps.store.sessions.getMany([...new Set(ids)]))
  const people = byId(await deps.store.people.getMany([...new Set([...sessions.values()].map((session) => session.personId))]))
  const now = deps.store.now()
  return ids.map((id) => {
    const session = sessions.get(id)
    return session ? viewerOf(session, people.get(session.personId), now) : null
  })
}

function viewerOf(session: Session, person: Person | undefined, now: number): Viewer | null {
  if (session.expiresAt <= now || !person || person.isDisabled) return null
  return { personId: person.id, name: person.name, role: person.role, scopePath: person.scopePath }
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}
