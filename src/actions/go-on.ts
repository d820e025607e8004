import { mustGoOn, planned, wentOn } from '../domain/delivery.ts'
import type { Delivery } from '../domain/delivery.ts'
import { isNobodyReached } from '../domain/reach.ts'
import { changeDelivery } from './change-delivery.ts'
import type { OnDelivery } from './change-delivery.ts'
import type { Announcer, Crypto, Store } from './ports.ts'
import { pullLadder } from './pull-ladder.ts'

export interface GoOnDeps {
  store: Pick<Store, 'dockets' | 'deliveries' | 'now'>
  announcer: Announcer
  crypto: Pick<Crypto, 'sha256'>
  onDelivery: OnDelivery
}

const MAX_ROWS = 5_000

/**
 * A delivery has not got through: the person's next channel is planned, and where nobody of that firing was reached the
 * next rung fires now. The row stays due until both are done, so that a killed process leaves nothing undone.
 * @returns the delivery as it stands, and whether a next channel waits to be sent.
 */
export async function goOn(deps: GoOnDeps, row: Delivery): Promise<{ row: Delivery; next: Delivery | null }> {
  const now = deps.store.now()
  const next = mustGoOn(row, now) ? await planNext(deps, row, now) : null
  if (row.onDeviceAt === null) await pullIfNobody(deps, row, now)
  return { row: await changeDelivery(deps.store, row, (one, at) => (one.onDeviceAt === null ? wentOn(one, at) : one), deps.onDelivery), next }
}

async function planNext(deps: GoOnDeps, row: Delivery, now: number): Promise<Delivery | null> {
  const [channel, ...thenBy] = row.thenBy
  if (!channel) return null
  const { docketId, ring, rung, personId, post, path, lane, docketVersion } = row
  const next = planned({ docketId, ring, rung, personId, post, path, lane, docketVersion, channel, thenBy, because: `${row.because}; ${row.channel}: ${row.reason}` }, deps.crypto.sha256, now)
  const [outcome] = await deps.store.deliveries.insertMany([next])
  if (outcome !== 'inserted') return null
  deps.onDelivery(next, next.state)
  return next
}

async function pullIfNobody(deps: GoOnDeps, row: Delivery, now: number): Promise<void> {
  const all = await deps.store.deliveries.find({ index: 'byDocket', equals: { docketId: row.docketId }, limit: MAX_ROWS })
  const firing = all.filter((one) => one.ring === row.ring)
  if (!isNobodyReached(firing, now)) return
  const [, firedAt = ''] = row.ring.split('-')
  await pullLadder(deps, row.docketId, { rung: row.rung, at: Number.parseInt(firedAt, 36) }, new Set(firing.map((one) => one.personId)).size)
}
