import { z } from 'zod'
import { PROGRESS_STEPS } from '../domain/alert.ts'
import { DUTY_POSTS } from '../domain/ladder.ts'
import { actKey, madeAt } from './note.ts'

const alertId = z.string().min(1).max(80)
const reason = z.string().trim().min(1).max(500)

/** What a person does to one alert. Each goes as an event of the socket, or, from where there is none, as a request. */
export const ACTS = {
  acknowledge: z.strictObject({ alertId, key: actKey, madeAt }),
  progress: z.strictObject({ alertId, key: actKey, step: z.enum(PROGRESS_STEPS), reason: z.string().max(500).nullable().default(null), madeAt }),
  handOver: z.strictObject({ alertId, key: actKey, to: z.string().min(1).max(60).nullable().describe('Person id; null: back to the duty post'), reason: reason.nullable().default(null), madeAt }),
  cannotReach: z.strictObject({ alertId, key: actKey, reason, madeAt }),
  reassign: z.strictObject({ alertId, key: actKey, to: z.string().min(1).max(60).describe('Person id'), reason: reason.nullable().default(null) }),
  escalateNow: z.strictObject({ alertId, key: actKey }),
  callPost: z.strictObject({ alertId, key: actKey, post: z.enum(DUTY_POSTS) }),
  shelve: z.strictObject({ alertId, key: actKey, until: z.number().describe('One minute to eight hours from now'), reason }),
  unshelve: z.strictObject({ alertId, key: actKey }),
} as const

/** Alerts acknowledged together, as the list showed them. */
export const bulkAcknowledgement = z.strictObject({
  key: actKey,
  shownAt: z.number().describe('Server time at which the list was drawn: what was raised since is named in the answer'),
  alerts: z.array(z.strictObject({ alertId, version: z.int().positive() })).min(1).max(200).describe('Each in the version that was shown'),
})
const leftOver = z.array(z.object({ alertId: z.string(), number: z.string(), because: z.string() }))
export const bulkAnswer = z.object({
  acknowledged: z.array(z.string()).describe('Alert ids'),
  changed: leftOver.describe('Not acknowledged: another version than was shown, or not to be had any more'),
  arrived: leftOver.describe('Not acknowledged: raised since the list was drawn, and unanswered (the first 50)'),
})
export type BulkAnswer = z.infer<typeof bulkAnswer>

/** The same as a body of POST /api/alerts/:id/acts. */
export const actBody = z.discriminatedUnion('act', [
  ACTS.acknowledge.omit({ alertId: true }).extend({ act: z.literal('acknowledge') }),
  ACTS.progress.omit({ alertId: true }).extend({ act: z.literal('progress') }),
  ACTS.handOver.omit({ alertId: true }).extend({ act: z.literal('handOver') }),
  ACTS.cannotReach.omit({ alertId: true }).extend({ act: z.literal('cannotReach') }),
  ACTS.reassign.omit({ alertId: true }).extend({ act: z.literal('reassign') }),
  ACTS.escalateNow.omit({ alertId: true }).extend({ act: z.literal('escalateNow') }),
  ACTS.callPost.omit({ alertId: true }).extend({ act: z.literal('callPost') }),
  ACTS.shelve.omit({ alertId: true }).extend({ act: z.literal('shelve') }),
  ACTS.unshelve.omit({ alertId: true }).extend({ act: z.literal('unshelve') }),
])

/** Somebody to whom an alert can be handed over. */
export const colleague = z.object({
  personId: z.string(), name: z.string(), role: z.string(), onDuty: z.boolean(), scopeName: z.string(), scopeNameHi: z.string(),
})
