import { BLANK_DESK } from '../domain/desk.ts'
import { actAtDesk, maySeeDocket } from '../domain/desk-acts.ts'
import type { DeskCommand } from '../domain/desk-acts.ts'
import { docketIdFor, evolve } from '../domain/docket.ts'
import type { Docket, ThreadPost } from '../domain/docket.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import { matterKey } from '../domain/matter.ts'
import { newDocket } from '../domain/new-docket.ts'
import type { Viewer } from '../domain/person.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Acted } from './change-alert.ts'
import { changeDesk, wasDone } from './change-desk.ts'
import type { DeskDeps, DeskInput } from './change-desk.ts'
import type { DocketNumbers } from './docket-numbers.ts'
import { noDocket } from './evolve-docket.ts'
import type { Store } from './ports.ts'

export interface SplitDeps extends DeskDeps {
  store: DeskDeps['store'] & Pick<Store, 'inbox'>
  numbers: DocketNumbers
  policy: LadderPolicy
}

/**
 * A post of the thread is another complaint: it gets a docket of its own under its natural key, where the old one lies unless
 * its text says otherwise, and rings when it is SoS. The new docket is written first: a process killed in between leaves the
 * mark in the old thread to the retry of the same act.
 * @throws PrahariError see changeDesk.
 */
export async function splitDocket(deps: SplitDeps, viewer: Viewer, input: DeskInput, command: Extract<DeskCommand, { act: 'split' }>): Promise<Acted> {
  const source = await deps.store.dockets.get(input.docketId)
  if (!source || !maySeeDocket(viewer, source)) throw noDocket('id')
  const post = source.thread.find(({ id }) => id === command.postId)
  const isNew = post !== undefined && post.splitTo === undefined && !wasDone(source, viewer, input.key)
  // Rehearsed before anything is written: what would be refused opens no docket.
  if (isNew) actAtDesk(source, command, { viewer, key: input.key, now: deps.store.now(), sha256: deps.crypto.sha256, policy: deps.policy, splitTo: { id: docketIdFor(post.id), number: '' } })
  const own = isNew ? await openOwn(deps, source, post) : undefined
  return changeDesk(deps, viewer, input, command, () => Promise.resolve(own ? { splitTo: { id: own.id, number: own.number } } : {}))
}

async function openOwn(deps: SplitDeps, source: Docket, { followUp: _, because: _b, severity: _s, joinedAt: _j, splitTo: _t, ...post }: ThreadPost): Promise<Docket> {
  const id = docketIdFor(post.id)
  const known = await deps.store.dockets.get(id)
  if (known) return known
  const row = await deps.store.inbox.get(post.id)
  const verdict = verdictOf(source, row?.verdict ?? null)
  const [number = ''] = await deps.numbers.take(1)
  const now = deps.store.now()
  const context = { policy: deps.policy, now, sha256: deps.crypto.sha256 }
  const opened = newDocket({
    post, verdict, receivedAt: row?.receivedAt ?? now, number, authorId: source.authorId ?? null, matter: matterKey(verdict.place, verdict.category), incident: null,
  }, context)
  const origin = source.origin ? { origin: source.origin } : {}
  const docket = evolve(opened, { desk: { ...BLANK_DESK, splitFrom: source.id }, ...origin }, [{ what: 'split-from', facts: { from: source.number, fromId: source.id } }], { who: 'system', ...context })
  if ((await deps.store.dockets.insertMany([docket]))[0] === 'exists') {
    deps.numbers.giveBack([number])
    return (await deps.store.dockets.get(id)) ?? docket
  }
  deps.announcer.announce([docket])
  return docket
}

/** What was judged of the post by itself, as a complaint that somebody must act on; a protected identity stays protected. */
function verdictOf({ verdict: standing }: Docket, own: Verdict | null): Verdict {
  const verdict = own ?? standing
  const isNothing = verdict.severity === 'low' || verdict.severity === 'none'
  const place = verdict.place.districtId === null ? standing.place : verdict.place
  return { ...verdict, place, severity: isNothing ? 'normal' : verdict.severity, isProtected: verdict.isProtected || standing.isProtected }
}
