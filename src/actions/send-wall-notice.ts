import { claim, expire, isUnsent, mustGoOn, planned, wentOn } from '../domain/delivery.ts'
import type { Channel, Delivery } from '../domain/delivery.ts'
import type { Person } from '../domain/person.ts'
import { wallOf } from '../domain/wall.ts'
import type { Wall } from '../domain/wall.ts'
import { changeDelivery } from './change-delivery.ts'
import type { OnDelivery } from './change-delivery.ts'
import type { Crypto, HandOver, Store } from './ports.ts'
import { applied, CLAIM_MS } from './send-delivery.ts'
import type { Sent } from './send-delivery.ts'

/** Hands one notice of a blind wall over by its channel; resolves whatever happens, within CLAIM_MS. */
export type WallHandOverBy = (delivery: Delivery, wall: BlindWall, person: Person) => Promise<HandOver>
export type BlindWall = Wall & { blind: NonNullable<Wall['blind']> }

export interface WallNoticeDeps {
  store: Pick<Store, 'deliveries' | 'people' | 'walls' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
  onDelivery: OnDelivery
  /** Unique to this process. */
  claimant: string
  by: Record<Channel, WallHandOverBy>
}

/**
 * Does what is due for one delivery that tells of a blind wall, as `sendDelivery` does for an alert: claim, look again,
 * hand over, write down, go on to the person's next channel. Never held by the throttle.
 * @throws PrahariError unavailable; the row stays due.
 */
export async function sendWallNotice(deps: WallNoticeDeps, due: Delivery): Promise<Sent> {
  const { store } = deps
  const wall = await blindWall(store, due)
  if (!wall) return sent(await changeDelivery(store, due, (one, now) => expire(one, 'the wall sees again', now), deps.onDelivery))
  const now = store.now()
  if (!isUnsent(due) || (due.retryAt !== null && due.retryAt > now)) return goOnOfWall(deps, due)
  const claimed = claim(due, deps.claimant, now + CLAIM_MS, now)
  if ((await store.deliveries.replace(claimed, due.version)) === 'conflict') return { did: 'nothing', because: 'another process has it', next: null }
  const person = await store.people.get(due.personId)
  const result: HandOver = person && !person.isDisabled ? await deps.by[due.channel](claimed, wall, person) : { did: 'failed', because: 'the account is disabled' }
  const after = await changeDelivery(store, claimed, (one, at) => applied(one, result, at), deps.onDelivery)
  return after.dueAt !== null && after.dueAt <= store.now() && after.onDeviceAt === null ? goOnOfWall(deps, after) : sent(after)
}

/** The wall as long as it is blind in the stretch that this delivery tells of. */
async function blindWall(store: Pick<Store, 'walls'>, { docketId, ring }: Delivery): Promise<BlindWall | null> {
  const wall = await store.walls.get(wallOf({ docketId }) ?? '')
  const [, since = ''] = ring.split('-')
  return wall?.blind && wall.revokedAt === null && wall.blind.since === Number.parseInt(since, 36) ? { ...wall, blind: wall.blind } : null
}

async function goOnOfWall(deps: WallNoticeDeps, row: Delivery): Promise<Sent> {
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
