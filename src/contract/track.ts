import { z } from 'zod'
import { CLOSINGS } from '../domain/desk.ts'
import { DOCKET_STATUSES } from '../domain/docket.ts'

/** What a citizen sees of a docket: nothing that names a person, a place or what happened. */
export const trackView = z.object({
  number: z.string(), serverNow: z.number(),
  status: z.enum(DOCKET_STATUSES),
  receivedAt: z.number(), acknowledgedAt: z.number().nullable(), progressAt: z.number().nullable(), repliedAt: z.number().nullable(), closedAt: z.number().nullable(),
  ownerLevel: z.enum(['state', 'zone', 'range', 'commissionerate', 'district', 'station']).describe('Which level of the police has it'),
  closedAs: z.enum(CLOSINGS).nullable(),
  mayReopen: z.boolean().describe('It is closed, not too long ago, and was not reopened here too often or within a day'), reopenFrom: z.number().nullable().describe('When it may be opened here again, where only that time is missing'), mayAppeal: z.boolean(), mayRate: z.boolean(),
  stars: z.int().nullable().describe('The rating that was given'),
})
export type TrackView = z.infer<typeof trackView>

export const trackKey = z.strictObject({ number: z.string().regex(/^[A-Z]{2,5}-\d{8}-\d{6,}$/, 'a docket number looks like UPP-20261123-000042').max(40), code: z.string().trim().min(8).max(12) })

export const trackAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('reopen'), text: z.string().trim().min(3).max(500) }).describe('It is not done: back to the desk'),
  z.strictObject({ act: z.literal('appeal'), text: z.string().trim().min(3).max(500) }).describe('The next level up shall look at it'),
  z.strictObject({ act: z.literal('rate'), stars: z.int().min(1).max(5), comment: z.string().trim().max(300).nullable().default(null) }),
])
export type TrackActInput = z.input<typeof trackAct>
