import { beat } from '../actions/beat.ts'
import { findDue } from '../actions/find-due.ts'
import { handOver } from '../actions/hand-over.ts'
import { handOverNotice } from '../actions/hand-over-notice.ts'
import { planDeliveries } from '../actions/plan-deliveries.ts'
import type { PlanDeps } from '../actions/plan-deliveries.ts'
import { sendDelivery } from '../actions/send-delivery.ts'
import type { SendDeps, Sent } from '../actions/send-delivery.ts'
import { sendNotice } from '../actions/send-notice.ts'
import { newSweepMemory, sweepPlans } from '../actions/sweep-plans.ts'
import { sweepSubscriptions } from '../actions/sweep-subscriptions.ts'
import { deliveryCounter, quietly } from '../app.ts'
import type { World } from '../app.ts'
import { conditionOf } from '../domain/condition.ts'
import { CHANNELS } from '../domain/delivery.ts'
import type { Channel, Delivery } from '../domain/delivery.ts'
import type { Docket } from '../domain/docket.ts'
import { repeat } from '../ops/repeat.ts'
import { channelExists } from '../outside.ts'

const SWEEP_MS = 500
const PULSE_MS = 2_000
const STALE_SWEEP_MS = 6 * 3_600_000
/** Hand-overs at once: a push service that hangs holds its own slots and no others. */
const SLOTS: Record<Channel, number> = { console: 64, push: 48, webhook: 16, email: 8 }

/** Plans who is told and tells them. News comes at once where it can; the sweeps see that nothing depends on it. Any number may run. */
export async function startDelivery(world: World): Promise<void> {
  const { store, announcer, crypto, log, lifecycle, config, processId } = world
  const outside = await world.outside()
  const onDelivery = deliveryCounter(world)
  const trouble = quietly(log, 'deliveries')
  const plan: PlanDeps = { store, announcer, crypto, onDelivery, exists: channelExists(config), memory: new Set() }
  const ways = { store, crypto, signer: outside.signer, outside, publicUrl: config.publicUrl }
  const send: SendDeps = {
    store, announcer, crypto, onDelivery, claimant: processId, throttle: config.PRAHARI_THROTTLE,
    by: handOver(ways),
  }
  const notices = { store, crypto, onDelivery, claimant: processId, by: handOverNotice(ways) }
  const sendOne: SendOne = (row) => (conditionOf(row) === null ? sendDelivery(send, row) : sendNotice(notices, row))
  const memory = newSweepMemory(store.now())
  const senders: Record<Channel, ChannelSender> = {
    console: startChannel('console', sendOne, world, trouble, (channel) => senders[channel].nudge()),
    push: startChannel('push', sendOne, world, trouble, (channel) => senders[channel].nudge()),
    webhook: startChannel('webhook', sendOne, world, trouble, (channel) => senders[channel].nudge()),
    email: startChannel('email', sendOne, world, trouble, (channel) => senders[channel].nudge()),
  }
  const nudge = (): void => { for (const channel of CHANNELS) senders[channel].nudge() }
  let lastSweepAt: number | null = null

  world.onNews((dockets: readonly Docket[]) => {
    void planDeliveries(plan, dockets).then(({ planned }) => { if (planned > 0) nudge() }, trouble)
  })
  const plans = repeat('plan sweep', SWEEP_MS, async () => {
    const { planned } = await sweepPlans(plan, memory)
    lastSweepAt = store.now()
    if (planned > 0) nudge()
  }, log)
  const stale = repeat('stale devices', STALE_SWEEP_MS, () => sweepSubscriptions(store), log)
  const pulse = repeat('pulse deliver', PULSE_MS, () => beat(store, `deliver:${processId}`, 'deliver', { lastSweepAt }), log)
  for (const [name, one] of Object.entries({ plans, stale, pulse })) lifecycle.onStop(`deliver ${name}`, () => one.stop())
  for (const channel of CHANNELS) lifecycle.onStop(`deliver by ${channel}`, () => senders[channel].stop())
}

/** Does what is due for one delivery, whatever it tells of. */
type SendOne = (row: Delivery) => Promise<Sent>

interface ChannelSender {
  /** Something may be due: look now. */
  nudge(): void
  stop(): Promise<void>
}

/** One channel: takes what is due into its free slots, again at each nudge, each end and each sweep. */
function startChannel(channel: Channel, sendOne: SendOne, { store, log, lifecycle }: World, trouble: (error: unknown) => void, onNext: (channel: Channel) => void): ChannelSender {
  const inHand = new Map<string, Promise<void>>()
  let looking: Promise<void> | null = null
  let isWanted = false

  async function look(): Promise<void> {
    do {
      isWanted = false
      const free = SLOTS[channel] - inHand.size
      if (free <= 0) return
      for (const row of await findDue(store, channel, free + inHand.size)) {
        if (inHand.size >= SLOTS[channel] || inHand.has(row.id)) continue
        inHand.set(row.id, sendOne(row).then(({ next }) => { if (next) onNext(next.channel) }, trouble).finally(() => {
          const wasFull = inHand.size >= SLOTS[channel]
          inHand.delete(row.id)
          if (wasFull) nudge()
        }))
      }
    } while (isWanted)
  }
  function nudge(): void {
    isWanted = true
    if (lifecycle.isStopping) return
    looking ??= look().catch(trouble).finally(() => { looking = null })
  }
  const sweep = repeat(`deliver by ${channel}`, SWEEP_MS, () => {
    nudge()
    return Promise.resolve()
  }, log)
  return {
    nudge,
    async stop() {
      await sweep.stop()
      await looking
      await Promise.all(inHand.values())
    },
  }
}
