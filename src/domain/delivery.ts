import type { DutyPost } from './ladder.ts'

/** The ways to reach a person. `console` is an open page of ours; `webhook` a gateway for SMS and voice. */
export const CHANNELS = ['console', 'push', 'webhook', 'email'] as const
export type Channel = (typeof CHANNELS)[number]

/**
 * The states of a delivery:
 * - `queued`: to be sent. `held`: put off by the throttle until `dueAt` (never for a critical alert).
 * - `sent`: the other side took it. `failed`: it did not, and will not be tried again by this way.
 * - `on-device`: proof that it arrived. `seen`: a person looked. `acknowledged`: that person has the alert.
 * - `expired`: no longer wanted before it arrived; the reason says why.
 */
export const DELIVERY_STATES = ['queued', 'held', 'sent', 'failed', 'on-device', 'seen', 'acknowledged', 'expired'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Steps only go to a higher rank. Proof of arrival outranks a failure: a gateway that timed out may have delivered. */
const RANK: Record<DeliveryState, number> = { queued: 0, held: 1, sent: 2, failed: 3, 'on-device': 4, seen: 5, acknowledged: 6, expired: 6 }

/** A missing "on the device" after so long moves on to the person's next channel and, if nobody was reached, to the next rung. */
export const RECEIPT_LIMIT_MS = 10_000

/** One person told of one firing of one rung by one channel. Times are epoch milliseconds of the store's clock, null until then. */
export interface Delivery {
  /** `<docketId>.<ring>.<personId>.<channel>`: the natural key, so that planning twice is no news. */
  id: string
  version: number
  docketId: string
  /** `<rung>-<when it fired, base 36>`: a rung fires again when an alert moves to another node. What a supervisor orders besides the ladder has its word instead of the rung. */
  ring: string
  rung: number
  personId: string
  channel: Channel
  /** Duty post and node for which the person was told, and why this person. */
  post: DutyPost
  path: string
  because: string
  /** The person's further channels, in their order, for when this one does not get through. */
  thenBy: Channel[]
  /** Critical alerts are sent first and never throttled. */
  lane: 'critical' | 'high'
  /** Version of the docket that told: a console's receipt for an older one proves nothing. */
  docketVersion: number
  state: DeliveryState
  /** Why it is in this state. */
  reason: string
  attempts: number
  queuedAt: number
  sentAt: number | null
  onDeviceAt: number | null
  seenAt: number | null
  acknowledgedAt: number | null
  /** When it failed or expired. */
  endedAt: number | null
  /** Not to be tried again before. */
  retryAt: number | null
  /** When the next channel was started because this one had not got through. */
  wentOnAt: number | null
  /** When somebody must act on this row; null when nothing more follows from it. */
  dueAt: number | null
  claimedBy: string | null
  /** What a device or a gateway names this delivery by: says nothing about person or post. */
  receiptKey: string
  changedAt: number
}

/** What planning a delivery has to know. */
export type Planned = Pick<Delivery, 'docketId' | 'ring' | 'rung' | 'personId' | 'channel' | 'post' | 'path' | 'because' | 'thenBy' | 'lane' | 'docketVersion'>

export function ringOf(rung: number, firedAt: number): string {
  return `${rung}-${firedAt.toString(36)}`
}

/** The ring of what a supervisor orders besides the ladder: a person the alert was given to, a post that was called. */
export function besideRing(what: 'assigned' | 'called', at: number): string {
  return `${what}-${at.toString(36)}`
}

export function isBeside({ ring }: Pick<Delivery, 'ring'>): boolean {
  return ring.startsWith('assigned-') || ring.startsWith('called-')
}

export function deliveryId(of: Pick<Delivery, 'docketId' | 'ring' | 'personId' | 'channel'>): string {
  return `${of.docketId}.${of.ring}.${of.personId}.${of.channel}`
}

/** @param sha256 names the delivery to the outside. */
export function planned(plan: Planned, sha256: (text: string) => string, now: number): Delivery {
  const id = deliveryId(plan)
  return {
    ...plan, id, version: 1, state: 'queued', reason: 'planned', attempts: 0, queuedAt: now, sentAt: null, onDeviceAt: null, seenAt: null,
    acknowledgedAt: null, endedAt: null, retryAt: null, wentOnAt: null, dueAt: now, claimedBy: null, receiptKey: sha256(`delivery ${id}`).slice(0, 32), changedAt: now,
  }
}

/** The next version with these changes. */
function step(delivery: Delivery, now: number, changes: Partial<Delivery>): Delivery {
  return { ...delivery, ...changes, version: delivery.version + 1, changedAt: now }
}

/** The next version in a state of higher rank; the same delivery when the step would go back. */
function forward(delivery: Delivery, state: DeliveryState, now: number, changes: Partial<Delivery>): Delivery {
  return RANK[state] > RANK[delivery.state] ? step(delivery, now, { ...changes, state }) : delivery
}

export function isUnsent(delivery: Pick<Delivery, 'state'>): boolean {
  return delivery.state === 'queued' || delivery.state === 'held'
}

/** A process takes the row for `untilMs`; whoever finds it due after that takes it over. */
export function claim(delivery: Delivery, by: string, untilMs: number, now: number): Delivery {
  return isUnsent(delivery) ? step(delivery, now, { claimedBy: by, dueAt: untilMs, attempts: delivery.attempts + 1 }) : delivery
}

export function markSent(delivery: Delivery, reason: string, now: number): Delivery {
  return forward(delivery, 'sent', now, { reason, sentAt: now, retryAt: null, dueAt: now + RECEIPT_LIMIT_MS })
}

/** Due at once, so that what follows from a failure survives the process that saw it. */
export function markFailed(delivery: Delivery, reason: string, now: number): Delivery {
  return forward(delivery, 'failed', now, { reason, endedAt: now, retryAt: null, dueAt: delivery.wentOnAt === null ? now : null })
}

/** To be tried again at `at`; the person's next channel does not wait for it longer than RECEIPT_LIMIT_MS. */
export function retryLater(delivery: Delivery, at: number, reason: string, now: number): Delivery {
  if (!isUnsent(delivery)) return delivery
  const goOnAt = delivery.wentOnAt === null ? delivery.queuedAt + RECEIPT_LIMIT_MS : Infinity
  return step(delivery, now, { reason, retryAt: at, dueAt: Math.max(now, Math.min(at, goOnAt)) })
}

/** Throttled: to be sent at `until`, unless it is no longer wanted then. */
export function hold(delivery: Delivery, until: number, reason: string, now: number): Delivery {
  return isUnsent(delivery) ? step(delivery, now, { state: 'held', reason, dueAt: until, attempts: Math.max(0, delivery.attempts - 1) }) : delivery
}

/** Proof from the device or the person. What comes after the end is written down and changes no state. */
export function receive(delivery: Delivery, what: 'on-device' | 'seen', now: number): Delivery {
  const times = { onDeviceAt: delivery.onDeviceAt ?? now, ...(what === 'seen' ? { seenAt: delivery.seenAt ?? now } : {}) }
  const isNews = times.onDeviceAt !== delivery.onDeviceAt || ('seenAt' in times && times.seenAt !== delivery.seenAt)
  if (!isNews) return delivery
  const moved = forward(delivery, what, now, { ...times, sentAt: delivery.sentAt ?? now, dueAt: null, retryAt: null, endedAt: null, reason: what === 'seen' ? 'a person looked' : 'shown on the device' })
  return moved === delivery ? step(delivery, now, times) : moved
}

/** The alert was acknowledged by this very person: what was sent counts as answered. */
export function acknowledged(delivery: Delivery, now: number): Delivery {
  if (isUnsent(delivery)) return expire(delivery, 'the person acknowledged before it was sent', now)
  return delivery.state === 'failed' ? done(delivery, now) : forward(delivery, 'acknowledged', now, { acknowledgedAt: now, dueAt: null, reason: 'this person has the alert' })
}

/** No longer wanted. What arrived stays what it is. */
export function expire(delivery: Delivery, reason: string, now: number): Delivery {
  if (delivery.state === 'queued' || delivery.state === 'held' || delivery.state === 'sent') return forward(delivery, 'expired', now, { reason, endedAt: now, dueAt: null, retryAt: null })
  return done(delivery, now)
}

function done(delivery: Delivery, now: number): Delivery {
  return delivery.dueAt === null ? delivery : step(delivery, now, { dueAt: null })
}

/** The next channel was started, or there is none. A row that waits for its next try goes on waiting. */
export function wentOn(delivery: Delivery, now: number): Delivery {
  return step(delivery, now, { wentOnAt: delivery.wentOnAt ?? now, dueAt: isUnsent(delivery) ? delivery.retryAt : null })
}

/** Whether it has not got through for long enough, so that another way must be gone. */
export function mustGoOn(delivery: Delivery, now: number): boolean {
  if (delivery.onDeviceAt !== null || delivery.wentOnAt !== null) return false
  if (delivery.state === 'failed') return true
  if (delivery.state === 'sent') return now >= (delivery.sentAt ?? 0) + RECEIPT_LIMIT_MS
  return isUnsent(delivery) && delivery.retryAt !== null && now >= delivery.queuedAt + RECEIPT_LIMIT_MS
}

/** When a failed attempt may be tried again, milliseconds after it; null when this channel has been tried enough. */
export function backOff(channel: Channel, attempts: number, askedMs: number | null): number | null {
  const { tries, firstMs, longestMs } = RETRIES[channel]
  if (attempts >= tries || (askedMs !== null && askedMs > longestMs)) return null
  return Math.max(askedMs ?? 0, Math.min(longestMs, firstMs * 2 ** (attempts - 1)))
}

/** Tries of a channel, the first wait (doubled each time), and the longest wait that is worth keeping. */
const RETRIES: Record<Channel, { tries: number; firstMs: number; longestMs: number }> = {
  console: { tries: 1, firstMs: 0, longestMs: 0 },
  push: { tries: 5, firstMs: 500, longestMs: 60_000 },
  webhook: { tries: 6, firstMs: 500, longestMs: 60_000 },
  email: { tries: 4, firstMs: 2_000, longestMs: 120_000 },
}
