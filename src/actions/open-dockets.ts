import type { PostJob } from '../contract/jobs.ts'
import { docketIdFor } from '../domain/docket.ts'
import { isDrill } from '../domain/drill.ts'
import type { Docket } from '../domain/docket.ts'
import { isRetryable, PrahariError } from '../domain/errors.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import { newDocket } from '../domain/new-docket.ts'
import { isActionable } from '../domain/verdict.ts'
import type { Handles } from '../triage/policy.ts'
import { withHistory } from '../triage/signals/doubt.ts'
import { peersOf } from '../triage/threads/belonging.ts'
import type { Belonging, Peer } from '../triage/threads/belonging.ts'
import { laneOf } from '../triage/threads/lane.ts'
import type { InboxRow } from './collections.ts'
import type { DocketNumbers } from './docket-numbers.ts'
import { arrivalOf, belonging, findRelations, NO_RELATIONS, turnsOf } from './find-relations.ts'
import type { Arrival, Relations } from './find-relations.ts'
import { joinDocket } from './join-docket.ts'
import { keepEchoes } from './keep-echoes.ts'
import { incidentOf, linkIncident } from './link-incident.ts'
import type { Announcer, Crypto, Done, Store } from './ports.ts'
import { takeTurns } from './take-turns.ts'

export interface OpenDeps {
  store: Pick<Store, 'inbox' | 'dockets' | 'incidents' | 'echoes' | 'now'>
  announcer: Announcer
  numbers: DocketNumbers
  crypto: Pick<Crypto, 'sha256'>
  policy: LadderPolicy
  /** Accounts of the police in force: what these post is nobody's further post. */
  handles: Handles
  /** Gives the lookup before an opening only so long: a cry does not wait for a slow store. No limit where absent. */
  hurry?: <Value>(lookup: Promise<Value>) => Promise<Value>
}

export interface Opened extends Done {
  opened: number
  raised: number
  /** Further posts that joined a docket, and repetitions that were only counted. */
  joined: number
}

/** A job with what became of it. */
interface Settled {
  arrival: Arrival
  decision: NonNullable<InboxRow['decision']>
  docketId: string | null
}

/** What became of a batch, and which of its dockets are to be linked with others. */
interface Outcome {
  settled: Settled[]
  links: { docket: Docket; peers: Peer[]; incidentId: string }[]
}

/**
 * Decides posts: a further post joins its docket, what only repeats one is counted there, what must be acted on gets a
 * docket (and rings when it is SoS), the rest is nothing to act on. One insert by natural key, then tell, then mark the inbox
 * rows. Safe to run twice on the same posts: what exists is announced again, never opened or counted again. When the lookup
 * fails, what must be acted on gets its docket all the same: rather a second one than none.
 * @throws PrahariError unavailable; nothing announced is then lost, and the job or the sweep comes back.
 */
export async function openDockets(deps: OpenDeps, jobs: readonly PostJob[]): Promise<Opened> {
  const total: Opened = { did: 'opened', because: 'each post has its decision', opened: 0, raised: 0, joined: 0 }
  for (const batch of apart(jobs.map(arrivalOf))) {
    // What may belong together is looked up and written one after the other; what follows from it need not wait.
    const { settled, links } = await takeTurns([...new Set(batch.flatMap(turnsOf))], () => settle(deps, batch, total))
    for (const { docket, peers, incidentId } of links) total.raised += await takeTurns([incidentId], () => linkIncident(deps, docket, peers, incidentId))
    await markDecided(deps, settled)
  }
  return total
}

/** The jobs in batches: what may belong together comes one after the other, in the order in which it was posted. */
function apart(arrivals: readonly Arrival[]): Arrival[][] {
  const seen = new Set<string>()
  const together: Arrival[] = []
  const after: Arrival[] = []
  for (const arrival of [...arrivals].sort((a, b) => a.post.createdAt - b.post.createdAt)) {
    const keys = turnsOf(arrival)
    ;(keys.some((key) => seen.has(key)) ? after : together).push(arrival)
    for (const key of keys) seen.add(key)
  }
  return [...(together.length > 0 ? [together] : []), ...after.map((arrival) => [arrival])]
}

async function settle(deps: OpenDeps, arrivals: readonly Arrival[], total: Opened): Promise<Outcome> {
  const now = deps.store.now()
  const relations = await Promise.all(arrivals.map((arrival) => lookUp(deps, arrival, now)))
  const fates = arrivals.map((arrival, at) => {
    const found = relations[at] ?? NO_RELATIONS
    return { arrival, found, fate: belonging(arrival, found, deps.handles, now) }
  })
  const nothing = fates.filter(({ arrival, fate }) => fate === null && !isActionable(arrival.verdict.severity))
  const outcome: Outcome = { settled: nothing.map(({ arrival }) => ({ arrival, decision: 'not-actionable', docketId: null })), links: [] }
  await openAll(deps, fates.filter(({ arrival, fate }) => fate === null && isActionable(arrival.verdict.severity)), now, outcome, total)
  for (const { arrival, found, fate } of fates) if (fate !== null) await join(deps, arrival, found, fate, outcome, total)
  return outcome
}

async function lookUp(deps: OpenDeps, arrival: Arrival, now: number): Promise<Relations> {
  const lookup = findRelations(deps.store, arrival, now)
  if (!isActionable(arrival.verdict.severity)) return lookup
  try {
    return await (deps.hurry ? deps.hurry(lookup) : lookup)
  } catch (error) {
    if (error instanceof PrahariError && !isRetryable(error)) throw error
    return NO_RELATIONS
  }
}

