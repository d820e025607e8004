import { findDocket } from '../../actions/find-docket.ts'
import { issueReceiptToken } from '../../actions/issue-receipt-token.ts'
import { orderChannels } from '../../actions/order-channels.ts'
import type { OnDelivery } from '../../actions/change-delivery.ts'
import type { Crypto, Outside, Signer, Store } from '../../actions/ports.ts'
import { MAX_DEVICES, pushToDevices } from '../../actions/push-to-devices.ts'
import { recordDeviceReceipt, recordGatewayReport } from '../../actions/record-device-receipt.ts'
import { removeSubscription } from '../../actions/remove-subscription.ts'
import { saveSubscription } from '../../actions/save-subscription.ts'
import { summariseDeliveries } from '../../actions/summarise-deliveries.ts'
import type { Subscription } from '../../actions/collections.ts'
import { CHANNELS } from '../../domain/delivery.ts'
import type { Channel } from '../../domain/delivery.ts'
import { PrahariError } from '../../domain/errors.ts'
import { channelsOf, maySee } from '../../domain/person.ts'
import type { Person } from '../../domain/person.ts'
import type { Handlers } from './handlers.ts'
import { rawBodyOf } from './raw-body.ts'

export interface DeliveringDeps {
  store: Store
  crypto: Crypto
  outside: Outside & { signer: Signer }
  exists: (channel: Channel) => boolean
  onDelivery: OnDelivery
}

type Names = 'deliveries' | 'pushKey' | 'devices' | 'saveDevice' | 'removeDevice' | 'testPush' | 'pushReceipt' | 'gatewayReport' | 'channels' | 'orderChannels'

const MAX_ROWS = 2_000
const TEST_TTL_S = 60

const deviceView = ({ id, device, createdAt, lastSuccessAt, failuresInRow, lastError }: Subscription) => ({ id, device, createdAt, lastSuccessAt, failuresInRow, lastError })

/** Who was told and what became of it; the devices and channels of the caller; what devices and gateways report. */
export function deliveryHandlers(deps: DeliveringDeps): Pick<Handlers, Names> {
  const { store, crypto, outside, onDelivery } = deps
  return {
    async deliveries({ params }, viewer) {
      const docket = await findDocket(store, params.id)
      if (!docket?.alert || !maySee(viewer, docket.path)) throw new PrahariError('not-found', 'no such alert in your area', { field: 'id' })
      const rows = await store.deliveries.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: MAX_ROWS })
      const names = new Map((await store.people.getMany([...new Set(rows.map((row) => row.personId))])).map(({ id, name }) => [id, name]))
      return {
        serverNow: store.now(), summary: { alertId: docket.id, at: store.now(), ...await summariseDeliveries(store, docket) },
        deliveries: rows.sort((a, b) => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1)).map(({ ring, ...row }) => ({
          id: row.id, rung: row.rung, firedAt: Number.parseInt(ring.split('-')[1] ?? '0', 36), personId: row.personId, name: names.get(row.personId) ?? '', post: row.post, path: row.path,
          because: row.because, channel: row.channel, state: row.state, reason: row.reason, attempts: row.attempts, queuedAt: row.queuedAt, sentAt: row.sentAt,
          onDeviceAt: row.onDeviceAt, seenAt: row.seenAt, acknowledgedAt: row.acknowledgedAt, endedAt: row.endedAt, dueAt: row.dueAt,
        })),
      }
    },
    pushKey: () => ({ publicKey: outside.push.publicKey }),
    async devices(_, viewer) {
      const mine = await store.subscriptions.find({ index: 'byPerson', equals: { personId: viewer.personId }, limit: MAX_DEVICES })
      return { serverNow: store.now(), devices: mine.map(deviceView) }
    },
    saveDevice: async ({ body }, viewer) => deviceView(await saveSubscription({ store, crypto, push: outside.push }, viewer, body)),
    removeDevice: async ({ params }, viewer) => ({ did: (await removeSubscription(store, viewer, params.id)).did }),
    async testPush(_, viewer) {
      const now = store.now()
      const receipt = issueReceiptToken(outside.signer, `test-${viewer.personId}`, now)
      const outcomes = await pushToDevices({ store, push: outside.push }, viewer.personId, { v: 1, kind: 'test', sentAt: now, receipt }, { ttlS: TEST_TTL_S, topic: 'test' })
      return { devices: outcomes.map(({ id, device, did, because }) => ({ id, device, did, because })) }
    },
    pushReceipt: async ({ body }) => ({ did: (await recordDeviceReceipt({ store, signer: outside.signer, onDelivery }, body.token, body.what)).did }),
    async gatewayReport({ body, request }) {
      const report = { timestamp: request.get('prahari-timestamp') ?? '', signature: request.get('prahari-signature') ?? '', body: rawBodyOf(request) }
      if (!outside.gateway?.isGenuine(report, store.now())) throw new PrahariError('forbidden', 'this report is not signed by our gateway', { field: 'signature' })
      return { did: (await recordGatewayReport({ store, onDelivery }, body)).did }
    },
    channels: async (_, viewer) => settingsOf(await store.people.get(viewer.personId), deps),
    orderChannels: async ({ body }, viewer) => settingsOf(await orderChannels(store, viewer.personId, body), deps),
  }
}

function settingsOf(person: Person | undefined, { exists }: DeliveringDeps) {
  return {
    channels: channelsOf(person ?? {}, exists), exist: CHANNELS.filter(exists), isChosen: person?.channels !== undefined,
    hasEmail: person?.email !== undefined, hasPhone: person?.phone !== undefined,
  }
}
