import { isCrowd, withIncident } from '../domain/crowd.ts'
import type { Docket } from '../domain/docket.ts'
import { incidentIdFor, isMilestone, startIncident, withDockets, witnessesOf } from '../domain/incident.ts'
import type { Contribution, Incident } from '../domain/incident.ts'
import type { Peer } from '../triage/threads/belonging.ts'
import { evolveRow } from './evolve-row.ts'
import type { JoinDeps } from './join-docket.ts'
import type { Store } from './ports.ts'

export interface LinkDeps extends JoinDeps {
  store: Pick<Store, 'dockets' | 'incidents' | 'now'>
}

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
  const { row } = await evolveRow(store.incidents, id, 'the incident', (known?: Incident) => {
    const now = store.now()
    return withDockets(known ?? startIncident(id, now), contributions, now)
  })
  return row
}

async function tell(deps: LinkDeps, found: Docket, incident: Incident, tellsSize: boolean): Promise<boolean> {
  const { before, row: docket } = await evolveRow(deps.store.dockets, found.id, 'the docket', (one?: Docket) => (
    one && withIncident(one, incident, tellsSize, { policy: deps.policy, now: deps.store.now(), sha256: deps.crypto.sha256 })
  ), found)
  if (docket?.alert && docket !== before) deps.announcer.announce([docket])
  return docket?.alertOpen === 1 && before?.alertOpen === 0
}
