import { receive, ringOf } from '../domain/delivery.ts'
import type { Viewer } from '../domain/person.ts'
import { wallSubject } from '../domain/wall.ts'
import { changeDelivery } from './change-delivery.ts'
import type { OnDelivery } from './change-delivery.ts'
import type { Done, Store } from './ports.ts'

const MAX_ROWS = 500

/** A console says that it shows a blind wall: proof for what this person was told of that stretch by consoles. @throws PrahariError unavailable. */
export async function recordWallNotice(deps: { store: Pick<Store, 'deliveries' | 'now'>; onDelivery: OnDelivery }, viewer: Viewer, { wallId, since }: { wallId: string; since: number }): Promise<Done> {
  const rows = await deps.store.deliveries.find({ index: 'byDocket', equals: { docketId: wallSubject(wallId), personId: viewer.personId }, limit: MAX_ROWS })
  const mine = rows.filter(({ channel, ring, rung, onDeviceAt }) => channel === 'console' && onDeviceAt === null && ring === ringOf(rung, since))
  await Promise.all(mine.map((row) => changeDelivery(deps.store, row, (one, now) => receive(one, 'on-device', now), deps.onDelivery)))
  return { did: mine.length > 0 ? 'on-device' : 'nothing', because: mine.length > 0 ? 'the console said so' : 'nobody was told by this console' }
}
