import { isCrowd, withIncident } from '../domain/crowd.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { incidentIdFor, isMilestone, startIncident, withDockets, witnessesOf } from '../domain/incident.ts'
import type { Contribution, Incident } from '../domain/incident.ts'
import type { Peer } from '../triage/threads/belonging.ts'
import type { JoinDeps } from './join-docket.ts'
import type { Store } from './ports.ts'

export interface LinkDeps extends JoinDeps {
  store: Pick<Store, 'dockets' | 'incidents' | 'now'>
}

const MAX_TRIES = 25

/**
 * Puts a docket that stands beside others into their incident and tells those whom it concerns: those that were not in it, all
 * at a milestone of its size, all when a crowd raises them. Sets and guarded replaces, so that doing it again changes nothing.
 * @returns how many alerts rang that had not.
 * @throws PrahariError unavailable.
 */
export async function linkIncident(deps: LinkDeps, docket: Docket, peers: readonly Peer[], incidentId: string): Promise<number> {
  const contributions = [...peers.map(({ docket: peer, isWitness }) => contributionOf(peer, isWitness)), contributionOf(docket, !peers.some(({ isAlike }) => isAlike))]
  const incident = await grown(deps, incidentId, contributions)
  const tellsSize = isMilestone(incident.size)
  const unlinked = peers.map(({ docket: peer }) => peer).filter((peer) => peer.incidentId !== incident.id)
  const concerned = tellsSize || isRaising(docket, peers, incident) ? incident.dockets : unlinked.map(({ id }) => id)
  if (concerned.length === 0) return 0
  let rang = 0
  for (const one of await deps.store.dockets.getMany(concerned)) if (await tell(deps, one, incident, tellsSize)) rang++
  return rang
}

/** The incident of a docket that is opened beside these: the one that the oldest of them has, or the one that begins with it. */
export function incidentOf(peers: readonly Peer[]): string | null {
  const oldest = peers.map(({ docket }) => docket).sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
  const [first] = oldest
  return first ? (oldest.find(({ incidentId }) => incidentId !== undefined)?.incidentId ?? incidentIdFor(first.number)) : null
}

/** Whether there is a crowd that one of the others has not felt yet. */
function isRaising({ matter }: Docket, peers: readonly Peer[], incident: Incident): boolean {
  if (!matter || !isCrowd(matter, witnessesOf(incident.witnesses, matter))) return false
  return peers.some(({ docket: peer }) => peer.matter === matter && peer.status !== 'closed' && peer.raisedFor?.includes(incident.id) !== true)
}

function contributionOf({ id, authorId, matter }: Docket, isWitness: boolean): Contribution {
  return { docketId: id, witness: isWitness && authorId && matter ? { authorId, matter } : null }
}

async function grown({ store }: LinkDeps, id: string, contributions: readonly Contribution[]): Promise<Incident> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const now = store.now()
    const known = await store.incidents.get(id)
    const next = withDockets(known ?? startIncident(id, now), contributions, now)
    if (known === next) return known
    const isOurs = known ? (await store.incidents.replace(next, known.version)) === 'replaced' : (await store.incidents.insertMany([next]))[0] === 'inserted'
    if (isOurs) return next
  }
  throw new PrahariError('unavailable', 'the incident is changing too fast, try again')
}

async function tell(deps: LinkDeps, found: Docket, incident: Incident, tellsSize: boolean): Promise<boolean> {
  let docket: Docket | undefined = found
  for (let attempt = 0; attempt < MAX_TRIES && docket; attempt++) {
    const next = withIncident(docket, incident, tellsSize, { policy: deps.policy, now: deps.store.now(), sha256: deps.crypto.sha256 })
    if (next === docket) return false
    if ((await deps.store.dockets.replace(next, docket.version)) === 'replaced') {
      if (next.alert) deps.announcer.announce([next])
      return next.alertOpen === 1 && docket.alertOpen === 0
    }
    docket = await deps.store.dockets.get(found.id)
  }
  return false
}
