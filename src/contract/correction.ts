import { z } from 'zod'
import { CATEGORIES, SEVERITIES } from '../domain/verdict.ts'

const id = z.string().min(1).max(80)

/** What a person says is wrong about a verdict: the same over sockets and HTTP. */
export const correction = z.strictObject({
  docketId: id.optional().describe('The docket; or, for a post that may have none:'),
  postId: id.optional(),
  key: z.string().min(8).max(64).regex(/^[A-Za-z0-9_-]+$/).describe('Chosen by the client, the same on every retry of the same act'),
  severity: z.enum(SEVERITIES).optional(),
  category: z.enum(CATEGORIES).optional(),
  place: id.optional().describe('Id of a district or police station, or `unknown`'),
  note: z.string().trim().max(500).nullable().default(null),
  closeAs: z.strictObject({ state: z.literal('false-alarm'), reason: z.string().trim().min(1).max(500) }).optional()
    .describe('Needed where the severity goes below SoS while the alert is open: it then closes as a false alarm, and only so'),
}).refine((value) => (value.docketId === undefined) !== (value.postId === undefined), { error: 'name a docket or a post', path: ['docketId'] })
  .describe('The verdict is wrong: severity, category or place. Raised to SoS it rings at once; another place moves the docket there')
export type CorrectionInput = z.input<typeof correction>

/** The target that a parsed correction names. */
export function targetOf(value: z.output<typeof correction>): { docketId: string } | { postId: string } {
  return value.docketId === undefined ? { postId: value.postId ?? '' } : { docketId: value.docketId }
}
