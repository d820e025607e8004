import { conditionOf, stretchSubject } from '../domain/condition.ts'
import type { SystemKind } from '../domain/condition.ts'
import { claim, expire, isUnsent, mustGoOn, planned, wentOn } from '../domain/delivery.ts'
import type { Channel, Delivery } from '../domain/delivery.ts'
import { deskAlarmId } from '../domain/desk-alarm.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import type { Notice } from '../contract/notice.ts'
import type { Person } from '../domain/person.ts'
import { changeDelivery } from './change-delivery.ts'
import type { OnDelivery } from './change-delivery.ts'
import type { Crypto, HandOver, Store } from './ports.ts'
import { applied, CLAIM_MS } from './send-delivery.ts'
import type { Sent } from './send-delivery.ts'
import { isOfEnd } from './tell-of-condition.ts'

/** Hands one notice of a condition over by its channel; resolves whatever happens, within CLAIM_MS. */
export type NoticeHandOverBy = (delivery: Delivery, notice: Notice, person: Person) => Promise<HandOver>

export interface NoticeDeps {
  store: Pick<Store, 'deliveries' | 'people' | 'walls' | 'deskAlarms' | 'conditions' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
  onDelivery: OnDelivery
  /** Unique to this process. */
  claimant: string
  by: Record<Channel, NoticeHandOverBy>
}

/**
 * Does what is due for one delivery that tells of a condition, as `sendDelivery` does for an alert: claim, look again,
 * hand over, write down, go on to the person's next channel. Never held by the throttle.
 * @throws PrahariError unavailable; the row stays due.
 */
export async function sendNotice(deps: NoticeDeps, due: Delivery): Promise<Sent> {
  const { store } = deps
  const notice = await noticeOf(store, due)
  if (!notice) return sent(await changeDelivery(store, due, (one, now) => expire(one, conditionOf(due)?.kind === 'wall' ? 'the wall sees again' : 'this is over', now), deps.onDelivery))
  const now = store.now()
  if (!isUnsent(due) || (due.retryAt !== null && due.retryAt > now)) return goOnWith(deps, due)
  const claimed = claim(due, deps.claimant, now + CLAIM_MS, now)
  if ((await store.deliveries.replace(claimed, due.version)) === 'conflict') return { did: 'nothing', because: 'another process has it', next: null }
  const person = await store.people.get(due.personId)
  const result: HandOver = person && !person.isDisabled ? await deps.by[due.channel](claimed, notice, person) : { did: 'failed', because: 'the account is disabled' }
  const after = await changeDelivery(store, claimed, (one, at) => applied(one, result, at), deps.onDelivery)
  return after.dueAt !== null && after.dueAt <= store.now() && after.onDeviceAt === null ? goOnWith(deps, after) : sent(after)
}

/** What there is to be told by this delivery, as long as it is so in the stretch that it tells of. */
async function noticeOf(store: NoticeDeps['store'], due: Delivery): Promise<Notice | null> {
  const of = conditionOf(due)
  if (!of) return null
  if (of.kind === 'desk') return ofDesk(store, of.id, due)
  return of.kind === 'wall' ? ofWall(store, of.id, due) : ofSystem(store, of.kind, due)
}

async function ofWall(store: NoticeDeps['store'], id: string, { ring }: Delivery): Promise<Notice | null> {
  const wall = await store.walls.get(id)
  return wall?.blind && wall.revokedAt === null && wall.blind.since === sinceOf(ring) ? { kind: 'wall', id, name: wall.name, since: wall.blind.since } : null
}

async function ofDesk(store: NoticeDeps['store'], id: string, { ring }: Delivery): Promise<Notice | null> {
  const alarm = await store.deskAlarms.get(deskAlarmId('unopened-desk', id))
  if (alarm?.open !== 1 || alarm.since !== sinceOf(ring)) return null
  const { name, nameHi } = nodeAt(alarm.path)
  return { kind: 'desk', id, name, nameHi, since: alarm.reasons[0]?.at ?? alarm.since, waiting: alarm.times }
}

/** When the stretch began that a ring tells of (`ringOf`). */
function sinceOf(ring: string): number {
  return Number.parseInt(ring.split('-')[1] ?? '', 36)
}

async function ofSystem(store: NoticeDeps['store'], kind: SystemKind, due: Delivery): Promise<Notice | null> {
  const { standing = null, ended = null } = await store.conditions.get(kind) ?? {}
  const isMine = (stretch: { since: number } | null): boolean => stretch !== null && stretchSubject(kind, stretch.since) === due.docketId
  if (!isOfEnd(due)) return standing && isMine(standing) ? { kind, since: standing.since, endedAt: null } : null
  return !standing && ended && isMine(ended) ? { kind, since: ended.since, endedAt: ended.endedAt } : null
}

async function goOnWith(deps: NoticeDeps, row: Delivery): Promise<Sent> {
  const { store } = deps
  const now = store.now()
  const [channel, ...thenBy] = row.thenBy
  let next: Delivery | null = null
  if (channel && mustGoOn(row, now)) {
    const { docketId, ring, rung, personId, post, path, lane, docketVersion } = row
    next = planned({ docketId, ring, rung, personId, post, path, lane, docketVersion, channel, thenBy, because: `${row.because}; ${row.channel}: ${row.reason}` }, deps.crypto.sha256, now)
    const [outcome] = await store.deliveries.insertMany([next])
    if (outcome === 'inserted') deps.onDelivery(next, next.state)
    else next = null
  }
  const after = await changeDelivery(store, row, (one, at) => (one.onDeviceAt === null ? wentOn(one, at) : one), deps.onDelivery)
  return { did: 'went-on', because: after.reason, next }
}

function sent(row: Delivery): Sent {
  return { did: row.state, because: row.reason, next: null }
}
