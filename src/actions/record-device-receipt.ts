import { markFailed, receive } from '../domain/delivery.ts'
import type { Delivery } from '../domain/delivery.ts'
import { PrahariError } from '../domain/errors.ts'
import { changeDelivery } from './change-delivery.ts'
import type { OnDelivery } from './change-delivery.ts'
import { readReceiptToken } from './issue-receipt-token.ts'
import type { Done, Signer, Store } from './ports.ts'

export interface DeviceReceiptDeps {
  store: Pick<Store, 'deliveries' | 'now'>
  signer: Signer
  onDelivery: OnDelivery
}

/** A service worker says that it showed a notification, or that it was clicked. The token is all it needs. @throws PrahariError forbidden. */
export async function recordDeviceReceipt(deps: DeviceReceiptDeps, token: string, what: 'shown' | 'clicked'): Promise<Done> {
  const key = readReceiptToken(deps.signer, token, deps.store.now())
  if (key === null) throw new PrahariError('forbidden', 'this receipt token is not ours, or over', { field: 'token' })
  return note(deps, key, (one, now) => receive(one, what === 'clicked' ? 'seen' : 'on-device', now))
}

/** What a gateway reports: delivered on the phone, read or answered, or failed after all (another way is then gone). */
export function recordGatewayReport(deps: Omit<DeviceReceiptDeps, 'signer'>, report: { deliveryId: string; state: 'delivered' | 'read' | 'failed'; reason: string }): Promise<Done> {
  if (report.state === 'failed') return note(deps, report.deliveryId, (one, now) => markFailed(one, `the gateway reports: ${report.reason || 'failed'}`, now))
  return note(deps, report.deliveryId, (one, now) => receive(one, report.state === 'read' ? 'seen' : 'on-device', now))
}

/** A delivery that is not known any more is no error of whoever reports it: they must not try again. */
async function note(deps: Omit<DeviceReceiptDeps, 'signer'>, key: string, decide: (delivery: Delivery, now: number) => Delivery): Promise<Done> {
  const [row] = await deps.store.deliveries.find({ index: 'byReceiptKey', equals: { receiptKey: key }, limit: 1 })
  if (!row) return { did: 'nothing', because: 'no such delivery' }
  const after = await changeDelivery(deps.store, row, decide, deps.onDelivery)
  return { did: after.version === row.version ? 'nothing' : 'noted', because: after.state }
}
