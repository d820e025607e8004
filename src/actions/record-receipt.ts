import { receive } from '../domain/delivery.ts'
import { PrahariError } from '../domain/errors.ts'
import { maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { changeDelivery } from './change-delivery.ts'
import type { OnDelivery } from './change-delivery.ts'
import type { Receipt } from './collections.ts'
import { evolveRow } from './evolve-row.ts'
import { findDocket } from './find-docket.ts'
import type { Done, Store } from './ports.ts'

export interface ReceiptDeps {
  store: Pick<Store, 'dockets' | 'deliveries' | 'receipts' | 'now'>
  onDelivery: OnDelivery
}

/** `shown`: painted. `seen`: a person looked. `counted`: only as a part of a number such as "+12 more", which proves no delivery. */
export type ReceiptKind = 'shown' | 'seen' | 'counted'

const MAX_ROWS = 500

/**
 * A console says that it painted an alert, or that a person looked at it. Kept per person (so that a wall's proof stands
 * too, and so that a receipt which is faster than the planning is not lost), then noted on the deliveries to that person.
 * A receipt for an older version than the one that told proves nothing. @throws PrahariError not-found, unavailable.
 */
export async function recordReceipt(deps: ReceiptDeps, viewer: Viewer, input: { alertId: string; version: number; what: ReceiptKind }): Promise<Done> {
  const docket = await findDocket(deps.store, input.alertId)
  if (!docket?.alert || !maySee(viewer, docket.path)) throw new PrahariError('not-found', 'no such alert in your area', { field: 'alertId' })
  const version = Math.min(input.version, docket.version)
  const isNews = await keep(deps, docket.id, viewer.personId, version, input.what)
  if (!isNews) return { did: 'nothing', because: 'this was known' }
  // Nobody is told by a wall: what it says is proof of what hung there.
  if (viewer.role === 'wall' || input.what === 'counted') return { did: input.what, because: 'the screen said so' }
  const rows = await deps.store.deliveries.find({ index: 'byDocket', equals: { docketId: docket.id, personId: viewer.personId }, limit: MAX_ROWS })
  const proved = rows.filter((row) => row.channel === 'console' && row.docketVersion <= version)
  const what = input.what === 'seen' ? 'seen' : 'on-device'
  await Promise.all(proved.map((row) => changeDelivery(deps.store, row, (one, now) => receive(one, what, now), deps.onDelivery)))
  return { did: input.what, because: 'the console said so' }
}

async function keep({ store }: ReceiptDeps, docketId: string, personId: string, version: number, what: ReceiptKind): Promise<boolean> {
  const id = `${docketId}.${personId}`
  const { before, row } = await evolveRow(store.receipts, id, 'the receipt', (known?: Receipt) => {
    const now = store.now()
    const old: Receipt = known ?? { id, version: 0, docketId, personId, shownVersion: 0, shownAt: now, seenVersion: 0, seenAt: null }
    const knownVersion = { shown: old.shownVersion, seen: old.seenVersion, counted: old.countedVersion ?? 0 }[what]
    if (knownVersion >= version) return known
    return {
      ...old, version: old.version + 1,
      ...(what === 'counted' ? { countedVersion: version, countedAt: now } : version > old.shownVersion ? { shownVersion: version, shownAt: now } : {}),
      ...(what === 'seen' ? { seenVersion: version, seenAt: now } : {}),
    }
  })
  return row !== before
}
