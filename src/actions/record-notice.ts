import { stretchSubject, subjectOf } from '../domain/condition.ts'
import type { SystemKind } from '../domain/condition.ts'
import { receive, ringOf } from '../domain/delivery.ts'
import type { Viewer } from '../domain/person.ts'
import { changeDelivery } from './change-delivery.ts'
import type { OnDelivery } from './change-delivery.ts'
import type { Done, Store } from './ports.ts'

export interface NoticedDeps {
  store: Pick<Store, 'deliveries' | 'conditions' | 'now'>
  onDelivery: OnDelivery
}
/** What a console shows: a wall that is blind or a desk that nobody opens since then, or what stands of Prahari itself. */
export type Noticed = { kind: 'wall'; wallId: string; since: number } | { kind: 'desk'; nodeId: string; since: number } | { kind: SystemKind }

const MAX_ROWS = 500

/** A console says that it shows a condition: proof for what this person was told of that stretch by consoles. @throws PrahariError unavailable. */
export async function recordNotice(deps: NoticedDeps, viewer: Viewer, noticed: Noticed): Promise<Done> {
  const stretch = await stretchOf(deps.store, noticed)
  const rows = stretch === null ? [] : await deps.store.deliveries.find({ index: 'byDocket', equals: { docketId: stretch.subject, personId: viewer.personId }, limit: MAX_ROWS })
  const mine = rows.filter(({ channel, ring, rung, onDeviceAt }) => channel === 'console' && onDeviceAt === null && ring === ringOf(rung, stretch?.since ?? 0))
  await Promise.all(mine.map((row) => changeDelivery(deps.store, row, (one, now) => receive(one, 'on-device', now), deps.onDelivery)))
  return { did: mine.length > 0 ? 'on-device' : 'nothing', because: mine.length > 0 ? 'the console said so' : 'nobody was told by this console' }
}

async function stretchOf(store: NoticedDeps['store'], noticed: Noticed): Promise<{ subject: string; since: number } | null> {
  if (noticed.kind === 'wall') return { subject: subjectOf('wall', noticed.wallId), since: noticed.since }
  if (noticed.kind === 'desk') return { subject: subjectOf('desk', noticed.nodeId), since: noticed.since }
  const since = (await store.conditions.get(noticed.kind))?.standing?.since
  return since === undefined ? null : { subject: stretchSubject(noticed.kind, since), since }
}