interface Standing {
  arrival: Arrival
  found: Relations
}

async function openAll(deps: OpenDeps, standing: readonly Standing[], now: number, outcome: Outcome, total: Opened): Promise<void> {
  if (standing.length === 0) return
  // A drill is no complaint: it takes no number of the day and counts nowhere.
  const numbers = await deps.numbers.take(standing.filter(({ arrival }) => !isDrill(arrival.post)).length)
  const unused = [...numbers]
  const numberOf = ({ post }: Arrival): string => (isDrill(post) ? `DRILL-${post.id}` : unused.shift() ?? '')
  const drafts = standing.map(({ arrival, found }) => ({ arrival, found, ...draft(deps, arrival, found, numberOf(arrival), now) }))
  const [inserted] = await Promise.all([
    deps.store.dockets.insertMany(drafts.map(({ docket }) => docket)),
    keepEchoes(deps.store, drafts.map(({ docket, arrival, found }) => ({ docket, bands: arrival.bands, found: found.echoRows })), now),
  ])
  deps.numbers.giveBack(drafts.flatMap(({ docket }, at) => (inserted[at] === 'exists' && numbers.includes(docket.number) ? [docket.number] : [])))
  const opened = drafts.filter((_, at) => inserted[at] === 'inserted')
  deps.announcer.announce(opened.map(({ docket }) => docket))
  const counted = opened.filter(({ docket }) => !isDrill(docket.post))
  total.opened += counted.length
  total.raised += counted.filter(({ docket }) => docket.alert).length
  for (const { arrival, docket, peers } of opened) {
    outcome.settled.push({ arrival, decision: 'docket', docketId: docket.id })
    if (docket.incidentId !== undefined) outcome.links.push({ docket, peers, incidentId: docket.incidentId })
  }
  for (const { arrival } of drafts.filter((_, at) => inserted[at] === 'exists')) await join(deps, arrival, NO_RELATIONS, 'case', outcome, total)
}

function draft(deps: OpenDeps, arrival: Arrival, found: Relations, number: string, now: number): { docket: Docket; peers: Peer[] } {
  const peers = arrival.corrected ? [] : peersOf(arrival, found, now)
  const incidentId = incidentOf(peers)
  const authors = peers.filter(({ isWitness }) => isWitness).length + (arrival.authorId === null ? 0 : 1)
  const size = 1 + Math.max(peers.length, ...peers.map(({ docket }) => (docket.incidentId === incidentId ? (docket.incident?.dockets ?? 1) : 1)))
  const falseAlarms = found.author.filter(({ alert }) => alert?.state === 'false-alarm').length
  const verdict = falseAlarms > 0 ? { ...arrival.verdict, doubt: withHistory(arrival.verdict.doubt, falseAlarms) } : arrival.verdict
  const docket = newDocket(
    { ...arrival, verdict, number, incident: incidentId === null ? null : { id: incidentId, authors, size } },
    { policy: deps.policy, now, sha256: deps.crypto.sha256 },
  )
  return { docket, peers }
}

/** Into the docket of its case, or the one it belongs to. */
async function join(deps: OpenDeps, arrival: Arrival, found: Relations, fate: Belonging | 'case', outcome: Outcome, total: Opened): Promise<void> {
  const docket = fate === 'case' ? (found.own ?? await deps.store.dockets.get(docketIdFor(arrival.post.caseId))) : fate.docket
  // Somebody removed it between two reads: the job comes back and opens it.
  if (!docket) throw new PrahariError('unavailable', 'the docket has gone, try again')
  const how = fate === 'case' ? (arrival.post.kind === 'retweet' ? 'echo' : 'edit') : fate.how === 'echo' ? 'echo' : 'further'
  total.joined++
  if (await joinDocket(deps, docket, arrival, how)) total.raised++
  const isOpener = docket.post.id === arrival.postId
  const isEcho = how === 'echo' || (docket.spread?.recentPosts.includes(arrival.postId) ?? false)
  outcome.settled.push({ arrival, decision: isOpener ? 'docket' : isEcho ? 'folded' : 'joined', docketId: docket.id })
  if (!isOpener) return
  // Opened before: what a killed process left undone after the opening is done now.
  const now = deps.store.now()
  await keepEchoes(deps.store, [{ docket, bands: arrival.bands, found: found.echoRows }], now)
  if (docket.incidentId !== undefined) outcome.links.push({ docket, peers: peersOf(arrival, found, now), incidentId: docket.incidentId })
}

async function markDecided(deps: OpenDeps, settled: readonly Settled[]): Promise<void> {
  const changes = settled.map(({ arrival, decision, docketId }): { document: InboxRow; expectedVersion: number } => {
    const { postId, receivedAt, post, verdict, corrected } = arrival
    const expectedVersion = corrected?.rowVersion ?? 1
    return {
      document: {
        id: postId, version: expectedVersion + 1, state: 'decided', decision, lane: docketId === null ? 'none' : laneOf(post, verdict),
        receivedAt, post, verdict, docketId, reason: null,
        ...(corrected ? { machine: corrected.machine, corrections: corrected.corrections } : {}),
      },
      expectedVersion,
    }
  })
  await deps.store.inbox.replaceMany(changes)
}
