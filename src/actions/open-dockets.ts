import type { PostJob } from '../contract/jobs.ts'
import { raise } from '../domain/alert.ts'
import { docketIdFor, evolve, MAX_THREAD, withAlert } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { pathForPlace } from '../domain/jurisdiction.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import { isSos, severityRank } from '../domain/verdict.ts'
import type { InboxRow } from './collections.ts'
import type { DocketNumbers } from './docket-numbers.ts'
import type { Announcer, Crypto, Done, Store } from './ports.ts'

export interface OpenDeps {
  store: Pick<Store, 'inbox' | 'dockets' | 'now'>
  announcer: Announcer
  numbers: DocketNumbers
  crypto: Pick<Crypto, 'sha256'>
  policy: LadderPolicy
}

export interface Opened extends Done {
  opened: number
  raised: number
  joined: number
}

const MAX_TRIES = 10

/**
 * Opens a docket for each case (and raises its alert when it is SoS): one insert by natural key, then tell, then mark
 * the inbox rows. Safe to run twice on the same posts: what exists is announced again, never opened again.
 * @throws PrahariError unavailable; nothing announced is then lost, and the job or the sweep comes back.
 */
export async function openDockets(deps: OpenDeps, jobs: readonly PostJob[]): Promise<Opened> {
  const now = deps.store.now()
  const numbers = await deps.numbers.take(jobs.length)
  const dockets = jobs.map((job, index) => newDocket(deps, job, numbers[index] ?? '', now))
  const outcomes = await deps.store.dockets.insertMany(dockets)
  const opened = dockets.filter((_, index) => outcomes[index] === 'inserted')
  deps.numbers.giveBack(numbers.filter((_, index) => outcomes[index] === 'exists'))
  deps.announcer.announce(opened)
  const joined = jobs.filter((_, index) => outcomes[index] === 'exists')
  const raisedByJoining = await joinAll(deps, joined, now)
  await markDecided(deps, jobs, (index) => (outcomes[index] === 'inserted' ? 'docket' : 'joined'))
  const raised = opened.filter((docket) => docket.alert).length + raisedByJoining
  return { did: 'opened', because: 'each case has its docket', opened: opened.length, raised, joined: joined.length }
}

function newDocket(deps: OpenDeps, job: PostJob, number: string, now: number): Docket {
  const path = pathForPlace(job.verdict.place)
  const blank: Docket = {
    id: docketIdFor(job.post.caseId), version: 0, number, status: 'open', path,
    post: job.post, thread: [], verdict: job.verdict, alert: null,
    postedAt: job.post.createdAt, receivedAt: job.receivedAt, openedAt: now, updatedAt: now,
    history: [], alertOpen: 0, nextDueAt: null,
  }
  const by = { who: 'system', now, sha256: deps.crypto.sha256 }
  const opening = { what: 'opened', facts: { number, postId: job.postId, severity: job.verdict.severity, path } }
  if (!isSos(job.verdict.severity)) return evolve(blank, {}, [opening], by)
  const { alert, events } = raise(job.verdict.severity, deps.policy, path, now)
  return withAlert(blank, alert, [opening, ...events], by)
}

async function joinAll(deps: OpenDeps, jobs: readonly PostJob[], now: number): Promise<number> {
  let raised = 0
  for (const job of jobs) if (await join(deps, job, now)) raised++
  return raised
}

/** Adds a further post (an edit) to the docket of its case; a retweet or a repeat only has it announced again. */
async function join(deps: OpenDeps, job: PostJob, now: number): Promise<boolean> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const docket = await deps.store.dockets.get(docketIdFor(job.post.caseId))
    if (!docket) return false
    const isKnown = docket.post.id === job.postId || docket.thread.some((post) => post.id === job.postId)
    if (isKnown || job.post.kind === 'retweet') {
      if (docket.alertOpen) deps.announcer.announce([docket])
      return false
    }
    const next = withFurtherPost(deps, docket, job, now)
    if ((await deps.store.dockets.replace(next, docket.version)) === 'replaced') {
      if (next.alert) deps.announcer.announce([next])
      return next.alert !== null && docket.alert === null
    }
  }
  return false
}

function withFurtherPost(deps: OpenDeps, docket: Docket, job: PostJob, now: number): Docket {
  const by = { who: 'system', now, sha256: deps.crypto.sha256 }
  const isWorse = severityRank(job.verdict.severity) < severityRank(docket.verdict.severity)
  const joining = { what: 'post-joined', facts: { postId: job.postId, severity: job.verdict.severity } }
  const changes = { thread: [...docket.thread, job.post].slice(-MAX_THREAD), ...(isWorse ? { verdict: job.verdict } : {}) }
  if (!isWorse || docket.alert || !isSos(job.verdict.severity)) return evolve(docket, changes, [joining], by)
  const { alert, events } = raise(job.verdict.severity, deps.policy, docket.path, now)
  return withAlert({ ...docket, ...changes }, alert, [joining, ...events], by)
}

async function markDecided(deps: OpenDeps, jobs: readonly PostJob[], decision: (index: number) => 'docket' | 'joined'): Promise<void> {
  const changes = jobs.map((job, index): { document: InboxRow; expectedVersion: number } => ({
    document: {
      id: job.postId, version: 2, state: 'decided', decision: decision(index), lane: isSos(job.verdict.severity) ? 'sos' : 'routine',
      receivedAt: job.receivedAt, post: job.post, verdict: job.verdict, docketId: docketIdFor(job.post.caseId), reason: null,
    },
    expectedVersion: 1,
  }))
  await deps.store.inbox.replaceMany(changes)
}
