import { z } from 'zod'
import { CHANNELS, DELIVERY_STATES } from '../domain/delivery.ts'

/** How far one rung got, in persons. */
const rungReach = z.object({
  rung: z.int(), told: z.int(), sent: z.int().describe('Handed over, no proof of arrival yet'), onDevice: z.int(), seen: z.int(), acknowledged: z.int(),
  failed: z.int().describe('No channel got through'), held: z.int().describe('Put off by the throttle'), expired: z.int().describe('Answered before it arrived'),
})

/** What became of telling people of one alert, and who comes next. */
export const deliverySummary = z.object({
  alertId: z.string().describe('Id of the alert as this console knows it'),
  at: z.number().describe('Newest wins'),
  rungs: z.array(rungReach).describe('The last firing of each rung'),
  next: z.object({ names: z.array(z.string()).describe('The first five'), count: z.int() }).nullable().describe('Who is told when plan.nextAt comes; null when nobody is; count 0: nobody is there, the rung will be passed over'),
})
export type DeliverySummary = z.infer<typeof deliverySummary>

const channel = z.enum(CHANNELS)
const time = z.number().nullable()

/** One row of an alert's deliveries. */
export const deliveryRow = z.object({
  id: z.string(), rung: z.int(), firedAt: z.number(), personId: z.string(), name: z.string(), post: z.string(), path: z.string(), because: z.string().describe('Why this person'),
  channel, state: z.enum(DELIVERY_STATES), reason: z.string().describe('Why it is in this state'), attempts: z.int(),
  queuedAt: z.number(), sentAt: time, onDeviceAt: time, seenAt: time, acknowledgedAt: time, endedAt: time,
  dueAt: time.describe('When something happens next: a try, the end of a hold, the end of the wait for a receipt'),
})

/** Health of one device that takes push. */
export const device = z.object({
  id: z.string().describe('SHA-256 of the endpoint, hex'), device: z.string(), createdAt: z.number(), lastSuccessAt: time, failuresInRow: z.int(), lastError: z.string().nullable(),
})

const base64url = (least: number, most: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${least},${most}}=?=?$`), 'must be base64url')

export const newSubscription = z.strictObject({
  endpoint: z.string().min(10).max(2_048),
  keys: z.strictObject({ p256dh: base64url(87, 88), auth: base64url(22, 24) }),
  device: z.string().trim().max(60).default('').describe('What the person calls it'),
})

export const channelSettings = z.object({
  channels: z.array(channel).describe('In the order in which they are tried'),
  exist: z.array(channel).describe('What this installation has'),
  isChosen: z.boolean().describe('False while the usual order holds'),
  hasEmail: z.boolean(), hasPhone: z.boolean(),
})

export const channelOrder = z.strictObject({ channels: z.array(channel).min(1).max(CHANNELS.length) })

export const pushOutcome = z.object({ id: z.string(), device: z.string(), did: z.enum(['taken', 'failed', 'retry', 'gone']), because: z.string() })

export const deviceReceipt = z.strictObject({ token: z.string().min(20).max(200), what: z.enum(['shown', 'clicked']) })
