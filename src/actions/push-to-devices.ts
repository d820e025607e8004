import type { PushMessage } from '../contract/notice.ts'
import type { Subscription } from './collections.ts'
import type { HandOver, Push, Store } from './ports.ts'

export interface DeviceOutcome extends HandOver {
  id: string
  device: string
}

/** Most devices of one person. */
export const MAX_DEVICES = 16

export interface PushDeps {
  store: Pick<Store, 'subscriptions' | 'now'>
  push: Pick<Push, 'send'>
}

/** Sends one message to every device of a person and keeps the books of their health; a device that is gone is removed. */
export async function pushToDevices(deps: PushDeps, personId: string, message: PushMessage, how: { ttlS: number; topic: string }): Promise<DeviceOutcome[]> {
  const devices = await deps.store.subscriptions.find({ index: 'byPerson', equals: { personId }, limit: MAX_DEVICES })
  return Promise.all(devices.map(async (device) => {
    const outcome = await deps.push.send(device, message, how)
    await remember(deps.store, device, outcome)
    return { ...outcome, id: device.id, device: device.device }
  }))
}

/** Losing a race for these books costs a count, never a message. */
async function remember(store: PushDeps['store'], device: Subscription, outcome: HandOver): Promise<void> {
  if (outcome.did === 'gone') return store.subscriptions.remove([device.id])
  const now = store.now()
  const isTaken = outcome.did === 'taken'
  await store.subscriptions.replace({
    ...device, version: device.version + 1,
    ...(isTaken ? { usedAt: now, lastSuccessAt: now, failuresInRow: 0, lastError: null } : { failuresInRow: device.failuresInRow + 1, lastError: outcome.because }),
  }, device.version)
}
