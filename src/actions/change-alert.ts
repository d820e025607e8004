import type { Alert, Outcome } from '../domain/alert.ts'
import { withAlert } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { mayAct, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { Announcer, Crypto, Done, Store } from './ports.ts'

export interface ActDeps {
  store: Pick<Store, 'dockets' | 'now'>
  announcer: Announcer
  crypto: Pick<Crypto, 'sha256'>
}

export interface Acted extends Done {
  docket: Docket
}

const MAX_TRIES = 12

/**
 * One person's act on one alert: read, decide, replace if nobody was faster, tell. Losing a race decides anew on what
 * the winner wrote. An alert outside the viewer's scope is not found: its existence is not told either.
 * @throws PrahariError forbidden, not-found, conflict, invalid, unavailable.
 */
export async function changeAlert(deps: ActDeps, viewer: Viewer, alertId: string, decide: (alert: Alert, now: number) => Outcome): Promise<Acted> {
  if (!mayAct(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} only looks`)
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const docket = await deps.store.dockets.get(alertId)
    if (!docket?.alert || !maySee(viewer, docket.path)) throw new PrahariError('not-found', 'no such alert in your area', { field: 'alertId' })
    const now = deps.store.now()
    const { alert, events } = decide(docket.alert, now)
    if (events.length === 0) return { did: 'nothing', because: 'this was done before', docket }
    const next = withAlert(docket, alert, events, { who: viewer.personId, now, sha256: deps.crypto.sha256 })
    if ((await deps.store.dockets.replace(next, docket.version)) === 'conflict') continue
    deps.announcer.announce([next])
    return { did: events.at(-1)?.what ?? 'changed', because: `by ${viewer.role}`, docket: next }
  }
  throw new PrahariError('unavailable', 'the alert is changing too fast, try again')
}
