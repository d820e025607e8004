import type { Alert, AlertEvent, Outcome } from '../domain/alert.ts'
import { withAlert } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { mayAct, maySee, maySupervise } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { evolveRow } from './evolve-row.ts'
import type { Announcer, Crypto, Done, Store } from './ports.ts'

export interface ActDeps {
  store: Pick<Store, 'dockets' | 'now'>
  announcer: Announcer
  crypto: Pick<Crypto, 'sha256'>
}

export interface Acted extends Done {
  docket: Docket
}

/** Which alert, and when the person acted by their console's account, where the act had to wait for a connection. */
export interface AlertAct {
  alertId: string
  madeAt?: number | undefined
}

/** Less than this after the act it came at once; nobody waits longer than a day. */
const AT_ONCE_MS = 2_000
const LATEST_MS = 86_400_000

/**
 * One person's act on one alert: read, decide, replace if nobody was faster, tell. Losing a race decides anew on what
 * the winner wrote. An alert outside the viewer's scope is not found: its existence is not told either.
 * @throws PrahariError forbidden, not-found, conflict, invalid, unavailable.
 */
export async function changeAlert(deps: ActDeps, viewer: Viewer, { alertId, madeAt }: AlertAct, decide: (alert: Alert, now: number, path: string) => Outcome): Promise<Acted> {
  if (!mayAct(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} only looks`)
  let did: string | undefined
  const { before, row: docket } = await evolveRow(deps.store.dockets, alertId, 'the alert', (known?: Docket) => {
    if (!known?.alert || !maySee(viewer, known.path)) throw notInYourArea('alertId')
    const now = deps.store.now()
    const { alert, events } = decide(known.alert, now, known.path)
    did = events.at(-1)?.what
    return events.length === 0 ? known : withAlert(known, alert, dated(events, madeAt, now), { who: viewer.personId, now, sha256: deps.crypto.sha256 })
  })
  if (docket === before) return { did: 'nothing', because: 'this was done before', docket }
  deps.announcer.announce([docket])
  return { did: did ?? 'changed', because: `by ${viewer.role}`, docket }
}

/** @throws PrahariError forbidden, where the role may not step in on other people's alerts. */
export function mustSupervise({ role }: Viewer): void {
  if (!maySupervise(role)) throw new PrahariError('forbidden', `the role ${role} does not supervise`)
}

/** What the console says of the time of an act: believed only as a remark in the history, within bounds; the clocks go by the server's. */
export function saidAt(madeAt: number | undefined, now: number): number | null {
  return madeAt !== undefined && madeAt < now - AT_ONCE_MS && madeAt > now - LATEST_MS ? madeAt : null
}

function dated(events: AlertEvent[], madeAt: number | undefined, now: number): AlertEvent[] {
  const said = saidAt(madeAt, now)
  return said === null ? events : events.map((event, index) => (index === 0 ? { ...event, facts: { ...event.facts, madeAt: said } } : event))
}

/** One answer for what is not there and for what is not theirs to see. */
export function notInYourArea(field: string): PrahariError {
  return new PrahariError('not-found', 'no such alert in your area', { field })
}
