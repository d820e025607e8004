import { deskOf, statusAfter } from '../domain/desk.ts'
import { parentPath, timedBy } from '../domain/desk-clock.ts'
import { evolve, reopenedDesk } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import type { ActDeps, Acted } from './change-alert.ts'
import { evolveDocket } from './evolve-docket.ts'

/** `policy`: the desk times in force. */
export interface CitizenDeps extends ActDeps {
  policy: Pick<LadderPolicy, 'desk'>
}

const MAX_TEXT = 500

/**
 * The citizen says at /track that it is not done: `reopen` brings it back to the desk where it lies; `appeal` puts it one level
 * up, once for each closing, since only a closed docket can be appealed. Whoever calls this has checked the citizen's code.
 * @throws PrahariError not-found, conflict (it is not closed), unavailable.
 */
export async function reopenByCitizen(deps: CitizenDeps, docketId: string, kind: 'reopen' | 'appeal', text: string): Promise<Acted> {
  const { docket } = await evolveDocket(deps, docketId, (one) => reopened(deps, one, kind, text.trim().slice(0, MAX_TEXT).toWellFormed()))
  return { did: kind === 'appeal' ? 'appealed' : 'docket-reopened', because: 'by the citizen', docket }
}

function reopened({ store, crypto, policy }: CitizenDeps, docket: Docket, kind: 'reopen' | 'appeal', text: string): Docket {
  const status = statusAfter(docket.status, kind)
  if (!status) throw new PrahariError('conflict', 'it is not closed')
  const before = deskOf(docket)
  const now = store.now()
  const desk = { ...reopenedDesk(before), unreadSince: now, touchedAt: now }
  const closedAs = before.closing?.action ?? null
  const by = { who: 'citizen', now, sha256: crypto.sha256 }
  const times = timedBy(docket, policy)
  if (kind === 'reopen') return evolve(docket, { ...times, desk, status }, [{ what: 'docket-reopened', facts: { reason: text, closedAs } }], by)
  const path = parentPath(docket.path) ?? docket.path
  return evolve(docket, { ...times, desk: { ...desk, movedUp: desk.movedUp + 1, upPath: path }, path, status }, [{ what: 'appealed', facts: { reason: text, closedAs, from: docket.path, to: path } }], by)
}
